"""Our notes on squares: comments, their boxes, and the parts that hang them on a sheet."""
