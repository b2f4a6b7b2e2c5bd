"""The site as it is served in production."""

import runpy
import sys
from pathlib import Path

from tests.ports import free_port

from .environment import environment
from .folders import ROOT
from .process import Process

WORKERS = 2


SERVE = ROOT / "deploy" / "serve.py"


def options(port):
    return ["--host=127.0.0.1", f"--port={port}", f"--workers={WORKERS}"]


def granian(application, port):
    """The command that serves another application as the site is served."""
    usual = runpy.run_path(str(SERVE))["OPTIONS"]
    return [
        str(Path(sys.executable).with_name("granian")), *usual, *options(port), application
    ]  # fmt: skip


def site(database, path, is_kept=True, **more):
    """The running site; `is_kept` says whether it keeps what it has answered."""
    port = free_port()
    env = environment(database, KEEP_ANSWERS=str(int(is_kept)), **more)
    name = "site" if is_kept else "site-cold"
    return Process(name, [sys.executable, str(SERVE), *options(port)], port, path, env)
