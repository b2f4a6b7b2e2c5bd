"""What the site is compared with: the same bytes from constants behind the same server, and from nginx."""

import json
import os
import shutil

from tests.ports import free_port

from .environment import environment
from .folders import made
from .process import Process, ask
from .site import granian

NGINX = """
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 256; }}
http {{
  access_log off;
  default_type application/octet-stream;
  sendfile on;
  keepalive_requests 1000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {answers};
    location / {{ rewrite ^/([a-z_]+)/([0-9]+)$ /$1.$2.body break; }}
  }}
}}
"""
# Of a connection, not of an answer.
HOP = {"connection", "keep-alive", "transfer-encoding", "date", "server"}


def keep_answers(asked):
    """Keeps every answer of the site that is measured, ``{kind: Asked}``, for the floors to repeat."""
    shutil.rmtree(made("answers"))
    folder = made("answers")
    for kind, each in asked.items():
        for number, (path, etag) in enumerate(each.addresses):
            known = {"If-None-Match": etag} if etag else {}
            status, headers, body = ask(each.origin, path, known)
            headers = {name: value for name, value in headers.items() if name not in HOP}
            kept = {"path": path, "is_known": bool(etag), "status": status, "headers": headers}
            (folder / f"{kind}.{number}.json").write_text(json.dumps(kept))
            (folder / f"{kind}.{number}.body").write_bytes(body)


def constant(database, path):
    """The floor that the goals speak of: a Django view."""
    return _behind_granian("constant", database, path)


def bare(database, path):
    return _behind_granian("bare", database, path)


def _behind_granian(name, database, path):
    port = free_port()
    command = granian(f"tests.bench.{name}:application", port)
    return Process(name, command, port, path, environment(database))


def nginx():
    folder, port = made("nginx"), free_port()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, answers=made("answers")))
    env = {"PATH": os.environ["PATH"] + ":/usr/sbin"}
    return Process("nginx", ["nginx", "-c", str(config)], port, "/detail/0", env)
