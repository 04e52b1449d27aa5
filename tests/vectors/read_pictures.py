"""Do zxing-cpp and zbar read our codes from small pictures?

Usage: read_pictures.py FOLDER, with the pictures and their list that `vectors pictures` wrote.
"""

import json
import sys
from pathlib import Path

import zxingcpp
from PIL import Image
from pyzbar import pyzbar


def by_zxing(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def by_zbar(picture: Image.Image) -> set[str]:
    found = pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return {code.data.decode() for code in found}


def main() -> int:
    folder, missed, side = Path(sys.argv[1]), [], set()
    pictures = json.loads((folder / "pictures.json").read_text())
    for listed in pictures:
        picture = Image.open(folder / listed["file"])
        side.add(picture.size)
        for reader in (by_zxing, by_zbar):
            if listed["text"] not in reader(picture):
                missed.append(f"{reader.__name__}: {listed['name']}")
    print(f"{len(pictures)} pictures of {side}, {len(missed)} missed {missed}")
    return 1 if missed or not pictures else 0


if __name__ == "__main__":
    sys.exit(main())
