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
        according day first house last new old people police president shot state time told trump year
        """,
    ),
    (
        0.25,
        """
        american call called campaign case country democrat democratic department donald family former found
        friday home including know later m man member monday month national night office official party
        political presidential public report republican right saying shooting statement support think three
        thursday tuesday u way week white
        """,
    ),
    (
        0.16,
        """
        action added administration america area asked attack believe bill block candidate center charge charged
        chief children city clear clinton comment committee congress continue county court dead death decision
        died director earlier early effort election end face far federal four friend general good government
        group gun gunshot happened head help high hillary hospital hour incident information inside interview
        investigation investigator issue job john killed law leader left life live long look making million
        morning mr name nation next number obama officer outside p part past person place plan point policy post
        question recent released remain reported reporter run saturday say scene school second secretary
        security sen senate senator service set show side street sunday taken thing today took top trying united
        victim vote washington wednesday work world wound wrote york
        """,
    ),
    (
        0.1,
        """
        able accused act afternoon ago allow announced appear arrested arrived attorney authoritie based began
        best better big boy bring business california calling car care chairman change child claim close com
        come coming community concern condition conference congressional conservative continued control crime
        criminal critical d deal debate described despite detail different district email evening event evidence
        executive expected fact father fight find fire fired five following force foreign forward fox free front
        full gave getting girl given gop great hand happen hard health heard hearing held history hit hold hope
        idea identified immediately important include interest investigating involved june justice kind known
        late lawmaker lead leading leave led legal line little local looking lot major majority march mark
        matter mean media medical meeting men message minute money mother move multiple murder nearly nomination
        nominee open order organization other page parent pay percent personal play politic poll position
        possible power press primary private problem process program provide r race real reason received record
        release rep responded response result robert running sander saw seen senior sent sheriff six social
        someone son south special staff start step stop story strong supporter sure suspect system taking talk
        team tell term texa third thought try turned twitter university vice video view violence voter wanted
        war weapon west win woman women word working young
        """,
    ),
    (
        0.063,
        """
        access accidental accidentally account actually adding additional address adviser age agency agreement
        ahead aide allowed announcement answer anti apartment apparent appeared april argued argument arrest ask
        asking attempt attention available avenue bad barack battle believed benefit bernie beyond billion black
        border break brother brought building bullet bush c capitol career carolina cause central certain
        challenge chance choice chris citizen civil claimed class closed cnn co company confirmed connection
        considered contact convention cost counsel countrie couple course critic criticism criticized crowd cruz
        current cut daughter david decade december declined defense degree demand deputy detective die document
        dollar door dozen drive due east economic economy eight elected employee ended enforcement everyone
        everything expert expressed facebook failed fall familie fatal fatally fear feel field figure filed
        final firearm floor florida focus follow followed forced fund future game george giving gov governor
        ground guy half handgun hear heart helped hill holding homicide host hundred illegal immigrant
        immigration impact included independent individual injured injurie intelligence international
        investigate iowa issued j jame january joe judge july key kid killing knew large latest lawyer
        leadership leaving legislation letter level liberal list longer lost make manager measure meet met
        michael middle mike military minority moment movement n need needed neighbor north noted november
        occurred offer offered ohio ongoing opportunity particularly pass passed paul phone photo planned
        playing policie potential pressure previous previously probably promise pronounced prosecutor protect
        protection provided publicly pulled quickly raised ran re reach read recently related relationship
        remark represent representative request require return risk rival road role room rule russia safe seek
        seeking self serious serve served seven share shooter short shortly showed sign signed significant
        similar single situation small sought source speak speaker speaking speech spending spent spoke
        spokesman spokeswoman st stand standard star started stay struck student suggested suicide talking tax
        ted teen telling thousand threat total trade tried turn tweet tweeted understand union update urged
        vehicle victory wall want weekend wife william witnesse won worked worker wrong
        """,
    ),
    (
        0.04,
        """
        abc ability absolutely abuse accept accident acknowledged acting activist adam addition adult advocate
        affair affected agencie agenda agent agree agreed aid air allegation alleged allie allowing alone
        amendment amid amount andrew anthony apparently appeal appearance approach approved argue arm armed
        article assault assistant associated attempted audience august authority avoid b backed ballot ban bank
        base becoming begin beginning ben bid biden biggest billionaire bipartisan bit board body bond book born
        breaking broad broke brown budget build businesse buy calif capital cast caucus caught caused certainly
        chamber changed check chest chicago chuck church circumstance clearly club colleague college committed
        common communication companie complete concerned conduct conducted congressman consider constitution
        contest continuing controversial conversation council count cover coverage create created crisis
        currently custody daily damage dangerous data date decide decided declared deep deeply defeat defend
        defended democracy denied deputie determine determined development difference difficult direct directly
        discovered discuss discussion dismissed division domestic double doubt drew driving drop drug e effect
        emergency ensure entered entire establishment everybody exactly example exchange expect experience eye f
        faced facing failure fair faith false favor fbi february fellow felt fighting finally financial finding
        firm focused food form fourth freedom fully funding gain get global goal goe green growing guilty h
        handling higher highly http huge human hurt husband image increase increasingly indiana influence
        initial initially intended interviewed involving jail jeff jersey join joined joseph jr judiciary kept
        kill lack language largely largest learned legislative light limit lived living loaded looked lose loss
        love low lower lying male manslaughter marco market mass mayor mcconnell meanwhile mexico mile mind
        minister mistake mitch mostly motive moved moving ms muslim named nancy nbc nearby necessary negotiation
        neighborhood network nine non none note noting obtained october offering one online opened opening
        operation opinion opponent opposed opposition ordered owner paid park particular partie path pelosi
        pennsylvania period pick picture piece placed played pointed politically politician popular possession
        posted potentially powerful practice present presidency presumptive pretty prevent price prime prior
        prison pro project promised proposal proposed protest published push pushed putting raise raising rally
        rate reached ready reality referring reform refused regarding rejected relative remained remaining
        remember repeatedly reportedly reporting required residence resident respect respond responsibility
        responsible rest returned revealed review richard rise round rubio runner rushed russian ryan safety san
        scheduled schumer season seat secret secure seeing seem seemed send sense separate september serie
        serving session shoot showing shown shut simply sister site sitting society solution sometime southern
        specific specifically spend spread stage standing stated station status stood stopped store strategy
        subject suffered suffering suggest summer super supported supporting supreme t take target teenager
        television terrorism terrorist test testimony text thank thoma threatening throughout tie tough town
        tragedy tragic trail transported treated treatment trial true truth tv ultimately unclear unit unknown
        value vermont veteran violent virginia visit voice voted voting vowed w walked warned warning watch
        water website whatever whole willing window winning witness worse wounded written yard
        """,
    ),
    (
        0.025,
        """
        accusation active activity ad add addressed admitted advance advantage affect african aggressive aim
        aimed al allegedly alternative analysis analyst angele anger angry announce annual anybody ap apply
        appropriate approval approve arguing arizona arkansa army arrival aside assistance associate association
        attacked attend attended author autopsy average aware background backing bar basis bear beat bedroom
        begun behalf behavior belief bigger blame blood blue bob bodie bomb brian briefing bringing broken built
        bureau caliber camera candidacy carried carry carrying cash caucuse cbs century ceo chair challenged
        channel character charle china choose christian christma christopher cited citie citing citizenship
        claiming climate closely closer closing coach coalition colorado commission commitment communitie
        compared complaint completely complex compromise concluded conclusion confidence confirm conflict
        connected connecticut consequence considering constitutional contrast controlled controversy convicted
        conviction core corner coroner corporate creating credit crew culture danger davis deadline deadly
        dealing dec defending delegate deliver delivered describe description deserve designed directed
        direction discharged discussed dispute doctor donor dr draw driver dropped drove duty easily easy ed
        edge editor education effective effectively elizabeth emerged ending endorsed endorsement energy engaged
        enter entering entirely environment era eric essentially estate estimated europe eventually ex expand
        explain explained extremely facility familiar fan fast favorite feb feeling fell felony female fifth
        file finance fine firing fix fla fled foot forth fought foundation founder gang gary gas gathered
        gathering gay generally generation georgia give god gotten graham grand grandmother grant greater growth
        guard gunfire gunman hall hampshire handed happening happy harm harris harry hate headed heading
        headquarter heavily heavy helping here highest historic hitting homeland honor hoped hopeful hoping
        hotel hunt hunting identify identity illegally illinois immediate impeachment income increased indicated
        indication industry inflicted injury inquiry insisted instance institute institution insurance intent
        internal internet introduced investigated invited involvement iran iraq islamic island jackson jan jeb
        jim johnson joint jone journal journalist jury juvenile keeping kelly kentucky kevin king knowledge ky l
        labor laid lake land larger launched lawsuit learn lee lengthy let lie limited link listed located
        location locked longtime los losing loved magazine main managed management margin martin maryland
        massachusett massive material mccain meaning meant memorial mention miami michigan mid midnight minor
        mission mitt model moderate mom movie mrs nationwide natural nature navy neck negative nevada newspaper
        nice nobody nov nuclear numerous oh older openly oppose option original outcome outlet overall overnight
        owned pac package panel paper parking partisan partner passing paying peace pence pending percentage
        permit personally peter philadelphia pic picked planning platform player pleaded please pledged plus
        politico polling poor population positive possibility possibly praised prayer preliminary prepared
        presence primarie principle priority privately probe proceeding product professional professor profile
        progress progressive prominent prompted property prospect protected protecting protester prove providing
        provision pull purpose pushing quarter questioned quiet quite racial radical radio range rank rare
        reaction receive receiving reckless recovered red reference referred reflect regardless region regional
        regular regulation reid reject relation relief religion religious remove removed repeated replace
        reputation requested requirement research resignation resolution resource responding restriction retired
        reuter reveal reward rhetoric rick rifle rising rock romney root rose roughly route ruled ruling rural
        sad sale sarah save scandal scott search sending sentence sept seriously server setting sex sexual
        shared shift shotgun shutdown signature simple sit smith somebody sort sound spoken spokesperson sport
        spot spring stable stake stance starting stephen steve steven storie straight strategist strength strike
        striking struggle struggled struggling stuff style success successful suggesting suit supposed surgery
        surprise surrounding survey survive suspected suspicious table talked targeted task taxe tear ten
        terrible thinking threatened tim tip tom tone tonight track traditional traffic travel trigger trip
        troop trouble trust turning twice type unable undermine undocumented unlikely unusual updated usa user
        various version violation visiting vulnerable wage wait waiting wake walk walking warren watching wave
        wearing weather welfare western wide widely wing winner wisconsin worried worst worth write writing y
        yes yesterday younger
        """,
    ),
    (
        0.016,
        """
        abortion abroad accusing activitie actor actual addressing admit adopted ads advice affordable
        afghanistan afterward aggravated airport alabama ally ambassador anonymity anonymous answered anymore
        apologize appointed attacking attempting baby backlash barrier basic basketball bay beach become bed
        benjamin birth blamed blocked blow booked bottom branch brief briefly brooklyn businessman cable camp
        campaigning captured card carson challenging changing checked chinese chosen christie classified clean
        client coast code collin comey commander commerce complained completed computer condemned confident
        consideration consistent conspiracy construction contender content contract contribution cop correct
        counter cousin covered crucial customer cycle dan daniel dark de debt deceased delay demanded demanding
        describing desire detailed detroit devastating device diego diplomatic disagree disclosure
        discrimination discussing disease display disputed divided dog draft drawing drawn dream driven earned
        eastern elect element elsewhere emotional encourage engage environmental equal essential established
        european examiner except exist existing exit expectation express extend extended extreme factor fail
        failing feet fewer filing film finished fit flag folk football formal formally founded france frank
        frequently funded g germany girlfriend granted grew grow guarantee handful handle helicopter henry
        holiday hollywood housing howard huckabee hunter imposed impossible improve increasing informed innocent
        intend intention interested interference investment israel jay jerry judgment k kennedy lady lane lay
        leg legally legitimate liked lindsey listen lock louis lt mail maintain manner marked marriage married
        medicare memo mentioned metro mexican minimum minnesota missed missing missouri modern moral msnbc
        murphy negligent negotiate negotiating newly noon normal notified obstruction obviously occasion oct
        officially oil oklahoma originally otherwise outrage oval oversea oversight pair paris passage patrol
        payment performance personnel pistol pledge pointing pre preparing presented pressed prioritie procedure
        proceed produced promote proud proved pursue questioning quick quote racist rallie ranking rating
        reaching reading recalled recognize reduce refuse registered regret releasing reopen replied reserve
        resign resolve responder rich saving scale science scrutiny sean searching section seized sell sensitive
        sharp shirt shock shop shoulder size slow smaller smart sparked spirit split staffer staying stock
        stolen stronger strongly study subpoena subsequent succeed suggestion summit surprised surveillance
        susan sweeping swing tactic tape taxpayer tea technology temporary tennessee tension terror testify
        testing threaten throwing tied title tony topic totally tower training treasury truly typically
        understanding unemployment unfortunately unlike unprecedented upcoming upset urge urging usual utah v va
        valley van vast violated virtually vision watched wayne weak welcome wild wish youth zero
        """,
    ),
)

SHARES: dict[str, float] = {word: share for share, words in _WORDS for word in words.split()}
"""The share of reports that hold a word."""
