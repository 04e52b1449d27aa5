use karta_core::api::card::DeviceLabel;
use karta_core::id::{MailId, PasskeyId};

use super::second_step::sets_up;
use super::*;
use crate::http::passkey::keep;
use crate::store::passkeys::StoredPasskey;

/// As if an authenticator had proven a key in the account's newest session.
async fn adds(town: &Town, account: AccountId, number: u8) -> Result<(), Failure> {
    let now = town.now();
    let new = StoredPasskey {
        id: PasskeyId::new(draw::uuid(now)),
        account,
        label: DeviceLabel::parse("Laptop").unwrap(),
        passkey: "{}".into(),
        created: now,
        last_used: None,
    };
    let (parts, mail) = (App::clone(&town.app), MailId::new(draw::uuid(now)));
    let work = town.app.store.write(move |tx| {
        let session = tx.sessions_of(account)?.first().unwrap().id;
        keep(tx, &parts, session, &new, &[number], mail)
    });
    work.await
}

async fn count(town: &Town, account: AccountId) -> usize {
    town.app.store.read(move |tx| tx.passkeys_of(account)).await.unwrap().len()
}

#[tokio::test]
async fn a_new_passkey_is_told_to_the_owner() {
    let town = Town::new();
    let (olena, _) = town.settles(OLENA, Role::Resident).await;
    town.signed_in(OLENA, PASSWORD, None).await;
    adds(&town, olena, 1).await.unwrap();
    let (subject, text) = town.last_letter(OLENA).await;
    assert!(subject.starts_with("Nowy klucz dostępu"), "{subject}");
    assert!(text.contains("/haslo"), "{text}");
}

#[tokio::test]
async fn however_many_questions_wait_an_account_has_ten_passkeys() {
    let town = Town::new();
    let (olena, _) = town.settles(OLENA, Role::Resident).await;
    town.signed_in(OLENA, PASSWORD, None).await;
    for number in 0..10 {
        adds(&town, olena, number).await.unwrap();
    }
    let Err(Failure::Problem(problem)) = adds(&town, olena, 10).await else { panic!("one more") };
    assert_eq!(problem.code, karta_core::api::problem::Code::Conflict);
    assert_eq!(count(&town, olena).await, 10);
}

#[tokio::test]
async fn a_password_set_by_mail_and_a_first_second_step_end_every_passkey() {
    let town = Town::new();
    let (olena, _) = town.settles(OLENA, Role::Resident).await;
    let (jan, _) = town.settles("jan@poczta.example", Role::Resident).await;
    town.signed_in("jan@poczta.example", PASSWORD, None).await;
    adds(&town, jan, 9).await.unwrap();
    town.signed_in(OLENA, PASSWORD, None).await;
    adds(&town, olena, 1).await.unwrap();
    town.later(1);
    let asked = json!({ "email": OLENA, "language": "pl" });
    town.call(None, "POST", "/password/forgotten", asked).await;
    let token = token_in(&town.last_letter(OLENA).await.1);
    let new = json!({ "token": token, "password": NEW });
    assert_eq!(town.call(None, "POST", "/password/reset", new).await.0, 200);
    assert_eq!(count(&town, olena).await, 0);

    let new = json!({ "old": NEW, "new": PASSWORD });
    let here = town.signed_in(OLENA, NEW, None).await;
    adds(&town, olena, 2).await.unwrap();
    assert_eq!(town.call(Some(&here), "PUT", "/me/password", new).await.0, 200);
    assert_eq!(count(&town, olena).await, 1, "whoever changes it looks after the keys");
    sets_up(&town, &here).await;
    assert_eq!(count(&town, olena).await, 0);

    adds(&town, olena, 3).await.unwrap();
    sets_up(&town, &here).await;
    assert_eq!(count(&town, olena).await, 1, "another app is no first one");
    assert_eq!(count(&town, jan).await, 1, "other people's stay");
}
