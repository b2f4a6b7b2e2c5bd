"""A page as linked data, in the words of schema.org: what it is, in which language and by whom."""

from dataclasses import dataclass

from django.utils.html import strip_tags

from stories.blocks.relations import ContributorRole
from stories.models.times import TimePrecision

from .covered import is_covered, lead_image

# In which part somebody is credited; whoever tells, writes, draws or plays made the story.
CREDITED_AS = {
    ContributorRole.TRANSLATOR: "translator",
    ContributorRole.REVIEWER: "contributor",
    ContributorRole.INTERVIEWER: "contributor",
    ContributorRole.EDITOR: "editor",
}
RECORDINGS = {"audio": "AudioObject", "video": "VideoObject"}


@dataclass(frozen=True)
class Around:
    """What the page is part of: the site in its reader's language."""

    base: str
    language: str
    site: str
    organisation: str

    def absolute(self, address):
        return f"{self.base}{address}" if address.startswith("/") else address

    @property
    def home(self):
        return f"{self.base}/{self.language}/"

    def publisher(self):
        name = self.organisation or self.site
        return {"@type": "Organization", "@id": f"{self.base}/#organisation", "name": name}


def linked_data(page, around):
    """The page's Detail as a JSON-LD document, a dict."""
    made = {"home": _site, "story": _story, "project": _project, "programme": _programme}
    make = made.get(page["type"], _page) if "published_at" in page else _gathering
    graph = [_bare(each) for each in make(page, around)]
    if page.get("breadcrumbs"):
        graph.append(_breadcrumbs(page, around))
    return {"@context": "https://schema.org", "@graph": graph}


