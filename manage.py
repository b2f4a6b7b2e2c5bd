#!/usr/bin/env python
"""Runs a command of the site: `./manage.py help` lists them."""

import os
import sys
from pathlib import Path


def main():
    # `site` is the standard library's name, so the settings package lies one folder down.
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.garbage import look_seldom

    look_seldom()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
