"""The views as PNG: one module knows matplotlib, the others place words and marks on its canvas."""
