"""Invented workbooks as offices keep them, each with the facts its generator wrote into it: nothing here asks the product."""
