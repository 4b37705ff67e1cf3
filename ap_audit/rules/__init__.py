"""What follows from an audit: pure functions over the model. No input, no output, no clock."""
