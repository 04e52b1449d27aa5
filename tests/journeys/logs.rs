//! What the server writes about itself names no person and gives no key away.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock};

use karta_core::api::account::{ForgotPassword, Forgotten};
use karta_core::application::Item;
use karta_tests::{MailServer, Phone, Session, files};
use tracing_subscriber::fmt::MakeWriter;

use crate::by_smtp;

#[derive(Clone, Default)]
pub struct Captured(Arc<Mutex<Vec<u8>>>);

/// Everything these stories have logged so far, whichever of them it was.
pub fn captured() -> &'static Captured {
    static ALL: OnceLock<Captured> = OnceLock::new();
    ALL.get_or_init(|| {
        let captured = Captured::default();
        let writer = captured.clone();
        tracing_subscriber::fmt().with_ansi(false).with_writer(writer).try_init().unwrap();
        captured
    })
}

impl Captured {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Captured {
    type Writer = Self;
    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn a_whole_story_leaves_no_name_address_or_token_in_the_log() {
    let captured = captured();
    let server = MailServer::start().await;
    let town = by_smtp(&server);
    let mut anna = town.stranger("Anna Kowalska");
    let ticket = anna.registers().await.unwrap().ticket;

    // Mail servers like to repeat whom they do not know.
    let unknown = format!("550 5.1.1 <{}>: user unknown", anna.email.as_str());
    server.refusals.lock().unwrap().push_back(unknown);
    town.app.deliver_due(town.now()).await.unwrap();
    town.passes(karta_core::time::seconds(61));
    town.app.deliver_due(town.now()).await.unwrap();
    let token = server.taken()[0].token();
    let activate = karta_core::api::account::Token { token: token.clone() };
    anna.client.call::<karta_core::api::account::Activate>((), activate).await.unwrap();
    anna.signs_in().await.unwrap();
    let Some(Session::Cookie(cookie)) = anna.client.session() else { panic!("no cookie") };

    let clerk = town.clerk("Jan Urzędowski").await;
    let id = anna.applies().await;
    assert!(anna.adds_photo(id, files::camera_photo()).await.is_err());
    clerk.claims(id).await.unwrap();
    clerk.asks(id, &[Item::Photo], &["photo-face"], "Bez okularów.").await.unwrap();
    assert!(anna.adds_photo(id, b"not a picture".to_vec()).await.is_err());
    anna.sends(id).await.unwrap();
    clerk.claims(id).await.unwrap();
    clerk.approves(id).await.unwrap();
    let mut phone = Phone::new(9);
    phone.syncs(&anna).await.unwrap();
    let code = phone.shows(town.now());
    town.till().looks(&code).await.unwrap();
    let typed = phone.digits(town.now());
    let card = anna.card().await.unwrap().number;
    town.till().types(card, typed).await.unwrap();
    clerk.finds(card).await.unwrap();
    anna.prints().await;
    assert!(anna.unblocks("nie to hasło").await.is_err());
    anna.blocks().await.unwrap();
    anna.unblocks(anna.password.reveal()).await.unwrap();
    let forgotten = Forgotten { email: anna.email.clone(), language: anna.language };
    anna.client.call::<ForgotPassword>((), forgotten).await.unwrap();
    anna.client.get("/api/v1/accounts?email=anna.kowalska@poczta.example").await;
    anna.client.get("/haslo/nowe?t=anna.kowalska").await;
    anna.client.json("POST", "/api/v1/session", r#"{"email":"anna.kowalska@"}"#).await;
    town.app.deliver_due(town.now()).await.unwrap();

    let log = captured.text();
    assert!(
        log.contains("/api/v1/residents/{resident}/applications/{application}/submit"),
        "{log}"
    );
    assert!(log.contains("550"), "{log}");
    let (id, resident) = (id.to_string(), anna.id().to_string());
    let number = anna.card().await.unwrap().number.to_string();
    let (typed, digits) = (String::from(typed), number.replace([' ', '\u{a0}'], ""));
    for private in [
        "Kowalska",
        "kowalska",
        "Urzędowski",
        "Prusa",
        "601 234 567",
        "okularów",
        "PIT-37",
        "zdj",
        anna.password.reveal(),
        ticket.reveal(),
        token.reveal(),
        cookie.trim_start_matches("__Host-karta="),
        &number,
        &digits,
        &typed,
        &code,
        "Telefon 9",
        "nie to has",
        &id,
        &resident,
    ] {
        assert!(!log.contains(private), "{private} is in the log:\n{log}");
    }
}
