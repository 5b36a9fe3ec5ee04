"""Tests of pictures, prices and copy: two proportions and sample sizes."""
