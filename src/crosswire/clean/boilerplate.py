"""Boilerplate: what the web leaves in and around a report, by general phrases and the shape of lines.

Three kinds of evidence: a whole line that is a known piece of a page; a line that opens like one and is no prose; words
that only legal or technical notices hold. After a heading such as "Read also" or "Leave a comment", short lines that
look like links belong to it, until prose goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.clean.captions import is_caption
from crosswire.model import Block, Span

LONGEST = 600
# Whole lines, in lower case, without punctuation at their ends.
_WHOLE = frozenset(
    line.strip()
    for line in """
    advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|share|shares
    share this|share this story|share this article|share on facebook|share on twitter|tweet|tweet this|print|email|facebook
    twitter|google|google plus|google+|pinterest|linkedin|whatsapp|reddit|telegram|instagram|youtube|rss|copy link|copy
    copy link copy|copied|close|more|menu|search|loading|loading...|home|next|previous|prev|back to top|top|photos|video
    videos|gallery|slideshow|a a|just one more thing|total access|sign in|log in|login|log out|register|subscribe
    subscribe now|subscribe today|newsletter|newsletters|newsletter sign-up|newsletter signup|newsletter sign up
    continue reading|continue reading below|story continues below|story continues|story continued below
    story continues below advertisement|article continues below|article continues below advertisement|skip advertisement
    scroll down for video|scroll down to continue|scroll for more|enlarge|enlarge this image|toggle caption|hide caption
    view full caption|hide transcript|show transcript|hide transcript show transcript|click to enlarge|view gallery
    for immediate release|you are the owner of this article|0 pending comments|no comments yet|be the first to comment
    view comments|show comments|hide comments|post a comment|post comment|add a comment|add comment|write a comment
    join the conversation|join the discussion|report an error|watch this story|play|pause|mute|unmute|live|autoplay
    this news report is made possible by|thank you for registering|already have an account|already a subscriber|top news
    edit|font size|text size|increase font size|listen|listen to this article|translate|cancel reply|reply|like|dislike
    sponsored links|from our advertisers|from our partners|terms of use|terms of service|privacy policy|cookie policy
    all rights reserved|with news wire services|accept|accept all|accept cookies|ok|got it|learn more|find out more|save
    """.replace("\n", "|").split("|")
    if line.strip()
)
# Headings of what is not part of the report; the lines under them may be links.
_HEADING = re.compile(
    r"(?:(?:you|readers)\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested\sin)|(?:read|see|watch)\s(?:also|more|next|this)|also\s(?:read|see|on\b.*)"
    r"|more\s(?:from|on|in|about|news|stories|coverage|like\sthis)\b.*|related(?:\s(?:articles?|stories|story|links?|posts?|news|"
    r"content|coverage|topics?|video|videos|tags?))?|recommended(?:\s(?:for\syou|stories|articles|reading))?|trending(?:\snow)?"
    r"|most\s(?:read|popular|viewed|commented|recent)\b.*|popular\s(?:posts?|stories|articles|now)|latest\s(?:news|stories|posts"
    r"|headlines|articles)|recent\s(?:posts|stories|articles|news|comments)|top\s(?:stories|headlines|news)|editor'?s'?\s(?:picks?|choice)"
    r"|don['’]?t\smiss|in\scase\syou\smissed\sit|what\sto\sread\snext|up\snext|around\sthe\sweb|from\saround\sthe\sweb|further\sreading"
    r"|tags?|topics|filed\sunder|categories|share\sthis(?:\s\w+)?|like\sthis|follow\s\w+|leave\sa\s(?:comment|reply|response)"
    r"|(?:\d+|no)\s(?:comments?|responses?|replies)|comments?(?:\s\(\d+\))?|also|explore\smore|quick\slinks|watch)",
    re.IGNORECASE,
)
# How a line of boilerplate opens; a sentence of prose that opens so is told by a speech verb or quotation marks.
_OPENINGS = (
    (
        r"(?:read|see|watch|also\sread|read\salso|see\salso|view|find)\s(?:more|also|next|full|the\sfull|all|"
        r"our\sfull)\b\s?(?::|>|»|-|about|on|from|stor|articl|news|coverage|photos|videos|of\sthe\sstory|here|"
        r"at|in|the|top|trending|$)"
    ),
    (
        r"(?:read|see|watch|related|also|more|video|listen|must\sread|recommended|photos|gallery|"
        r"trending)(?:\s(?:read|more|also|live|now|next|here|it|this|story|stories|article|articles|link|links|"
        r"coverage|news|video|videos|watch))?\s?(?:>>|:(?=\s?(?:https?|www\.|[A-Z\x22“‘']))|»|►|▶)"
    ),
    r"(?:click|tap|press)\s(?:here|to|on)\b",
    r"(?:sign|signing)\sup\s(?:for|to|here|today|now)\b",
    r"subscribe\s(?:to|for|now|today|here)\b",
    (
        r"(?:get|receive)\s(?:the|our|all|more|breaking|free|daily|email|digital|up(?:dates)?|unlimited|"
        r"alerts?|today)\b.{0,60}(?:inbox|newsletter|alerts?|email|access|app\b|delivered|notifications?)"
    ),
    (
        r"(?:follow|like|find|join|connect\swith|stay\sconnected\swith|visit)\s(?:us|the\sconversation|our|"
        r"\S{1,30})\s(?:on|at|online|newsletter|facebook|twitter|page|channel|group)\b"
    ),
    r"follow\s\S{1,40}:",
    r"follow\s@",
    r"(?:download|get|install|check\sout)\s(?:the|our)\b.{0,40}\bapps?\b",
    r"(?:take|stay)\s\S{1,20}\swith\syou",
    r"stay\s(?:up\sto\sdate|informed|tuned)\b",
    r"stay\swith\s.{2,60}(?:latest|updates?|details?|developing|story)",
    r"check\sback\b",
    r"text\s[\"“].{1,20}[\"”]\sto\s\d",
    r"leave\sa\s(?:comment|reply|response|reflection)",
    r"your\semail\saddress\s(?:will|is)",
    r"required\sfields",
    (
        r"please\s(?:enable|leave|sign|log|note\sthat\sthis|turn|whitelist|disable|subscribe|click|share|enter|"
        r"confirm|check\syour|read\sour)\b"
    ),
    r"enable\sjavascript",
    r"javascript\s(?:is|must)",
    r"copyright\b",
    r"\(c\)",
    r"©",
    r"\(©",
    r"\(copyright",
    r"all\srights\sreserved",
    r"this\s(?:site|website|page)\s(?:uses|is\sprotected|requires)",
    r"we\suse\scookies",
    (
        r"by\s(?:using|continuing|clicking|signing|submitting|subscribing|registering|"
        r"logging)\b.{0,80}\b(?:you|agree|accept|consent)"
    ),
    (
        r"for\s(?:more|the\slatest|breaking)\s.{0,60}(?:news|updates|information|stories|"
        r"coverage)\b.{0,40}(?:click|visit|download|follow|listen|go\sto|sign)"
    ),
    r"for\supdates\s.{0,40}(?:click|download|follow)",
    r"posted\sin\b",
    r"filed\sunder\b",
    r"tagged\b",
    r"tags?\s?:",
    r"topics?\s?:",
    r"categor(?:y|ies)\s?:",
    (
        r"this\s(?:story|article|post|report)\s(?:has\sbeen\supdated|will\sbe\supdated|"
        r"was\soriginally\spublished|originally\sappeared|first\sappeared|was\supdated|has\sbeen\scorrected)"
    ),
    r"this\sis\sa\s(?:developing|breaking)\s(?:news\s)?story\b",
    r"share\sthis\s(?:story|article|on|:)",
    r"share\s(?:on|via|with)\b",
    r"advertisement(?:\s\S{1,20}){0,4}$",
    r"slideshow\s\(",
    r"view\s(?:comments|all|full|slideshow|gallery|photos)",
    r"send\s(?:us|your)\s(?:news\s)?(?:tips|story|comments|a\stip)",
    r"have\sa\s(?:news\s)?tip\b",
    r"do\syou\shave\s(?:a\s)?(?:news\s)?(?:tip|story)",
    r"got\sa\s(?:news\s)?(?:tip|story)",
    r"contact\s(?:the\s)?(?:reporter|author|writer|us\b|[A-Z][\w.'-]+\s[A-Z][\w'-]+\s?(?:at|:|on))",
    r"report\s(?:an\serror|a\stypo|this\sad)",
    r"submit\sa\s(?:tip|correction|letter)",
    r"don['’]?t\smiss\s(?:a|our|out|an)\b",
    r"never\smiss\b",
    r"enjoy\s(?:reading|unlimited|the\sconvenience)",
    r"support\s.{1,30}\sjournalism",
    r"donate\s(?:now|today|to)",
    r"become\sa\s(?:member|subscriber|patron)",
    r"already\sa\s(?:member|subscriber)",
    r"if\syou\sdo\snot\sreceive\sthe",
    r"we\s(?:have\ssent\syou|have\ssent\sa|look\sforward\sto\sseeing\syou|welcome\syour\scomments)",
    r"having\strouble\s",
    r"there\swas\sa\sproblem",
    r"your\snotification",
    r"email\snotifications",
    r"you\smust\s(?:be\slogged|enter|log|sign|have|be\ssigned)",
    r"\d{1,5}\s(?:shares?|comments?|views?|likes?|retweets?|min(?:ute)?s?\sread)\b",
    r"comments?\s(?:are\s(?:closed|off|disabled)|\(\d)",
    r"log\sin\sto\b",
    r"sign\sin\s(?:to|using|with)\b",
    r"add\sa\slocation\sto",
    r"when\syou\stweet\swith",
    r"try\sdisabling",
    r"the\spostings?\son\sthis",
    r"opinions\sexpressed",
    r"disclaimer\s?:",
    r"editor['’]?s\snote\s?:",
    r"correction\s?:",
    r"clarification\s?:",
    r"transcript\s?:",
    r"watch\sthe\svideo",
    r"visit\s\S{1,40}(?:'s)?\shomepage",
    r"interested\sin\s.{2,60}\?\sadd",
    r"from\swikipedia",
    r"join\sthe\sconversation",
    r"join\s(?:our|us)\b",
    r"loading\.\.\.",
    r"\d+\sof\s\d+\s?$",
    r"media\splayback\sis",
)
_OPENS = re.compile(r"\W{0,4}(?:" + "|".join(_OPENINGS) + ")", re.IGNORECASE)
# Words that only notices hold, wherever they stand in a paragraph.
_NOTICE = re.compile(
    r"all\srights\sreserved|your\semail\saddress\swill\snot|required\sfields\sare\smarked|may\snot\sbe\s(?:published,\sbroadcast|reproduced|republished)"
    r"|enable\sjavascript|terms\s(?:of\s(?:use|service)|and\sconditions)\sand\s(?:our\s)?privacy|privacy\spolicy\sand\s(?:our\s)?(?:terms|cookie)"
    r"|protected\sby\srecaptcha|ad[\s-]?block(?:er|ing)\b|loginwidget|data_emailaddress|we\suse\scookies|uses\scookies\sto|unsubscribe\s(?:at|any)"
    r"|click\shere\sfor\s(?:reprint|reuse)|like\sthis:\slike|sign\sup\sfor\s(?:our|the|one\sof\sour)\s.{0,40}newsletter",
    re.IGNORECASE,
)
_PROSE = re.compile(r"\b(?:said|says|told|asked|according\sto|reported|wrote)\b|[\"“][^\"”]{20,}")
_ADDRESS = re.compile(
    r"(?:https?\s?:\s?/\s?/\s?\S.*|www\.\S+|\S+@\S+\.\w+(?:\s(?:or|\|)?\s?[\d().\s-]{7,})?|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|(?:twitter|facebook|email|e-mail|phone|tel)?"
    r"\s?:?\s?@\w+|(?:[\w.]+\s){0,3}@\w+|pic\.twitter\.com/\S+)",
    re.IGNORECASE,
)
_STUCK = re.compile(r"(ADVERTISEMENT|Advertisement|Story Continued Below)\s++(?=[A-Z“\"‘][^\s]*\s\w+\s\w+\s\w)")
_REEL = re.compile(r"\d{1,2}:\d\d\s(?![ap]\.?m|[A-Z]{2,4}\b|on\b|to\b)\S")
_WORDS = re.compile(r"[^\W\d_]+")


def mark_boilerplate(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that are boilerplate marked; only paragraphs and headings are looked at."""
    out: list[Block] = []
    for block in blocks:
        if block.kind in {"paragraph", "heading"}:
            out += _looked_at(text, block)
        else:
            out.append(block)
    return _under_headings(text, _reels(text, out))


