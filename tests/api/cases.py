"""Calls every operation of the API document as every kind of caller, with made-up and with real ids.

    cargo xtask fuzz api [--runs N]        starts a demo town and runs this against it
    python tests/api/cases.py URL SERVER DATA [N]
                                           against a demo town that runs already: the server's
                                           program and data folder make the accounts of staff

Invariant: no answer is a 5xx, and each is one the document promises: its status, its media type and
its schema. Everything is drawn from one seed, so a finding comes again.
"""

import base64
import collections
import hmac
import pathlib
import re
import struct
import subprocess
import sys
import time

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks

DOCUMENT = pathlib.Path(__file__).parents[2] / "server" / "openapi.json"
CASES = 20_000

# The demo's people: address and password.
PEOPLE = {
    "anonymous": None,
    "head": ("anna@demo.karta.example", "lipowa herbata 7"),
    "second guardian": ("marek@demo.karta.example", "granatowy rower 3"),
    "resident": ("marta@demo.karta.example", "spacer nad Utratą 5"),
    "adult member": ("irena@demo.karta.example", "stary zegar 8 bije"),
    "clerk": ("urzad1@demo.karta.example", "zielone biurko 12"),
}

# Made by the command of the server; they set up password and second step as their link asks.
STAFF = ["supervisor", "pickup-operator", "partner", "administrator"]
STAFF_PASSWORD = "cichy parasol w szatni 21"

# The second step of the demo's clerk, as server/src/demo/codes.rs has it.
SECRETS = {"urzad1@demo.karta.example": b"drugi krok urzad nr1"}

# Would end the session this script calls with.
LEFT_OUT = {"SignOut", "StopSession", "StopOtherSessions"}

CHECKED = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


