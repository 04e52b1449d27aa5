//! Links of mails, mistyped addresses, forgotten passwords, guessing.

use karta_core::api::Nothing;
use karta_core::api::account::{
    Activate, ChosenLanguage, Credentials, Device, ForgotPassword, Forgotten, GetMe, NewPassword,
    Register, Resend, ResendActivation, ResetPassword, SetLanguage, SignIn, SignOut, Token,
};
use karta_core::api::problem::{Code, WeakPassword};
use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{days, hours, seconds};
use karta_tests::{Resident, Session};

use crate::{code, town};

async fn forgets(person: &Resident<'_>) {
    let forgotten = Forgotten { email: person.email.clone(), language: person.language };
    person.client.call::<ForgotPassword>((), forgotten).await.unwrap();
}

async fn resets(person: &Resident<'_>, token: Secret, password: &str) -> Result<Nothing, Code> {
    let new = NewPassword { token, password: Secret::new(password) };
    person.client.call::<ResetPassword>((), new).await.map_err(|problem| problem.code)
}

#[tokio::test]
async fn an_activation_link_lives_a_day_and_works_once() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    let late = town.last_mail(&anna.email).await.token();
    town.passes(hours(24));
    let answer = anna.client.call::<Activate>((), Token { token: late }).await;
    assert_eq!(code(answer), Code::LinkExpired);

    // Registering again is the way out; the new link works, and works once.
    anna.registers().await.unwrap();
    town.passes(hours(24) - seconds(1));
    let token = town.last_mail(&anna.email).await.token();
    let token = Token { token };
    anna.client.call::<Activate>((), token.clone()).await.unwrap();
    assert_eq!(code(anna.client.call::<Activate>((), token).await), Code::LinkExpired);
    let nonsense = Token { token: Secret::new("nonsense") };
    assert_eq!(code(anna.client.call::<Activate>((), nonsense).await), Code::LinkExpired);
}

#[tokio::test]
async fn looking_at_a_link_uses_nothing_up() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    let mail = town.last_mail(&anna.email).await;
    let path = mail.link("/aktywacja").strip_prefix(town.app.public_url.as_str()).unwrap();
    for _ in 0..3 {
        anna.client.get(path).await;
        anna.client.get("/api/v1/accounts/activation").await;
    }
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials);
    anna.activates().await.unwrap();
    anna.signs_in().await.unwrap();
}

#[tokio::test]
async fn another_link_puts_the_first_out_of_use() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    let ticket = anna.registers().await.unwrap().ticket;
    let first = town.last_mail(&anna.email).await.token();
    let resend = Resend { ticket, email: None };
    anna.client.call::<ResendActivation>((), resend).await.unwrap();
    assert_eq!(town.mails_to(&anna.email).await.len(), 2);
    let old = anna.client.call::<Activate>((), Token { token: first }).await;
    assert_eq!(code(old), Code::LinkExpired);
    anna.activates().await.unwrap();
}

#[tokio::test]
async fn a_mistyped_address_is_corrected_with_the_ticket() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    let right = anna.email.clone();
    anna.email = Email::parse("ana.kowalska@poczta.example").unwrap();
    let ticket = anna.registers().await.unwrap().ticket;
    let wrong = town.last_mail(&anna.email).await.token();
    let resend = Resend { ticket, email: Some(right.clone()) };
    anna.client.call::<ResendActivation>((), resend).await.unwrap();
    let old = anna.client.call::<Activate>((), Token { token: wrong }).await;
    assert_eq!(code(old), Code::LinkExpired);
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials);
    anna.email = right;
    anna.activates().await.unwrap();
    let me = anna.signs_in().await.unwrap();
    assert_eq!((me.email, me.residents.len()), (anna.email.clone(), 1));
}

#[tokio::test]
async fn a_ticket_changes_nothing_about_an_account_that_works() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    let ticket = anna.registers().await.unwrap().ticket;
    anna.activates().await.unwrap();
    let elsewhere = Email::parse("somebody@poczta.example").unwrap();
    let resend = Resend { ticket, email: Some(elsewhere.clone()) };
    anna.client.call::<ResendActivation>((), resend).await.unwrap();
    assert!(town.mails_to(&elsewhere).await.is_empty());
    assert_eq!(anna.signs_in().await.unwrap().email, anna.email);
    let unknown = Resend { ticket: Secret::new("nonsense"), email: None };
    let refused = anna.client.call::<ResendActivation>((), unknown).await;
    assert_eq!(code(refused), Code::LinkExpired);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_and_every_session_ends() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let browser = anna.client.clone();
    anna.signs_in_on(Device::Native).await.unwrap();
    forgets(&anna).await;
    let mail = town.last_mail(&anna.email).await;
    mail.link("/haslo/nowe?t=");
    let token = mail.token();

    // A weak password says why and does not use the link up.
    let weak = NewPassword { token: token.clone(), password: Secret::new("krótkie") };
    let weak = anna.client.call::<ResetPassword>((), weak).await.unwrap_err();
    assert_eq!(weak.code, Code::WeakPassword);
    assert_eq!(weak.weak_password, Some(WeakPassword::Short));
    resets(&anna, token.clone(), "niebieski tramwaj jedzie").await.unwrap();
    let twice = resets(&anna, token, "czerwony tramwaj jedzie").await;
    assert_eq!(twice, Err(Code::LinkExpired));

    for client in [&browser, &anna.client] {
        assert_eq!(code(client.call::<GetMe>((), Nothing {}).await), Code::SignIn);
    }
    assert_eq!(code(anna.signs_in().await), Code::BadCredentials);
    anna.password = Secret::new("niebieski tramwaj jedzie");
    anna.signs_in().await.unwrap();
    assert_eq!(town.mails_to(&anna.email).await.len(), 3, "the owner is told of the change");
}

