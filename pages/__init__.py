"""The dashboard's pages and what they share; they call public functions of the package and draw."""
