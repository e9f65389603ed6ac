"""Addresses of the web: which may be fetched at all, and what is said of those that give nothing."""

from __future__ import annotations

import httpx

_LONGEST = 8000


class FetchError(Exception):
    """An address that gave nothing: its text says why, `remedy` what would help."""

    def __init__(self, reason: str, remedy: str = "try again later, or leave it out") -> None:
        super().__init__(reason)
        self.remedy = remedy


class NotAllowedError(FetchError):
    """An address that leads to where nothing may be fetched from."""


def is_address(named: str) -> bool:
    """Whether what a command was given is an address of the web, not a path."""
    return named[:8].lower().startswith(("http://", "https://"))


def checked_url(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """An address that may be fetched, without its fragment.

    Raises:
        FetchError: it is none, of another scheme than http and https, or has a name and password in it.
    """
    try:
        parsed = (base.join(url) if base else httpx.URL(url.strip())).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"it is no address ({error})", "correct it") from error
    if parsed.scheme not in {"http", "https"}:
        raise FetchError(f"its scheme is {parsed.scheme[:20]!r}", "give an http or https address")
    if parsed.userinfo:
        raise FetchError("it has a name or password in it", "give an address without them")
    if not parsed.host or len(str(parsed)) > _LONGEST:
        raise FetchError("it names no host, or is too long", "correct it")
    return parsed


def origin(url: httpx.URL) -> str:
    """Scheme, host and port of an address."""
    return str(url.copy_with(raw_path=b"/")).rstrip("/")
