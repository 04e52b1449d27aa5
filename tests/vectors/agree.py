"""Does the second verifier say what core says? Exits 1 at the first twenty differences.

Usage: agree.py VECTORS [TOKENS.jsonl], where VECTORS is `core/vectors`.
"""

import base64
import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path

import rkc1


def unbase(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Held:
    """What a verifier of the vectors holds, by name."""

    def __init__(self, folder: Path):
        lists = json.loads((folder / "lists.json").read_text())
        self.root = rkc1.point(unbase(lists["root"]))
        self.trust = {name: rkc1.read_trust(unbase(token), self.root) for name, token in lists["trust"].items()}
        self.status = {
            name: rkc1.read_status(unbase(token), self.trust["golden" if name == "golden" else "usual"])
            for name, token in lists["status"].items()
        }

    def judge(self, case: dict) -> rkc1.Told:
        asked = case.get("asked")
        if asked:
            asked = (rkc1.read_question(asked["challenge"]), asked["at"])
        statuses = [self.status[name] for name in case["status"]]
        return rkc1.verify(case["text"], self.trust[case["trust"]], statuses, case["at"], asked)


def of_core(told: dict) -> rkc1.Told:
    holder = told.get("holder")
    if holder:
        until = int(datetime.fromisoformat(holder["until"]).timestamp())
        holder = {**holder, "until": until, "initials": holder.get("initials")}
    return rkc1.Told(told["verdict"], told.get("seconds"), holder)


def difference(held: Held, line: dict) -> str | None:
    ours, core = held.judge(line), of_core(line["told"])
    if ours == core and ours.answer == line["told"]["answer"]:
        return None
    return f"{line['what']}: core {core}, Python {ours}\n    {line['text']!r}"


def compare(folder: str, lines: list[str]) -> tuple[list[str], Counter]:
    held = Held(Path(folder))
    read = [json.loads(line) for line in lines]
    found = [wrong for line in read if (wrong := difference(held, line))]
    return found, Counter(line["told"]["verdict"] for line in read)


def of_vectors(folder: Path) -> list[str]:
    """The committed cases and lists, judged here; what a replay is, the verifier's memory says."""
    held, wrong = Held(folder), []
    for name in ("golden.json", "negative.json"):
        for case in json.loads((folder / name).read_text()):
            told = held.judge(case)
            if case["verdict"] == "replayed":
                fine = told.answer == "valid" and same_showing(case)
            else:
                fine = (told.word, told.answer, told.seconds) == (case["verdict"], case["answer"], case.get("seconds"))
            if not fine:
                wrong.append(f"{case['name']}: {case['verdict']} expected, Python {told}")
    for case in json.loads((folder / "negative-lists.json").read_text()):
        refused = "read"
        try:
            if case["kind"] == "trust":
                rkc1.read_trust(unbase(case["token"]), held.root)
            else:
                rkc1.read_status(unbase(case["token"]), held.trust["usual"])
        except rkc1.Untrusted as why:
            refused = str(why)
        if refused != case["refused"]:
            wrong.append(f"{case['name']}: {case['refused']} expected, Python {refused}")
    return wrong


def same_showing(case: dict) -> bool:
    """The same holder's key and the same second, whatever the bytes."""
    both = [rkc1.presentation(rkc1.unspell("RKC1:", 600, case[key])) for key in ("text", "accepted_before")]
    one, other = ((shown.card.holder.thumbprint, shown.iat) for shown in both)
    return one == other


def main() -> int:
    folder = Path(sys.argv[1])
    wrong = of_vectors(folder)
    print(f"vectors: {len(wrong)} differences")
    if len(sys.argv) > 2:
        lines = Path(sys.argv[2]).read_text().splitlines()
        parts = [lines[start::8] for start in range(8)]
        verdicts = Counter()
        with ProcessPoolExecutor(2) as pool:
            for found, counted in pool.map(compare, [str(folder)] * len(parts), parts):
                wrong += found
                verdicts += counted
        print(f"tokens: {len(lines)}, {dict(verdicts.most_common())}")
    for line in wrong[:20]:
        print(line)
    print(f"{len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
