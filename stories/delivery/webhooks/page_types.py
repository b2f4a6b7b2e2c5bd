"""Which page types an endpoint can ask for: those that the rooms above name."""

_lists = []


def lists_page_types(function):
    """Registers what gives ``{type as the API has it: name for people}``."""
    _lists.append(function)
    return function


def page_types():
    return {key: name for each in _lists for key, name in each().items()}
