"""Rich text and plain words written as Markdown that reads back as the same."""

import re

from .rich_text import BREAK, Paragraph, Span

SPECIAL = re.compile(r"([\\`*\[\]<])")
ENTITY = re.compile(r"&(?=#|[A-Za-z])")
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
LINE_START = re.compile(r"^([#>+\-=~|]|\d{1,9}(?=[.)]))")
SPACE = re.compile(r"^\s+|\s+$")
MARKS = {"bold": "**", "italic": "*"}
SPAN_MARKS = {"bold": "b", "italic": "i", "superscript": "sup"}


def rich_text_markdown(blocks, reads_back):
    """Paragraphs and lists as Markdown.

    `reads_back` says whether a text reads back as those blocks. Emphasis is written with stars where
    that does, else as ``[words]{b}``, which also works inside of words and beside punctuation.
    """
    for stars in (True, False):
        text = "\n\n".join(rich_text_parts(blocks, stars))
        if reads_back(text):
            break
    return text


def rich_text_parts(blocks, stars):
    previous = None
    for block in blocks:
        if isinstance(block, Paragraph):
            yield paragraph(block.words, stars)
            previous = None
        else:
            # Two lists in a row stay two by their marks.
            other = previous is not None and previous[0] == block.ordered and not previous[1]
            yield "\n".join(list_lines(block, stars, other))
            previous = block.ordered, other


def list_lines(block, stars, other=False):
    for number, (words, lists) in enumerate(block.items, 1):
        mark = f"{number}{')' if other else '.'} " if block.ordered else ("* " if other else "- ")
        lines = paragraph(words, stars).split("\n") if words else []
        previous = None
        for each in lists:
            alternate = previous is not None and previous[0] == each.ordered and not previous[1]
            lines += list_lines(each, stars, alternate)
            previous = each.ordered, alternate
        lines = lines or [""]
        yield (mark + lines[0]).rstrip(" ")
        yield from (" " * len(mark) + line for line in lines[1:])


def paragraph(words, stars=True):
    """Words as lines of Markdown; a break is a backslash at a line's end."""
    lines = [line_start(edges(line)) for line in words_markdown(words, stars).split("\n")]
    return "\\\n".join(lines)


def words_markdown(words, stars):
    """Words as Markdown, a line feed for every break."""
    written = []
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if isinstance(word, Span):
            written.append(span(word, stars))
        elif word == BREAK:
            written.append("\n")
        elif word.endswith("!") and isinstance(following, Span):
            # "!" and a bracket would begin a picture.
            written.append(escaped(word[:-1]) + "\\!")
        else:
            written.append(escaped(word))
    return "".join(written)


def span(word, stars):
    inner = words_markdown(word.words, stars)
    if word.kind == "link":
        return f"[{inner}]({destination(word.detail)})"
    if word.kind == "language":
        return f"[{inner}]{{lang={word.detail}}}"
    if stars and word.kind in MARKS and "\n" not in inner:
        return f"{MARKS[word.kind]}{inner}{MARKS[word.kind]}"
    return f"[{inner}]{{{SPAN_MARKS[word.kind]}}}"


def destination(address):
    """A link's address; between angle brackets where it would end too early without them."""
    if re.fullmatch(r"[^\s()<>\\&]+", address):
        return address
    escaped_address = ENTITY.sub(r"\\&", re.sub(r"([\\<>])", r"\\\1", address))
    return f"<{escaped_address}>"


def escaped(text):
    """Words in which nothing is Markdown."""
    text = SPECIAL.sub(r"\\\1", text)
    text = UNDERSCORE.sub(r"\\_", text)
    return ENTITY.sub(r"\\&", text)


def edges(line):
    """White space at either end of a line, which Markdown would drop, as entities."""
    return SPACE.sub(lambda match: "".join(f"&#{ord(each)};" for each in match.group()), line)


def line_start(line):
    """A line that cannot be taken for a heading, a list, a quotation or a fence."""
    found = LINE_START.match(line)
    if not found:
        return line
    if found.group()[0].isdigit():
        return f"{found.group()}\\{line[found.end() :]}"
    return f"\\{line}"


def one_line(text):
    """A title or caption in a line of Markdown."""
    return edges(escaped(text))


def quoted_title(text):
    """A caption in the quotes behind a file name: ``"…"``."""
    return '"' + ENTITY.sub(r"\\&", re.sub(r'([\\"])', r"\\\1", text)) + '"'
