"""Which font file the words of a language need at once; browsers find the others by themselves."""

REGULAR = {
    "noto-naskh-arabic": ("ar", "fa", "prs", "ps", "sd", "ckb", "ug"),
    "noto-nastaliq-urdu": ("ur", "ks"),
    "noto-serif-bengali": ("bn", "as"),
    "noto-serif-devanagari": ("hi", "mr", "ne"),
    "noto-serif-ethiopic": ("am", "ti"),
    "noto-serif-gujarati": ("gu",),
    "noto-serif-gurmukhi": ("pa",),
    "noto-serif-tamil": ("ta",),
    "noto-serif-telugu": ("te",),
}
FONTS = {tag: f"{name}/{name}-regular.woff2" for name, tags in REGULAR.items() for tag in tags}


def font_at_once(tag):
    """The file, below ``fonts/``, that a page in a language is to ask for before its styles do, or "".

    For scripts in which no other font has the sizes of ours, so that lines would move as it comes. For
    Latin letters what stands in has them, and the rest is written with the reader's own fonts.
    """
    return FONTS.get(tag.partition("-")[0], "")
