"""Row types: one module a family of sheets, its columns declared, and the Book that holds them."""
