"""What `joinedup check` looks at: a module for each, which gives a plain sentence for each mistake."""
