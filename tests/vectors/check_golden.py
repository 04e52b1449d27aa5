"""An independent reader of the golden token: PyPI `cwt`, `base45` and `cbor2`, none of our code.

Prints the claims when both signatures hold, exits 1 otherwise. Usage: check_golden.py GOLDEN.txt
"""

import sys

import base45
import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cwt import COSE, COSEKey

CURVE_ORDER_KEY = ec.SECP256R1()


def public_key(byte: int) -> ec.EllipticCurvePublicKey:
    """The test keys: private scalar of 32 equal bytes."""
    return ec.derive_private_key(int.from_bytes(bytes([byte]) * 32, "big"), CURVE_ORDER_KEY).public_key()


def cose_key(key: ec.EllipticCurvePublicKey, kid: bytes | None) -> COSEKey:
    numbers = key.public_numbers()
    members = {
        1: 2,
        3: -9,
        -1: 1,
        -2: numbers.x.to_bytes(32, "big"),
        -3: numbers.y.to_bytes(32, "big"),
    }
    if kid:
        members[2] = kid
    return COSEKey.new(members)


def signature_holds(token: cbor2.CBORTag, key: ec.EllipticCurvePublicKey) -> bool:
    protected, _, payload, signature = token.value
    to_sign = cbor2.dumps(["Signature1", protected, b"", payload])
    half = len(signature) // 2
    r, s = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
    try:
        key.verify(encode_dss_signature(r, s), to_sign, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def main() -> int:
    text = open(sys.argv[1], encoding="ascii").read().strip()
    assert text.startswith("RKC1:"), "not one of our codes"
    raw = base45.b45decode(text[5:])
    outer = cbor2.loads(raw)
    header = cbor2.loads(outer.value[0])
    inner = header[13]
    kid = cbor2.loads(inner.value[0])[4]
    issuer, holder = public_key(7), public_key(9)
    if not (signature_holds(outer, holder) and signature_holds(inner, issuer)):
        print("a signature does not hold")
        return 1
    # The library's own verdict on the credential, with its own COSE code.
    payload = COSE.new().decode(cbor2.dumps(inner), cose_key(issuer, kid))
    claims = cbor2.loads(payload) if isinstance(payload, bytes) else payload
    print({"sub": claims[2], "exp": claims[4], "iat": cbor2.loads(outer.value[2])[6], "bytes": len(raw)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
