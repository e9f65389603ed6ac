"""How common words are in news: data, nothing else.

Shares of English news reports that hold a word (its stem, without function words), averaged over several collections of
different years and subjects, so that none of them sets the tone; each word stands with the nearest of a few shares.
What is not here counts as rare. Words that only one collection has are left out.
"""

from __future__ import annotations

_WORDS: tuple[tuple[float, str], ...] = (
    (
        0.4,
        """
        according first home house new old people police president shooting shot state time told year
        """,
    ),
    (
        0.25,
        """
        american call called case county day dead death department died family former found friday gun hospital
        including investigation killed know last later m man member monday month morning night office officer
        official p released report republican right saying statement three thursday tuesday way week
        """,
    ),
    (
        0.16,
        """
        action added administration area asked attorney believe block boy campaign center charge charged chief
        child children city clear committee congress continue country court crime decision democrat democratic
        donald earlier early election end face far federal fired four friend general good government group
        gunshot happened head help high hour identified incident information inside investigator issue john law
        leader left life live long million mother mr national next number obama outside part party person place
        plan political presidential public question remain reported reporter run saturday say scene school
        second security senate service set show street sunday support taken thing think today took top u united
        victim washington wednesday white work wound york
        """,
    ),
    (
        0.1,
        """
        accidental accidentally accused act afternoon ago allow america announced appear arrest arrested arrived
        attack authoritie began best big bill business calling candidate car care change claim clinton close com
        coming comment community concern condition conference confirmed congressional conservative criminal
        critical d deal described detail director district drive effort evening evidence expected fact father
        fight find fire five following foreign fox front full getting girl given great hand hard health heard
        hearing held history hit hold hope immediately include injured interview investigating involved job
        justice known late lawmaker lead led legal line little local look lot majority making mark matter mean
        media medical meeting men message michael minute move multiple murder name nation open order other page
        parent past point policy possible post power press problem process program pronounced provide r race
        received recent record release rep representative responded response result road robert running saw
        secretary seen sen senator senior sent sheriff side six someone son south special staff step stop story
        sure suspect system taking talk team teen term texa third thought trying twitter video violence vote
        weapon west woman women working world wrote young
        """,
    ),
    (
        0.063,
        """
        able accident account actually adding additional address adult adviser age agency ahead aide allowed
        announcement answer anti apartment apparent appeared argued ask asking attempt available avenue bad
        barack based believed benefit better billion black body border break bring brother brought building
        bullet c california capitol career cause central chairman challenge chance chest civil claimed closed
        cnn co come company connection contact continued control counsel countrie couple course critic
        criticized current cut daughter david debate decade december declined defense degree demand deputie
        deputy despite detective die different document door dozen due east economic eight email emergency
        employee ended enforcement event everyone everything executive expert failed familie fatal fatally feel
        field figure filed final firearm floor follow followed force forced forward free fund future game gave
        george gov governor ground guy half handgun happen hear heart helped hill hillary holding homicide hurt
        idea illegal important included individual injurie intelligence interest international investigate
        issued j jame january joe judge july june key kid killing kind knew large latest lawyer leading leave
        legislation letter level lived looking lost major march measure meet met middle mike military moment
        money motive n nancy nearby nearly need needed neighbor neighborhood nominee north noted november
        occurred offer offered ongoing organization pass passed paul pay percent personal phone photo play
        playing policie politic position potential previously primary prison private prosecutor protect
        protection pulled quickly ran re reach read real reason recently related remark resident return role
        room rule russia safe safety seek seeking self serious serve served seven share shoot shooter short
        shortly showed sign signed similar single situation small social source speak speaking speech spent
        spoke spokesman spokeswoman st stand start started stay strong struck student suicide supporter talking
        tax teenager tell threat total tried try turn turned tweet tweeted understand union university update
        urged vehicle vice view voter wall want wanted war weekend wife william win witnesse word worked worker
        wrong
        """,
    ),
    (
        0.04,
        """
        ability absolutely abuse access acknowledged acting adam addition advocate affair affected agencie agent
        agree agreed agreement aid air allegation alleged allegedly allowing alone amid amount andrew anthony
        apparently appeal appearance approved april argument arm armed article assault assistant associated
        attempted attention authority avoid backed ban base battle begin beyond bid biggest blood board bond
        broad broke brown build bush businesse calif carolina caught caused certain certainly chamber changed
        check choice chris chuck church circumstance citizen class clearly colleague college committed
        communication companie concerned conduct congressman consider considered constitution conversation
        convicted cost count cover coverage create created crisis criticism crowd currently custody daily damage
        dangerous data decide decided declared deep deeply defend denied determine determined difficult direct
        directly discovered discussion dismissed division dollar domestic driving drug e economy effect elected
        ensure entered entire everybody exactly example exchange expect experience expressed facebook faced
        facing fair fall false favor fbi fear february fellow felt fighting financial finding firm florida focus
        focused food fourth freedom fully funding giving goe green growing guilty handling host http human
        hundred husband image immigrant impact increase independent inflicted influence initially intended
        interviewed involving iowa jail joined joseph jr judiciary kept kevin kill lack largely leadership
        learned leaving legislative liberal light limit list living loaded location longer looked loss love
        lower lying make male manager manslaughter market mayor meanwhile mexico mile mind minister mistake
        moved movement ms named nbc necessary negotiation nine nomination non none note noting obtained october
        ohio online opened operation opinion opponent opportunity opposed opposition ordered owner paid park
        particular particularly partie period picture placed planned played player please pointed poll
        possession posted powerful practice present presidency pressure prevent previous prior pro probably
        project promise proposal proposed protest provided publicly published push pushed putting raise raised
        reached referring reform refused regarding rejected relationship relative remained remember repeatedly
        reportedly represent request require required residence respect respond responsibility responsible rest
        returned revealed review richard risk rival round rushed russian ryan san sander scheduled search season
        seat secure seeing seem seemed send separate september serie serving session sex showing shown shut
        significant simply sister site sitting sometime sought southern specific specifically spending spread
        standard standing star station status stood stopped store subject suffered suffering suggest suggested
        supported supreme suspected t take target television telling testimony text thank thoma thousand
        threatening throughout tie tip tough town trade tragedy tragic transported treated treatment trial
        trigger true tv ultimately unclear unit unknown value veteran victory violent visit voice voted voting w
        walked warned warning watch weather website whole willing window winning witness won wounded written y
        yard
        """,
    ),
    (
        0.025,
        """
        abc accept accusation active activist activity add addressed admitted advance affect african aim aimed
        al angele announce anonymous anybody apply approach appropriate approve argue arguing arizona arrival
        aside assistance associate association attacked attend attended audience august autopsy aware b ballot
        bank bar basis beat becoming bedroom beginning behalf behavior belief ben benjamin bigger bit blame blue
        bob bodie bomb book born breaking brian briefing broken budget bureau buy caliber camera capital carried
        carry carrying cast cbs ceo chair challenged charle chicago china christian christma christopher cited
        citie citing claiming club coach coalition colorado commitment common complaint complete completed
        completely complex compromise concluded conclusion conducted confidence confirm conflict connected
        connecticut consequence considering constitutional continuing controlled controversial controversy
        convention conviction cop corner coroner council cousin crew customer danger date davis deadline deadly
        dealing dec deceased defeat defended deliver delivered democracy describe description deserve designed
        detroit development difference directed direction discharged discuss discussed dispute doctor double
        doubt dr draw drew driver drop dropped drove duty ed education effective elizabeth emerged ending
        entirely era eric estimated eventually ex examiner explain explained extremely eye f facility failure
        faith fast feeling fell felony female fifth file finally finance firing fix fled foot form forth founder
        gain gang gas gathered gathering gay georgia get girlfriend give global goal god graham grand
        grandmother grant greater guard gunfire gunman h handed happy harm harris heading heavily helping here
        higher highest highly historic hitting honor hoping hotel huge hunt hunter hunting identify identity
        illinois immediate increased increasingly indiana indicated indication industry informed initial injury
        inquiry insisted instance institute institution intent interference internal internet introduced
        investigated invited iran jackson jan jeff jersey jim johnson join joint jone journal jury juvenile
        keeping kentucky king knowledge l laid lake land lane language largest launched lawsuit lee leg lengthy
        let lie limited link listed located locked longtime los lose losing loved low lt magazine main mass
        massachusett massive material meaning meant memorial metro midnight minor mission model mom mostly
        moving nationwide natural nature navy neck negligent negotiate network newspaper nice nobody noon
        notified nov numerous offering older one opening option original outcome outlet overnight oversight
        owned package panel paper parking partner passing path patrol peace pending pennsylvania permit peter
        pic pick picked piece pistol planning pleaded politically politician popular population positive
        possibility possibly potentially praised prayer preliminary prepared pretty price prime principle probe
        proceeding professional profile progress prominent promised property prospect protected protecting
        protester providing provision pull purpose quarter questioned quiet quite radio raising rally range rank
        rare rate reaction ready reality receive receiving reckless recovered red reference referred regardless
        region regional regular regulation reid relation religious remaining remove removed repeated replace
        reporting requested research resignation resolution resource responding reveal reward rick rifle rise
        rock rose roughly route ruled ruling rural sad sarah save scandal scott secret sense sentence sept
        setting sexual shared shotgun shoulder signature sit smith society solution somebody sort sound spend
        spoken spokesperson sport spot stable stage starting stated stephen steve steven stolen storie straight
        strategy strike striking struggled style successful suggesting summer surgery surrounding survive
        suspicious talked targeted task taxe tear ten terrorism test testify threatened tim tom track traffic
        trail travel trip trouble trust truth turning twice type unable undermine unlikely updated urge user
        various version violation virginia visiting vowed vulnerable waiting wake walk walking warren water
        wearing welfare whatever wide wing worried worse worst worth writing yes yesterday younger youth
        """,
    ),
    (
        0.016,
        """
        accountable activitie advantage aggravated aggressive alcohol allege alternative analyst anger angry
        annual apologize approached approval army atlanta attempting average baby background bail barrier basic
        basketball bear bed begun blocked booked box branch brief briefly bringing built cable campus cash
        century channel character checked choose clean client closely closing coast collin commerce commission
        complained computer condemned confident consideration consistent conspiracy contain content contract
        correct counter creating credit culture damaged dan daniel dark de defending delay demanded demanding
        desire detailed devastating device diego disclosure disputed dog doug draft dream drinking easily easy
        edge editor effectively elect element emotional encourage energy engage engaged enter entering
        environment essential essentially established estate european existing expand express extend factor
        failing familiar fan favorite feb feet felon filing fine finished fla football forensic formal formally
        fort fought foundation frank funded g garage garden gary generally gotten grandson granted greg grew
        grief guarantee hall handful happening harry hate headed headquarter heavy helicopter henry holiday
        hollywood hoped housing houston imposed improve income indianapolis innocent insurance intention
        involvement island jay jerry journalist kansa kelly kennedy learn legally legitimate liked listen lock
        louis mail maintain managed management manner marriage married martin maryland mccain mccarthy miami mid
        minneapolis minnesota missed missouri moral motivated mountain movie murphy negative negotiating nevada
        newly normal northwest oath obstruction occasion oct oh oil oklahoma originally outrage overall pair
        paying payment personally personnel philadelphia plea plus pm preparing presence presented priority
        privately procedure produced professor promote prompted prove pushing questioning racial radical reading
        recalled reduce reflect refuse regret releasing relief requirement reserve resign resolve responder
        retired riding rising sale saudi scale searching section seized sending sentenced seriously server sgt
        shift shop signing simple sparked spirit spring stance staying stock strength struggle struggling stuff
        subpoena success sudden suit summit supposed surprise surprised surveillance susan table tape teenage
        temporary tension terrible testing thinking thompson threaten tied title tone tonight tony totally tower
        traditional training understanding unfortunately unprecedented unusual upset upstair urging va valley
        van vermont wait warrant watched watching wave wayne western widely wildlife wisconsin write zero
        """,
    ),
)

SHARES: dict[str, float] = {word: share for share, words in _WORDS for word in words.split()}
"""The share of reports that hold a word."""
