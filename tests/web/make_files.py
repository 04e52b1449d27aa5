"""Makes the files a resident would upload: a camera JPEG (12 megapixels, lying on its side, with EXIF
and a place), the same face small, a PDF of a first page, and bad files, each named by what is wrong
with it.

Usage: make_files.py FOLDER
"""

import pathlib
import sys
import zlib
import struct

from PIL import Image, ImageDraw

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)

# A person as simple shapes, drawn upright and stored lying: orientation 6 is "turn right to view".
upright = Image.new("RGB", (3000, 4000), (226, 232, 231))
draw = ImageDraw.Draw(upright)
draw.ellipse((700, 2650, 2300, 4700), fill=(11, 85, 99))
draw.rectangle((1320, 2300, 1680, 2800), fill=(224, 178, 148))
draw.ellipse((950, 900, 2050, 2500), fill=(236, 194, 164))
draw.pieslice((900, 700, 2100, 2000), 180, 360, fill=(74, 52, 40))
for eye in (1290, 1710):
    draw.ellipse((eye - 60, 1640, eye + 60, 1740), fill=(40, 40, 40))
draw.arc((1300, 1850, 1700, 2150), 20, 160, fill=(150, 70, 70), width=26)
for row in range(0, 4000, 40):
    draw.line((0, row, 3000, row), fill=(222, 228, 227), width=2)
lying = upright.rotate(90, expand=True)
exif = Image.Exif()
exif[0x0112] = 6
exif[0x010F] = "KartaTestCamera"
exif[0x8825] = {1: "N", 2: (52.0, 10.0, 0.0), 3: "E", 4: (20.0, 48.0, 0.0)}
lying.save(folder / "aparat.jpg", quality=92, exif=exif)
upright.resize((600, 800), Image.LANCZOS).save(folder / "portret.jpg", quality=88)

page = Image.new("RGB", (1240, 1754), "white")
draw = ImageDraw.Draw(page)
draw.rectangle((60, 60, 1180, 200), outline="black", width=4)
draw.text((90, 100), "PIT-37  ZEZNANIE  2025  (PRZYKLAD)", fill="black", font_size=44)
lines = ["Urzad Skarbowy w Pruszkowie", "Nazwisko: NOWICKA", "Imie: JULIA", "Miejscowosc: PRUSZKOW", "Ulica: BOLESLAWA PRUSA 12A"]
for number, line in enumerate(lines):
    draw.rectangle((60, 260 + number * 110, 1180, 350 + number * 110), outline=(90, 90, 90), width=2)
    draw.text((90, 285 + number * 110), line, fill="black", font_size=36)
page.save(folder / "pit.pdf", "PDF", resolution=150)

(folder / "pusty.jpg").write_bytes(b"")
(folder / "notatka.jpg").write_text("to nie jest zdjecie")
whole = (folder / "aparat.jpg").read_bytes()
(folder / "uciety.jpg").write_bytes(whole[: len(whole) // 3])
Image.new("RGB", (200, 260), "white").save(folder / "maly.png")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


side = 20000
rows = zlib.compress(bytes(side + 1) * side, 9)
header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
(folder / "bomba.png").write_bytes(bomb)
