"""Which font files the words of a language need at once; browsers would find the others by themselves."""

LATIN = (
    "atkinson-hyperlegible-next/atkinson-latin.woff2",
    "literata/literata-latin.woff2",
)
BY_LANGUAGE = {
    "noto-naskh-arabic/noto-naskh-arabic": ("ar", "fa", "prs", "ps", "sd", "ckb", "ug"),
    "noto-nastaliq-urdu/noto-nastaliq-urdu": ("ur", "ks"),
    "noto-serif-bengali/noto-serif-bengali": ("bn", "as"),
    "noto-serif-devanagari/noto-serif-devanagari": ("hi", "mr", "ne"),
    "noto-serif-ethiopic/noto-serif-ethiopic": ("am", "ti"),
    "noto-serif-gujarati/noto-serif-gujarati": ("gu",),
    "noto-serif-gurmukhi/noto-serif-gurmukhi": ("pa",),
    "noto-serif-tamil/noto-serif-tamil": ("ta",),
    "noto-serif-telugu/noto-serif-telugu": ("te",),
}
# Written in scripts for which the reader's own system has fonts.
OF_THE_SYSTEM = ("zh", "ja", "ko", "he", "yi", "el", "ru", "uk", "bg", "sr", "mk", "be", "ka", "hy",
                 "th", "km", "my", "lo", "si", "ml", "kn", "kk")  # fmt: skip
FILES = {tag: (f"{name}-regular.woff2",) for name, tags in BY_LANGUAGE.items() for tag in tags}


def fonts_of(tag):
    """The files, below ``fonts/``, with which a page in that language begins."""
    language = tag.partition("-")[0]
    return FILES.get(language, () if language in OF_THE_SYSTEM else LATIN)
