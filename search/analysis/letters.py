"""How one and the same word may be written: `exact` keeps what a reader would call its spelling,
`folded` also drops what people leave out or mix up when they type.
"""

import unicodedata

# Zero-width characters, soft hyphens and the stretching of Arabic letters.
INVISIBLE = dict.fromkeys([0x00AD, 0x0640, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                           *range(0x2060, 0x2065), 0xFEFF])  # fmt: skip
# Vowel signs of Arabic and Hebrew, which are rarely written.
POINTS = dict.fromkeys([*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD),
                        *range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE),
                        *range(0x0591, 0x05BE), 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7])  # fmt: skip
APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ`´′＇ʹ"), "'")
DIGITS = {
    code: str(unicodedata.digit(chr(code)))
    for code in range(0x80, 0x1FBFA)
    if unicodedata.category(chr(code)) == "Nd"
}
EXACT = INVISIBLE | POINTS | APOSTROPHES | DIGITS
TURKIC = {"tr", "az", "kk", "tt"}
WITH_CAPITALS_OF_THEIR_OWN = str.maketrans({"I": "ı", "İ": "i"})

# What has no mark that Unicode could take off.
LATIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
    "ß": "ss", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ŋ": "n", "ɲ": "n", "ɛ": "e", "ɔ": "o",
    "ə": "e", "ɣ": "g", "ʋ": "v", "ɖ": "d", "ƒ": "f", "ŧ": "t", "ɨ": "i", "'": None, "-": None,
})  # fmt: skip
ARABIC = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ی", "ي": "ی", "ئ": "ی",
    "ې": "ی", "ۍ": "ی", "ے": "ی", "ۓ": "ی", "ێ": "ی", "ؤ": "و", "ۇ": "و", "ۆ": "و", "ۋ": "و",
    "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ۂ": "ه", "ۏ": "و",
    "ك": "ک", "ڪ": "ک", "ں": "ن", "ء": None, "ٶ": "و", "ٸ": "ی",
})  # fmt: skip
# Bengali and Assamese: letters that sound alike are mixed up most.
BENGALI = str.maketrans({
    "ঈ": "ই", "ী": "ি", "ঊ": "উ", "ূ": "ু", "ণ": "ন", "শ": "স", "ষ": "স", "ৎ": "ত", "ঁ": None,
    "ঃ": None, "ঙ": "ং", "ৰ": "র",
})  # fmt: skip
# Signs of nasal vowels, and the short and long vowels that are mixed up, in the scripts of India.
INDIC = str.maketrans({
    "ँ": "ं", "ई": "इ", "ी": "ि", "ऊ": "उ", "ू": "ु", "ः": None, "ॉ": "ा", "ऑ": "आ", "ऽ": None,
    "ઁ": "ં", "ઈ": "ઇ", "ી": "િ", "ઊ": "ઉ", "ૂ": "ુ", "ઃ": None, "ૉ": "ા",
    "ੰ": "ਂ", "ਁ": "ਂ", "ੱ": None, "ਈ": "ਇ", "ੀ": "ਿ", "ਊ": "ਉ", "ੂ": "ੁ",
    "ఈ": "ఇ", "ీ": "ి", "ఊ": "ఉ", "ూ": "ు", "ే": "ె", "ో": "ొ", "ஃ": None,
})  # fmt: skip
NASALS = "ङञणनमઙઞણનમਙਞਣਨਮ"
NASAL_SIGNS = {0x0900: "ं", 0x0A00: "ਂ", 0x0A80: "ં"}
NUKTAS = {0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C}
VIRAMAS = {0x094D, 0x0A4D, 0x0ACD}
# The letters of Ethiopic that Amharic says alike, by the first of their seven forms.
ETHIOPIC = {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338,
            0x12B8: 0x1200}  # fmt: skip
# The first of two ways to write the same sound: ው, ዉ.
ETHIOPIC_SOUNDS = {0x12C9: 0x12CD}
# Katakana as hiragana, which says the same.
KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
FINAL_HEBREW = str.maketrans("ךםןףץ", "כמנפצ")
CYRILLIC = str.maketrans("ґєїіў", "геиіу".replace("і", "и"))
# In one go: no letter is in two of them, and none makes what another one changes.
FOLDED = LATIN | ARABIC | BENGALI | INDIC | FINAL_HEBREW | CYRILLIC | KANA


def exact(word, language):
    """A word as its readers spell it: letter for letter, whatever the case and the code points.

    >>> exact("Rzeki", "pl"), exact("IŞIK", "tr"), exact("কাজ়", "bn")
    """
    word = unicodedata.normalize("NFKC", word)
    if language in TURKIC:
        word = word.translate(WITH_CAPITALS_OF_THEIR_OWN)
    return unicodedata.normalize("NFKC", word.casefold().translate(EXACT)).strip("'")


def folded(word):
    """What is left of an exact word when marks are left out and letters that sound alike are mixed up."""
    if word.isascii():
        return word.translate(LATIN)
    letters = []
    for letter in unicodedata.normalize("NFKD", word):
        code = ord(letter)
        if code in NUKTAS or (unicodedata.category(letter) == "Mn" and code < 0x0590):
            continue
        letters.append(_ethiopic(code) if 0x1200 <= code <= 0x1357 else letter)
    word = unicodedata.normalize("NFC", "".join(letters)).translate(FOLDED)
    if word.startswith("য"):  # as জ; but for য়, which begins no word
        word = f"জ{word[1:]}"
    if "\u09cd" in word:  # what joins Bengali letters
        word = word.replace("ং\u09cd", "ং").replace("\u09cdয", "")
    return _nasal_signs(word)


def _ethiopic(code):
    code = ETHIOPIC_SOUNDS.get(code, code)
    form = code % 8
    first = ETHIOPIC.get(code - form, code - form)
    # ሀ and ሃ, አ and ኣ sound alike.
    return chr(first + (0 if form == 3 and first in (0x1200, 0x12A0) else form))


def _nasal_signs(word):
    """A nasal consonant before another is written as a sign on the vowel as well: हिन्दी, हिंदी."""
    if not any(chr(virama) in word for virama in VIRAMAS):
        return word
    letters, skip = [], False
    for number, letter in enumerate(word):
        if skip:
            skip = False
            continue
        following = word[number + 1 : number + 3]
        if letter in NASALS and len(following) == 2 and ord(following[0]) in VIRAMAS:
            block = ord(letter) & 0xFF80
            letters.append(NASAL_SIGNS.get(block, letter))
            skip = True
        else:
            letters.append(letter)
    return "".join(letters)
