"""Titles in any script give addresses that a reader of that language can say aloud."""

import pytest

from stories.slugs import title_slug


@pytest.mark.parametrize(
    ("language", "title", "slug"),
    [
        ("en", "The river takes a name", "the-river-takes-a-name"),
        ("pl", "Nożyce i światło", "nozyce-i-swiatlo"),
        ("yo", "Ọmọ ńlá", "omo-nla"),
        ("bn", "নদীর গল্প", "nadir-galpa"),
        ("hi", "नदी की कहानी", "nadi-ki-kahani"),
        ("ar", "عودٌ في حقيبة", "wd-fy-hqyba"),
        ("ur", "دریا کی کہانی", "dria-ki-khani"),
        ("am", "ዶሮና አርባእግር", "dorona-arebaegere"),
        ("zh-hans", "红灯笼厨房", "hong-deng-long-chu-fang"),
        ("en", "!!!", ""),
    ],
)
def test_a_title_gives_an_address_in_ascii(language, title, slug):
    assert title_slug(title, language) == slug
