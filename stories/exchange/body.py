"""A body in Markdown, read into blocks."""

from .blocks import Block
from .fences import read_fence
from .limits import AUDIO, BLOCKS, PICTURES, VIDEO, suffix
from .markdown import Words, parser, text_of
from .rich_text import BREAK, List, Paragraph, Span, plain, stored

LEVELS = {"h1": "2", "h2": "2", "h3": "3", "h4": "3", "h5": "3", "h6": "3"}
DASHES = ("— ", "– ", "― ")
ADDRESSES = ("http://", "https://", "mailto:", "tel:", "page:")


def read_body(text, first_line, checks):
    """The blocks of a Markdown text whose first line is line `first_line` of its file."""
    return BodyReader(first_line, checks).read(text)


def rich_text(text, line, checks):
    """Markdown inside of a fence (paragraphs and lists) as stored rich text."""
    blocks = BodyReader(line, checks).read(text)
    for block in blocks:
        if block.type != "paragraph":
            checks.refuse(block.line, f"only paragraphs and lists may stand here, no {block.type}")
    return "".join(block.value for block in blocks if block.type == "paragraph")


class BodyReader:
    def __init__(self, first_line, checks):
        self.offset = first_line
        self.checks = checks
        self.words = Words(self.address, self.language)
        self.blocks = []
        self.running = []  # paragraphs and lists that make up one paragraph block
        self.running_line = self.line = first_line

    def read(self, text):
        self.tokens = parser().parse(text)
        self.position = 0
        while self.position < len(self.tokens):
            if len(self.blocks) > BLOCKS:
                self.checks.refuse(self.line, f"there are more than {BLOCKS} blocks")
                break
            self.read_one()
        self.end_running()
        return self.blocks

    def next(self):
        token = self.tokens[self.position]
        self.position += 1
        if token.map:
            self.line = self.offset + token.map[0]
        return token

    def read_one(self):
        token = self.next()
        if token.type == "heading_open":
            self.heading(token)
        elif token.type == "paragraph_open":
            self.paragraph()
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            pictures = []
            found = self.list(token, pictures)
            if found.items:
                self.run(found)
            self.media(pictures)
        elif token.type == "blockquote_open":
            self.quote()
        elif token.type == "fence":
            self.fence(token)
        elif token.type == "code_block":
            self.run(Paragraph(tuple(plain_lines(token.content))))
        elif token.type == "hr":
            # No line is drawn: what stands before and after become two blocks.
            self.end_running()

    # Words

    def address(self, address):
        if address.startswith(ADDRESSES):
            return address
        self.checks.warn(self.line, f"the link to {address!r} was left out; its words stay")
        return None

    def language(self, tag):
        return self.checks.known_language(tag, self.line)

    def run(self, block):
        if not self.running:
            self.running_line = self.line
        self.running.append(block)

    def end_running(self):
        if self.running:
            self.blocks.append(Block("paragraph", stored(self.running), self.running_line))
            self.running = []

    def add(self, kind, value):
        self.end_running()
        self.blocks.append(Block(kind, value, self.line))

    def inline(self):
        """The runs of the next inline token."""
        return self.words.read(self.next().children)

    def paragraph(self):
        for run in self.inline():
            if not isinstance(run, tuple):
                self.media([run])
            elif run:
                self.run(Paragraph(run))
        self.next()

    def list(self, opening, pictures):
        items = []
        while (token := self.next()).type == "list_item_open":
            item = self.item(pictures)
            if any(item):
                items.append(item)
        assert token.type == opening.type.replace("_open", "_close")
        return List(opening.type.startswith("ordered"), tuple(items))

    def item(self, pictures):
        words, lists = (), []
        while (token := self.next()).type != "list_item_close":
            if token.type in ("bullet_list_open", "ordered_list_open"):
                lists += [each for each in [self.list(token, pictures)] if each.items]
                continue
            more = ()
            if token.type == "inline":
                runs = self.words.read(token.children)
                pictures += [run for run in runs if not isinstance(run, tuple)]
                more = tuple(word for run in runs if isinstance(run, tuple) for word in run)
            elif token.type in ("fence", "code_block"):
                more = tuple(plain_lines(token.content))
            if more:
                words = (*words, BREAK, *more) if words else more
        return words, tuple(lists)

    def heading(self, token):
        runs = self.inline()
        self.next()
        text = text_of(runs).replace(BREAK, " ").strip()
        if len(text) > 255:
            self.checks.refuse(
                self.line, f"a heading of {len(text)} characters; at most 255 are possible"
            )
        if text:
            self.add("heading", {"text": text, "level": LEVELS[token.tag]})
        self.media([run for run in runs if not isinstance(run, tuple)])

    def quote(self):
        line = self.line
        paragraphs, pictures, depth = [], [], 1
        while depth:
            token = self.next()
            depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
            if token.type == "inline":
                runs = self.quoted(token)
                pictures += [run for run in runs if not isinstance(run, tuple)]
                paragraphs.append(
                    tuple(word for run in runs if isinstance(run, tuple) for word in run)
                )
            elif token.type in ("fence", "code_block"):
                paragraphs.append(tuple(plain_lines(token.content)))
        self.line = line
        value = quote_value([words for words in paragraphs if words])
        if len(value["attribution"]) > 255:
            self.checks.refuse(line, "an attribution of more than 255 characters")
        if value["text"]:
            self.add("quote", value)
        self.media(pictures)

    def quoted(self, token):
        """Words of a quotation; a line that begins with a dash stays a line."""
        children = token.children
        for number, child in enumerate(children[:-1]):
            if child.type == "softbreak" and children[number + 1].content.startswith(DASHES):
                child.type = "hardbreak"
        return self.words.read(children)

    # Pictures, recordings, fences

    def media(self, tokens):
        for token in tokens:
            name = str(token.attrs["src"])
            alt = text_of(self.words.read(token.children or [])).replace(BREAK, " ").strip()
            caption = str(token.attrs.get("title") or "").replace("\n", " ").strip()
            for what, text in (("alternative text", alt), ("caption", caption)):
                if len(text) > 500:
                    self.checks.refuse(self.line, f"{what} of more than 500 characters")
            if suffix(name) in PICTURES:
                picture = {"file": name, "alt": alt or None, "decorative": None, "caption": caption}
                self.add("image", picture)
            elif suffix(name) in AUDIO | VIDEO:
                kind = "audio" if suffix(name) in AUDIO else "video"
                self.add(kind, recording(kind, name, alt or caption))
            else:
                self.checks.refuse(
                    self.line,
                    f"{name!r} is neither picture nor recording that we take, by its name",
                )

    def fence(self, token):
        name = token.info.strip().split(" ")[0]
        if not name:
            self.run(Paragraph(tuple(plain_lines(token.content))))
            return
        block = read_fence(name, token.content, self.line, self.checks)
        if block:
            self.end_running()
            self.blocks.append(block)


