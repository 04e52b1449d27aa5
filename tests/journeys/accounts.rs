//! One's own account: password, address, phone, consents, places, the second step.

use karta_core::account::{TOKEN, TOKEN_GRACE};
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, Device, GetMe, Me};
use karta_core::api::card::Confirmed;
use karta_core::api::problem::{Code, Problem};
use karta_core::api::settings::{
    GetSecondStep, RefreshSession, RemoveTotp, StopOtherSessions, StopSession,
};
use karta_core::contact::Email;
use karta_core::secret::Secret;
use karta_core::time::{days, seconds};
use karta_server::totp;
use karta_tests::{Client, Resident, Session, Town};

use crate::{code, town};

const NEW: &str = "fioletowy rower jedzie";

/// Another place of the same person.
async fn elsewhere<'t>(person: &Resident<'t>, device: Device) -> Resident<'t> {
    let mut there = Resident { client: person.town.client(), ..person.clone() };
    there.signs_in_on(device).await.unwrap();
    there
}

/// Asks as that place does, without taking a new token by itself.
async fn asks(town: &Town, session: &Option<Session>) -> Result<(), Code> {
    let mut client = town.client();
    client.set_session(session.clone());
    let request = client.request("GET", "/api/v1/me").body(axum::body::Body::empty()).unwrap();
    let answer = client.send(request).await;
    if answer.status == 200 { Ok(()) } else { Err(answer.problem().code) }
}

async fn refreshes(client: &Client) -> Result<Option<Secret>, Problem> {
    client.call::<RefreshSession>((), Nothing {}).await.map(|refreshed| refreshed.session)
}

fn notices(mails: &[karta_tests::Mail]) -> usize {
    mails.iter().filter(|mail| mail.subject.contains("Nowe logowanie")).count()
}

#[tokio::test]
async fn a_changed_password_ends_every_other_place_and_is_told() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let phone = elsewhere(&anna, Device::Native).await;
    let old = anna.password.reveal().to_owned();
    assert_eq!(code(anna.changes_password("nie to hasło", NEW).await), Code::BadCredentials);
    assert_eq!(code(anna.changes_password(&old, "krótkie").await), Code::WeakPassword);
    phone.account().await;
    anna.changes_password(&old, NEW).await.unwrap();
    anna.account().await;
    assert_eq!(asks(&town, &phone.client.session()).await, Err(Code::SignIn));
    assert!(town.last_mail(&anna.email).await.subject.contains("Hasło zostało zmienione"));
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials);
    anna.password = Secret::new(NEW);
    anna.signs_in().await.unwrap();
}

#[tokio::test]
async fn a_new_address_is_confirmed_there_and_told_here() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let (old, new) = (anna.email.clone(), Email::parse("anna@nowa.example").unwrap());
    anna.changes_email(&new).await.unwrap();
    assert_eq!(anna.account().await.email, old, "not before it is confirmed");
    assert!(town.last_mail(&old).await.subject.contains("Prośba o zmianę"));
    anna.confirms_email(&new).await.unwrap();
    assert_eq!(anna.account().await.email, new);
    assert!(town.last_mail(&old).await.subject.contains("został zmieniony"));
    assert_eq!(code(anna.confirms_email(&new).await), Code::LinkExpired);
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials, "the old address opens nothing");
    anna.email = new;
    anna.signs_in().await.unwrap();

    // Somebody's own address is nobody else's, and the asking is the same.
    let jan = town.resident("Jan Nowak").await;
    anna.changes_email(&jan.email).await.unwrap();
    assert!(town.last_mail(&jan.email).await.subject.contains("ma już konto"));
    assert!(!town.last_mail(&jan.email).await.text.contains("/email?t="));
    let late = Email::parse("anna@inna.example").unwrap();
    anna.changes_email(&late).await.unwrap();
    let link = town.last_mail(&late).await;
    town.passes(days(1));
    assert!(link.text.contains("24 godziny"));
    assert_eq!(code(anna.confirms_email(&late).await), Code::LinkExpired);
}

