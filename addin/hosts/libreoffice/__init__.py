"""The live document in LibreOffice: our side of a conversation, one JSON line each way.

LibreOffice's side is `macros/libreoffice/pythonpath/sochibo_office`, inside the extension. `wire.Office` asks it,
`book.LibreOfficeBook` is the host, `screen.Screen` its message boxes.
"""
