"""Prepares the site on this machine and serves it as visitors would see it: `make run`."""

import hashlib
import io
import os
import secrets
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "8000")


def say(*lines):
    for line in lines:
        print(line, flush=True)  # noqa: T201


def refuse_taken_port():
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(PORT)))
        except OSError:
            sys.exit(f"Port {PORT} is taken: choose another with `make run PORT=8001`")


def secret_key():
    """The key of this machine, made once and readable by its owner only."""
    path = VAR / "secret_key"
    if not path.exists() or not path.read_text().strip():
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(60))
    return path.read_text().strip()


def set_environment():
    VAR.mkdir(exist_ok=True)
    os.chdir(ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("BASE_URL", f"http://{HOST}:{PORT}")
    os.environ.setdefault("SECURITY_CONTACT", "mailto:security@ferrybank.example")
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key()


class Told(io.StringIO):
    """Writes to the screen and remembers."""

    def write(self, text):
        sys.stdout.write(text)
        sys.stdout.flush()
        return super().write(text)


def load_demo():
    """Loads the demo into a new database; the sign-ins that it told stay in var/demo.txt."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command, get_commands

    told = VAR / "demo.txt"
    if "demo" not in get_commands():
        return []
    if not told.exists() or not get_user_model().objects.exists():
        told.unlink(missing_ok=True)
        say("Loading the demo …")
        output = Told()
        call_command("demo", stdout=output)
        told.touch(mode=0o600)
        told.write_text(output.getvalue(), encoding="utf-8")
        return []
    lines = told.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("Sign in")]


def collect_static():
    """Collects static files when one was added, changed or removed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    files = sorted(
        (name, storage.path(name), os.path.getmtime(storage.path(name)))
        for finder in get_finders()
        for name, storage in finder.list(["CVS", ".*", "*~"])
    )
    digest = hashlib.sha256(repr(files).encode()).hexdigest()
    mark = Path(settings.STATIC_ROOT).with_name("static.sha256")
    if mark.exists() and mark.read_text() == digest and Path(settings.STATIC_ROOT).exists():
        return
    say("Collecting static files …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(digest)


def prepare():
    import django
    from django.core.management import call_command

    django.setup()
    say("Bringing the database up to date …")
    call_command("migrate", interactive=False, verbosity=0, skip_checks=False)
    collect_static()  # first: pages are finished as they are published, with the addresses of their styles
    return load_demo()


def serve():
    command = [sys.executable, str(ROOT / "deploy" / "serve.py")]
    os.execv(sys.executable, [*command, f"--host={HOST}", f"--port={PORT}", "--workers=1"])


if __name__ == "__main__":
    refuse_taken_port()
    set_environment()
    sign_ins = prepare()
    address = os.environ["BASE_URL"]
    say("", f"Meeting Place  {address}/", f"Admin          {address}/admin/", *sign_ins, "")
    serve()
