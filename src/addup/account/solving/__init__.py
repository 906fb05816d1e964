"""Claims, the rows they become, and the solvers: what can be true together, and which few cannot."""
