"""The world's news agencies, and the marks by which reports credit them.

Compiled by hand from the member lists that the alliances of agencies publish (World News Agencies Congress, European
Alliance of News Agencies, Organisation of Asia-Pacific News Agencies, Federation of Arab News Agencies, African press
agencies) and from the marks seen in datelines. A short mark counts only where a credit stands: in the brackets of a
dateline, in a byline, at the end of a report.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.model import Span


class NewsAgency(NamedTuple):
    """An agency: the name by which an account calls it, other full names, and its short marks."""

    name: str
    full: tuple[str, ...]
    marks: tuple[str, ...]


AGENCIES: tuple[NewsAgency, ...] = tuple(
    NewsAgency(name, tuple(filter(None, full.split("/"))), tuple(filter(None, marks.split("/"))))
    for name, full, marks in (
        ("AP", "The Associated Press/Associated Press", "A.P."),
        ("Reuters", "Thomson Reuters/Thomson Reuters Foundation/Reuters News Agency/Reuters News", ""),
        ("AFP", "Agence France-Presse/Agence France Presse", "A.F.P."),
        ("UPI", "United Press International", ""),
        ("Bloomberg", "Bloomberg News", ""),
        ("Dow Jones", "Dow Jones Newswires", ""),
        ("dpa", "Deutsche Presse-Agentur/German Press Agency", ""),
        ("EFE", "Agencia EFE", ""),
        ("Europa Press", "", ""),
        ("ANSA", "Agenzia Nazionale Stampa Associata", ""),
        ("Adnkronos", "", "AdnKronos"),
        ("AGI", "Agenzia Giornalistica Italia", ""),
        ("APA", "Austria Presse Agentur", ""),
        ("Keystone-SDA", "Schweizerische Depeschenagentur", "SDA/ATS"),
        ("Belga", "Belga News Agency", ""),
        ("ANP", "Algemeen Nederlands Persbureau", ""),
        ("Ritzau", "Ritzaus Bureau", ""),
        ("NTB", "Norsk Telegrambyrå", ""),
        ("TT", "Tidningarnas Telegrambyrå/TT News Agency", ""),
        ("STT", "Suomen Tietotoimisto", ""),
        ("BNS", "Baltic News Service", ""),
        ("LETA", "", ""),
        ("ELTA", "", ""),
        ("Lusa", "Agência Lusa", ""),
        ("PA Media", "Press Association", ""),
        ("PAP", "Polska Agencja Prasowa/Polish Press Agency", ""),
        ("CTK", "Czech News Agency", "ČTK"),
        ("TASR", "News Agency of the Slovak Republic", ""),
        ("MTI", "Magyar Távirati Iroda", ""),
        ("Agerpres", "", ""),
        ("BTA", "Bulgarian News Agency", ""),
        ("Tanjug", "", ""),
        ("HINA", "", ""),
        ("STA", "Slovenian Press Agency", ""),
        ("FENA", "Federal News Agency", ""),
        ("MIA", "Macedonian Information Agency", ""),
        ("ANA-MPA", "Athens-Macedonian News Agency", "ANA"),
        ("Cyprus News Agency", "", ""),
        ("Ukrinform", "", ""),
        ("Interfax", "Interfax-Ukraine", ""),
        ("UNIAN", "", ""),
        ("TASS", "ITAR-TASS/Itar-Tass", ""),
        ("RIA Novosti", "", "RIA"),
        ("BelTA", "Belarusian Telegraph Agency", ""),
        ("Kazinform", "", ""),
        ("Azertac", "", "AZERTAC"),
        ("Armenpress", "", ""),
        ("Anadolu", "Anadolu Agency/Anadolu Ajansı", "AA"),
        ("DHA", "Demirören News Agency/Demirören Haber Ajansı", ""),
        ("İHA", "İhlas News Agency/Ihlas News Agency", "IHA"),
        ("IRNA", "Islamic Republic News Agency", ""),
        ("ISNA", "Iranian Students' News Agency", ""),
        ("Tasnim", "Tasnim News Agency", ""),
        ("Fars", "Fars News Agency", "FNA"),
        ("Mehr", "Mehr News Agency", "MNA"),
        ("INA", "Iraqi News Agency", ""),
        ("SANA", "Syrian Arab News Agency", ""),
        ("NNA", "National News Agency", ""),
        ("Petra", "Jordan News Agency", ""),
        ("WAFA", "Palestine News Agency", ""),
        ("Ma'an", "Ma'an News Agency", ""),
        ("JTA", "Jewish Telegraphic Agency", ""),
        ("JNS", "Jewish News Syndicate", ""),
        ("TPS", "Tazpit Press Service", ""),
        ("SPA", "Saudi Press Agency", ""),
        ("WAM", "Emirates News Agency", ""),
        ("QNA", "Qatar News Agency", ""),
        ("KUNA", "Kuwait News Agency", ""),
        ("BNA", "Bahrain News Agency", ""),
        ("ONA", "Oman News Agency", ""),
        ("Saba", "Saba News Agency", "SABA"),
        ("MENA", "Middle East News Agency", ""),
        ("LANA", "Libyan News Agency", ""),
        ("TAP", "Tunis Afrique Presse", ""),
        ("APS", "Algérie Presse Service/Algeria Press Service", ""),
        ("Rastriya Samachar Samiti", "", ""),
        ("Beta News Agency", "", ""),
        ("MAP", "Maghreb Arabe Presse", ""),
        ("SUNA", "Sudan News Agency", ""),
        ("ENA", "Ethiopian News Agency", ""),
        ("KNA", "Kenya News Agency", ""),
        ("NAN", "News Agency of Nigeria", ""),
        ("GNA", "Ghana News Agency", ""),
        ("SAPA", "South African Press Association", ""),
        ("Angop", "Agência Angola Press", "ANGOP"),
        ("PANA", "Panapress", ""),
        ("ANI", "Asian News International", ""),
        ("PTI", "Press Trust of India", ""),
        ("IANS", "Indo-Asian News Service", ""),
        ("UNI", "United News of India", ""),
        ("APP", "Associated Press of Pakistan", ""),
        ("BSS", "Bangladesh Sangbad Sangstha", ""),
        ("UNB", "United News of Bangladesh", ""),
        ("Pajhwok", "Pajhwok Afghan News", ""),
        ("Khaama", "Khaama Press", ""),
        ("Xinhua", "Xinhua News Agency", ""),
        ("China News Service", "", "CNS"),
        ("CNA", "Central News Agency", ""),
        ("Kyodo", "Kyodo News", ""),
        ("Jiji", "Jiji Press", ""),
        ("Yonhap", "Yonhap News Agency", ""),
        ("Newsis", "", ""),
        ("KCNA", "Korean Central News Agency", ""),
        ("Montsame", "", "MONTSAME"),
        ("Bernama", "", "BERNAMA"),
        ("Antara", "Antara News Agency", "ANTARA"),
        ("PNA", "Philippine News Agency", ""),
        ("VNA", "Vietnam News Agency", ""),
        ("TNA", "Thai News Agency", ""),
        ("AKP", "Agence Kampuchea Presse", ""),
        ("AAP", "Australian Associated Press", ""),
        ("NZPA", "New Zealand Press Association", ""),
        ("The Canadian Press", "Canadian Press", "CP"),
        ("QMI", "QMI Agency", ""),
        ("Notimex", "", ""),
        ("Télam", "", "Telam/TELAM"),
        ("Agência Brasil", "Agencia Brasil", "ABr"),
        ("Prensa Latina", "", ""),
        ("Andina", "", "ANDINA"),
        ("CANA", "Caribbean News Agency", ""),
        ("CMC", "Caribbean Media Corporation", ""),
        ("McClatchy", "McClatchy Newspapers/McClatchy-Tribune", "MCT"),
        ("Tribune News Service", "", "TNS"),
        ("City News Service", "", ""),
        ("Bay City News", "Bay City News Service", "BCN"),
        ("States Newsroom", "", ""),
        ("PR Newswire", "", "PRNewswire/PRNewswire-USNewswire"),
        ("Business Wire", "", "BUSINESS WIRE"),
        ("GlobeNewswire", "", "GLOBE NEWSWIRE"),
    )
)
_BY_MARK: dict[str, str] = {
    mark: agency.name for agency in AGENCIES for mark in (agency.name, *agency.full, *agency.marks)
}
_BY_UPPER: dict[str, str] = {mark.upper(): name for mark, name in _BY_MARK.items() if len(mark) > 2}
_FULL = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(f) for f in sorted((f for a in AGENCIES for f in a.full), key=len, reverse=True))
    + r")(?!\w)"
)

# An agency that the list does not have, by its name; only looked for where a credit stands.
_BY_NAME = re.compile(
    r"(?<!\w)(?:[A-ZÀ-Þ][\w'’.&-]*+\s++){1,4}(?:(?:News|Press|Wire|Information)\s++(?:Agency|Service)|Newswire)(?!\w)"
)


def agency_of(words: str) -> str | None:
    """The agency that these words are the mark of, whole; None if they are none."""
    words = " ".join(words.split()).strip(",;:()[]–—-_ ")
    if words in _BY_MARK:
        return _BY_MARK[words]
    words = words.strip(".")
    known = _BY_MARK.get(words) or _BY_UPPER.get(words if words.isupper() else "")
    return known or (words if _BY_NAME.fullmatch(words) else None)


def agency_in(text: str, span: Span) -> tuple[str, Span] | None:
    """The first agency whose full name stands in a credit, or whose mark is one of its parts ("AP", "CBS/AP")."""
    if found := _FULL.search(text, *span):
        return _BY_MARK[found.group()], Span(*found.span())
    if found := _BY_NAME.search(text, *span):
        return " ".join(found.group().split()), Span(*found.span())
    for part in re.finditer(r"[^\s/,;|&()\[\]][^/,;|&()\[\]]{0,60}", text[span.start : span.end]):
        words = part.group().rstrip()
        if name := agency_of(words):
            start = span.start + part.start()
            return name, Span(start, start + len(words.rstrip(".:-–— ")))
    return None
