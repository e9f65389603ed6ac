"""Small lists of general English that cleaning decides by: abbreviations, words that open sentences, common words."""

from __future__ import annotations


def words(lines: str) -> frozenset[str]:
    """The words of a list written over several lines."""
    return frozenset(lines.split())


# Abbreviations (without their last full stop, in lower case) that go before a name: a capital after them says nothing.
NEVER_FINAL = words(
    """
    mr mrs ms mx dr prof rev fr hon msgr gen lt col maj capt cpt cmdr cdr adm sgt cpl pfc pvt brig gov sen rep reps sens
    pres supt det insp ald amb treas vs v cf viz e.g i.e approx lt.col lt.gen maj.gen brig.gen messrs mme mlle spc sra
    tsgt ssgt msgt ofc
    """
)
# Abbreviations that may end a sentence, and mostly do not; in lower case these letters may be a word ("sun", "ill").
SELDOM_FINAL = words(
    """
    inc corp co ltd llc plc bros jr sr esq ph.d m.d w.va ala ariz ark calif cal colo conn del fla ga ill ind kan ky la
    md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo ont que alta jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd hwy rte sq st ft mt no nos vol
    dept asst assoc dist sec atty bldg tel u.s.-led
    """
)
SELDOM_FINAL_LOWER = words("etc al ca jr sr ph.d dept est")
# Abbreviations that go with the number after them.
BEFORE_DIGIT = words(
    "no nos jan feb mar apr jun jul aug sep sept oct nov dec vol p pp pg fig art sec ch apt rte ca approx tel ext"
)
CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
# What goes on with the clock time before it: days, months, zones.
CLOCK_FOLLOWERS = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Eastern Central Mountain Pacific Greenwich
    """
)
# Words that open sentences and are seldom written with a capital elsewhere.
STARTERS = words(
    """
    The A An This That These Those There Here It Its It's He He's She She's His Her They Their We Our I I'm My You Your
    Who What When Where Why How Which If In On At By For From With Without To Of As After Before Since Until While
    During Although Though Because Despite But And Or So Yet Then Also However Meanwhile Moreover Instead Still Now Both
    Some Many Most Few All Each Every Several Another Other Others No Not Nor Neither Only Even Just Once Asked Under
    Over Among Between According Earlier Later Officials Police Authorities Investigators Witnesses
    """
)
# Words that about half of any English text is made of.
COMMON = words(
    """
    the of and to in a is was were are for on that with by as at from it has have had be been he she they his her their
    this an but not after who said says will would over into during when which before about than more out its near no
    """
)
# Words of desks, roles and outlets, in lower case: a capitalised name that holds one is no person's.
STAFF = words(
    """
    staff writer writers reporter reporters correspondent editor editors desk news newsroom team bureau contributor press
    media times post daily tribune herald journal gazette tv radio network wire service services online digital web
    newspaper globe chronicle observer register courier sun star mail express telegraph guardian independent today report
    reports agencies agency admin author columnist producer anchor photographer the our a an special for of in
    """
)
