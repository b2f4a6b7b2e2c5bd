"""What there is to do in a language: what is missing, begun, behind its original, or to be reviewed."""

from dataclasses import dataclass, field

from django.db.models import F, Q

from .coverage_kinds import register_of_kinds
from .coverage_states import State, original_of, progress, versions

# What readers see wrong comes first; then what is nearly there, what nobody has begun, and last what
# waits for others.
FOR_TRANSLATORS = [
    State.OUTDATED, State.INCOMPLETE, State.PROGRESS, State.MISSING, State.REVIEW,
]  # fmt: skip
FOR_REVIEWERS = [State.REVIEW, *FOR_TRANSLATORS[:-1]]


@dataclass(slots=True)
class Task:
    """A text to be done in a language; `version` is None until somebody has begun."""

    locale: int
    state: State
    original: object
    version: object = None
    done: int | None = None
    texts: int | None = None

    @property
    def share(self):
        return self.done / self.texts if self.texts else 0


@dataclass
class WorkList:
    """All of one language's tasks; `counts` is how many there are in each state, whatever is filtered."""

    locale: int
    tasks: list = field(default_factory=list)

    @property
    def counts(self):
        found = dict.fromkeys(FOR_TRANSLATORS, 0)
        for task in self.tasks:
            found[task.state] += 1
        return found

    def only(self, state=""):
        return [task for task in self.tasks if not state or task.state == state]


def work_lists(locales, reviewed=(), kinds=None):
    """``{locale: WorkList}``, sorted by what matters: six queries, however many languages and texts.

    `locales` are primary keys; in those in `reviewed`, what waits for review comes first.
    """
    kinds = register_of_kinds.kinds if kinds is None else kinds
    wanted = Q(locale_id__in=list(locales)) | Q(source_language=F("locale__language_code"))
    rows = register_of_kinds.rows(kinds).filter(wanted)
    words = [(kind, rows.filter(wanted)) for kind, rows in register_of_kinds.words(kinds)]
    lists = {locale: WorkList(locale) for locale in locales}
    for found in versions(rows, words, dated=True).values():
        for locale in locales:
            task = _task(found, locale)
            if task:
                lists[locale].tasks.append(task)
    _count(lists)
    for locale, work in lists.items():
        order = FOR_REVIEWERS if locale in reviewed else FOR_TRANSLATORS
        work.tasks.sort(key=lambda task: (order.index(task.state), *_rank(task)))
    return lists


def _task(found, locale):
    original, version = original_of(found), found.get(locale)
    if version is not None and (version.is_original or version.state == State.LIVE):
        return None
    if version is None:
        return Task(locale, State.MISSING, original) if original.live else None
    return Task(locale, version.state, original, version)


def _count(lists):
    begun = [task for work in lists.values() for task in work.tasks if task.state == State.PROGRESS]
    counted = progress({task.original.key for task in begun}, lists) if begun else {}
    for task in begun:
        task.done, task.texts = counted.get((task.original.key, task.locale), (None, None))


def _rank(task):
    """Most passages behind or left out first; nearly done first; then what was published last."""
    published = task.original.published
    newest = -published.timestamp() if published else 0
    lacking = task.version.behind + task.version.left_out if task.version else 0
    return (-lacking, -task.share, newest, task.original.pk)
