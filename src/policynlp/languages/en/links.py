"""Governing words and what they govern: "intend to", "are committed to", "reaffirm our commitment to"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policynlp.languages.en import grammar
from policynlp.languages.en.tables import Governor, canonical, governors, role, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

TO = frozenset(("to",))
OF = frozenset(("of",))
LASTING_PAST = 5
"""A past-tense governor still commits from this level up: "agreed to" does, "aimed to" does not."""
ASIDE = 12
"""Tokens after a verb within which an aside between commas must end."""
AIM = 4
"""Level of what "shall be" the aim of something."""
SURFACE = 0.75
"""Confidence where the parse gave no complement and the words alone were read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A governing word with what it governs."""

    governor: Governor
    words: tuple["Token", ...]
    complements: tuple["Token", ...]
    confidence: float = 1.0


def after_aside(comma: "Token") -> int | None:
    """The place after the comma that closes an aside ("to, where appropriate, promote")."""
    end = min(comma.i + ASIDE, comma.sent.end)
    closing = next((t.i for t in comma.doc[comma.i + 1 : end] if t.text == ","), None)
    return None if closing is None or closing + 1 >= comma.sent.end else closing + 1


def past(token: "Token") -> bool:
    """Whether a verb stands in the simple past, itself or through its auxiliary."""
    return token.tag_ == "VBD" or any(
        c.tag_ == "VBD" and c.dep_ in ("aux", "auxpass") for c in token.children
    )


def verb_link(token: "Token") -> Link | None:
    """ "intend to V", "agree to V", "is required to V", "commit to N", "continue V-ing"."""
    if grammar.lemma(token) == "work":
        return work_link(token)
    governor = governors("verbs").get(grammar.lemma(token))
    if governor is None or not (grammar.is_verb(token) or grammar.is_gerund(token)):
        return None
    if governor.passive and token.tag_ != "VBN":
        return None
    found = tuple(complements(token, governor.forms))
    if found:
        return Link(governor, words_of(token, found[0]), found)
    if grammar.lemma(token) in role("agreeing") and breaks_off(token):
        return Link(governor, (token,), ())
    given = grammar.child(token, "dobj") if grammar.lemma(token) in role("vowing") else None
    if given is not None and token.i < given.i:
        return Link(replace(governor, ungoverned=True), (token,), (given,))
    return ahead(token, governor)


def work_link(token: "Token") -> Link | None:
    """ "work to V" and "work towards N"; "work with X to V" is cooperation."""
    together = any(c.lower_ in ("with", "together", "jointly") for c in token.children)
    if together or not grammar.is_verb(token):
        return None
    for form in ("towards", "to"):
        governor = governors("verbs")[f"work {form}"]
        found = tuple(complements(token, governor.forms))
        if found:
            return Link(governor, words_of(token, found[0]), found)
    return ahead(token, governors("verbs")["work to"])


def complements(token: "Token", forms: Iterable[str]) -> list["Token"]:
    """The dependents through which a governor takes its action."""
    forms = frozenset(forms)
    found: list[Token] = []
    if "to" in forms and grammar.lemma(token) != "have":
        following = grammar.infinitives(token, "xcomp", "ccomp", "advcl", "acl", "relcl")
        found += [part for part in following if token.i < part.i and not takes_object(token, part)]
    if "gerund" in forms:
        found += [c for c in token.children if c.dep_ in ("xcomp", "dobj", "ccomp") and grammar.is_gerund(c)]
    if "nominal" in forms and not found:
        found += grammar.objects_of(token, TO)
    prepositions = forms - {"to", "gerund", "nominal", "that"}
    if prepositions and not found:
        found += grammar.objects_of(
            token, prepositions | {"toward"} if "towards" in prepositions else prepositions
        )
    return found[:1]


def takes_object(token: "Token", part: "Token") -> bool:
    """Whether a verb that may also stand alone has its own object before an infinitive, which is then an end:
    "undertake studies to improve trade", "seek assistance to build a port"."""
    thing = grammar.child(token, "dobj")
    if thing is None or thing.pos_ == "PRON" or grammar.lemma(token) not in role("own_object"):
        return False
    if not thing.text[:1].isalnum():
        return False
    return bool(token.i < thing.i < part.i)


def ahead(token: "Token", governor: Governor) -> Link | None:
    """The complement read off the words, where the parse has none: "intend to", then a verb or the end."""
    if "to" not in governor.forms or token.i + 1 >= token.sent.end:
        return None
    place = token.i + 1
    while place < token.sent.end and token.doc[place].pos_ == "ADV":
        place += 1
    if place >= token.sent.end or token.doc[place].lower_ != "to":
        return None
    to = token.doc[place]
    place += 1
    while place < token.sent.end and token.doc[place].pos_ == "ADV":
        place += 1
    if place < token.sent.end and token.doc[place].text == ",":
        place = after_aside(token.doc[place]) or place
    if place >= token.sent.end or token.doc[place].is_punct:
        return Link(governor, (token, to), ())
    after = token.doc[place]
    if grammar.is_verb(after) or after.lower_ in verbs() or "nominal" in governor.forms:
        return Link(governor, (token, to), (after,), SURFACE)
    return None


def words_of(governor: "Token", complement: "Token") -> tuple["Token", ...]:
    """The governing words as one would underline them: with "to" or the preposition before the complement."""
    before = [
        t
        for t in governor.doc[governor.i + 1 : max(complement.i, governor.i + 1)]
        if t.lower_ in ("to", "towards", "toward", "at", "for", "of", "on")
    ]
    joined = [before[0]] if before and before[0].i - governor.i <= 3 else []
    return (governor, *joined)


def adjective_link(token: "Token") -> Link | None:
    """ "are committed to", "remains ready to", "is on track to"."""
    if grammar.lemma(token) not in ("be", "remain", "stand"):
        return None
    for c in token.children:
        if c.dep_ not in ("acomp", "attr", "prep", "advmod", "oprd"):
            continue
        name = (
            f"{c.lower_} track"
            if c.lower_ == "on" and c.i + 1 < len(c.doc) and c.nbor().lower_ == "track"
            else canonical(c.lower_)
        )
        governor = governors("adjectives").get(name)
        if governor is not None:
            return adjective_complement(token, c, governor)
    return None


def adjective_complement(token: "Token", adjective: "Token", governor: Governor) -> Link | None:
    """What the adjective commits to; nothing where the clause stops before it."""
    holders = (adjective, token, *(c for c in adjective.children if c.dep_ == "pobj"))
    before = TO | frozenset(governor.forms)
    for holder in holders:
        direct = grammar.infinitives(holder, "xcomp", "advcl", "ccomp", "acl")
        for part in (*direct, *grammar.objects_of(holder, before)):
            return Link(governor, words_of(adjective, part), (part,))
    following = [t for t in adjective.doc[adjective.i + 1 : adjective.sent.end] if not t.is_punct]
    if not following or (len(following) == 1 and following[0].lower_ == "to"):
        return Link(governor, (adjective, *following), ())
    return None


def noun_link(token: "Token") -> Link | None:
    """ "reaffirm our commitment to", "make every effort to", "our goal is to"."""
    if grammar.lemma(token) == "be" or (grammar.lemma(token) == "include" and is_owned(token)):
        return aim_link(token)
    if grammar.lemma(token) not in role("carriers"):
        return None
    for held in carried(token):
        noun = owned(held)
        governor = governors("nouns").get(grammar.lemma(noun))
        if governor is None or (
            grammar.lemma(noun) == "right" and grammar.lemma(token) not in role("reserving")
        ):
            continue
        if grammar.lemma(noun) in role("planned_things") | {"right"} or is_renewed(token, noun):
            governor = replace(governor, ungoverned=True)
        part = noun_complement(token, noun, copular=False)
        standing = grammar.lemma(noun) in role("standing_duties")
        if part is not None and not (standing and part.pos_ in ("NOUN", "PROPN", "NUM")):
            return Link(governor, (token, *words_of(noun, part)), (part,))
        if breaks_off(noun):
            return Link(governor, (token, noun), ())
        if governor.level >= LASTING_PAST and not standing:
            return Link(replace(governor, ungoverned=True), (token, noun), (noun,))
    return None


def owned(noun: "Token") -> "Token":
    """The speaker's own commitment that an object is about: "reaffirm the extension of our commitments"."""
    if not grammar.is_action_noun(noun):
        return noun
    about = (part for part in grammar.objects_of(noun, OF) if grammar.lemma(part) in role("stated"))
    return next((part for part in about if any(c.lower_ == "our" for c in part.children)), noun)