def _looked_at(text: str, block: Block) -> Iterator[Block]:
    """The block, marked if it is boilerplate; the label of an advertisement that a paragraph begins with is split off."""
    stuck = _STUCK.match(text, *block.span)
    if stuck:
        yield Block("boilerplate", Span(block.span.start, stuck.end(1)))
        block = Block(block.kind, Span(stuck.end(), block.span.end))
    yield Block("boilerplate", block.span) if is_boilerplate(text, block.span) else block


def is_boilerplate(text: str, span: Span) -> bool:
    """Whether a line by itself is a piece of a page and not of a report."""
    if span.end - span.start > LONGEST * 4:
        return False
    line = " ".join(span.of(text).split())
    if not any(c.isalnum() for c in line):
        return True
    if line.strip(" .:!?…>»*-–—|[]()").lower() in _WHOLE or _ADDRESS.fullmatch(line) or _is_page_heading(line):
        return True
    if _NOTICE.search(line):
        return len(line) <= LONGEST or line.count(". ") <= 3
    return len(line) <= 400 and _OPENS.match(line) is not None and not _is_prose(line) and not is_caption(text, span)


def _is_page_heading(line: str) -> bool:
    """Whether a line heads what is not part of the report: short, and no sentence."""
    return len(line) <= 60 and line[-1] not in ".,;" and _HEADING.fullmatch(line.rstrip(" :…>»")) is not None


