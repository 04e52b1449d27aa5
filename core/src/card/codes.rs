//! Every code point of profile RKC-1, with its source.
//! **Invariant**: a number that means something on the wire is written here and nowhere else.
//! Those marked *draft* may still move; the prefix `RKC1:` names this set of them.

/// COSE header: algorithm (RFC 9052 §3.1).
pub const HEADER_ALG: i64 = 1;
/// COSE header: key identifier (RFC 9052 §3.1).
pub const HEADER_KID: i64 = 4;
/// COSE header: a CWT with the key that must confirm it (RFC 9528 §3.5.3).
pub const HEADER_KCWT: i64 = 13;
/// COSE header: type (RFC 9596).
pub const HEADER_TYP: i64 = 16;

/// ECDSA with P-256 and SHA-256, fully specified (RFC 9864).
pub const ALG_ESP256: i64 = -9;

/// `application/sd-cwt` (draft-ietf-spice-sd-cwt-09, *draft*).
pub const TYP_CREDENTIAL: u64 = 293;
/// `application/kb+cwt` (draft-ietf-spice-sd-cwt-09, *draft*).
pub const TYP_PRESENTATION: u64 = 294;
/// `application/cwt` (RFC 8392 §9.2.1): a printed code, which no device confirms.
pub const TYP_PRINTED: u64 = 61;
/// Token Status List (draft-ietf-oauth-status-list-21 §5.2, *draft*).
pub const TYP_STATUS: &str = "application/statuslist+cwt";
/// The list of keys; ours, not registered.
pub const TYP_TRUST: &str = "application/karta-trust+cwt";

/// COSE_Sign1 (RFC 9052 §2).
pub const TAG_SIGN1: u64 = 18;

/// CWT claims (RFC 8392 §3.1).
pub const CLAIM_ISS: i64 = 1;
pub const CLAIM_SUB: i64 = 2;
pub const CLAIM_AUD: i64 = 3;
pub const CLAIM_EXP: i64 = 4;
pub const CLAIM_IAT: i64 = 6;
/// Confirmation (RFC 8747 §3.1); its member COSE_Key (§3.2).
pub const CLAIM_CNF: i64 = 8;
pub const CNF_COSE_KEY: i64 = 1;
/// The verifier's nonce (RFC 9200 §5.3.1).
pub const CLAIM_CNONCE: i64 = 39;
/// Status and its reference (draft-ietf-oauth-status-list-21, *draft*).
pub const CLAIM_STATUS: i64 = 65535;
pub const STATUS_LIST: &str = "status_list";
pub const STATUS_IDX: &str = "idx";
pub const STATUS_URI: &str = "uri";
/// Members of a status list token (draft-ietf-oauth-status-list-21 §4.3 and §5.2, *draft*).
pub const CLAIM_STATUS_LIST: i64 = 65533;
pub const CLAIM_TTL: i64 = 65534;
pub const LIST_BITS: &str = "bits";
pub const LIST_LST: &str = "lst";
/// `[class, flags, ?initials]`: private use (RFC 8392 §9.1.1, below −65536).
pub const CLAIM_CARD: i64 = -65537;
/// Counter, keys and status list addresses of a list of keys: private use.
pub const CLAIM_VERSION: i64 = -65538;
pub const CLAIM_KEYS: i64 = -65539;
pub const CLAIM_LISTS: i64 = -65540;

/// Bits of the flags; bits 2 and 3 are the [`super::KeyTier`].
pub const FLAG_MINOR: u8 = 1;
pub const FLAG_BY_GUARDIAN: u8 = 2;
pub const FLAG_IN_GRACE: u8 = 16;
pub const FLAGS: u8 = 31;

/// COSE_Key of an EC2 point (RFC 9053 §7.1.1).
pub const KEY_KTY: i64 = 1;
pub const KTY_EC2: u64 = 2;
pub const KEY_CRV: i64 = -1;
pub const CRV_P256: u64 = 1;
pub const KEY_X: i64 = -2;
pub const KEY_Y: i64 = -3;
/// What a key of the list is for, private use of COSE_Key parameters (RFC 9052 §11.4).
pub const KEY_ISS: i64 = -65537;
pub const KEY_USE: i64 = -65538;
pub const KEY_NBF: i64 = -65539;
pub const KEY_UNTIL: i64 = -65540;

/// Audience of every code shown to people.
pub const AUD: &str = "rkc";
/// First characters of a code's text.
pub const PREFIX: &str = "RKC1:";
/// First characters of a verifier's question, and the longest name and text of one. With a name of
/// 30 bytes the longest answer would be a character too many for its code.
pub const CHALLENGE_PREFIX: &str = "RKCQ:";
pub const MAX_AUD: usize = 29;
pub const MAX_CHALLENGE: usize = 96;

/// Longest text a scanner may hand in, and longest token in it.
pub const MAX_TEXT: usize = 600;
pub const MAX_TOKEN: usize = 400;
/// Largest strict token: QR 14-M holds it with its prefix.
pub const STRICT_TOKEN: usize = 348;
/// Largest answer to a challenge: QR 15-M holds it with its prefix.
pub const CHALLENGE_TOKEN: usize = 396;
/// Longest issuer and status list address with which both hold.
pub const MAX_ISS: usize = 24;
pub const MAX_URI: usize = 28;
/// Longest initials, in bytes: two letters of Polish, Ukrainian or English. Longer ones are left out.
pub const MAX_INITIALS: usize = 6;

/// A code is signed anew this often, in seconds.
pub const ROTATION: i64 = 15;
/// Oldest and earliest code that is accepted: 15 rotation + 15 scanning + 15 clock skew.
pub const MAX_AGE: i64 = 45;
pub const MAX_AHEAD: i64 = 15;
/// Within this the cause is more likely a clock than a cheat: "cannot tell", not "not valid".
pub const CLOCK_DOUBT: i64 = 600;
/// A credential lives at most this many days.
pub const CREDENTIAL_DAYS: i64 = 14;

/// A question is answered within so many seconds, once.
pub const CHALLENGE_LIFE: i64 = 30;
/// How long a verifier remembers what it has seen, in seconds: longer than a code can live.
pub const REPLAY_MEMORY: i64 = 120;

/// A status list has at most so many places: 2 MiB when unpacked.
pub const MAX_PLACES: u32 = 1 << 24;
/// Largest status list token, packed.
pub const MAX_STATUS_TOKEN: usize = 2_200_000;
/// Seconds after which a verifier with a network asks for a list again.
pub const LIST_TTL: u32 = 900;
/// A status list ends after so many days.
pub const LIST_DAYS: i64 = 7;
/// Up to here a list is as good as new; up to there it is said how old it is; beyond, amber.
pub const LIST_FRESH_HOURS: i64 = 24;
pub const LIST_NOTED_HOURS: i64 = 72;
/// A list of keys ends after so many days, has at most so many keys and so many bytes.
pub const TRUST_DAYS: i64 = 14;
pub const MAX_KEYS: usize = 64;
pub const MAX_TRUST_TOKEN: usize = 16_384;

/// Typed codes: RFC 6238 with HMAC-SHA-256, six digits, one every so many seconds.
pub const TYPED_STEP: u64 = 30;
