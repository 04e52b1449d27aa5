//! Codes as an attacker would spell them.

use karta_core::card::credential::Credential;
use karta_core::card::key::KeyId;
use karta_core::card::text;
use karta_tests::Phone;
use p256::ecdsa::Signature;

/// The phone's code with a credential that names another signer.
pub fn with_kid(phone: &Phone, kid: KeyId) -> String {
    let (held, own) = (phone.held(), phone.held().kid);
    let at = held.bytes().windows(8).position(|eight| eight == own.0).unwrap();
    let mut bytes = held.bytes().to_vec();
    bytes[at..at + 8].copy_from_slice(&kid.0);
    let mut phone = phone.clone();
    phone.credential = Some(Credential::read(&bytes).unwrap());
    phone.shows("2026-11-23T11:00:00Z".parse().unwrap())
}

/// The same showing with the other signature that holds for it: `(r, n − s)`.
pub fn with_twin_signature(code: &str) -> String {
    let mut token = text::read(code).unwrap();
    let (_, signature) = token.split_last_chunk_mut::<64>().unwrap();
    let (r, s) = Signature::from_slice(signature).unwrap().split_scalars();
    let twin = Signature::from_scalars(r.to_bytes(), (-*s).to_bytes()).unwrap();
    *signature = twin.to_bytes().into();
    text::write(&token)
}

/// What a camera may be shown to make a reader stumble.
pub fn hostile(good: &str) -> Vec<String> {
    let token = text::read(good).unwrap();
    let deep = [vec![0x81; 300], vec![0x00]].concat();
    // An array that says it has 2^32 members, and a text that says it has 2^63 bytes.
    let boasting = vec![0x9a, 0xff, 0xff, 0xff, 0xff];
    let endless = vec![0x7b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    let indefinite = [vec![0xd2, 0x9f], token[2..].to_vec(), vec![0xff]].concat();
    let untagged = token[1..].to_vec();
    let trailing = [token.clone(), vec![0]].concat();
    let mut spelled: Vec<String> = [deep, boasting, endless, indefinite, untagged, trailing]
        .iter()
        .map(|bytes| text::write(bytes))
        .collect();
    let sql = "RKC1:' OR 1=1 --";
    spelled.extend(
        ["", "RKC1", "RKC1:", sql, "RKC1:<script>", "javascript:alert(1)", "HC1:BB8", "rkc1:BB8"]
            .map(str::to_owned),
    );
    spelled.push(format!(" {good}"));
    spelled.push(format!("{good}\r"));
    spelled.push(format!("\u{feff}{good}"));
    spelled.push(good.replace("RKC1:", "RKC1:\0"));
    spelled.push(format!("RKC1:{}", "0".repeat(596)));
    spelled.push(format!("RKC1:{}", "A".repeat(100_000)));
    spelled.push(good.replace("RKC1:", "RKC2:"));
    spelled
}

/// A scanner that types, on computers whose keyboard is set to something else than US.
pub fn as_other_keyboards_type(code: &str) -> Vec<String> {
    let german = |c: char| match c {
        ':' => 'Ö',
        '/' => '-',
        '-' => 'ß',
        '*' => '(',
        '+' => '`',
        'Y' => 'Z',
        'Z' => 'Y',
        other => other,
    };
    let french = |c: char| match c {
        'A' => 'Q',
        'Q' => 'A',
        ':' => 'M',
        '1' => '&',
        other => other,
    };
    let typed = |layout: &dyn Fn(char) -> char| code.chars().map(layout).collect::<String>();
    let lower = code.to_lowercase();
    let half = code[..code.len() / 2].to_owned();
    vec![
        typed(&german),
        typed(&french),
        lower,
        half.clone(),
        format!("{half}{code}"),
        format!("\t{code}\n"),
    ]
}
