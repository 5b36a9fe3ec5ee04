"""Departments of a shop that act on a light."""

from opsbook.model.language import Label

OPERATIONS = Label("运营", "Operations")
PROMOTION = Label("推广", "Promotion")
SERVICE = Label("客服", "Service")
DESIGN = Label("美工", "Design")
WAREHOUSE = Label("仓储", "Warehouse")
