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
    SENT_AND_EMPTIED = "
        update outbox set sent_at = $2, attempts = attempts + 1, subject = '', body = ''
        where id = $1 and sent_at is null";
    MARK_LAST = "update outbox set is_last = 1 where id = $1";
    FORGET_LAST = "delete from outbox where id = $1 and is_last = 1 and sent_at is not null";
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

    /// What a sent mail said is forgotten with it: it names people, and its links still work. Only
    /// the mailbox of a demo shows a mail once more, and `keeps` it.
    pub fn mail_sent(&mut self, id: MailId, keeps: bool, now: Timestamp) -> Result<(), StoreError> {
        let sql = if keeps { SENT } else { SENT_AND_EMPTIED };
        self.exec_one(sql, &[id.into(), now.into()])
    }

    /// Queues the letter after which an address is forgotten.
    pub fn queue_last_mail(
        &mut self,
        id: MailId,
        letter: &Letter,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.queue_mail(id, letter, now)?;
        self.exec_one(MARK_LAST, &[id.into()])
    }

    /// Forgets a sent letter if it was somebody's last; was it?
    pub fn forget_last_mail(&mut self, id: MailId) -> Result<bool, StoreError> {
        self.exec(FORGET_LAST, &[id.into()]).map(|gone| gone > 0)
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
