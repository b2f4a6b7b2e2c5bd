"""What is too much to be done while somebody waits, and is done by whoever follows the log."""

_later = []


def does_later(function):
    """Registers who does some of it: ``function()`` says how much it has done, 0 where nothing is due."""
    _later.append(function)
    return function


def do_some():
    """Lets everybody do some; whether anybody had anything to do."""
    return any(tuple(function() > 0 for function in _later))
