//! The outbox. **Invariant**: a mail is queued in the transaction that causes it, and leaves the
//! queue only after a mail server took it, or after a week in vain.

use karta_core::contact::Email;
use karta_core::id::MailId;
use karta_core::language::Language;
use karta_core::time::Timestamp;

use super::{Row, StoreError, Tx, statements};
use crate::mail::Letter;

statements! {
    INSERT_MAIL = "
        insert into outbox (id, recipient, language, subject, body, created_at, attempts, next_at)
        values ($1, $2, $3, $4, $5, $6, 0, $6)";
    DUE = "
        select id, recipient, language, subject, body, created_at, attempts from outbox
        where sent_at is null and next_at <= $1 order by next_at, id limit 50";
    SENT = "
        update outbox set sent_at = $2, attempts = attempts + 1
        where id = $1 and sent_at is null";
    BLANK = "update outbox set body = '' where id = $1 and sent_at is not null";
    DELAYED = "
        update outbox set next_at = $2, attempts = attempts + 1
        where id = $1 and sent_at is null and attempts = $3";
    LATEST = "
        select id, recipient, language, subject, body, created_at, attempts from outbox
        order by created_at desc, id desc limit 200";
    MAIL = "
        select id, recipient, language, subject, body, created_at, attempts from outbox
        where id = $1";
    DELETE_SENT = "delete from outbox where sent_at < $1";
    DELETE_UNSENT = "delete from outbox where sent_at is null and created_at < $1";
}

/// A letter in the outbox.
#[derive(Clone)]
pub struct Queued {
    pub id: MailId,
    pub letter: Letter,
    pub created: Timestamp,
    pub attempts: u32,
}

fn read(row: Row) -> Result<Queued, StoreError> {
    let mut cells = row.cells("outbox");
    Ok(Queued {
        id: cells.take()?,
        letter: Letter {
            to: cells.take::<Email>()?,
            language: cells.take::<Language>()?,
            subject: cells.take()?,
            text: cells.take()?,
        },
        created: cells.take()?,
        attempts: cells.take()?,
    })
}

impl Tx<'_> {
    /// Queues a letter; it is sent after this transaction is on the disk.
    pub fn queue_mail(
        &mut self,
        id: MailId,
        letter: &Letter,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let values = [
            id.into(),
            (&letter.to).into(),
            letter.language.into(),
            (&letter.subject).into(),
            (&letter.text).into(),
            now.into(),
        ];
        self.exec_one(INSERT_MAIL, &values)?;
        self.mail_queued = true;
        Ok(())
    }

    pub fn due_mails(&mut self, now: Timestamp) -> Result<Vec<Queued>, StoreError> {
        self.rows(DUE, &[now.into()])?.into_iter().map(read).collect()
    }

    pub fn mail_sent(&mut self, id: MailId, now: Timestamp) -> Result<(), StoreError> {
        self.exec_one(SENT, &[id.into(), now.into()])
    }

    /// Forgets what a sent mail said: its links still work, and nobody reads it here again.
    pub fn blank_mail(&mut self, id: MailId) -> Result<(), StoreError> {
        self.exec_one(BLANK, &[id.into()])
    }

    /// A try failed; the next one is at `next`.
    pub fn mail_delayed(&mut self, mail: &Queued, next: Timestamp) -> Result<(), StoreError> {
        self.exec_one(DELAYED, &[mail.id.into(), next.into(), mail.attempts.into()])
    }

    /// The newest mails, sent or not, for the mailbox of a demo.
    pub fn latest_mails(&mut self) -> Result<Vec<Queued>, StoreError> {
        self.rows(LATEST, &[])?.into_iter().map(read).collect()
    }

    pub fn mail(&mut self, id: MailId) -> Result<Option<Queued>, StoreError> {
        self.row(MAIL, &[id.into()])?.map(read).transpose()
    }

    pub fn forget_mails_sent_before(&mut self, then: Timestamp) -> Result<(), StoreError> {
        self.exec(DELETE_SENT, &[then.into()]).map(drop)
    }

    /// Gives up what no mail server took; says how many those were.
    pub fn give_up_mails_before(&mut self, then: Timestamp) -> Result<u64, StoreError> {
        self.exec(DELETE_UNSENT, &[then.into()])
    }
}
