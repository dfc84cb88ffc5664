"""List items and tables know what introduces them."""

from checker.match.leads import leads
from checker.model import BlockKind, Document

from .build import block, document


def led(found: Document) -> dict[str, str]:
    """The text that introduces each item, by the item's text."""
    ids = leads(found, ("and", "or"))
    return {found.by_id[item].text: found.by_id[lead].text for item, lead in ids.items()}


def test_bullets_belong_to_the_text_above_them() -> None:
    """Every bullet of a list has the same introduction; the text after the list has none."""
    found = led(document("You shall:", "- plant", "- mend", "After that.", "More."))
    assert found == {"plant": "You shall:", "mend": "You shall:"}


def test_a_heading_ends_a_list() -> None:
    """A bullet right under a heading is introduced by no paragraph."""
    assert led(document("You shall:", "# Next", "- plant")) == {}


def test_a_list_without_bullets_goes_on_while_its_items_do() -> None:
    """Short paragraphs and those that end with a semicolon go on; a full sentence is the last."""
    found = led(document("The aims are:", "cleaner air", "good work;", "homes that are warm.", "The tender is open."))
    assert set(found) == {"cleaner air", "good work;", "homes that are warm."}
    assert set(found.values()) == {"The aims are:"}


def test_an_indented_bullet_belongs_to_the_bullet_that_opens_it() -> None:
    """A bullet that ends with a colon introduces those further right, up to the next one as far left."""
    found = led(
        document(
            "You shall:",
            block("report on:", BlockKind.BULLET, 2, left=10.0),
            block("jobs", BlockKind.BULLET, 3, left=30.0),
            block("pay", BlockKind.BULLET, 4, left=10.0),
        )
    )
    assert found == {"report on:": "You shall:", "jobs": "report on:", "pay": "You shall:"}


def test_a_table_belongs_to_its_caption() -> None:
    """A short paragraph right above a table introduces its cells; a long one does not."""
    rows = [["Measure", "Target"], ["Jobs", "4"]]
    assert set(led(document("Our measures:", rows)).values()) == {"Our measures:"}
    assert led(document("word " * 30 + "end.", rows)) == {}


def test_page_headers_do_not_break_a_list() -> None:
    """A list that goes on over the page keeps its introduction."""
    header = block("Running title", BlockKind.PARAGRAPH, 3, furniture="header")
    assert set(led(document("You shall:", "- plant", header, "- mend"))) == {"plant", "mend"}


def test_words_that_join_a_list_carry_it_on() -> None:
    """An item that ends with "; and" is not the last, however long it is."""
    long = "homes " * 20
    found = led(document("The aims are:", f"{long}; and", "cleaner air."))
    assert set(found) == {f"{long}; and", "cleaner air."}
