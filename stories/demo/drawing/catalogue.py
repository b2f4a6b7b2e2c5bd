"""Which picture is drawn by which function."""

PICTURES = {}


def picture(name, height=200, ground=None):
    """Registers the decorated function as the one that draws `name`."""

    def register(function):
        PICTURES[name] = (function, height, ground)
        return function

    return register
