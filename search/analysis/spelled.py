"""Words letter by letter, as they are compared: the syllables of Ethiopic taken apart."""

FEW_LETTERS = 3  # of the Latin alphabet: with more added or changed, they say nothing
SIXTH_FORM = 5  # of an Ethiopic letter: the consonant alone


def spelled(folded):
    """The letters to compare: of an Ethiopic syllable the consonant, and its vowel as a sign of its own."""
    if not any("\u1200" <= letter <= "\u137f" for letter in folded):
        return folded
    letters = []
    for letter in folded:
        code = ord(letter)
        if 0x1200 <= code <= 0x1357:
            form = code % 8
            letters.append(chr(code - form))
            if form != SIXTH_FORM:
                letters.append(chr(0xE000 + form))
        else:
            letters.append(letter)
    return "".join(letters)
