"""A workbook as a file that nobody has open here.

Reading: `read.read_workbook` gives a `Workbook`; `owner.find_editor` names who has a file open;
`snapshot.take_snapshot` and `snapshot.fingerprint_of` tell one version of a file from another.
"""
