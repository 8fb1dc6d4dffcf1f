"""What `verify` looks at: logs, registers of numbers, papers issued, backups. Nothing is mended here."""
