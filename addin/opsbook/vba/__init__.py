"""The add-in's VBA and ribbon as text, made from the lists of metrics, functions and buttons."""
