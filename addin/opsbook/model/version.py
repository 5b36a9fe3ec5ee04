"""The version of the workbook's structure that templates carry."""

TEMPLATE_VERSION = "0.1.0"
