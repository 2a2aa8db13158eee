"""The printer of this computer: which one it is, whom it may show a sheet to, and sending it a PDF."""
