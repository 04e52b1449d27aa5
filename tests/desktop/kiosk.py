"""Walks through a kiosk in its real window: pairs it, begins as a resident, goes away, and looks for
what is left of them.

    kiosk.py PORT PAIRING_CODE PROFILE

The wait is the real one: a minute, the warning's half a minute, the wipe.
"""

import sys
from pathlib import Path

from driver import Driver

PIN = "4821"
NUMBER = "620304157911"


def taps(kiosk, words):
    """On the letters of the screen, as somebody without a keyboard does."""
    for key in words:
        kiosk.press(key)


def left_of(number, profile):
    """Files of the web view in which the number stands, in either width of letters."""
    forms = [number.encode(), number.encode("utf-16-le")]
    files = [path for path in Path(profile).rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def main(port, code, profile):
    kiosk = Driver(port)
    kiosk.sees("Co chcesz zrobić?")
    kiosk.press("Potrzebuję pomocy")
    kiosk.press("Menu obsługi")
    kiosk.sees("Wybierz PIN obsługi")
    taps(kiosk, PIN)
    kiosk.press("Dalej")
    kiosk.sees("Kiosk nie jest połączony z urzędem.")
    kiosk.fill("Kod od administratora", code.lower())
    kiosk.press("Połącz")
    kiosk.sees("Kiosk działa i jest połączony z urzędem.")
    kiosk.press("Zacznij od nowa")
    kiosk.sees("Co chcesz zrobić?")

    # Somebody begins, types the number of a card, and goes away.
    kiosk.press("Przedłuż kartę")
    kiosk.until(lambda: kiosk.find("//input[@id='kiosk-number']"), "a box for the number")
    taps(kiosk, NUMBER)
    typed = "return document.querySelector('#kiosk-number').value"
    kiosk.until(lambda: kiosk.run(typed) == NUMBER, "twelve quick touches are twelve digits", 10)
    # Two minutes where a card is held to a scanner, a minute elsewhere.
    kiosk.sees("Czy nadal tu jesteś?", 150)
    kiosk.sees("Co chcesz zrobić?", 50)
    kiosk.press("Przedłuż kartę")
    kiosk.until(lambda: kiosk.find("//input[@id='kiosk-number']"), "a box for the number")
    if kiosk.run(typed) != "":
        raise SystemExit("What the last person typed is still there.")
    kept = kiosk.run("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    if NUMBER in (kept or NUMBER):
        raise SystemExit(f"The page's own stores were not wiped: {kept}")
    if found := left_of(NUMBER, profile):
        raise SystemExit(f"The number of the last person stands in {found}.")
    print("   nothing is left of the last person")


if __name__ == "__main__":
    main(*sys.argv[1:])
