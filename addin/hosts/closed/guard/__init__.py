"""What a file really is, told before any reader opens it: bytes, zip, parts, limits."""
