"""The sample “Chi bộ Văn phòng Sở 2”, 2015–2026: the article's facts, everything else plainly invented.

The cell, its superior, the two decisions, the regulations made known, the yearly titles and the reward are
the article's (requirements.md H1–H15). People, days and other numbers are made up and say so on “Giả định”.
"""
