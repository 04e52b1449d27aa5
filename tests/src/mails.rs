//! The town's post: files a mail program would open, read back as messages.
//! **Invariant**: a mail is read once; what was read stays in its order.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use karta_core::contact::Email;
use karta_core::secret::Secret;
use mail_parser::MessageParser;

#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub from: String,
    pub subject: String,
    pub text: String,
}

impl Mail {
    /// The address in the text that leads to `page`.
    #[track_caller]
    pub fn link(&self, page: &str) -> &str {
        let mut links = self.text.split_whitespace().filter(|word| word.starts_with("http"));
        links.find(|link| link.contains(page)).unwrap_or_else(|| panic!("no {page}: {}", self.text))
    }

    /// The token of a link of an account.
    #[track_caller]
    pub fn token(&self) -> Secret {
        let (_, token) = self.link("?t=").split_once("?t=").unwrap();
        Secret::new(token)
    }
}

#[derive(Debug)]
pub struct Mailbox {
    folder: PathBuf,
    seen: BTreeSet<PathBuf>,
    mails: Vec<Mail>,
}

impl Mailbox {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), seen: BTreeSet::new(), mails: Vec::new() }
    }

    /// Reads what has come since.
    pub fn fetch(&mut self) {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return };
        let mut new: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        new.retain(|path| !self.seen.contains(path));
        new.sort();
        for path in new {
            self.mails.push(read(&std::fs::read(&path).unwrap()));
            self.seen.insert(path);
        }
    }

    pub fn all(&self) -> &[Mail] {
        &self.mails
    }

    pub fn to(&self, email: &Email) -> Vec<Mail> {
        self.mails.iter().filter(|mail| mail.to == email.as_str()).cloned().collect()
    }
}

pub(crate) fn read(bytes: &[u8]) -> Mail {
    let message = MessageParser::default().parse(bytes).expect("a message");
    let address = |list: Option<&mail_parser::Address<'_>>| {
        list.and_then(|list| list.first()).and_then(|one| one.address()).unwrap().to_owned()
    };
    Mail {
        to: address(message.to()),
        from: address(message.from()),
        subject: plain(message.subject().expect("a subject")),
        text: plain(&message.body_text(0).expect("a text")),
    }
}

/// As somebody reads it aloud: which spaces keep words together does not matter.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\u{a0}', " ")
}
