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
/// Status and its reference (draft-ietf-oauth-status-list-21, *draft*).
pub const CLAIM_STATUS: i64 = 65535;
pub const STATUS_LIST: &str = "status_list";
pub const STATUS_IDX: &str = "idx";
pub const STATUS_URI: &str = "uri";
/// `[class, flags, ?initials]`: private use (RFC 8392 §9.1.1, below −65536).
pub const CLAIM_CARD: i64 = -65537;

/// COSE_Key of an EC2 point (RFC 9053 §7.1.1).
pub const KEY_KTY: i64 = 1;
pub const KTY_EC2: u64 = 2;
pub const KEY_CRV: i64 = -1;
pub const CRV_P256: u64 = 1;
pub const KEY_X: i64 = -2;
pub const KEY_Y: i64 = -3;

/// Audience of every code shown to people.
pub const AUD: &str = "rkc";
/// First characters of a code's text.
pub const PREFIX: &str = "RKC1:";

/// Longest text a scanner may hand in, and longest token in it.
pub const MAX_TEXT: usize = 600;
pub const MAX_TOKEN: usize = 400;
/// Largest strict token: QR 14-M holds it with its prefix.
pub const STRICT_TOKEN: usize = 348;

/// A code is signed anew this often, in seconds.
pub const ROTATION: i64 = 15;
/// Oldest and earliest code that is accepted: 15 rotation + 15 scanning + 15 clock skew.
pub const MAX_AGE: i64 = 45;
pub const MAX_AHEAD: i64 = 15;
/// Within this the cause is more likely a clock than a cheat: "cannot tell", not "not valid".
pub const CLOCK_DOUBT: i64 = 600;
/// A credential lives at most this many days.
pub const CREDENTIAL_DAYS: i64 = 14;
