use super::*;
use crate::totp::{Key, step};

/// The six digits an app with that Base32 text shows after so many steps.
fn shows(secret: &str, now: Timestamp, after: u64) -> String {
    let bits = secret.bytes().map(|letter| match letter {
        b'A'..=b'Z' => letter - b'A',
        digit => digit - b'2' + 26,
    });
    let (mut bytes, mut held, mut count) = (Vec::new(), 0_u32, 0);
    for five in bits {
        held = held << 5 | u32::from(five);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count & 255).unwrap());
        }
    }
    Key::new(bytes.try_into().unwrap()).code(step(now) + after)
}

/// Sets the second step up; its secret and the recovery codes.
pub(super) async fn sets_up(town: &Town, here: &Place) -> (String, Vec<String>) {
    let asked = json!({ "password": PASSWORD });
    let offer = town.call(Some(here), "POST", "/me/second-step/offer", asked).await.1;
    let secret = offer["secret"].as_str().unwrap().to_owned();
    let uri = offer["uri"].as_str().unwrap();
    assert!(uri.starts_with("otpauth://totp/") && uri.contains(&secret), "{uri}");
    let code = json!({ "code": shows(&secret, town.now(), 0) });
    let (status, body) = town.call(Some(here), "POST", "/me/second-step/confirm", code).await;
    assert_eq!(status, 200, "{body}");
    let codes = body["codes"].as_array().unwrap();
    (secret, codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect())
}

async fn state(town: &Town, here: &Place) -> Value {
    town.call(Some(here), "GET", "/me/second-step", json!({})).await.1
}

#[tokio::test]
async fn with_a_second_step_the_password_alone_opens_nothing() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let there = town.signed_in(OLENA, PASSWORD, None).await;
    assert_eq!(state(&town, &here).await, json!({ "totp": false, "recovery_codes": 0 }));
    let (secret, codes) = sets_up(&town, &here).await;
    assert_eq!((codes.len(), codes[0].len()), (10, 19));
    assert_eq!(state(&town, &here).await, json!({ "totp": true, "recovery_codes": 10 }));
    let gone = town.call(Some(&there), "GET", "/me", json!({})).await;
    assert_eq!(gone.0, 401, "a place that knew the password only");
    let letters = town.letters(OLENA).await;
    assert!(letters.iter().any(|(subject, _)| subject.starts_with("Drugi krok")));

    assert_eq!(code_of(&town.sign_in(OLENA, PASSWORD, None).await), (401, "code_needed"));
    let wrong = town.sign_in(OLENA, "złe hasło złe", None).await;
    assert_eq!(code_of(&wrong), (401, "bad_credentials"), "nothing is said before the password");
    let used = shows(&secret, town.now(), 0);
    let again = town.sign_in(OLENA, PASSWORD, Some(&used)).await;
    assert_eq!(code_of(&again), (401, "bad_code"), "the code of the setup");
    let next = shows(&secret, town.now(), 1);
    let (first, second) = next.split_at(3);
    let spaced = format!("{first} {second}");
    let new = town.signed_in(OLENA, PASSWORD, Some(&spaced)).await;
    let me = town.call(Some(&new), "GET", "/me", json!({})).await.1;
    assert_eq!(me["second_step"], json!("on"));
    let again = town.sign_in(OLENA, PASSWORD, Some(&next)).await;
    assert_eq!(code_of(&again), (401, "bad_code"), "a code counts once");
}

#[tokio::test]
async fn guessing_codes_gets_slower() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let (secret, _) = sets_up(&town, &here).await;
    let right = shows(&secret, town.now(), 1);
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let answer = town.sign_in(OLENA, PASSWORD, Some(wrong)).await;
        assert_eq!(code_of(&answer), (401, "bad_code"));
    }
    let locked = town.sign_in(OLENA, PASSWORD, Some(&right)).await;
    assert_eq!(code_of(&locked), (429, "too_many"));
    town.later(6);
    assert_eq!(town.sign_in(OLENA, PASSWORD, Some(&right)).await.0, 200);
}

