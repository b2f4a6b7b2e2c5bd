"""What of a page is left when passages without a translation are left out of it."""

import pytest

from stories.translation.version_publishing import publish_complete_part
from tests.factories import StoryImageFactory

from .telling import page_in, submitted, told, translate

pytestmark = pytest.mark.django_db


def entry(date, title, text=""):
    return {"date": date, "title": title, "text": text}


def item(number, value):
    return {"type": "item", "value": value, "id": f"item-{number}"}


def without(body, *missing, **values):
    """The English body after all but some texts of a Bengali one were translated."""
    translation = submitted(told(body=body, **values))
    segments = translation.source.stringsegment_set.select_related("string")
    texts = {each.string.data: f"{each.string.data} (en)" for each in segments}
    translate(translation, {text: words for text, words in texts.items() if text not in missing})
    publish_complete_part(translation)
    page = page_in(translation.source.get_source_instance(), "en")
    assert page.live
    return page


def values(page):
    return [row["value"] for row in page.body.raw_data]


def test_an_entry_of_a_timeline_without_its_title_goes_and_the_others_stay():
    entries = [
        item(1, entry("১৯০৩", "কল খোলে")),
        item(2, entry("১৯৬০", "কল বন্ধ", "<p>আর নেই।</p>")),
    ]
    page = without([("timeline", {"title": "সময়", "entries": entries})], "কল খোলে", "আর নেই।")
    [timeline] = values(page)
    [left] = [each["value"] for each in timeline["entries"]]
    assert (left["date"], left["title"], left["text"]) == ("১৯৬০ (en)", "কল বন্ধ (en)", "")


def test_a_timeline_without_entries_goes_altogether():
    entries = [item(1, entry("১৯০৩", "কল খোলে"))]
    assert values(without([("timeline", {"title": "সময়", "entries": entries})], "কল খোলে")) == []


def test_an_invitation_needs_the_words_of_its_link():
    link = {"text": "আসুন", "page": None, "url": "https://museum.example/"}
    body = [("call_to_action", {"title": "আমাদের সাথে", "text": "সবাই", "link": link})]
    assert values(without(body, "আসুন")) == []
    [kept] = values(without(body, "সবাই"))
    assert (kept["title"], kept["text"]) == ("আমাদের সাথে (en)", "")


def test_a_picture_stays_without_its_words():
    image = StoryImageFactory()
    picture = {"image": image, "alt_text": "একটি নদী", "decorative": False}
    page = without(
        [("image", {"image": picture, "caption": "ঘাট"})],
        "একটি নদী",
        "ঘাট",
        "নৌকা",
        lead_image=image,
        lead_image_alt="নৌকা",
    )
    [kept] = values(page)
    assert (kept["image"]["image"], kept["image"]["alt_text"]) == (image.pk, "")
    assert kept["caption"] == ""
    assert (page.lead_image, page.lead_image_alt) == (image, "")