#[tokio::test]
async fn a_phone_comes_and_goes_and_consents_keep_their_history() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    anna.changes_phone(Some("601 234 567")).await.unwrap();
    assert_eq!(anna.account().await.phone.unwrap().as_str(), "+48601234567");
    anna.changes_phone(None).await.unwrap();
    assert_eq!(anna.account().await.phone, None);

    assert_eq!(code(anna.says("terms", false).await), Code::ConsentMissing);
    anna.says("newsletter", true).await.unwrap();
    town.passes(days(1));
    anna.says("newsletter", false).await.unwrap();
    let mine = anna.consents().await.consents;
    let newsletter = mine.iter().find(|mine| mine.key.as_str() == "newsletter").unwrap();
    let history: Vec<bool> = newsletter.history.iter().map(|event| event.given).collect();
    assert_eq!((newsletter.given, history), (false, vec![true, false]));
    assert!(newsletter.history[0].at + days(1) <= newsletter.history[1].at);
    assert!(mine.iter().filter(|mine| mine.required).all(|mine| mine.given));
}

#[tokio::test]
async fn places_are_listed_and_stopped() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let [phone, tablet] =
        [elsewhere(&anna, Device::Native).await, elsewhere(&anna, Device::Native).await];
    let listed = phone.sessions().await.sessions;
    assert_eq!(listed.len(), 3);
    assert!(listed[0].is_this && listed.iter().filter(|session| session.is_this).count() == 1);
    let own = tablet.sessions().await.sessions[0].id;
    let jan = town.resident("Jan Nowak").await;
    let not_his = jan.client.call::<StopSession>(own, Nothing {}).await;
    assert_eq!(code(not_his), Code::NotFound);
    let left = anna.client.call::<StopSession>(own, Nothing {}).await.unwrap();
    assert_eq!(left.sessions.len(), 2);
    assert_eq!(asks(&town, &tablet.client.session()).await, Err(Code::SignIn));
    let left = anna.client.call::<StopOtherSessions>((), Nothing {}).await.unwrap();
    assert_eq!(left.sessions.len(), 1);
    assert_eq!(asks(&town, &phone.client.session()).await, Err(Code::SignIn));
    anna.account().await;
}

#[tokio::test]
async fn tokens_are_replaced_and_tabs_that_ask_at_once_get_the_same() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    anna.signs_in_on(Device::Native).await.unwrap();
    let first = anna.client.session();
    town.passes(TOKEN + seconds(1));
    assert_eq!(asks(&town, &first).await, Err(Code::Refresh));
    let tabs = [town.client(), town.client()].map(|mut tab| {
        tab.set_session(first.clone());
        tab
    });
    let next = refreshes(&tabs[0]).await.unwrap().unwrap();
    assert_eq!(refreshes(&tabs[1]).await.unwrap().unwrap(), next);
    assert_ne!(Some(next.reveal()), token(&first));
    let second = Some(Session::Bearer(next));
    asks(&town, &second).await.unwrap();
    // A tab that is late by seconds is told to take the new one, not signed out.
    assert_eq!(asks(&town, &first).await, Err(Code::Refresh));
    asks(&town, &second).await.unwrap();
    // The app does all of this by itself.
    town.passes(TOKEN + seconds(1));
    anna.client.set_session(second);
    anna.account().await;
}

fn token(session: &Option<Session>) -> Option<&str> {
    match session {
        Some(Session::Bearer(token)) => Some(token.reveal()),
        Some(Session::Cookie(cookie)) => Some(cookie),
        None => None,
    }
}

