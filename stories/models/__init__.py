from .base import ContentPage
from .collection_object import CollectionObject
from .partner import Partner
from .programme import ProgrammeIndexPage, ProgrammePage
from .project import ProjectIndexPage, ProjectPage
from .story import StoryIndexPage, StoryPage
from .taxonomy import Community, ContentWarning, Place, Theme

__all__ = [
    "CollectionObject",
    "Community",
    "ContentPage",
    "ContentWarning",
    "Partner",
    "Place",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ProjectIndexPage",
    "ProjectPage",
    "StoryIndexPage",
    "StoryPage",
    "Theme",
]
