"""How platforms write dates, numbers and headers; the exports themselves stand with the features they fill."""
