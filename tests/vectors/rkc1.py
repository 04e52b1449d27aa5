"""A second verifier of profile RKC-1, written from `core/vectors/README.md`; none of our code.

Signatures are checked by PyPI `cwt` over `cryptography`, CBOR is read by `cbor2`. Strictness comes
from writing again what was read: only the one deterministic encoding is equal to what came.
"""

import hashlib
import unicodedata
import zlib
from dataclasses import dataclass, field

import base45
import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cwt import COSE, COSEKey

PREFIX, QUESTION_PREFIX = "RKC1:", "RKCQ:"
ESP256 = -9
CREDENTIAL, PRESENTATION, PRINTED = 293, 294, 61
TRUST_TYPE, STATUS_TYPE = "application/karta-trust+cwt", "application/statuslist+cwt"
CARD_KEY, PRINTED_KEY, STATUS_KEY = 1, 2, 3
LAST_SECOND = 253_402_207_200
CLASSES = {1: "adult", 2: "child", 3: "senior"}
HOUR = 3600


class Damaged(Exception):
    """Not the bytes of this profile."""


class Untrusted(Exception):
    """A list that is refused: `malformed` or `signer`."""


def need(holds: bool) -> None:
    if not holds:
        raise Damaged


# ---- CBOR and COSE -----------------------------------------------------------------------------


def read(data: bytes):
    """One item, refused unless writing it again gives the same bytes."""
    try:
        item = cbor2.loads(data)
        written = cbor2.dumps(item, canonical=True)
    except Exception as why:
        raise Damaged from why
    need(written == data)
    return item


def is_int(value, low: int, high: int) -> bool:
    # `True` and `1.0` are equal to 1 in Python, and are not 1 in CBOR.
    return type(value) is int and low <= value <= high


def members(value, labels: list) -> list:
    """The values of a map that has exactly these labels."""
    need(type(value) is dict and len(value) == len(labels))
    need(all(any(type(key) is type(label) and key == label for key in value) for label in labels))
    return [value[label] for label in labels]


def text(value) -> str:
    need(type(value) is str and 1 <= len(value.encode()) <= 64)
    need(not any(unicodedata.category(letter) == "Cc" for letter in value))
    return value


def second(value) -> int:
    need(is_int(value, 0, LAST_SECOND))
    return value


@dataclass
class Signed:
    """A COSE_Sign1 whose unprotected header is empty; `raw` is the whole of it."""

    raw: bytes
    header: dict
    payload: object
    signature: bytes


def unread(raw: bytes) -> Signed:
    """The parts, with the payload still in bytes: of a list nothing is read before its signature."""
    token = read(raw)
    need(type(token) is cbor2.CBORTag and token.tag == 18)
    need(type(token.value) is list and len(token.value) == 4)
    protected, unprotected, payload, signature = token.value
    need(type(protected) is bytes and type(payload) is bytes and type(signature) is bytes)
    need(type(unprotected) is dict and not unprotected and len(signature) == 64)
    header = read(protected)
    need(type(header) is dict)
    return Signed(raw, header, payload, signature)


def sign1(raw: bytes) -> Signed:
    token = unread(raw)
    return Signed(raw, token.header, read(token.payload), token.signature)


def kid_and_type(token: Signed) -> tuple[bytes, object]:
    alg, kid, typ = members(token.header, [1, 4, 16])
    need(is_int(alg, ESP256, ESP256) and type(kid) is bytes and len(kid) == 8)
    need(type(typ) in (int, str))
    return kid, typ


@dataclass
class Key:
    """A P-256 point, in the forms that are asked of it."""

    x: bytes
    y: bytes
    thumbprint: bytes = field(init=False)

    def __post_init__(self):
        required = cbor2.dumps({1: 2, -1: 1, -2: self.x, -3: self.y}, canonical=True)
        self.thumbprint = hashlib.sha256(required).digest()

    @property
    def kid(self) -> bytes:
        return self.thumbprint[:8]

    def verifies(self, token: Signed) -> bool:
        key = {1: 2, 2: self.kid, 3: ESP256, -1: 1, -2: self.x, -3: self.y}
        try:
            COSE.new().decode(token.raw, COSEKey.new(key))
        except Exception:
            return False
        return True


