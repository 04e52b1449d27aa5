"""A WebDriver client (W3C) of a dozen lines, for the window under test; the standard library only."""

import json
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Driver:
    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.until(lambda: self.ask("GET", "/status"), "the WebDriver answers")
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {}}})
        self.session = f"/session/{made['sessionId']}"

    def ask(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("content-type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=20) as reply:
                return json.load(reply)["value"]
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None

    def find(self, xpath):
        found = self.ask("POST", f"{self.session}/element", {"using": "xpath", "value": xpath})
        return (found or {}).get(ELEMENT)

    def run(self, script, *arguments):
        body = {"script": script, "args": list(arguments)}
        return self.ask("POST", f"{self.session}/execute/sync", body)

    def text(self):
        """As it reads; the spaces that do not break are spaces."""
        return (self.run("return document.body.innerText") or "").replace("\u00a0", " ")

    def until(self, question, what, seconds=60):
        """Asks until the answer is yes; the last page is printed when it never was."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            answer = question()
            if answer:
                return answer
            time.sleep(0.2)
        page = self.text() if hasattr(self, "session") else "(no session)"
        raise SystemExit(f"Not seen in {seconds} s: {what}\n--- the page says:\n{page}")

    def sees(self, words, seconds=60):
        self.until(lambda: words in self.text(), words, seconds)
        print(f"   seen: {words}")

    def press(self, name):
        """The button with that name, as people read it; it may go on with a second line."""
        said = "normalize-space(translate(., '\u00a0', ' '))"
        same = f"{said}='{name}' or starts-with({said}, '{name} ') or .//*[{said}='{name}'] or @aria-label='{name}'"
        element = self.until(lambda: self.find(f"//button[{same}] | //a[{same}]"), f"button {name}")
        self.ask("POST", f"{self.session}/element/{element}/click", {})

    def fill(self, label, words):
        """Into the field with that label, key by key."""
        where = f"//input[@id=//label[normalize-space()='{label}']/@for]"
        element = self.until(lambda: self.find(where), f"field {label}")
        self.ask("POST", f"{self.session}/element/{element}/value", {"text": words})
