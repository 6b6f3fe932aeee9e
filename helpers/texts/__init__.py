"""Find the files of a story, decode them and tell the article from the page around it."""
