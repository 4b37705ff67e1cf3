"""The only room that knows YAML and folders."""
