"""Languages with a country, as Open Graph wants them; which country is Unicode CLDR's most likely one."""

from functools import cache

from babel.core import get_global

from stories.translation.numerals import babel_locale


@cache
def og_locale(tag):
    """``"bn_BD"`` for ``bn``, ``"zh_CN"`` for ``zh-hans``; the language alone where nobody knows."""
    language = tag.partition("-")[0]
    locale = babel_locale(tag)
    if locale.language == language and locale.territory:
        return f"{language}_{locale.territory}"
    likely = get_global("likely_subtags")
    script = f"{language}_{locale.script}" if locale.script else language
    found = likely.get(script) or likely.get(language) or ""
    territory = found.rpartition("_")[2]
    return f"{language}_{territory}" if len(territory) == 2 else language
