"""The rows below a recognised header as facts, and what is wrong with them."""