def _is_prose(line: str) -> bool:
    """Whether a line that opens like boilerplate goes on as a report does."""
    return len(line.split()) > 8 and _PROSE.search(line) is not None


def _reels(text: str, blocks: list[Block]) -> list[Block]:
    """Lists of videos ("0:42 Title"): two or more such lines make one."""
    hits = [
        n
        for n, b in enumerate(blocks)
        if b.kind == "paragraph" and _REEL.match(text, *b.span) and _is_link(text, b.span)
    ]
    if len(hits) > 1:
        for n in hits:
            blocks[n] = Block("boilerplate", blocks[n].span)
    return blocks


def _is_link(text: str, span: Span) -> bool:
    """Whether a line may be a link's words: short, and not ended as a sentence is."""
    return span.end - span.start <= 160 and text[span.end - 1] not in '.!:;,”"' and len(span.of(text).split()) <= 25


def _under_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Links that follow a heading such as "Read also": at the end of an article all, amid it those before prose."""
    after_prose = False
    under = False
    last = max((n for n, b in enumerate(blocks) if b.kind == "paragraph" and not _is_link(text, b.span)), default=-1)
    for n, block in enumerate(blocks):
        if block.kind == "boilerplate":
            under = after_prose and (under or _is_page_heading(" ".join(block.span.of(text).split())))
        elif block.kind in {"paragraph", "heading"} and under and _is_link(text, block.span):
            if n > last or len(_WORDS.findall(block.span.of(text))) >= 4:
                blocks[n] = Block("boilerplate", block.span)
        else:
            under = False
            after_prose = after_prose or block.kind == "paragraph"
    return blocks
