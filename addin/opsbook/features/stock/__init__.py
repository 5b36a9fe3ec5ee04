"""Stock: days of cover, safety stock, reorder point."""
