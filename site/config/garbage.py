"""How often Python looks for garbage that goes in circles, which counting references does not free.

By default after every 700 objects: while thousands of words are read, or a page is put together, that takes
a tenth of the time and more, and finds next to nothing.
"""

import gc

OBJECTS = 5_000  # made and not yet freed before anyone looks: more make a pause that readers notice
TIMES = 20  # before what has stayed is looked through again


def look_seldom(objects=OBJECTS):
    """What is there already is never looked through again, so forked processes go on sharing its memory."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(objects, TIMES, TIMES)
