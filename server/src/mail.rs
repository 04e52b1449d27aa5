//! Letters to people: composed from texts, queued with the change that causes them, sent later.
//! **Invariant**: a letter is in the language of its account; a failed sending is tried again.

pub mod account;
mod application;
pub mod birthday;
mod card;
pub(crate) mod day;
pub(crate) mod family;
mod kiosk;
mod office;
mod plastic;
mod privacy;
pub mod settings;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use karta_core::contact::Email;
use karta_core::language::Language;
use karta_core::time::{Span, Timestamp, seconds};
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::app::{Parts, StartError};
use crate::failure::Failure;
use crate::private;
use crate::store::mails::Queued;

/// A composed letter, plain text.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    pub to: Email,
    pub language: Language,
    pub subject: String,
    pub text: String,
}

/// The texts of letters in every language.
pub struct Texts {
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
}

const SOURCES: [(Language, &str); 3] = [
    (Language::Pl, include_str!("../i18n/pl.ftl")),
    (Language::En, include_str!("../i18n/en.ftl")),
    (Language::Uk, include_str!("../i18n/uk.ftl")),
];

impl Texts {
    pub fn load() -> Self {
        let bundles = SOURCES.map(|(language, text)| {
            let tag = language.tag().parse().expect("our language tags are well-formed");
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(false);
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(part, _)| part);
            bundle.add_resource_overriding(resource);
            (language, bundle)
        });
        Self { bundles: bundles.into() }
    }

    /// The letter `name`: its messages are `<name>-subject` and `<name>-text`.
    pub fn letter(
        &self,
        to: &Email,
        language: Language,
        name: &str,
        facts: &[(&str, &str)],
    ) -> Letter {
        Letter {
            to: to.clone(),
            language,
            subject: self.text(language, &format!("{name}-subject"), facts),
            text: self.text(language, &format!("{name}-text"), facts),
        }
    }

    /// One message; its name where it is missing, which a test rules out.
    pub fn text(&self, language: Language, name: &str, facts: &[(&str, &str)]) -> String {
        let bundle = self.bundles.iter().find(|(known, _)| *known == language);
        let pattern = bundle.and_then(|(_, bundle)| bundle.get_message(name)?.value());
        let Some((_, bundle)) = bundle else { return name.to_owned() };
        let Some(pattern) = pattern else { return name.to_owned() };
        let args: FluentArgs<'_> = facts.iter().copied().collect();
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

/// Where letters go.
pub enum Mailer {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: String,
    },
    /// One `.eml` file each; nothing leaves the machine.
    Folder {
        folder: PathBuf,
        from: String,
    },
    /// Kept in memory, for tests.
    Memory(Arc<Mutex<Vec<Letter>>>),
}

impl Mailer {
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// `smtps://user:password@host` or `smtp://host:port?tls=required`.
    pub fn smtp(url: &str, from: String) -> Result<Self, StartError> {
        let wrong = |error: lettre::transport::smtp::Error| StartError::Mail(error.to_string());
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(wrong)?;
        Ok(Self::Smtp { transport: builder.build(), from })
    }

    /// What a memory mailer has taken so far.
    pub fn taken(&self) -> Vec<Letter> {
        match self {
            Self::Memory(taken) => taken.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Self::Smtp { .. } | Self::Folder { .. } => Vec::new(),
        }
    }

    /// Deletes what was written for this address where letters become files.
    pub fn forget(&self, address: &Email) -> std::io::Result<()> {
        let Self::Folder { folder, .. } = self else { return Ok(()) };
        if !folder.exists() {
            return Ok(());
        }
        let to = format!("To: {}", address.as_str());
        for file in std::fs::read_dir(folder)? {
            let file = file?.path();
            let text = std::fs::read(&file)?;
            if String::from_utf8_lossy(&text).lines().any(|line| line.trim_end() == to) {
                std::fs::remove_file(&file)?;
            }
        }
        Ok(())
    }

    async fn send(&self, mail: &Queued) -> Result<(), String> {
        match self {
            Self::Smtp { transport, from } => {
                let sent = transport.send(message(mail, from)?).await;
                // A mail server's own words may quote the address.
                sent.map(drop).map_err(|error| match error.status() {
                    Some(code) => format!("refused with {code}"),
                    None => "the mail server does not answer".to_owned(),
                })
            }
            Self::Folder { folder, from } => {
                let bytes = message(mail, from)?.formatted();
                let file = folder.join(format!("{}.eml", mail.id));
                private::folder(folder).map_err(|error| error.to_string())?;
                private::file(&file, &bytes).map_err(|error| error.to_string())
            }
            Self::Memory(taken) => {
                let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
                taken.push(mail.letter.clone());
                Ok(())
            }
        }
    }
}

fn message(mail: &Queued, from: &str) -> Result<Message, String> {
    let host = from.rsplit_once('@').map_or("karta.invalid", |(_, host)| host);
    let host = host.trim_end_matches('>');
    let builder = Message::builder()
        .from(from.parse().map_err(|_| "the sender's address does not read")?)
        // Words of the parser would quote the address.
        .to(mail.letter.to.as_str().parse().map_err(|_| "the recipient's address does not read")?)
        .message_id(Some(format!("<{}@{host}>", mail.id)))
        .subject(&mail.letter.subject)
        .header(ContentType::TEXT_PLAIN);
    builder.body(mail.letter.text.clone()).map_err(|error| error.to_string())
}

/// A minute, then ever longer, up to six hours.
fn next_try(attempts: u32, now: Timestamp) -> Timestamp {
    let wait: Span = seconds((60_i64 << attempts.min(9)).min(6 * 3600));
    now.checked_add(wait).unwrap_or(now)
}

impl Parts {
    /// Sends what is due; how many were taken.
    pub async fn deliver_due(&self, now: Timestamp) -> Result<usize, Failure> {
        let due = self.store.read(move |tx| tx.due_mails(now)).await.map_err(Failure::Store)?;
        let mut taken = 0;
        for mail in due {
            let sent = self.mailer.send(&mail).await;
            if let Err(why) = &sent {
                tracing::warn!(mail = %mail.id, why, "a mail was not taken");
            }
            taken += usize::from(sent.is_ok());
            let demo = self.demo;
            let done = self.store.write(move |tx| match &sent {
                Ok(()) => {
                    tx.mail_sent(mail.id, demo, now)?;
                    tx.forget_last_mail(mail.id)
                }
                Err(_) => tx.mail_delayed(&mail, next_try(mail.attempts, now)).map(|()| false),
            });
            if done.await.map_err(Failure::Store)? {
                self.store.forget_thoroughly().await?;
            }
        }
        Ok(taken)
    }
}

#[cfg(test)]
mod tests;
