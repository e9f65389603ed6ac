"""Scores and benchmarks: run by people and CI, no part of the product."""
