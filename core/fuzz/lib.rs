//! How long one input took, what a verifier holds meanwhile, and bytes signed as if by the town.
//! **Invariant**: an input that takes more than 100 ms of this thread's time is a finding, like a
//! panic. Time spent waiting for a busy machine does not count.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cpu_time::ThreadTime;
use karta_core::base64;
use karta_core::card::cose::{self, Sign1, Typ};
use karta_core::card::key::PublicKey;
use karta_core::card::status::StatusList;
use karta_core::card::text;
use karta_core::card::trust::Trust;
use p256::ecdsa::SigningKey;

const LIMIT: Duration = Duration::from_millis(100);

static SLOWEST: AtomicU64 = AtomicU64::new(0);

/// Runs it; says so when it was the slowest yet, and stops when it was too slow.
pub fn timed(length: usize, work: impl FnOnce()) {
    let start = ThreadTime::now();
    work();
    let took = start.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    if SLOWEST.fetch_max(micros, Ordering::Relaxed) < micros {
        eprintln!("SLOWEST {micros} µs, {length} bytes");
    }
    assert!(took <= LIMIT, "{length} bytes took {took:?}");
}

/// What a verifier holds.
pub struct Held {
    pub root: PublicKey,
    pub trust: Trust,
    pub status: Vec<StatusList>,
}

pub fn held() -> &'static Held {
    static HELD: OnceLock<Held> = OnceLock::new();
    HELD.get_or_init(|| {
        let bytes = |text: &str| base64::decode(text.trim_end()).expect("a vector is base64url");
        let root = PublicKey::from_sec1(&bytes(include_str!("../vectors/root.txt")));
        let root = root.expect("the vectors' root is a key");
        let trust = Trust::read(&bytes(include_str!("../vectors/trust.txt")), &root);
        let trust = trust.expect("the vectors' list of keys holds");
        let status = StatusList::read(&bytes(include_str!("../vectors/status.txt")), &trust);
        Held { root, trust, status: vec![status.expect("the vectors' status list holds")] }
    })
}

/// What the holders of the vectors have signed. A signature may take another form and still hold;
/// the bytes it is over may not change.
pub fn signed_by_holders() -> &'static [Vec<u8>] {
    static SIGNED: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    SIGNED.get_or_init(|| {
        let read = |json| serde_json::from_str::<Vec<serde_json::Value>>(json);
        // Among the attacks are true codes at a wrong time, or before a wrong list.
        let vectors =
            [include_str!("../vectors/golden.json"), include_str!("../vectors/negative.json")]
                .map(|json| read(json).expect("the vectors read"));
        let texts = vectors.iter().flatten().filter_map(|vector| vector.get("text")?.as_str());
        let signed = |text| Some(Sign1::read(&text::read(text).ok()?).ok()?.signed_bytes());
        texts.filter_map(signed).collect()
    })
}

/// Two kinds of input, told apart by the first byte, so that most need no signature.
pub enum Input<'b> {
    /// A token as it came.
    Token(&'b [u8]),
    /// A payload, here signed by the key that may sign it: what a signature else keeps out.
    Signed(Vec<u8>),
}

/// A test key of the vectors, a private scalar of 32 equal bytes, and the header it signs under.
pub struct Signer {
    key: SigningKey,
    protected: Vec<u8>,
}

impl Signer {
    pub fn new(byte: u8, typ: &'static str) -> Self {
        let key = SigningKey::from_slice(&[byte; 32]).expect("a small scalar is a key");
        let protected = cose::protected(PublicKey::of(&key).kid(), Typ::Name(typ));
        Self { key, protected }
    }

    pub fn input<'b>(&self, bytes: &'b [u8]) -> Option<Input<'b>> {
        let (kind, rest) = bytes.split_first()?;
        if kind & 63 != 1 {
            return Some(Input::Token(rest));
        }
        Some(Input::Signed(Sign1::sign(&self.protected, rest, &self.key)))
    }
}
