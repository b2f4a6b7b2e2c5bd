"""Chinese is written in two scripts, and found in either."""

from functools import cache

from opencc import OpenCC

_converter = OpenCC("t2s")


@cache
def simplified(letter):
    """The simplified character that says the same as a traditional one; any other as it is. Of one at a time,
    so that it is the same in every word.
    """
    return _converter.convert(letter)
