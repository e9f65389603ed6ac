"""Small English word lists for grouping: data, nothing else."""

from __future__ import annotations

STOP = frozenset(
    """
    a about above across after again against all almost along already also although always am among an and
    another any anyone anything are aren't around as at away back be became because become been before behind
    being below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing
    don't done down during each either else enough especially even ever every few for from further get give go
    going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
    himself his how however i i'd i'll i'm i've if in indeed instead into is isn't it it's its itself just keep
    least less let like likely made make many may maybe me might mine more most much must my myself near need
    neither never no nor not nothing now of off often on once one only onto or other our ours ourselves out over
    own per perhaps put rather really s said same say see seem several shall she she'd she'll she's should
    shouldn't since so some something soon still such take than that that's the their them themselves then there
    there's therefore these they they'd they'll they're they've this those though through thus to together too
    toward towards two under unless until up upon us use used using very via want was wasn't we we'd we'll we're
    we've well went were weren't what what's when where whether which while who who's whom whose why will with
    within without won't would wouldn't yet you you'd you'll you're you've your yours yourself
    """.split()
)
"""Function words and their like: they say nothing of what a text is about."""
