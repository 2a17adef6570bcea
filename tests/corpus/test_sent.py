"""A document that is sent to another process is parsed again there, the first time its content is used."""

import pickle
from dataclasses import replace

from tests.conftest import Minimal


def test_what_was_sent_is_as_it_was(minimal: Minimal) -> None:
    for here in minimal.corpus().documents:
        there = pickle.loads(pickle.dumps(here))
        assert there.fields == here.fields
        assert there.body.tokens == here.body.tokens
        assert (there.body.words, there.body.sections) == (here.body.words, here.body.sections)
        assert (there.reference, there.title, there.deadlines) == (here.reference, here.title, here.deadlines)


def test_only_text_is_sent_of_what_can_be_read_again(minimal: Minimal) -> None:
    document = minimal.corpus().documents[0]
    sent = pickle.dumps([document.front, replace(document.body, sections=(), links=())])
    assert len(sent) < len(document.front.text.encode()) + len(document.body.text.encode()) + 400
