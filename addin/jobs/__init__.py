"""Actions: each gathers an `Outcome` and changes nothing; `carry_out` alone makes it happen."""
