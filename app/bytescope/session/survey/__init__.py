"""What is known of a document's pages: found out, remembered, told to others."""