#[tokio::test]
async fn a_stolen_token_ends_the_session_of_thief_and_owner() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let other = elsewhere(&anna, Device::Native).await;
    anna.signs_in_on(Device::Native).await.unwrap();
    let stolen = anna.client.session();
    town.passes(TOKEN + seconds(1));
    anna.account().await;
    assert_ne!(token(&anna.client.session()), token(&stolen));
    town.passes(TOKEN_GRACE + seconds(1));
    assert_eq!(asks(&town, &stolen).await, Err(Code::SignIn));
    assert_eq!(asks(&town, &anna.client.session()).await, Err(Code::SignIn));
    other.account().await;
}

#[tokio::test]
async fn a_new_place_is_told_once() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    assert_eq!(notices(&town.mails_to(&anna.email).await), 0, "the first place is no news");
    anna.signs_in().await.unwrap();
    assert_eq!(notices(&town.mails_to(&anna.email).await), 0);
    let mut there = elsewhere(&anna, Device::Native).await;
    assert_eq!(notices(&town.mails_to(&anna.email).await), 1);
    there.signs_in_on(Device::Native).await.unwrap();
    assert_eq!(notices(&town.mails_to(&anna.email).await), 1);
    let wrong = Credentials { password: Secret::new("x"), ..anna.credentials(Device::Native) };
    town.client().sign_in(wrong).await.unwrap_err();
    assert_eq!(notices(&town.mails_to(&anna.email).await), 1);
}

/// Signs in from a place of its own with that code.
async fn enters(person: &Resident<'_>, code: Option<&str>) -> Result<Me, Code> {
    let code = code.map(Secret::new);
    let credentials = Credentials { code, ..person.credentials(Device::Native) };
    let signed_in = person.town.client().sign_in(credentials).await;
    signed_in.map(|signed_in| signed_in.me).map_err(|problem| problem.code)
}

#[tokio::test]
async fn with_a_second_step_the_password_alone_opens_nothing_and_a_recovery_code_helps_once() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let phone = elsewhere(&anna, Device::Native).await;
    let offer = anna.asks_for_second_step().await;
    assert!(offer.uri.reveal().starts_with("otpauth://totp/"));
    enters(&anna, None).await.unwrap();
    let key = key_of(offer.secret.reveal());
    let now = || key.code(totp::step(town.now()));
    let given = anna.confirms_second_step(Secret::new(now())).await.unwrap();
    assert_eq!(asks(&town, &phone.client.session()).await, Err(Code::SignIn));
    assert!(town.last_mail(&anna.email).await.subject.contains("włączony"));

    town.passes(seconds(60));
    assert_eq!(enters(&anna, None).await, Err(Code::CodeNeeded));
    assert_eq!(enters(&anna, Some("000000")).await, Err(Code::BadCode));
    let code_now = now();
    enters(&anna, Some(&code_now)).await.unwrap();
    assert_eq!(enters(&anna, Some(&code_now)).await, Err(Code::BadCode), "a code counts once");
    let recovery = given.codes[0].reveal();
    enters(&anna, Some(recovery)).await.unwrap();
    assert!(town.last_mail(&anna.email).await.text.contains("kodem zapasowym"));
    assert_eq!(enters(&anna, Some(recovery)).await, Err(Code::BadCode));
    let state = anna.client.call::<GetSecondStep>((), Nothing {}).await.unwrap();
    assert_eq!(usize::from(state.recovery_codes), given.codes.len() - 1);

    let confirmed = Confirmed { password: anna.password.clone() };
    assert!(!anna.client.call::<RemoveTotp>((), confirmed).await.unwrap().totp);
    enters(&anna, None).await.unwrap();
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
}

/// The key an authenticator app reads from the text it is shown.
fn key_of(base32: &str) -> totp::Key {
    let (mut bits, mut held, mut bytes) = (0_u64, 0, Vec::new());
    for letter in base32.bytes().filter(u8::is_ascii_alphanumeric) {
        let value = if letter.is_ascii_digit() { letter - b'2' + 26 } else { letter - b'A' };
        (bits, held) = ((bits << 5 | u64::from(value)) & 0xffff, held + 5);
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).unwrap());
        }
    }
    totp::Key::new(bytes.try_into().unwrap())
}
