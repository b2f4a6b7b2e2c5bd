"""The index: what is public, as visitors search for it."""

from django.db import models

from stories.delivery.register import PublicPage

# So many pages can be found, and in so many languages: the numbers of entries have 31 bits.
SUBJECTS, LANGUAGES = 1 << 23, 1 << 8


class Subject(models.Model):
    """A page in all its languages. Its number is the end of those of its entries."""

    key = models.UUIDField(unique=True)

    def __str__(self):
        return str(self.key)


class IndexedLanguage(models.Model):
    """A language that entries are in, for short. Its number is the beginning of those of its entries."""

    tag = models.CharField(max_length=20, unique=True)

    def __str__(self):
        return self.tag


class Entry(models.Model):
    """A public page in one language: its number is ``language * SUBJECTS + subject``, so that bitmaps of what
    is in one language lie close together, and are quickly compared.

    In `concordance` is what a reader sees there and where its words stand, in `row` which follow upon each
    other (`search.index.concordance`). `words` are the primary keys of its `Spelling`s,
    packed, `facets` what it is counted under.
    """

    id = models.BigIntegerField(primary_key=True)
    page = models.OneToOneField(
        PublicPage, on_delete=models.DO_NOTHING, related_name="entry", db_constraint=False
    )
    key = models.UUIDField(db_index=True)
    locale = models.CharField(max_length=20, db_index=True)
    expire_at = models.DateTimeField(null=True, db_index=True)
    concordance = models.BinaryField()
    row = models.BinaryField()
    words = models.BinaryField()
    facets = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["page"], condition=models.Q(digest=""), name="entries_due")]

    def __str__(self):
        return f"{self.key} ({self.locale})"


class TermsField(models.TextField):
    """Terms as the database indexes them: a tsvector on PostgreSQL."""

    def db_type(self, connection):
        return "tsvector" if connection.vendor == "postgresql" else "text"


class Terms(models.Model):
    """What an entry is found by, under its number. A table of its own, so that a search reads little:
    with a GIN index on PostgreSQL, on SQLite a table of FTS5, whose key has that name.
    """

    entry = models.BigIntegerField(primary_key=True, db_column="rowid")
    terms = TermsField()

    class Meta:
        db_table = "search_terms"

    def __str__(self):
        return str(self.entry)


class Spelling(models.Model):
    """A word as it is written on public pages, and on how many (one in two languages counts twice). Its
    primary key is made of its language and letters (`Form.key`), so that nobody has to ask for it.
    """

    id = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=20)
    exact = models.CharField(max_length=64)
    folded = models.CharField(max_length=64)
    stem = models.CharField(max_length=64)
    entries = models.IntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["stem"], name="spelling_by_stem"),
            models.Index(
                fields=["folded"], name="spelling_by_beginning", opclasses=["varchar_pattern_ops"]
            ),
        ]

    def __str__(self):
        return f"{self.exact} ({self.language})"


class Gram(models.Model):
    """Three letters in a row in a spelling, after its language (``en:riv``): they find alike words."""

    pk = models.CompositePrimaryKey("gram", "spelling")
    gram = models.CharField(max_length=40)
    spelling = models.BigIntegerField()

    def __str__(self):
        return self.gram


class Facet(models.Model):
    """The entries, as a bitmap of their numbers, that something holds for: of a theme, in a language…"""

    dimension = models.CharField(max_length=16)
    value = models.CharField(max_length=64)
    entries = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dimension", "value"], name="one_facet")]

    def __str__(self):
        return f"{self.dimension} {self.value}"
