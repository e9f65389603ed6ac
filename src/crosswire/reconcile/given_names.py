"""Given names that are forms of one another: short forms, and spellings of one name in Latin letters.

General English and general world; a line is one name. Short forms are those that dictionaries of English given names
list; spellings are those in common use for one name of another script or language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_FORMS = """
abdel abdul abd abdal
abigail abby
abraham abe
ahmed ahmad achmad
alan allan allen
albert al bert
alexander alex alec aleksandr alexandr oleksandr aliaksandr aleksander alexandre
alexandra alex
alexei alexey aleksei aleksey oleksiy oleksii
alfred al fred
amanda mandy
andrei andrey andriy andrii
andrew andy drew
angela angie
ann anne anna
anthony tony antony
antonio tony
arthur art
barbara barb
benjamin ben benny
bernard bernie
bernardo bernie
bradford brad
bradley brad
brian bryan
carl karl
caroline carrie
catherine katherine kathryn kathy cathy kate katie kathleen
charles charlie chuck
christine chris christina
christopher chris kristofer
clifford cliff
clinton clint
curtis curt
cynthia cindy
daniel dan danny
david dave
deborah debra debbie
dennis denis
dmitry dmitri dmitriy dmytro dimitri
donald don donnie
dorothy dottie
douglas doug
edward ed eddie ted
edwin ed
eleanor ellie
elizabeth elisabeth liz beth betsy
eric erik erick
eugene gene
evgeny evgeniy yevgeny yevgeni evgeni yevhen
frances fran
francis frank
francisco paco
franklin frank
frederick fred frederic
gabriel gabe
geoffrey jeffrey jeff geoff
gerald gerry jerry
gilbert gil
gregory greg gregg
gwendolyn gwen
harold harry
hasan hassan
henry harry hank
herbert herb
howard howie
hussein hussain hossein husain husayn
ibrahim ebrahim
irving irv
isaac ike
ismail ismael esmail
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jefferson jeff
jennifer jen jenny
jerome jerry
jerrold jerry
jessica jess
john jon johnny jack
jonathan jon jonathon
joseph joe joey
josephine jo
joshua josh
judith judy
julia julie
kenneth ken kenny
khalid khaled
kimberly kim
kirill kyrylo
lawrence laurence larry
leonard len lenny
louis lou lewis
madeline maddie
margaret maggie peggy meg
marjorie marge
mark marc
martin marty
matthew matt mathew
maxwell max
melvin mel
michael micheal mike mick mickey
mikhail mykhailo mikhailo
mitchell mitch
moammar muammar muammer moamer
mohammed mohammad mohamed mohamad muhammad muhammed mohammod
mustafa moustafa mostafa
nathaniel nathan nate
nicholas nick nicolas nicky
nicole nikki
nikolai nikolay mykola nikolaj
norman norm
nouri nuri noori
omar umar
osama usama
pamela pam
patricia pat patty trish
patrick pat
peter pete
philip phillip phil
qasem qassem qasim qassim kassem ghasem
randolph randall randy
rashid rasheed rachid
raymond ray
rebecca rebekah becky
reginald reggie
richard rick dick rich ricky
robert bob rob bobby robbie
roderick rod
roger rog
ronald ron ronnie
rudolph rudolf rudy
russell russ
saeed said saïd sayeed
salah saleh
samantha sam
samuel sam sammy
sara sarah
sergei sergey sergiy serhiy serhii
sidney sydney sid
solomon sol
stanley stan
stephanie steph
stephen steven steve stephan
stuart stewart stu
suleiman sulaiman soleiman sulayman
susan sue susie
tamara tammy
tariq tarek tareq
teresa theresa terry
terrence terence terry
thaddeus tad
theodore ted teddy theo
thomas tom tommy
timothy tim
valerie val
valery valeri valeriy valerii
vasily vasili vasiliy vasyl
victor viktor vic
victoria vicky
vincent vince
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr uladzimir
walter walt
wesley wes
william bill will billy willie
yuri yury yuriy yurii
yusuf yousef youssef yousuf yusef yosef
zachary zach zack
zeinab zainab zaynab
"""

# Family names that stand first in the names of people, where they are no given name in English.
FAMILY_FIRST = frozenset(
    """
    xi li wang zhang liu chen yang zhao huang wu zhou xu ma zhu hu guo lin gao luo zheng liang xie tang deng feng kim
    moon park choi jung cho kang yoon nguyen tran pham phan hoang
    """.split()
)
_SURNAMES = """
gaddafi gadhafi qaddafi kadhafi gadafi qadhafi qadafi kaddafi khadafy
laden ladin
rouhani rohani ruhani
khamenei khameini
"""


def _families(lines: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines.split("\n")):
        for name in line.split():
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


GIVEN = _families(_FORMS)
"""For each given name, the numbers of the names that it is a form of ("ted" is of Edward and of Theodore)."""
SURNAMES = _families(_SURNAMES)
"""Surnames whose spellings differ by more than one vowel."""


def one_given(a: str, b: str) -> bool:
    """Whether two given names are forms of one."""
    return not GIVEN.get(a, frozenset()).isdisjoint(GIVEN.get(b, frozenset()))


def one_surname(a: str, b: str) -> bool:
    """Whether two surnames are listed as spellings of one."""
    return not SURNAMES.get(a, frozenset()).isdisjoint(SURNAMES.get(b, frozenset()))
