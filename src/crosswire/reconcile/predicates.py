"""The words by which statements are told for or against: opposites, words alike, denials, limits and hedges."""

from __future__ import annotations

import re

_OPPOSITES = {
    "win": ("win", "lose"),
    "rise": ("rise increase climb grow surge soar jump", "fall decrease drop decline shrink plunge slump sink plummet"),
    "accept": ("accept", "reject refuse"),
    "approve": ("approve adopt ratify endorse", "disapprove veto"),
    "guilty": ("guilty convict", "innocent acquit exonerate"),
    "survive": ("survive alive", "die dead perish"),
    "support": ("support back favor favour", "oppose"),
    "legal": ("legal lawful", "illegal unlawful"),
    "allow": ("allow permit", "ban forbid prohibit"),
    "open": ("open reopen", "close shut"),
    "know": ("know", "unaware"),
    "succeed": ("succeed", "fail"),
    "admit": ("admit", "deny"),
    "remain": ("remain stay", "leave"),
    "raise": ("raise", "lower cut reduce"),
}
_ALIKE = (
    "attack assault raid",
    "shoot gun",
    "hit strike",
    "kill murder slay",
    "arrest detain",
    "resign quit",
    "give hand",
    "get receive",
    "buy purchase",
    "fire sack dismiss",
    "start begin commence",
    "stop halt cease",
    "sign",
    "pay",
    "meet",
    "explode",
    "crash",
    "order command instruct direct",
    "hire employ",
    "interfere meddle",
    "brief inform",
)
PREDICATE: dict[str, tuple[str, int]] = {w: (line.split()[0], 1) for line in _ALIKE for w in line.split()}
for _name, _sides in _OPPOSITES.items():
    PREDICATE |= {w: (_name, sign) for sign, side in zip((1, -1), _sides, strict=True) for w in side.split()}
OPPOSITES = frozenset(_OPPOSITES)  # predicates that have words for both signs
TRENDS = frozenset({"rise", "raise"})  # what rose in one time may fall in another
STATES = frozenset({"guilty", "survive", "resign"})  # of a person, these need no further words to be one thing
ONCE = frozenset({"win", "kill", "shoot", "stab"})  # what one has done to a thing, another has not
EMPTY = frozenset(  # verbs that say little by themselves, and those whose weight lies in the clause that they govern
    """
    do be have make get go come say tell know think want need try use happen find hear see learn show feel suggest
    indicate expect hope mean believe seem appear look let help ask speak talk call report note add state claim declare
    announce argue insist write describe explain question answer reply respond comment discuss mention remember
    recall follow begin start continue keep become include involve call
    """.split()
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ial)|disput\w+|refut\w+|rebut\w*|reject\w*|dismiss\w*|refus\w+|fail\w*|declin\w+|"
    r"contradict\w*|false|falsely|untrue|incorrect|no truth|(?:not|n['’]t|never)\b[^.;]{0,60}\bthat)\b",
    re.IGNORECASE,
)
SURE = 1.5  # of FactBank's scale: from here on something is told as a fact, or as none

LIMITED = re.compile(
    r"\b(?:not (?:yet|only|just|merely|simply|necessarily|always|all|every|fully|entirely|immediately|directly|even|"
    r"once|be able)|yet|so far|still|until|unless|whether|if|only|barely|scarcely|rarely|seldom|hardly ever|no longer|anymore|hardly|why|how|would|could|should|"
    r"may|might|can|cannot|can['’]t|must|nobody|no one|nothing|none|few|neither|rather than|instead|without|else|"
    r"any other|no other|in no way|by no means)\b",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(  # “… that was never the case”
    r"\b(?:(?:is|was|are|were) (?:not|never)|(?:is|was|are|were)n['’]t) (?:the case|true)\b", re.IGNORECASE
)
ADVICE = re.compile(r"(?<!decided )(?<!chose )(?<!opted )\bnot to\b", re.IGNORECASE)
PRONOUN = 4  # letters: “the airline” may be another than the one last named, “they” is not resolved without need
BEFORE = 30  # characters before a clause in which a word may limit it
PAST = re.compile(
    r"\b(?:did not|didn['’]t|never|denie[sd]|deny|denying|disput\w+|had not|was not|were not)\b", re.IGNORECASE
)
HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|apparently|seems?|seemed|appears?|appeared|likely|probably|perhaps|rumou?r\w*)\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|been|be|not|never)\b")
THERE = re.compile(r"there\b", re.IGNORECASE)
LONGEST = 60  # characters of words that are taken for the subject of an event
BREAK = re.compile(r",|\b(?:of|in|on|at|for|from|to|with|by|who|that|which|about|against|over|after)\b")
BODIES = frozenset("troop forc army police government polic soldier official team militia authoriti authority".split())
VAGUE = frozenset(
    """
    who which that it he she they we i you this these those them him her us me one some many other man woman person
    people official spokesman spokeswoman thing way time lot anyone anything someone something everyone what group part
    """.split()
)
