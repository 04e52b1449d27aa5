"""Makes what a camera sees of a phone that shows its card: a film of the picture, held a little
askew in front of a grey wall, slightly out of focus.

Usage: make_video.py PICTURE FILM.mjpeg
"""

import io
import sys

from PIL import Image, ImageFilter

picture, film = sys.argv[1:]
wide, high = 1280, 720
phone = Image.open(picture).convert("RGB")
phone.thumbnail((wide, high * 96 // 100), Image.LANCZOS)

with open(film, "wb") as out:
    for turn in (-3, -2, -1, 0, 1, 2, 3, 2, 0, -2):
        wall = Image.new("RGB", (wide, high), (118, 121, 119))
        held = phone.rotate(turn, expand=True, resample=Image.BICUBIC, fillcolor=(118, 121, 119))
        wall.paste(held, ((wide - held.width) // 2 + 4 * turn, (high - held.height) // 2))
        frame = io.BytesIO()
        wall.filter(ImageFilter.GaussianBlur(0.7)).save(frame, "JPEG", quality=85)
        out.write(frame.getvalue())