def recording(kind, name, title):
    value = {
        "title": title or name.rpartition("/")[2].rpartition(".")[0],
        "file": name,
        "embed": "",
        "transcript": "",
        "transcript_language": "",
    }
    return value | {"poster": None} if kind == "video" else value


def plain_lines(text):
    """Lines of code as words: text and breaks."""
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        if number:
            yield BREAK
        if line:
            yield line


def quote_value(paragraphs):
    """A quotation out of its paragraphs; the last line is who said it, where it begins with a dash."""
    attribution = ""
    lines = plain(paragraphs[-1]).split(BREAK) if paragraphs else [""]
    if lines[-1].startswith(DASHES):
        attribution = lines[-1][2:].strip()
        paragraphs = [*paragraphs[:-1], without_last_line(paragraphs[-1])]
        paragraphs = [words for words in paragraphs if words]
    languages = {language_of(words) for words in paragraphs}
    language = languages.pop() if len(languages) == 1 else ""
    text = "\n\n".join(plain(words) for words in paragraphs)
    return {"text": text, "attribution": attribution, "language": language}


def without_last_line(words):
    for number in range(len(words) - 1, -1, -1):
        if words[number] == BREAK:
            return words[:number]
    return ()


def language_of(words):
    """The tag of the language that all of the words are marked as, else ""."""
    spans = [word for word in words if isinstance(word, Span) or word.strip()]
    tags = {
        word.detail if isinstance(word, Span) and word.kind == "language" else "" for word in spans
    }
    return tags.pop() if len(tags) == 1 else ""
