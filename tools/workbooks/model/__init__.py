"""The sample “Chi bộ Mẫu”: wholly invented, with every sheet, every stage, every regime, and planted faults.

Violations, disciplines and a denunciation stand here and only here, so that nothing of the kind is ever told of
a cell that exists. Its day is 20/11/2026.
"""