#[tokio::test]
async fn a_reset_link_lives_half_an_hour_and_using_one_ends_them_all() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    forgets(&anna).await;
    let late = town.last_mail(&anna.email).await.token();
    town.passes(seconds(30 * 60));
    assert_eq!(resets(&anna, late, "niebieski tramwaj").await, Err(Code::LinkExpired));
    forgets(&anna).await;
    let first = town.last_mail(&anna.email).await.token();
    town.passes(seconds(20 * 60));
    forgets(&anna).await;
    let second = town.last_mail(&anna.email).await.token();
    town.passes(seconds(10 * 60 - 1));
    resets(&anna, first, "niebieski tramwaj").await.unwrap();
    assert_eq!(resets(&anna, second, "czerwony tramwaj").await, Err(Code::LinkExpired));
}

#[tokio::test]
async fn a_second_registration_changes_nothing_about_the_first() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    let own = town.last_mail(&anna.email).await.token();
    let mut thief = town.stranger("Ewa Obca");
    thief.email = anna.email.clone();
    thief.password = Secret::new("fioletowy rower jedzie");
    thief.registers().await.unwrap();
    let planted = town.last_mail(&anna.email).await;
    assert!(!planted.text.contains("Obca"), "nobody writes into another's mail: {}", planted.text);

    anna.client.call::<Activate>((), Token { token: own }).await.unwrap();
    let me = anna.signs_in().await.unwrap();
    assert_eq!((me.name, me.residents.len()), (anna.name.clone(), 1));
    let planted = Token { token: planted.token() };
    assert_eq!(code(anna.client.call::<Activate>((), planted).await), Code::LinkExpired);
    assert_eq!(code(thief.signs_in().await), Code::BadCredentials);
}

#[tokio::test]
async fn a_strangers_ticket_does_not_touch_what_waits_under_the_same_address() {
    let town = town();
    let mut anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    let own = town.last_mail(&anna.email).await.token();
    let mut thief = town.stranger("Ewa Obca");
    let elsewhere = thief.email.clone();
    thief.email = anna.email.clone();
    let ticket = thief.registers().await.unwrap().ticket;
    for email in [None, Some(elsewhere.clone())] {
        let resend = Resend { ticket: ticket.clone(), email };
        thief.client.call::<ResendActivation>((), resend).await.unwrap();
    }
    anna.client.call::<Activate>((), Token { token: own }).await.unwrap();
    assert_eq!(anna.signs_in().await.unwrap().name, anna.name);
    // What the stranger typed is theirs, at their own address.
    thief.email = elsewhere;
    thief.activates().await.unwrap();
    assert_eq!(thief.signs_in().await.unwrap().name, thief.name);
}

#[tokio::test]
async fn a_forgotten_password_vouches_for_nobodys_registration() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    anna.registers().await.unwrap();
    forgets(&anna).await;
    let mails = town.mails_to(&anna.email).await;
    assert_eq!(mails.len(), 2);
    assert!(!mails[1].text.contains("?t="), "{}", mails[1].text);
    mails[1].link("/konto");
}

#[tokio::test]
async fn one_mailbox_is_written_to_five_times_an_hour_and_ten_times_a_day() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    let ticket = anna.registers().await.unwrap().ticket;
    let resend = Resend { ticket, email: None };
    anna.client.call::<ResendActivation>((), resend.clone()).await.unwrap();
    anna.activates().await.unwrap();
    for _ in 0..6 {
        forgets(&anna).await;
    }
    anna.registers().await.unwrap();
    anna.client.call::<ResendActivation>((), resend).await.unwrap();
    assert_eq!(town.mails_to(&anna.email).await.len(), 5);
    town.passes(hours(1));
    for _ in 0..6 {
        forgets(&anna).await;
    }
    assert_eq!(town.mails_to(&anna.email).await.len(), 10);
    town.passes(hours(12));
    forgets(&anna).await;
    assert_eq!(town.mails_to(&anna.email).await.len(), 10);
    town.passes(hours(11));
    forgets(&anna).await;
    assert_eq!(town.mails_to(&anna.email).await.len(), 11);
}

