"""What tests do with translators' files: as a translator who signs in, exports, edits and imports."""

import io
import zipfile

import polib
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import etree

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


def boss(client):
    """The client, signed in as somebody who may do everything."""
    client.force_login(User.objects.create_superuser("boss"))
    return client


def exported(client, language="en", kind="po"):
    """``{name: bytes}`` of the zip of all that is open in a language."""
    answer = client.get(reverse("translation_export"), {"language": language, "format": kind})
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return archive.getvalue()


def imported(client, content, name="all.zip"):
    """The reports on a file, as the page shows them."""
    upload = SimpleUploadedFile(name, content)
    answer = client.post(reverse("translation_files"), {"file": upload})
    assert answer.status_code == 200
    return answer.context["reports"]


def filled_po(content, texts):
    """A PO file in which a translator has written; entries that `texts` does not know stay as they are."""
    po = polib.pofile(content.decode())
    for entry in po:
        if entry.msgid in texts:
            entry.msgstr = texts[entry.msgid]
            entry.flags = []
    return str(po).encode()


def filled_xliff(content, texts):
    """The same for XLIFF; `texts` by the original's words alone, values as the target's XML."""
    root = etree.fromstring(content)
    for unit in root.iter(f"{XLIFF}trans-unit"):
        words = "".join(unit.find(f"{XLIFF}source").itertext())
        if words in texts:
            for old in unit.findall(f"{XLIFF}target"):
                unit.remove(old)
            target = etree.fromstring(
                f'<target xmlns="{XLIFF[1:-1]}" state="translated">{texts[words]}</target>'
            )
            unit.find(f"{XLIFF}source").addnext(target)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def reasons(report):
    return [refusal.reason for refusal in report.refusals]
