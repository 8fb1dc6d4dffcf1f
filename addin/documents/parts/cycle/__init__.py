"""The papers of one inspection, thematic supervision or case: what is known of it, and the shapes its papers share."""
