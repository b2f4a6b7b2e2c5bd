"""Several files in one, and what somebody has sent us as such."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from .sheet import Unreadable

LARGEST_UPLOAD = 20 * 1024 * 1024
LARGEST_FILE = 5 * 1024 * 1024
LARGEST_ALL = 100 * 1024 * 1024
MOST_FILES = 2_000


def pack(sheets, form):
    """A zip with one file a sheet, named by its slug; two of the same slug are told apart."""
    taken = set()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for sheet in sheets:
            name = sheet.slug
            if name in taken:
                name = f"{name}-{sheet.key[:8]}"
            taken.add(name)
            file.writestr(f"{name}.{form.EXTENSION}", form.write(sheet))
    return archive.getvalue(), len(taken)


def unpack(upload):
    """``[(name, bytes)]`` of what was sent, one file or a zip; ``[(name, Unreadable)]`` for what is not read.

    Nothing is written to disk under a name that somebody chose, and no more is unpacked than allowed.
    """
    if upload.size > LARGEST_UPLOAD:
        return [(upload.name, Unreadable(_("The file is too large.")))]
    data = upload.read()
    if not data.startswith(b"PK\x03\x04"):
        if data.startswith(b"PK"):
            return [(upload.name, Unreadable(_("There is nothing in this zip.")))]
        return [(upload.name, _limited(data))]
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        return [(upload.name, Unreadable(_("This zip is broken: %(error)s") % {"error": error}))]
    if len(members) > MOST_FILES:
        return [(upload.name, Unreadable(_("There are too many files in this zip.")))]
    found, total = [], 0
    for member in members:
        if total > LARGEST_ALL:
            content = Unreadable(_("The zip holds too much. Upload the rest in another zip."))
        else:
            content = _content(archive, member)
            total += min(member.file_size, LARGEST_FILE)
        found.append((member.filename, content))
    return found


def _content(archive, member):
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return Unreadable(_("Its name points outside the zip."))
    if member.flag_bits & 1:
        return Unreadable(_("It is encrypted."))
    try:
        with archive.open(member) as file:
            return _limited(file.read(LARGEST_FILE + 1))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
    ) as error:
        return Unreadable(_("It cannot be unpacked: %(error)s") % {"error": error})


def _limited(data):
    return data if len(data) <= LARGEST_FILE else Unreadable(_("The file is too large."))
