"""Crosswire: several reports of one happening in, one checkable account out."""

__version__ = "0.1.0"