def key_of(value) -> Key:
    kty, crv, x, odd = members(value, [1, -1, -2, -3])
    need(is_int(kty, 2, 2) and is_int(crv, 1, 1))
    need(type(x) is bytes and len(x) == 32 and type(odd) is bool)
    return point(bytes([3 if odd else 2]) + x)


def point(compressed: bytes) -> Key:
    try:
        numbers = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), compressed)
    except ValueError as why:
        raise Damaged from why
    numbers = numbers.public_numbers()
    return Key(numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big"))


# ---- Lists -------------------------------------------------------------------------------------


@dataclass
class Trusted:
    key: Key
    use: int
    issuer: str
    start: int
    end: int


@dataclass
class Trust:
    issued: int
    until: int
    version: int
    keys: list[Trusted]
    lists: list[str]

    def signers(self, use: int, kid: bytes) -> list[Trusted]:
        return [known for known in self.keys if known.use == use and known.key.kid == kid]


def read_trust(raw: bytes, root: Key) -> Trust:
    try:
        need(len(raw) <= 16_384)
        token = unread(raw)
        kid, typ = kid_and_type(token)
        need(typ == TRUST_TYPE)
    except Damaged as why:
        raise Untrusted("malformed") from why
    if kid != root.kid or not root.verifies(token):
        raise Untrusted("signer")
    try:
        until, issued, version, keys, lists = members(read(token.payload), [4, 6, -65538, -65539, -65540])
        need(is_int(version, 0, 2**64 - 1) and type(keys) is list and type(lists) is list)
        need(len(keys) <= 64 and len(lists) <= 64)
        return Trust(second(issued), second(until), version, [trusted(key) for key in keys], [text(uri) for uri in lists])
    except Damaged as why:
        raise Untrusted("malformed") from why


def trusted(value) -> Trusted:
    labels = [1, -1, -2, -3, -65537, -65538, -65539, -65540]
    *_, issuer, use, start, end = members(value, labels)
    key = key_of({label: value[label] for label in labels[:4]})
    need(is_int(use, 1, 3))
    return Trusted(key, use, text(issuer), second(start), second(end))


@dataclass
class Status:
    uri: str
    issuer: str
    issued: int
    until: int
    bits: bytes

    def revoked(self, place: int) -> bool | None:
        if place // 8 >= len(self.bits):
            return None
        return bool(self.bits[place // 8] >> place % 8 & 1)


def read_status(raw: bytes, trust: Trust) -> Status:
    try:
        need(len(raw) <= 2_200_000)
        token = unread(raw)
        kid, typ = kid_and_type(token)
        need(typ == STATUS_TYPE)
    except Damaged as why:
        raise Untrusted("malformed") from why
    signer = next((known for known in trust.signers(STATUS_KEY, kid) if known.key.verifies(token)), None)
    if signer is None:
        raise Untrusted("signer")
    try:
        uri, until, issued, listed, ttl = members(read(token.payload), [2, 4, 6, 65533, 65534])
        packed, width = members(listed, ["lst", "bits"])
        need(type(uri) is str and len(uri.encode()) <= 64 and is_int(ttl, 0, 2**32 - 1))
        need(type(packed) is bytes and is_int(width, 1, 1))
        second(until), second(issued)
    except Damaged as why:
        raise Untrusted("malformed") from why
    if uri not in trust.lists or issued < signer.start or signer.end <= issued:
        raise Untrusted("signer")
    return Status(uri, signer.issuer, issued, until, unpacked(packed))


def unpacked(packed: bytes) -> bytes:
    limit = 2 << 20
    inflate = zlib.decompressobj()
    try:
        bits = inflate.decompress(packed, limit + 1)
    except zlib.error as why:
        raise Untrusted("malformed") from why
    if len(bits) > limit or not inflate.eof:
        raise Untrusted("malformed")
    return bits


# ---- Codes -------------------------------------------------------------------------------------


def unspell(prefix: str, longest: int, code: str) -> bytes:
    """One spelling only: what we would write is what we read."""
    need(len(code.encode()) <= longest)
    body = code[len(prefix) :]
    try:
        data = base45.b45decode(body)
    except Exception as why:
        raise Damaged from why
    need(base45.b45encode(data).decode() == body)
    return data


@dataclass
class Question:
    aud: str
    nonce: bytes


def question(aud, nonce) -> Question:
    name = text(aud)
    need(len(name.encode()) <= 29 and name != "rkc" and name.strip() == name)
    need(type(nonce) is bytes and len(nonce) == 16)
    return Question(name, nonce)


def read_question(code: str) -> Question:
    need(code.startswith(QUESTION_PREFIX))
    value = read(unspell(QUESTION_PREFIX, 96, code))
    need(type(value) is list and len(value) == 2)
    return question(*value)


@dataclass
class Card:
    """A credential or a printed code; the second has no holder."""

    token: Signed
    kid: bytes
    issuer: str
    end: int
    holder: Key | None
    place: int
    uri: str
    about: list


def card(token: Signed, typ: int, labels: list) -> Card:
    kid, found = kid_and_type(token)
    need(is_int(found, typ, typ))
    claims = dict(zip(labels, members(token.payload, labels)))
    issuer, _, end = text(claims[1]), text(claims[2]), second(claims[4])
    holder = None
    if 8 in claims:
        (confirmed,) = members(claims[8], [1])
        holder = key_of(confirmed)
    (reference,) = members(claims[65535], ["status_list"])
    place, uri = members(reference, ["idx", "uri"])
    need(is_int(place, 0, 2**32 - 1))
    about = claims[-65537]
    need(type(about) is list and len(about) in (2, 3))
    need(is_int(about[0], 1, 3) and is_int(about[1], 0, 31))
    if len(about) == 3:
        text(about[2])
    return Card(token, kid, issuer, end, holder, place, text(uri), about)


def credential(raw: bytes) -> Card:
    return card(sign1(raw), CREDENTIAL, [1, 2, 4, 8, 65535, -65537])


def printed(raw: bytes) -> Card:
    return card(sign1(raw), PRINTED, [1, 2, 4, 65535, -65537])


@dataclass
class Shown:
    token: Signed
    card: Card
    iat: int
    answers: Question | None


def presentation(raw: bytes) -> Shown:
    token = sign1(raw)
    alg, inner, typ = members(token.header, [1, 13, 16])
    need(is_int(alg, ESP256, ESP256) and is_int(typ, PRESENTATION, PRESENTATION))
    need(type(inner) is cbor2.CBORTag)
    # The whole header was read strictly, so writing this part of it gives the part's own bytes.
    shown = credential(cbor2.dumps(inner, canonical=True))
    if type(token.payload) is dict and len(token.payload) == 3:
        aud, iat, nonce = members(token.payload, [3, 6, 39])
        return Shown(token, shown, second(iat), question(aud, nonce))
    aud, iat = members(token.payload, [3, 6])
    need(aud == "rkc")
    return Shown(token, shown, second(iat), None)


# ---- Verdicts ----------------------------------------------------------------------------------


class Verdict(Exception):
    """Ends the judging."""

    def __init__(self, word: str, seconds: int | None = None):
        super().__init__(word)
        self.word, self.seconds = word, seconds


@dataclass
class Told:
    word: str
    seconds: int | None = None
    holder: dict | None = None

    @property
    def answer(self) -> str:
        if self.word in ("valid", "valid_offline", "valid_in_grace"):
            return "valid"
        if self.word in ("not_yet_valid", "expired", "blocked", "revoked", "not_activated", "forged"):
            return "not_valid"
        if self.word in ("stale_code", "clock_ahead") and self.seconds > 600:
            return "not_valid"
        return "cannot_tell"


def verify(code: str, trust: Trust, statuses: list[Status], now: int, asked: tuple[Question, int] | None = None) -> Told:
    try:
        return judge(code, trust, statuses, now, asked)
    except Verdict as verdict:
        return Told(verdict.word, verdict.seconds)


def judge(code: str, trust: Trust, statuses: list[Status], now: int, asked) -> Told:
    if not code.startswith(PREFIX):
        raise Verdict("not_our_code")
    try:
        raw = unspell(PREFIX, 600, code)
        need(len(raw) <= 400)
    except Damaged:
        raise Verdict("damaged") from None
    shown = first_that_reads(raw)
    if isinstance(shown, Card) and shown.holder is not None:
        raise Verdict("forged")
    paper = isinstance(shown, Card)
    held = shown if paper else shown.card
    signer = signer_of(held, trust, PRINTED_KEY if paper else CARD_KEY)
    if not paper and not held.holder.verifies(shown.token):
        raise Verdict("forged")
    in_time(held, signer, trust, statuses, now)
    listed = unrevoked(held, signer, statuses)
    if not paper:
        is_fresh(shown, asked, now)
    word = age(listed, now, paper, bool(held.about[1] & 16))
    if paper and asked is not None:
        raise Verdict("other_question")
    return Told(word, None, holder(held))


def first_that_reads(raw: bytes) -> Shown | Card:
    for kind in (presentation, printed, credential):
        try:
            return kind(raw)
        except Damaged:
            pass
    raise Verdict("damaged")


def signer_of(held: Card, trust: Trust, use: int) -> Trusted:
    known = trust.signers(use, held.kid)
    if not known:
        raise Verdict("unknown_key")
    for candidate in known:
        if candidate.key.verifies(held.token):
            return candidate
    raise Verdict("forged")


def in_time(held: Card, signer: Trusted, trust: Trust, statuses: list[Status], now: int) -> None:
    if now + 15 < max([trust.issued, *(known.issued for known in statuses)]):
        raise Verdict("wrong_clock")
    if signer.issuer != held.issuer or now < signer.start or signer.end <= now:
        raise Verdict("forged")
    if trust.until <= now:
        raise Verdict("list_expired")
    if held.end <= now:
        raise Verdict("expired")


def unrevoked(held: Card, signer: Trusted, statuses: list[Status]) -> Status:
    fitting = [known for known in statuses if known.uri == held.uri and known.issuer == signer.issuer]
    if not fitting:
        raise Verdict("no_list")
    # Of two signed in the same second, the one that came last.
    newest = max(reversed(fitting), key=lambda known: known.issued)
    match newest.revoked(held.place):
        case None:
            raise Verdict("no_list")
        case True:
            raise Verdict("revoked")
    return newest


def is_fresh(shown: Shown, asked, now: int) -> None:
    if asked is not None:
        wanted, at = asked
        if shown.answers != wanted:
            raise Verdict("other_question")
        if not 0 <= now - at <= 30:
            raise Verdict("stale_code", max(now - at, 0))
        return
    if shown.answers is not None:
        raise Verdict("other_question")
    if now - shown.iat > 45:
        raise Verdict("stale_code", now - shown.iat)
    if shown.iat - now > 15:
        raise Verdict("clock_ahead", shown.iat - now)


def age(listed: Status, now: int, paper: bool, grace: bool) -> str:
    if listed.until <= now:
        raise Verdict("list_expired")
    old = now - listed.issued
    if old > 72 * HOUR:
        return "list_old"
    if paper:
        return "check_document"
    if old > 24 * HOUR:
        return "valid_offline"
    return "valid_in_grace" if grace else "valid"


def holder(held: Card) -> dict:
    kind, flags, *initials = held.about
    return {
        "issuer": held.issuer,
        "class": CLASSES[kind],
        "initials": initials[0] if initials else None,
        "minor": bool(flags & 1),
        "by_guardian": bool(flags & 2),
        "in_grace": bool(flags & 16),
        "until": held.end,
        "printed": held.holder is None,
    }
