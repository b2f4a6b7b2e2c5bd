"""Varnish with the site's own configuration, in front of the site or of a floor."""

import os
import re
import shutil

from tests.ports import free_port

from .folders import ROOT, made
from .process import Process

SHIPPED = ROOT / "deploy" / "varnish"


def varnish(name, origin, path):
    port, folder = free_port(), made("varnish")
    shipped = (SHIPPED / "default.vcl").read_text()
    file = folder / f"{name}.vcl"
    file.write_text(re.sub(r'\.port = "\d+"', f'.port = "{origin.rpartition(":")[2]}"', shipped))
    shutil.copy(SHIPPED / "meeting-place.vcl", folder)
    command = [
        "varnishd", "-F", "-a", f"127.0.0.1:{port}", "-f", str(file), "-n", str(folder / name),
        "-s", "malloc,128m", "-T", "none",
    ]  # fmt: skip
    env = {"PATH": os.environ["PATH"] + ":/usr/sbin", "PURGE_SECRET": "none"}
    return Process(f"varnish-{name}", command, port, path, env)
