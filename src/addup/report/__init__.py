"""The room `report` of addup."""
