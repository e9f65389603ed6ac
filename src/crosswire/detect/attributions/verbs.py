"""Attributions whose cue is a verb: clause, infinitive, object or phrase as content, by what the lexicon allows."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.detect.attributions.sources import agent, extent, is_passive, joined_to, loose_cue, neighbour, subject
from crosswire.detect.attributions.tree import Tree
from crosswire.model import Span

KNOWN = (
    lexicon.CLAUSE
    | lexicon.QUOTE_ONLY
    | lexicon.INTENTION
    | lexicon.DIRECTIVE
    | lexicon.OBJECT
    | frozenset(lexicon.PREPOSITION)
    | {"make"}
)
_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_OBJECT_PREPOSITIONS = frozenset({"of", "as", "for", "over", "against", "about"})
_ANSWERS = 8  # cues after a question among which its answer is looked for
_ASKED = frozenset({"why", "how", "what", "who", "whether", "where"})
_WH = frozenset({"when", "where", "why", "how", "while", "if"})


def verb_draft(scene: Scene, verb: int) -> Draft | None:
    """The attribution that a verb makes, perhaps still without content (a quotation may give it); None if it makes none."""
    lemma = scene.tokens[verb].lemma.lower()
    passive = is_passive(scene.tree, verb)
    draft = bare_draft(scene, verb)
    draft.told = lemma in lexicon.CLAUSE or lemma in lexicon.QUOTE_ONLY
    draft.quotable = draft.told and not (passive and draft.head is None)
    _content(scene, draft, lemma, passive=passive)
    if draft.head is None and scene.tokens[verb].tag == "VB":  # "it is hard to think that …": nobody says it
        return None
    return draft if draft.content or draft.quotable else None


def bare_draft(scene: Scene, verb: int) -> Draft:
    """Cue and source of a verb, without content."""
    tree = scene.tree
    cue = cue_range(tree, verb)
    head = agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb) or neighbour(scene, cue)
    if head is not None and scene.within[verb] < 0 <= scene.within[tree.tokens[head].head] and scene.within[head] < 0:
        head = None  # the subject of a quoted verb: the parser joined what the marks part
    source = extent(scene, head, cue) if head is not None else None
    return Draft(verb, cue, source, head, told=True)


def cue_range(tree: Tree, verb: int) -> Range:
    """A verb with its auxiliaries, adverbs and negation before it, its particle after it, and a verb that carries it."""
    tokens = tree.tokens
    first = last = verb
    helpers = {c for c in tree.children[verb] if tokens[c].dep in _LEFT and tokens[c].text.lower() not in _WH}
    while first - 1 in helpers and tree.left[first - 1] == first - 1:
        first -= 1
    head = tokens[verb].head
    if tokens[verb].dep == "xcomp" and tokens[head].lemma.lower() in lexicon.CARRIER and 0 < first - head <= 2:
        first = cue_range(tree, head)[0] if head < verb else first
    said_so = tokens[verb].dep == "pcomp" and head == verb - 1 and tokens[head].head == verb - 2
    if (
        said_so
        and tokens[head].text in {"as", "by"}
        and tokens[head - 1].lemma.lower() in {"quote", "respond", "reply"}
    ):
        first = cue_range(tree, head - 1)[0]
    if last + 1 < len(tokens) and tokens[last + 1].dep == "prt" and tokens[last + 1].head == verb:
        last += 1
    return first, last


def _content(scene: Scene, draft: Draft, lemma: str, *, passive: bool) -> None:
    """Fill in the content by the first frame that fits."""
    if passive and draft.source is None and _passive(scene, draft, lemma):
        return
    frames = (_clause, _as_said, _directive, _infinitive, _phrase, _object)
    for frame in frames:
        if frame(scene, draft, lemma):
            draft.frame = frame.__name__
            return


def _clause(scene: Scene, draft: Draft, lemma: str) -> bool:
    tree, verb = scene.tree, draft.verb
    if lemma == "make" and not any(tree.tokens[c].text.lower() == "clear" for c in tree.children[verb]):
        return False
    if lemma not in lexicon.CLAUSE and lemma != "make":
        return False
    clause = tree.child(verb, "ccomp") or _question(tree, verb)
    if clause is None:
        return _that_follows(scene, draft)
    if clause < verb and lemma not in lexicon.PARENTHETICAL and scene.within[clause] < 0:
        return False
    first, last = _said_start(scene, draft, clause), _said_end(scene, clause)
    if lemma == "make" and draft.cue is not None and draft.cue[1] < first:
        draft.cue = (draft.cue[0], max(draft.cue[1], tree.trimmed(draft.cue[1], first - 1)[1]))
    draft.content = _without(tree, first, last, (draft.first, draft.last))
    return bool(draft.content)


def _said_start(scene: Scene, draft: Draft, clause: int) -> int:
    """The first token of what is said: after whom the source cites ("reported, citing a docker, that …")."""
    tree, tokens = scene.tree, scene.tokens
    first = tree.left[clause]
    if first < draft.verb or tokens[first].tag != "VBG" or tokens[first].lemma.lower() not in lexicon.CITING:
        return first
    cited = tree.child(first, "dobj")
    if cited is None or tree.right[cited] >= clause:
        return first
    begin, end = tree.trimmed(tree.left[cited], tree.right[cited])
    draft.relayed = (tree.span(begin, end).of(scene.article.text),)
    return tree.right[cited] + 1


def _said_end(scene: Scene, clause: int) -> int:
    """The last token of what is said: before a coordinated cue, and before what the speaker does after a quotation."""
    tree, tokens = scene.tree, scene.tokens
    last = tree.right[clause]
    for c in tree.children[clause]:
        start = tree.left[c]
        if c > clause and tokens[c].dep == "conj" and joined_to(tree, c) is not None:
            last = min(last, cue_range(tree, c)[0] - 1)
        if c > clause and start > clause and loose_cue(tree, c) is not None:
            last = min(last, start - 1)
        quoted = start > 1 and (scene.within[start - 1] >= 0 or scene.within[start - 2] >= 0)
        if (
            c > clause
            and quoted
            and tokens[c].tag == "VBG"
            and tokens[c].dep in {"advcl", "acl"}
            and scene.within[c] < 0
        ):
            last = min(last, start - 1)
    return max(clause, last)


def _question(tree: Tree, verb: int) -> int | None:
    """A clause that begins with a question word right after the cue, which the parser took for a side clause."""
    for c in tree.children[verb]:
        first = tree.left[c]
        if (
            c > verb
            and tree.tokens[c].dep == "advcl"
            and first == verb + 1
            and tree.tokens[first].text.lower() in _ASKED
        ):
            return c
    return None


def _that_follows(scene: Scene, draft: Draft) -> bool:
    """A that-clause right after the cue which the parser hung elsewhere."""
    tree = scene.tree
    after = draft.last + 1
    if after < len(tree.tokens) and tree.tokens[after].text.lower() == "that" and tree.tokens[after].tag == "IN":
        end = max(tree.right[draft.verb], tree.right[tree.tokens[after].head])
        draft.content = [tree.span(*tree.trimmed(after, end))]
        return True
    return False


def _without(tree: Tree, first: int, last: int, cut: Range) -> list[Span]:
    """The range without the cut, as one or two spans."""
    if cut[1] < first or cut[0] > last:
        return [tree.span(*tree.trimmed(first, last))]
    pieces = [(a, b) for a, b in ((first, cut[0] - 1), (cut[1] + 1, last)) if a <= b]
    trimmed = [tree.trimmed(*p) for p in pieces]
    return [tree.span(a, b) for a, b in trimmed if b > a or tree.tokens[a].pos not in {"PUNCT", "CCONJ"}]


def _as_said(scene: Scene, draft: Draft, lemma: str) -> bool:
    """A clause into which the cue is put: "…, as X put it, …", "…, X said, …"."""
    tree, verb = scene.tree, draft.verb
    token = tree.tokens[verb]
    marked = token.dep == "advcl" and any(tree.tokens[c].text.lower() == "as" for c in tree.children[verb])
    loose = token.dep == "parataxis" and lemma in lexicon.PARENTHETICAL
    if not (loose or (marked and lemma in lexicon.AS_SAID)) or draft.source is None:
        return False
    cut = (tree.left[verb], tree.right[verb])
    main = token.head
    draft.content = _without(tree, tree.left[main], tree.right[main], cut)
    if marked and lemma == "put" and draft.cue:
        draft.cue = (draft.cue[0], min(cut[1], draft.cue[1] + 1))
    return True


def _passive(scene: Scene, draft: Draft, lemma: str) -> bool:
    """Of "X is expected to go", what is expected: the subject and the infinitive, of nobody named."""
    tree = scene.tree
    who, what = tree.child(draft.verb, "nsubjpass"), tree.child(draft.verb, "xcomp")
    if who is None or what is None or lemma not in lexicon.PASSIVE_UNNAMED or draft.cue is None:
        return False
    first, last = extent(scene, who, draft.cue)
    draft.content = [tree.span(first, last), tree.span(*tree.trimmed(tree.left[what], tree.right[what]))]
    return True


def _directive(scene: Scene, draft: Draft, lemma: str) -> bool:
    tree = scene.tree
    if lemma not in lexicon.DIRECTIVE:
        return False
    what = _infinitive_of(tree, draft.verb)
    whom = tree.child(draft.verb, "dobj", "dative")
    if what is None or whom is None or not draft.verb < whom < what:
        return False
    draft.content = [tree.span(*tree.trimmed(tree.left[whom], tree.right[what]))]
    return True


def _infinitive(scene: Scene, draft: Draft, lemma: str) -> bool:
    tree = scene.tree
    what = _infinitive_of(tree, draft.verb)
    if lemma not in lexicon.INTENTION or what is None or what < draft.verb or draft.source is None:
        return False
    draft.content = [tree.span(*tree.trimmed(tree.left[what], tree.right[what]))]
    return True


def _infinitive_of(tree: Tree, verb: int) -> int | None:
    for c in tree.children[verb]:
        if tree.tokens[c].dep in {"xcomp", "ccomp"} and any(tree.tokens[k].tag == "TO" for k in tree.children[c]):
            return c
    return None


def _phrase(scene: Scene, draft: Draft, lemma: str) -> bool:
    """A prepositional object: "called for calm"; the preposition belongs to the cue where it stands by the verb."""
    tree, verb = scene.tree, draft.verb
    allowed = lexicon.PREPOSITION.get(lemma)
    if not allowed or draft.cue is None:
        return False
    for prep in tree.children[verb]:
        if prep < verb or tree.tokens[prep].dep != "prep" or tree.tokens[prep].text.lower() not in allowed:
            continue
        what = tree.child(prep, "pobj", "pcomp")
        if what is not None:
            draft.content = [tree.span(*tree.trimmed(tree.left[what], _object_end(tree, verb, what)))]
            if prep == draft.cue[1] + 1:
                draft.cue = (draft.cue[0], prep)
            return True
    return False


def _object(scene: Scene, draft: Draft, lemma: str) -> bool:
    """An object that is what was said or judged, with what is said of it ("called the plan a mistake")."""
    tree, verb = scene.tree, draft.verb
    what = tree.child(verb, "dobj")
    if lemma not in lexicon.OBJECT or what is None or what < verb:
        return False
    end = _object_end(tree, verb, what)
    if tree.tokens[what].pos == "PRON" and tree.left[what] == end:
        return False
    draft.content = [tree.span(*tree.trimmed(tree.left[what], end))]
    return True


def _object_end(tree: Tree, verb: int, what: int) -> int:
    """The end of an object with what the parser hung on the verb but belongs to it: "as …", "for …", "to …"."""
    end = tree.right[what]
    for c in tree.children[verb]:
        token = tree.tokens[c]
        if c < what or tree.left[c] != end + 1:
            continue
        phrase = token.dep == "prep" and token.text.lower() in _OBJECT_PREPOSITIONS
        infinitive = token.dep in {"xcomp", "advcl"} and tree.tokens[tree.left[c]].tag == "TO"
        if token.dep == "oprd" or phrase or infinitive:
            end = tree.right[c]
    return end


def cut_questions(scene: Scene, drafts: Sequence[Draft]) -> None:
    """End the content of "Asked whether …" where the one who answers begins: ", Roe said"."""
    tokens, sentence = scene.tokens, scene.tree.sentence
    for n, draft in enumerate(drafts):
        if tokens[draft.verb].lemma.lower() != "ask" or draft.source is not None:
            continue
        for after in drafts[n + 1 : n + 1 + _ANSWERS]:
            if sentence[draft.verb] != sentence[after.verb]:
                break
            if after.source is not None and after.first > draft.last + 1 and tokens[after.first - 1].text == ",":
                end = tokens[after.first - 2].end
                draft.content = [Span(s.start, min(s.end, end)) for s in draft.content if s.start < end]
                draft.quotable = False
                break
