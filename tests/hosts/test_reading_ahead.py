"""Large parts that are read ahead: whoever asks, once or again, is answered."""

from threading import Event, Thread

from opsbook.ooxml.package.reading_ahead import Ahead

PATIENCE_SECONDS = 60


def test_a_part_that_was_asked_for_before_its_turn_may_be_asked_for_again():
    """The reader is still at the first part: nobody waits for the second, the first time or later."""
    go_on, answers = Event(), []
    ahead = Ahead(["first", "second"], lambda part: go_on.wait(PATIENCE_SECONDS) and part.encode())
    asking = Thread(target=lambda: answers.extend(ahead.take("second") for _ in range(3)), daemon=True)
    asking.start()
    asking.join(PATIENCE_SECONDS)
    go_on.set()
    assert answers == [None, None, None]
    assert (ahead.take("first"), ahead.take("first")) == (b"first", None)
