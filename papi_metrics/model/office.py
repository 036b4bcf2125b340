"""Who issues a document and who signs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: ``post`` as it is held; ``stands_for`` is the post signed for (KT.), "" where it is one's own.

    ``name`` "" leaves room for the name.
    """

    post: str
    name: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The issuing body.

    ``parent`` is the body above it ("" where none is printed), ``code`` its abbreviation in the mark of a document,
    ``drafter`` that of the unit that drafts and files, ``place`` the place before the date.
    """

    parent: str
    name: str
    code: str
    drafter: str
    place: str
    signer: Signer
