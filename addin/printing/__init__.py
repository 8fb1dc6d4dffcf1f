"""Papers as PDF: LibreOffice of this machine, kept for as many as come; pages counted and bound. No paper depends on it."""
