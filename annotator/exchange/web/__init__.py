"""What is made for readers and for the web: a page, Web Annotations, a dataset to load by name. Out only."""
