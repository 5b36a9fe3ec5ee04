"""What an installation finds on a computer, and what is wrong there."""
