"""What the demo says of a page, as the values of the page's fields."""

from wagtail.fields import StreamField

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from stories.exchange.body import read_body
from stories.exchange.lookup import CREATED_WHEN_MISSING
from stories.models import (
    Partner,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
)

from .files import in_language
from .vocabulary import services

FEATURED = {"programmes": ProgrammePage, "projects": ProjectPage, "stories": StoryPage}
TEXTS = {
    ProgrammePage: ["audiences", "access_notes"],
    ProjectPage: ["credit_line"],
    HomePage: ["organisation"],
    AccessibilityStatementPage: ["applies_to", "tested_by"],
}
RICH_TEXTS = {
    ProgrammePage: ["how_to_take_part"],
    ProjectPage: ["aims", "approach", "outcomes"],
    HomePage: ["introduction", "mission"],
    AccessibilityStatementPage: ["contact_more", "improving", "how_tested"],
}
MAIN_MENU = ["programmes", "projects", "stories", "take-part", "about"]
# Of the accessibility statement, the same in every language.
SAID_ONCE = (
    "compliance", "contact_email", "answered_within", "enforcement",
    "tested_on", "prepared_on", "reviewed_on",
)  # fmt: skip
FOOTER_MENU = ["about", "take-part", "accessibility", "privacy"]


def values(page, entry, language, writer, pictures):
    """``{field: value}``; a StreamField's value is its stored form."""
    model = type(page)
    texts = ["title", "summary", "lead_image_alt", "seo_title", "search_description"]
    found = {name: in_language(entry.get(name), language) for name in texts + TEXTS.get(model, [])}
    for name in RICH_TEXTS.get(model, []):
        found[name] = writer.rich(in_language(entry.get(name), language))
    same = model.objects.filter(translation_key=page.translation_key)
    found["lead_image_id"] = pictures.key(entry.get("lead_image"), same, "lead_image")
    writer.version.body = read_body(
        in_language(entry.get("body"), language) + "\n", 1, writer.checks
    )
    found["body"] = writer.body()
    for name in CREATED_WHEN_MISSING:
        words = [writer.lookup.word(name, slug, language) for slug in entry.get(name) or []]
        found[name] = [word for word in words if word]
    related = [key for place in entry.get("related_pages") or [] if (key := writer.page_key(place))]
    found["related_pages"] = writer.stream("related_pages", "page", related)
    return found | MORE.get(model, nothing_more)(page, entry, language, writer)


def nothing_more(page, entry, language, writer):
    return {}


def programme(page, entry, language, writer):
    contact = entry.get("contact") or {}
    return {
        "methods_of_engagement": entry.get("methods") or [],
        "access_provision": entry.get("access") or [],
        "starts_on": entry.get("starts_on"),
        "ends_on": entry.get("ends_on"),
        "is_ongoing": bool(entry.get("ongoing")),
        "contact_name": in_language(contact.get("name"), language),
        "contact_email": contact.get("email") or "",
        "contact_phone": str(contact.get("phone") or ""),
    }


def project(page, entry, language, writer):
    partners = []
    for each in entry.get("partners") or []:
        rows = Partner.objects.filter(slug=each["slug"])
        row = rows.filter(locale=page.locale).first() or rows.first()
        if row:
            partners.append({"partner": row.pk, "role": in_language(each.get("role"), language)})
    objects = [
        {
            "object": writer.object_key(str(each["museum_number"])),
            "use": in_language(each.get("use"), language),
        }
        for each in entry.get("objects") or []
    ]
    programme = entry.get("programme")
    found = programme and writer.lookup.page("programme", programme, language)
    return {
        "programme_id": found.pk if found else None,
        "collaboration": entry.get("collaboration") or [],
        "status": entry.get("status") or "active",
        "starts_on": entry.get("starts_on"),
        "ends_on": entry.get("ends_on"),
        "licence": entry.get("licence") or "",
        "partners": writer.stream("partners", "partner", partners),
        "collection_objects": writer.stream("collection_objects", "object", objects),
    }


def statement(page, entry, language, writer):
    words = ("what", "where", "explanation", "instead")
    issues = [
        {
            **{name: in_language(each.get(name), language) for name in words},
            "criteria": each.get("criteria") or [],
            "reason": each["reason"],
            "mended_by": each["mended_by"].isoformat() if each.get("mended_by") else None,
        }
        for each in entry.get("issues") or []
    ]
    return {
        "issues": writer.stream("issues", "issue", issues),
        "contact_phone": str(entry.get("contact_phone") or ""),
        **{name: entry[name] for name in SAID_ONCE},
    }


def home(page, entry, language, writer):
    found = {}
    for name, model in FEATURED.items():
        slugs = (entry.get("featured") or {}).get(name) or []
        keys = [key for slug in slugs if (key := best_key(model, slug, language))]
        found[f"featured_{name}"] = writer.stream(f"featured_{name}", "page", keys)
    calls = []
    for each in entry.get("calls_to_action") or []:
        link = each["link"]
        target = writer.page_key(link.get("page")) if link.get("page") else None
        if target or link.get("url"):
            calls.append({
                "title": in_language(each["title"], language),
                "text": in_language(each.get("text"), language),
                "link": {
                    "text": in_language(link["text"], language),
                    "page": target,
                    "url": link.get("url") or "",
                },
            })  # fmt: skip
    found["calls_to_action"] = writer.stream("calls_to_action", "call_to_action", calls)
    for field, menu in (("navigation", MAIN_MENU), ("footer_navigation", FOOTER_MENU)):
        # Other languages show the default language's menu, in their own words.
        keys = [menu_page(page, slug) for slug in menu] if language == page.source_language else []
        entries = [{"page": key, "url": "", "text": ""} for key in keys if key]
        found[field] = writer.stream(field, "item", entries)
    found["support"] = services("home", entry) if language == page.source_language else []
    found["quick_exit_url"] = entry.get("quick_exit_url") or ""
    return found


def best_key(model, slug, language):
    """The primary key of a page by its slug, in the language where it has been translated."""
    found = dict(model.objects.filter(slug=slug).values_list("locale__language_code", "pk"))
    return found.get(language) or (min(found.values()) if found else None)


def menu_page(home, slug):
    models = (
        ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage, StandardPage, AccessibilityStatementPage
    )  # fmt: skip
    for model in models:
        if page := model.objects.child_of(home).filter(slug=slug).first():
            return page.pk
    return None


MORE = {
    ProgrammePage: programme,
    ProjectPage: project,
    HomePage: home,
    AccessibilityStatementPage: statement,
}


def is_stream(page, field):
    return not field.endswith("_id") and isinstance(page._meta.get_field(field), StreamField)


def differ(page, values):
    """The names of the fields in which a page is not what the values say."""
    return [
        field for field, value in values.items() if current(page, field) != wanted(field, value)
    ]


def wanted(field, value):
    """A value as `current` gives it: words of the vocabulary have no order."""
    return {word.pk for word in value} if field in CREATED_WHEN_MISSING else value


def current(page, field):
    value = getattr(page, field)
    if is_stream(page, field):
        return list(value.raw_data)
    if field in CREATED_WHEN_MISSING:
        return {word.pk for word in value.all()}
    return value