def _site(page, around):
    yield {
        "@type": "WebSite",
        "@id": around.home,
        "url": around.home,
        "name": around.site,
        "description": page["summary"],
        "inLanguage": around.language,
        "publisher": around.publisher(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{around.home}search/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def _gathering(page, around):
    """A page that is no page of the tree: what it gathers, and under which name."""
    address = page["seo"]["canonical"]
    yield {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": str(page["title"]),
        "description": page["seo"]["description"],
        "inLanguage": page["language"]["served"],
        "isPartOf": {"@type": "WebSite", "@id": around.home, "url": around.home},
    }


def _page(page, around):
    yield {"@type": "CollectionPage" if "listing" in page else "WebPage", **_work(page, around)}


def _story(page, around):
    yield {
        "@type": "Article",
        **_work(page, around),
        **_credited(page),
        "isAccessibleForFree": True,
        "about": [_term(term, around) for term in (*page["themes"], *page["communities"])],
        "mentions": [_object(each, around) for each in page["collection_objects"]],
        "contentLocation": [_place(place, around) for place in page["places"]],
        "associatedMedia": list(_recordings(page, around)),
        "dateCreated": page["told_on"],
        "temporalCoverage": _coverage(page["tells_of"]),
    }


def _project(page, around):
    """The case study, and the project that it is about."""
    yield {
        "@type": "Article",
        **_work(page, around),
        "about": {
            "@type": "Project",
            "name": page["title"],
            "foundingDate": page["starts_on"],
            "dissolutionDate": page["ends_on"],
            "member": [
                {"@type": "Organization", "name": each["title"], "url": each["url"]}
                for each in page["partners"]
            ],
        },
        "mentions": [_object(each, around) for each in page["collection_objects"]],
    }


def _programme(page, around):
    yield {
        "@type": "WebPage",
        **_work(page, around),
        "mainEntity": {
            "@type": "EventSeries",
            "name": page["title"],
            "description": page["summary"],
            "startDate": page["starts_on"],
            "endDate": page["ends_on"],
            "organizer": around.publisher(),
            "audience": {"@type": "Audience", "audienceType": page["audiences"]}
            if page["audiences"]
            else None,
            "inLanguage": page["language"]["served"],
        },
    }


def _work(page, around):
    """What every page has, and how it stands to its versions in other languages."""
    address, language = page["seo"]["canonical"], page["language"]
    served, source = language["served"], language["source"]
    versions = [
        _version(page, each, around) for each in page["translations"] if each["locale"] != served
    ]
    is_original = served == source
    original = [] if is_original else [each for each in versions if each["inLanguage"] == source]
    return {
        "@id": address,
        "url": address,
        "name": page["title"],
        "headline": page["title"],
        "description": page["seo"]["description"],
        "inLanguage": served,
        "datePublished": page["published_at"],
        "dateModified": page["updated_at"],
        "image": _image(page, around),
        "license": (page["licence"] or {}).get("url"),
        "creditText": page["credit_line"],
        "publisher": around.publisher(),
        "isPartOf": _owners(page, around),
        "translationOfWork": original[0] if original else None,
        "workTranslation": versions if is_original else [],
    }


def _version(page, version, around):
    address = around.absolute(version["url"])
    return {
        "@type": "Article" if page["type"] in ("story", "project") else "WebPage",
        "@id": address,
        "url": address,
        "name": version["title"],
        "inLanguage": version["locale"],
    }


def _owners(page, around):
    owners = [page[name] for name in ("project", "programme") if page[name]]
    found = [
        {
            "@type": "Article" if owner["type"] == "project" else "WebPage",
            "name": owner["title"],
            "url": around.absolute(owner["url"]),
        }
        for owner in owners
    ]
    return [*found, {"@type": "WebSite", "@id": around.home, "url": around.home}]


def _credited(page):
    """The people of a story, by the names that they chose, and nobody else."""
    found = {}
    for each in page["credited"]:
        found.setdefault(CREDITED_AS.get(each["role"], "creator"), []).append(each["name"])
    found.setdefault("translator", []).extend(page["translated_by"])
    found.setdefault("contributor", []).extend(page["reviewed_by"])
    return {
        part: [{"@type": "Person", "name": name} for name in dict.fromkeys(names)]
        for part, names in found.items()
    }


def _image(page, around):
    image = lead_image(page)
    return image and {
        "@type": "ImageObject",
        "contentUrl": around.absolute(image["src"]),
        "width": image["width"],
        "height": image["height"],
        "caption": image["alt"],
        "creditText": image["credit_line"],
        "license": (image["licence"] or {}).get("url"),
    }


def _recordings(page, around):
    for block in page["body"]:
        value = block["value"]
        if block["type"] not in RECORDINGS or not (value["recording"] or value["embed"]):
            continue
        recording = value["recording"] or {}
        transcript = None if is_covered(page) else value["transcript"]
        yield {
            "@type": RECORDINGS[block["type"]],
            "name": value["title"],
            "contentUrl": around.absolute(recording["src"]) if recording else None,
            "url": None if recording else value["embed"]["url"],
            "encodingFormat": recording.get("type"),
            "duration": f"PT{round(recording['duration'])}S" if recording.get("duration") else None,
            "transcript": " ".join(strip_tags(transcript["html"].replace("<", " <")).split())
            if transcript
            else None,
            "creditText": recording.get("credit_line"),
            "license": (recording.get("licence") or {}).get("url"),
        }


def _term(term, around):
    return {"@type": "DefinedTerm", "name": term["title"], "url": around.absolute(term["url"])}


def _place(place, around):
    return {"@type": "Place", "name": place["title"], "url": around.absolute(place["url"])}


def _coverage(time):
    """The time that it tells of in ISO 8601: ``"1971"``, ``"1968/1974"``, of decades from their first year to
    their last; years that are not certain with the sign that ISO 8601-2 has for it, ``"1968~/1974~"``.
    """
    if time is None:
        return None
    about = "~" if time["precision"] == TimePrecision.ABOUT else ""
    years = dict.fromkeys(f"{time[name]:04}{about}" for name in ("from_year", "to_year"))
    return "/".join(years)


def _object(each, around):
    return {
        "@type": "Thing",
        "name": each["title"],
        "identifier": each["museum_number"],
        "url": each["url"] and around.absolute(each["url"]),
    }


def _breadcrumbs(page, around):
    steps = [(str(each["title"]), around.absolute(each["url"])) for each in page["breadcrumbs"]]
    steps.append((str(page["title"]), around.absolute(page["url"])))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }


def _bare(value):
    """Without what there is not."""
    if isinstance(value, dict):
        found = {name: _bare(each) for name, each in value.items()}
        return {name: each for name, each in found.items() if each not in (None, "", [], {})}
    return [_bare(each) for each in value] if isinstance(value, list) else value
