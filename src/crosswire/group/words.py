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

COMMON = frozenset(
    """
    able according account act action actually add added administration afternoon age agency ago agree allow
    american amid announced announcement answer appear april area ask asked attack august authority available
    bad based began begin believe best better big bring brought build building business call called campaign
    case cause center central century chance change charge charged chief child children city claim clear close
    comment committee community company concern conference confirm continue control cost country county couple
    course court crime current cut data day dead deal death december decide decision department describe despite
    detail die died different director district earlier early east effort eight election email employee end
    ended evening event evidence expect expected face fact fall family far father february federal feel fight
    final find fire first five follow following force foreign former found four friday friend full future
    general good government great group grow hand happen hard head health hear held help high hit hold home hope
    hospital hour house human hundred idea image immediately important incident include including increase
    inform information inside international interview investigate investigation investigator issue january job
    join july june justice kill killed kind knew know known large last late later law lawmaker lawyer lead
    leader leave led left legal level life line list little live local long look los lost lot low main major man
    march mark matter mean media medium meet meeting member men message military million minister minute moment
    monday money month morning mother move mr mrs ms name nation national nearly new news newspaper next night
    nine north note noted november number october offer office officer official old open opinion order
    organization outside owner part party pass past pay people percent period person phone photo place plan play
    point police policy political position possible post power prepare present president press pressure previous
    private problem process program protect provide public question raise reach read real reason receive recent
    recently record reject release released remain remove report reported reporter reporting represent
    republican request respond response rest result return reveal right rise road role rule run safe saturday
    scene school second secretary section security seek senior sent september series serious serve service set
    seven share shoot shot show side sign similar simply single site situation six small social son source south
    speak special specific spoke spokesman spokesperson spokeswoman stand start started state statement stay
    step stop story street strong student sunday support sure suspect system talk team tell ten term thing think
    third thousand threat three thursday time today told took top town trial tried trouble true try tuesday turn
    twitter understand unit united university video view violence visit vote wait war way website wednesday week
    weekend west white wife win woman women word work worker world write wrong wrote year yesterday york young
    """.split()
)
"""Words that about every fourth news report has, whatever it is about: weak evidence that two reports tell one story."""
