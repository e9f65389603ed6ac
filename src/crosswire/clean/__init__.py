"""Clean: an article in, the same with its parts marked out. It marks spans; it never rewrites.

The steps, in order: paragraphs, boilerplate, captions, bylines, datelines, headline, headings; then what those blocks
tell (writers, agency, place, date), the language, and the sentences.
"""

from __future__ import annotations

from crosswire.clean.cleaning import clean

__all__ = ["clean"]
