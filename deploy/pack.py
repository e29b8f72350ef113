"""Pack the built book into one file, for a shared drive, a USB stick or a learning management system: `make zip`.

Besides the book it holds a note on how to begin, and the manifest that lets a learning management system take the file
as a SCORM 1.2 package. The same book gives the same file, byte for byte.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml

ROOT = Path(__file__).parent.parent
BOOK = ROOT / "_build" / "html"
PACKED = ROOT / "_build" / "better-connected.zip"
LONG_AGO = (1980, 1, 1, 0, 0, 0)

NOTE = """{title}

1. Unpack this file first. In Windows, right-click it and choose "Extract All".
   Opened from inside the packed file, the pages don't find each other.
2. Open index.html in the unpacked folder. It needs no internet and nothing to install.
3. Leave the folder where it is and keep it whole: a browser may lose track of your
   answers if it moves. Your answers stay in your browser. They are not in this folder.

To share it, put the unpacked folder on a shared drive or a website, whole.
"""

MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="better-connected" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
    http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="book">
    <organization identifier="book">
      <title>{title}</title>
      <item identifier="whole" identifierref="pages"><title>{title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="pages" type="webcontent" adlcp:scormtype="asset" href="index.html">
{files}
    </resource>
  </resources>
</manifest>
"""


def pack(book: Path, packed: Path, title: str) -> int:
    """Pack a built book.

    Parameters
    ----------
    book : Path
        The folder of the built pages.
    packed : Path
        The file to write.
    title : str
        What a learning management system calls it.

    Returns
    -------
    int
        How many bytes the file has.

    Raises
    ------
    FileNotFoundError
        If there is no built book in the folder.
    """
    if not (book / "index.html").is_file():
        raise FileNotFoundError(f"There is no book in {book}. Build it first, with 'make book'.")
    names = sorted(path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file())
    held = {name: (book / name).read_bytes() for name in names}
    files = "\n".join(f"      <file href={quoteattr(name)}/>" for name in held)
    held["imsmanifest.xml"] = MANIFEST.format(title=escape(title), files=files).encode()
    held["READ ME FIRST.txt"] = NOTE.format(title=title).replace("\n", "\r\n").encode()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, body in sorted(held.items()):
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, body)
    return packed.stat().st_size


if __name__ == "__main__":
    try:
        size = pack(BOOK, PACKED, yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"])
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(f"The book is packed, {size / 1e6:.1f} MB: {PACKED}")
