"""Tools for whoever builds the product: never imported by what its users run."""