def carried(verb: "Token") -> list["Token"]:
    """The nouns that a verb has as object, one taken for the subject of its own infinitive included."""
    inner = [grammar.child(c, "nsubj") for c in grammar.infinitives(verb, "ccomp")]
    direct = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return direct + [noun for noun in inner if noun is not None and noun.i > verb.i]


def is_renewed(verb: "Token", noun: "Token") -> bool:
    """Whether an effort is itself what is acted on ("renew our efforts"), and not made."""
    return grammar.lemma(noun) in role("efforts") and grammar.lemma(verb) not in role("exerting")


def is_owned(verb: "Token") -> bool:
    """Whether a subject is the speaker's own and nothing governs its verb: "our priorities include"."""
    noun = grammar.child(verb, "nsubj")
    ours = noun is not None and any(c.lower_ == "our" for c in noun.children)
    return ours and grammar.child(verb, "aux") is None


def aim_link(token: "Token") -> Link | None:
    """ "our goal is to V"; under a modal it is an aim whatever the noun ("the purpose shall be to")."""
    noun = grammar.child(token, "nsubj")
    governor = None if noun is None else governors("nouns").get(grammar.lemma(noun))
    if noun is None or governor is None:
        return None
    if any(c.lower_ in governors("modals") for c in token.children):
        governor = replace(governor, level=max(governor.level, AIM))
    part = noun_complement(token, noun, copular=True)
    if part is not None:
        return Link(governor, words_of(noun, part), (part,))
    return Link(governor, (noun,), ()) if breaks_off(token) else None


def breaks_off(noun: "Token") -> bool:
    """Whether a clause stops after a noun of intention, or after "be" ("We reaffirm our commitment to:")."""
    rest = [t.lower_ for t in noun.doc[noun.i + 1 : noun.sent.end] if not t.is_punct and not t.is_space]
    return rest in ([], ["to"])


def noun_complement(verb: "Token", noun: "Token", *, copular: bool) -> "Token | None":
    """The action that a noun of intention leads to."""
    if copular:
        named = (c for c in verb.children if c.dep_ in ("xcomp", "attr", "dobj") and grammar.is_gerund(c))
        return next(grammar.infinitives(verb, "xcomp", "ccomp", "advcl", "attr", "acl"), None) or next(
            named, None
        )
    found = (
        *grammar.infinitives(noun, "acl", "relcl", "xcomp", "advcl"),
        *grammar.infinitives(verb, "xcomp", "advcl", "acl", "ccomp"),
        *grammar.objects_of(noun, TO | {"of", "towards", "for"}),
        *grammar.objects_of(verb, TO),
    )
    return found[0] if found else None
