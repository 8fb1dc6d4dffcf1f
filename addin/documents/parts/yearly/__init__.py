"""What the papers of a year share: items of the plan, groups and their members, points, papers in the register."""
