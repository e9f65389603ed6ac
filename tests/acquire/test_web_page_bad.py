"""Pages that hold no article, or hold it damaged: one clear line each, and nothing invented."""

from __future__ import annotations

import pytest

from crosswire.acquire import RawInput, read
from crosswire.model import Article

SENTENCES = [
    f"The bridge at Oller was closed on Monday, said {name}, and stays so until the river falls by {n} metres."
    for n, name in enumerate(["the mayor", "a ferryman", "the engineer", "an innkeeper"], 2)
]
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def one(data: str | bytes, url: str | None = None, media_type: str | None = None) -> Article:
    raw = data if isinstance(data, bytes) else data.encode()
    (found,) = read(RawInput("a.html", raw, "a.html", url, media_type))
    assert isinstance(found, Article), found
    return found


def html(body: str, head: str = "<title>Bridge closed</title>") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


CONSENT = (
    "<h1>Before you continue</h1><p>We and our partners store and read cookies on your device and process personal data, with your consent, to show "
    "you advertisements. Our privacy policy says how our partners use these cookies.</p>"
    "<p>You can give your consent to cookies, or refuse it, at any time in the privacy settings.</p><button>Accept</button>"
)
SIGN_IN = (
    "<h1>Sign in</h1><form><label>Name</label><input name=n><input type=password name=p><button>Log in</button></form>"
)
LIST = "".join(
    f'<li><h3><a href="/{n}">The council of Oller votes on bridge number {n}</a></h3><p>It votes on {n} May.</p></li>'
    for n in range(30)
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (CONSENT, "it asks for consent to cookies, and shows nothing else"),
        (SIGN_IN, "it is a page to sign in"),
        (f"<main><h1>News</h1><ul>{LIST}</ul></main>", "it is a list of other pages"),
        ("", ""),
        ("<div id=root></div><script>draw()</script>", ""),
    ],
)
def test_a_page_without_an_article_says_why(body: str, reason: str) -> None:
    found = one(html(body))
    assert found.text in {"Bridge closed", "Before you continue", "Sign in", "News"}
    assert [w.code for w in found.warnings] == ["no-article"]
    assert found.warnings[0].message == "no article was found in the page" + (f": {reason}" if reason else "")


@pytest.mark.parametrize("beside", [CONSENT, SIGN_IN, f"<ul>{LIST}</ul>"])
def test_an_article_beside_such_things_is_read(beside: str) -> None:
    found = one(html(f"<article><h1>Bridge closed</h1>{ARTICLE * 3}</article><div>{beside}</div>"))
    assert all(sentence in found.text for sentence in SENTENCES)
    assert "no-article" not in [w.code for w in found.warnings]


def test_a_report_on_cookies_is_a_report() -> None:
    words = "".join(
        f"<p>Cookies need consent, the privacy office of Oller told {n} newspapers on Monday, and so do partners.</p>"
        for n in range(3)
    )
    head = '<meta property="article:published_time" content="2031-05-03"><title>Office rules on cookies</title>'
    assert "privacy office" in one(html(f"<article>{words}</article>", head)).text


def test_a_page_that_breaks_off() -> None:
    whole = html(f"<article><h1>Bridge closed</h1>{ARTICLE}</article>")
    for cut in ("<p class='en", '<a href="https://oller.exa', "</arti", "<!-- made by"):
        found = one(whole.removesuffix("</article></body></html>") + cut)
        assert SENTENCES[0] in found.text
        assert [w.code for w in found.warnings] == ["cut"], cut
    assert one(whole.removesuffix("</html>")).warnings == ()
    assert one(whole.replace("stays so", "stays 3 < 4 so")).warnings == ()


def test_utf_16_without_a_mark() -> None:
    text = html(f"<article><h1>Brücke gesperrt</h1>{ARTICLE.replace('bridge', 'Brücke')}</article>")
    for encoding in ("utf-16-le", "utf-16-be"):
        found = one(text.encode(encoding))
        assert "The Brücke at Oller" in found.text
        assert [w.code for w in found.warnings] == ["encoding"]


def test_letters_that_were_stored_in_a_wrong_encoding_are_told_and_kept() -> None:
    broken = "Die Brücke über die Öse – „gesperrt“".encode().decode("cp1252")
    found = one(html(f"<article><h1>Bridge closed</h1>{ARTICLE}<p>{broken}, sagte der Bürgermeister von Oller.</p></article>"))  # fmt: skip
    assert broken in found.text
    assert [w.code for w in found.warnings] == ["mojibake"]
    fine = ARTICLE + "<p>« L’âme, à Noël, s’élève », dit-il. São Tomé, às três horas, não há água.</p>"
    assert one(html(f"<article><h1>Bridge closed</h1>{fine}</article>")).warnings == ()


def test_the_charset_of_the_transport_comes_first() -> None:
    page = html(f"<article><h1>Straße gesperrt</h1>{ARTICLE}</article>").replace("utf-8", "iso-8859-1")
    told = one(page.replace("ß", "\u0159").encode("iso8859_2"), media_type="text/html; charset=iso-8859-2")
    assert told.title is not None
    assert told.title.text == "Stra\u0159e gesperrt"
    lied = one(page.encode("cp1252"), media_type="text/html; charset=utf-8")
    assert lied.title is not None
    assert lied.title.text == "Straße gesperrt"


def test_entities_are_not_expanded() -> None:
    many = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 60))
    found = one(f'<!DOCTYPE html [<!ENTITY a0 "ha">{many}]><html><body><article>{ARTICLE}<p>&a59;</p></article></body></html>')  # fmt: skip
    assert len(found.text) < 2_000
    assert SENTENCES[0] in found.text