#[tokio::test]
async fn a_recovery_code_works_once_and_is_told() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let (_, codes) = sets_up(&town, &here).await;
    let typed = codes[3].to_lowercase().replace('-', " ");
    let lost = town.signed_in(OLENA, PASSWORD, Some(&typed)).await;
    assert_eq!(state(&town, &lost).await["recovery_codes"], json!(9));
    let letters = town.letters(OLENA).await;
    let told = letters.iter().find(|(subject, _)| subject.starts_with("Użyto kodu")).unwrap();
    assert!(told.1.contains("Pozostałe kody: 9"), "{}", told.1);
    let again = town.sign_in(OLENA, PASSWORD, Some(&codes[3])).await;
    assert_eq!(code_of(&again), (401, "bad_code"));

    let asked = || json!({ "password": PASSWORD });
    let new = town.call(Some(&lost), "POST", "/me/second-step/codes", asked()).await.1;
    assert_eq!(new["codes"].as_array().unwrap().len(), 10);
    let old = town.sign_in(OLENA, PASSWORD, Some(&codes[4])).await;
    assert_eq!(code_of(&old), (401, "bad_code"), "new codes end the old ones");
    let off = town.call(Some(&lost), "POST", "/me/second-step/remove", asked()).await;
    assert_eq!(off, (200, json!({ "totp": false, "recovery_codes": 0 })));
    assert_eq!(town.sign_in(OLENA, PASSWORD, None).await.0, 200);
    assert_eq!(
        code_of(&town.call(Some(&lost), "POST", "/me/second-step/codes", asked()).await).0,
        404
    );
}

#[tokio::test]
async fn nothing_changes_before_the_new_app_gave_a_code() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let early = json!({ "code": "123456" });
    let early = town.call(Some(&here), "POST", "/me/second-step/confirm", early).await;
    assert_eq!(code_of(&early), (401, "bad_code"), "nothing was offered");
    let (secret, codes) = sets_up(&town, &here).await;
    let asked = json!({ "password": PASSWORD });
    let offer = town.call(Some(&here), "POST", "/me/second-step/offer", asked).await.1;
    let newer = offer["secret"].as_str().unwrap();
    assert_ne!(newer, secret);
    town.later(60);
    let old = shows(&secret, town.now(), 0);
    let code = json!({ "code": old });
    let wrong = town.call(Some(&here), "POST", "/me/second-step/confirm", code).await;
    assert_eq!(code_of(&wrong), (401, "bad_code"));
    assert_eq!(town.sign_in(OLENA, PASSWORD, Some(&old)).await.0, 200, "the old app still counts");

    let code = json!({ "code": shows(newer, town.now(), 0) });
    let done = town.call(Some(&here), "POST", "/me/second-step/confirm", code).await;
    assert_eq!(done.0, 200);
    let old = shows(&secret, town.now(), 1);
    assert_eq!(code_of(&town.sign_in(OLENA, PASSWORD, Some(&old)).await), (401, "bad_code"));
    let spent = town.sign_in(OLENA, PASSWORD, Some(&codes[0])).await;
    assert_eq!(code_of(&spent), (401, "bad_code"), "codes of the old app");
    let new = shows(newer, town.now(), 1);
    assert_eq!(town.sign_in(OLENA, PASSWORD, Some(&new)).await.0, 200);
}

#[tokio::test]
async fn staff_works_with_two_steps_only_and_keeps_them() {
    let town = Town::new();
    let ewa = "ewa@urzad.example";
    town.settles(ewa, Role::Clerk).await;
    let desk = town.signed_in(ewa, PASSWORD, None).await;
    let queue = || async { town.call(Some(&desk), "GET", "/office/cases", json!({})).await };
    assert_eq!(code_of(&queue().await), (403, "second_step_due"));
    let move_away = || async {
        let body = json!({ "email": "inna@urzad.example", "password": PASSWORD });
        town.call(Some(&desk), "POST", "/me/email", body).await
    };
    assert_eq!(code_of(&move_away().await), (403, "second_step_due"));
    let asked = json!({ "password": PASSWORD });
    let key = town.call(Some(&desk), "POST", "/me/passkeys/offer", asked).await;
    assert_eq!(code_of(&key), (403, "second_step_due"));
    assert_eq!(town.call(Some(&desk), "GET", "/me", json!({})).await.0, 200);
    sets_up(&town, &desk).await;
    assert_eq!(queue().await.0, 200);
    assert_eq!(move_away().await.0, 200);
    let asked = json!({ "password": PASSWORD });
    let off = town.call(Some(&desk), "POST", "/me/second-step/remove", asked).await;
    assert_eq!(code_of(&off), (403, "forbidden"));
}

#[tokio::test]
async fn the_secret_is_not_readable_in_the_records() {
    let town = Town::new();
    let (account, _) = town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let (secret, _) = sets_up(&town, &here).await;
    let totp = town.app.store.read(move |tx| tx.totp(account)).await.unwrap().unwrap();
    let plain = town.app.vault.open_secret(account, &totp.sealed).unwrap();
    assert_eq!(Key::new(plain.clone().try_into().unwrap()).base32().reveal(), secret);
    assert!(!totp.sealed.windows(plain.len()).any(|window| window == plain));
}