def digits(secret, now):
    """RFC 6238, SHA-1, 30 seconds, 6 digits."""
    mac = hmac.new(secret, struct.pack(">Q", int(now) // 30), "sha1").digest()
    at = mac[-1] & 15
    number = struct.unpack(">I", mac[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


class Caller:
    """A session that replaces its token when the server asks for it."""

    def __init__(self, url, role):
        self.url, self.role, self.token, self.calls = url, role, None, 0
        self.http = requests.Session()

    def sign_in(self):
        if PEOPLE[self.role] is None:
            return
        email, password = PEOPLE[self.role]
        body = {"email": email, "password": password, "device": "native"}
        answer = self.post("/api/v1/session", body)
        for _ in range(4):
            if answer.ok:
                break
            if answer.json().get("code") not in ("code_needed", "bad_code"):
                raise SystemExit(f"{self.role}: {answer.text}")
            # A code counts once: another run may have used this one.
            if answer.json()["code"] == "bad_code":
                time.sleep(30 - time.time() % 30)
            code = digits(SECRETS[email], time.time())
            answer = self.post("/api/v1/session", body | {"code": code})
        answer.raise_for_status()
        self.token = answer.json()["session"]

    def set_up(self, server, data):
        """What somebody of the staff does with the link the administrator gave them."""
        email, password = PEOPLE[self.role]
        added = subprocess.run(
            [server, "staff", "add", "--data", data, "--role", self.role, "--email", email]
            + ["--name", "Ewa Próbna"],
            capture_output=True,
            text=True,
            check=True,
        )
        token = re.search(r"[?]t=([A-Za-z0-9_-]+)", added.stdout)[1]
        self.post("/api/v1/password/reset", {"token": token, "password": password}).raise_for_status()
        self.sign_in()
        offer = self.post("/api/v1/me/second-step/offer", {"password": password}).json()
        SECRETS[email] = base64.b32decode(offer["secret"].replace(" ", ""))
        code = {"code": digits(SECRETS[email], time.time())}
        self.post("/api/v1/me/second-step/confirm", code).raise_for_status()

    def post(self, path, body):
        return self.http.post(self.url + path, json=body, headers=self.headers())

    def headers(self):
        # Another place each time, which a town behind a proxy believes: no limit slows us down.
        self.calls += 1
        place = f"10.{self.calls >> 16 & 255}.{self.calls >> 8 & 255}.{self.calls & 255}"
        headers = {"x-forwarded-for": place}
        return headers | {"authorization": f"Bearer {self.token}"} if self.token else headers

    def call(self, case):
        answer = self.try_call(case)
        if answer.status_code == 401 and self.token and code_of(answer) in ("refresh", "sign_in"):
            refreshed = self.post("/api/v1/session/refresh", {})
            if refreshed.ok:
                self.token = refreshed.json()["session"]
            else:
                self.sign_in()
            answer = self.try_call(case)
        if case.operation.definition.raw.get("operationId") == "RefreshSession":
            if answer.status_code == 200 and self.token:
                self.token = answer.json().get("session", self.token)
        return answer

    def try_call(self, case):
        return case.call(base_url=self.url, session=self.http, headers=self.headers())


def code_of(answer):
    try:
        return answer.json().get("code")
    except ValueError:
        return None


def real_ids(callers):
    """Ids the demo has, by the name of the path's parameter; every caller tries everybody's."""
    found = collections.defaultdict(set)
    for caller in callers:
        if not caller.token:
            continue
        me = caller.http.get(caller.url + "/api/v1/me", headers=caller.headers())
        for resident in me.json().get("residents", []):
            found["resident"].add(resident["id"])
            path = f"/api/v1/residents/{resident['id']}/applications"
            listed = caller.http.get(caller.url + path, headers=caller.headers())
            if listed.ok:
                found["application"].update(it["id"] for it in listed.json()["applications"])
            card = caller.http.get(
                caller.url + f"/api/v1/residents/{resident['id']}/card", headers=caller.headers()
            )
            if card.ok and card.json()["card"]:
                found["card"].add(card.json()["card"]["id"])
        family = caller.http.get(caller.url + "/api/v1/family", headers=caller.headers())
        if family.ok:
            found["member"].update(it["id"] for it in family.json()["members"])
    return {name: sorted(ids) for name, ids in found.items()}


def callers_of(url, server, data):
    callers = []
    for role in [*PEOPLE, *STAFF]:
        caller = Caller(url, role)
        if role in STAFF:
            PEOPLE[role] = (f"{role}@proba.karta.example", STAFF_PASSWORD)
            caller.set_up(server, data)
        else:
            caller.sign_in()
        callers.append(caller)
    return callers


def main(url, server, data, cases=CASES):
    schema = schemathesis.openapi.from_path(DOCUMENT)
    operations = [found.ok() for found in schema.get_all_operations()]
    named = lambda operation: operation.definition.raw.get("operationId")
    operations = [operation for operation in operations if named(operation) not in LEFT_OUT]
    callers = callers_of(url, server, data)
    ids = real_ids(callers)
    each = -(-cases // (len(operations) * len(callers)))
    done, statuses, findings = 0, collections.Counter(), []
    for caller in callers:
        start = time.monotonic()
        for operation in operations:
            count, wrong = run(caller, operation, ids, each, statuses)
            done += count
            findings += [f"{caller.role}: {named(operation)}: {text}" for text in wrong]
        print(f"{caller.role}: {done} cases so far, {time.monotonic() - start:.0f} s", flush=True)
    for text in findings:
        print(text)
    told = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    print(f"{done} cases, {len(operations)} operations, {len(callers)} callers; {told}")
    print(f"{len(findings)} findings")
    return 1 if findings or done < cases else 0


def run(caller, operation, ids, most, statuses):
    """That many cases of one operation: as documented, and against the document."""
    count, wrong = 0, []
    good = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    bad = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def one(data):
        nonlocal count
        negative = data.draw(st.integers(0, 3)) == 0
        try:
            case = data.draw(bad if negative else good)
        except schemathesis.errors.SchemathesisError:
            case = data.draw(good)
        for name in list(case.path_parameters or {}):
            if ids.get(name) and data.draw(st.integers(0, 3)):
                case.path_parameters[name] = data.draw(st.sampled_from(ids[name]))
        answer = caller.call(case)
        count += 1
        statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=CHECKED)
        except Exception as found:  # every kind of failure is a finding
            wrong.append(f"{answer.status_code}: {str(found)[:600]} {case.as_curl_command()}")

    # Some operations have no parameter at all: hypothesis stops when nothing new can be drawn.
    while count < most and not wrong:
        before = count
        one()
        if count == before:
            break
    return count, wrong[:3]


if __name__ == "__main__":
    where, server, data, *most = sys.argv[1:]
    sys.exit(main(where.rstrip("/"), server, data, *(int(number) for number in most)))
