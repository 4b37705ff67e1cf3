"""What an audit is: frozen values and the words they use. No input, no output, no clock."""
