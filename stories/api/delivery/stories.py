"""Stories, projects and programmes."""

from stories.models import ProgrammePage, ProjectPage, StoryPage

from .pages import pages_router
from .schemas.programmes import ProgrammeDetail
from .schemas.projects import ProjectDetail
from .schemas.stories import StoryDetail

stories = pages_router("story", "stories", StoryPage, StoryDetail)
projects = pages_router("project", "projects", ProjectPage, ProjectDetail)
programmes = pages_router("programme", "programmes", ProgrammePage, ProgrammeDetail)
