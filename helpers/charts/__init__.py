"""Draw figures: tables in, framed charts out, one module for each measure."""