#[tokio::test]
async fn a_registration_nobody_activates_is_forgotten_after_thirty_days() {
    let town = town();
    let anna = town.stranger("Anna Kowalska");
    let ticket = anna.registers().await.unwrap().ticket;
    let resend = Resend { ticket, email: None };
    assert_eq!(town.mails_to(&anna.email).await.len(), 1);
    town.passes(days(30) - seconds(2));
    town.duties().await;
    anna.client.call::<ResendActivation>((), resend.clone()).await.unwrap();
    town.passes(seconds(2));
    town.duties().await;
    let late = anna.client.call::<ResendActivation>((), resend).await;
    assert_eq!(code(late), Code::LinkExpired);
    assert_eq!(code(anna.activates().await), Code::LinkExpired);
    forgets(&anna).await;
    assert_eq!(town.mails_to(&anna.email).await.len(), 2, "nothing is known of the address");
}

#[tokio::test]
async fn links_of_one_kind_do_not_open_the_other_door() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    forgets(&anna).await;
    let reset = town.last_mail(&anna.email).await.token();
    let activation = anna.client.call::<Activate>((), Token { token: reset }).await;
    assert_eq!(code(activation), Code::LinkExpired);
    let jan = town.stranger("Jan Nowak");
    jan.registers().await.unwrap();
    let activation = town.last_mail(&jan.email).await.token();
    let taken = resets(&jan, activation, "niebieski tramwaj").await;
    assert_eq!(taken, Err(Code::LinkExpired));
}

#[tokio::test]
async fn guessing_gets_slower_and_the_owner_gets_in_after_the_wait() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let guess = Credentials { password: Secret::new("guess"), ..anna.credentials(Device::Browser) };
    let mut guesser = town.client();
    for _ in 0..5 {
        assert_eq!(code(guesser.sign_in(guess.clone()).await), Code::BadCredentials);
    }
    let locked = guesser.sign_in(guess).await.unwrap_err();
    assert_eq!(locked.code, Code::TooMany);
    let wait = locked.retry_after.expect("a wait");
    assert!((1..=900).contains(&wait));
    assert_eq!(code(anna.signs_in().await), Code::TooMany);
    town.passes(seconds(i64::from(wait)));
    anna.signs_in().await.unwrap();
}

#[tokio::test]
async fn guesses_made_at_the_same_moment_are_all_counted() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let guess = Credentials { password: Secret::new("guess"), ..anna.credentials(Device::Browser) };
    let mut guesses = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (client, guess) = (town.client(), guess.clone());
        guesses.spawn(async move { code(client.call::<SignIn>((), guess).await) });
    }
    let answers = guesses.join_all().await;
    let checked = answers.iter().filter(|code| **code == Code::BadCredentials).count();
    let refused = answers.iter().filter(|code| **code == Code::TooMany).count();
    assert_eq!((checked, refused), (5, 15));
}

#[tokio::test]
async fn signing_out_ends_this_session_and_no_other() {
    let town = town();
    let mut anna = town.resident("Anna Kowalska").await;
    let browser = anna.client.clone();
    anna.signs_in_on(Device::Native).await.unwrap();
    assert!(matches!(anna.client.session(), Some(Session::Bearer(_))));
    let answer = browser.answer::<SignOut>((), &Nothing {}).await;
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(code(browser.call::<GetMe>((), Nothing {}).await), Code::SignIn);
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
}

#[tokio::test]
async fn a_password_must_be_good_whoever_registers_and_consents_must_be_current() {
    let town = town();
    let known = town.resident("Anna Kowalska").await;
    for person in [known.clone(), town.stranger("Jan Nowak")] {
        for (password, weak) in [
            ("krótkie", WeakPassword::Short),
            ("password12345", WeakPassword::Common),
            ("Pruszkow-2026-2026", WeakPassword::Guessable),
        ] {
            let mut new = person.new_account();
            new.password = Secret::new(password);
            let refused = person.client.call::<Register>((), new).await.unwrap_err();
            assert_eq!((refused.code, refused.weak_password), (Code::WeakPassword, Some(weak)));
        }
        let mut new = person.new_account();
        new.consents.pop();
        let refused = person.client.call::<Register>((), new).await;
        assert_eq!(code(refused), Code::ConsentMissing);
        let mut new = person.new_account();
        new.consents[0].version += 1;
        let refused = person.client.call::<Register>((), new).await;
        assert_eq!(code(refused), Code::ConsentMissing);
    }
}

#[tokio::test]
async fn a_chosen_language_is_kept_and_mails_follow_it() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    let chosen = ChosenLanguage { language: Language::Uk };
    anna.client.call::<SetLanguage>((), chosen).await.unwrap();
    let me = anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
    assert_eq!(me.language, Language::Uk);
    forgets(&anna).await;
    let mail = town.last_mail(&anna.email).await;
    assert!(mail.text.chars().any(|c| "іїєґ".contains(c)), "{}", mail.text);
}

#[tokio::test]
async fn a_residents_session_ends_after_sixty_days_of_silence() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    town.passes(days(59));
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
    town.passes(days(59));
    anna.client.call::<GetMe>((), Nothing {}).await.unwrap();
    town.passes(days(61));
    assert_eq!(code(anna.client.call::<GetMe>((), Nothing {}).await), Code::SignIn);
}
