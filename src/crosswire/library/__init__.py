"""A library: reports, stories and accounts in one folder that grows.

The archive of raw inputs is the truth; the database is what was made of it, and can be made again.
"""

from __future__ import annotations

from crosswire.library.opening import LibraryError, Place, default_library

__all__ = ["LibraryError", "Place", "default_library"]
