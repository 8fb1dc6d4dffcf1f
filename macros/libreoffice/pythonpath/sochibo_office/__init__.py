"""The part of Sổ Chi bộ that runs inside LibreOffice's own Python (3.8 or later): no judgement, only hands and eyes.

Jobs, law and messages are in our own interpreter, which this part starts for each click and answers over its
standard input and output, one JSON line a question (`serving`). So it does not matter which Python LibreOffice
brings, and nothing of ours is imported into the office but these few modules.
"""
