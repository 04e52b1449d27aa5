//! The end of an account, and of everybody nobody else answers for.
//! **Invariant**: of an erased person stay numbers and dates alone; what belongs to somebody else
//! stays whole, without what the erased one typed into it.

use karta_core::api::privacy::Fate;
use karta_core::application::Application;
use karta_core::application::state::{State, Step};
use karta_core::contact::Email;
use karta_core::family::{Tie, power, stays_without};
use karta_core::id::{AccountId, ApplicationId, FileId, ResidentId};
use karta_core::person::Name;
use karta_core::time::{Date, Timestamp, day_of, plus_years};
use karta_core::town::Retention;
use sha2::{Digest, Sha256};

use super::accounts::Account;
use super::residents::Resident;
use super::{StoreError, Tx, statements};
use crate::vault::Sealed;

statements! {
    KEEP_PLACES = "
        insert into revoked_places (status_index, valid_until)
        select status_index, valid_until from credentials
        where card in (select id from cards where resident = $1)";
    LAST_PLACE_ENDS = "
        select max(c.valid_until) from credentials c join cards k on k.id = c.card
        where k.resident = $1";
    KEEP_DECISION = "
        insert into decided_cases (id, number, kind, outcome, submitted_at, decided_at, keep_until)
        select id, number, kind, $2, first_submitted_at, $3, $4 from applications where id = $1
        on conflict (id) do nothing";
    LEFT_BEHIND = "
        select distinct m.resident from members m
        where m.head = $1 and m.ended_at is not null and m.resident is not null
            and not exists (
                select 1 from members o where o.resident = m.resident and o.ended_at is null)
            and not exists (
                select 1 from resident_links l
                where l.resident = m.resident and l.ended_at is null)";
    FORGET_DECISIONS = "delete from decided_cases where keep_until < $1";
    FILES_OF = "select id from files where resident = $1";
    DELETE_SHOWN = "
        delete from shown_codes where key in (
            select key from credentials where card in (select id from cards where resident = $1))";
    DELETE_DEVICES = "delete from devices where card in (select id from cards where resident = $1)";
    DELETE_CREDENTIALS = "
        delete from credentials where card in (select id from cards where resident = $1)";
    DELETE_LOOKS = "delete from looks where card in (select id from cards where resident = $1)";
    DELETE_CARD_EVENTS = "
        delete from card_events where card in (select id from cards where resident = $1)";
    DELETE_PLASTICS = "
        delete from plastics where card in (select id from cards where resident = $1)";
    DELETE_VISITS = "delete from visits where resident = $1";
    DELETE_ENTITLEMENTS = "delete from entitlements where resident = $1";
    DELETE_APPLICATIONS = "delete from applications where resident = $1";
    DELETE_CARDS = "delete from cards where resident = $1";
    DELETE_FILES = "delete from files where resident = $1";
    DELETE_RESIDENT = "delete from residents where id = $1";
    WRITTEN_BY = "select id from applications where author = $1";
    BLANK_APPLICATION = "
        update applications set draft = '{}', photo = null, document = null, author = null,
            version = version + 1
        where id = $1";
    DELETE_APPLICATION = "delete from applications where id = $1";
    IS_ON_CARD = "select id from cards where photo = $1";
    FORGET_FILE_NAME = "update files set name = '' where id = $1";
    DELETE_DEVICES_OF_ACCOUNT = "delete from devices where account = $1";
    FORGET_MEMBERSHIP = "
        update members set email = null, joined_at = null, consent_at = null, version = version + 1
        where resident in (select resident from resident_links where account = $1)";
    FORGET_MEMBER_ADDRESS = "
        update members set email = null, version = version + 1
        where email = $1 and resident is not null";
    DELETE_INVITED = "delete from members where email = $1 and resident is null";
    DELETE_LETTERS_INVITED = "
        delete from outbox where sent_at is null and exists (
            select 1 from invitations i join members m on m.id = i.member
            where m.head = $1 and i.email = outbox.recipient
                and i.created_at = outbox.created_at)";
    NAMES_OF = "
        select given from residents where id = $1
        union select given from members where resident = $1";
    DELETE_LETTERS_NAMING = "
        delete from outbox where sent_at is not null and instr(subject || ' ' || body, $1) > 0";
    DELETE_INVITATIONS = "delete from invitations where email = $1";
    DELETE_EMAIL_CHANGES = "delete from email_changes where email = $1";
    DELETE_REGISTRATIONS = "delete from registrations where email = $1";
    DELETE_LETTERS = "delete from outbox where recipient = $1";
    DELETE_ASKED = "delete from letters_asked where address = $1";
    DELETE_ACCOUNT = "delete from accounts where id = $1";
}

/// What stays until when, as far as the records say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub decisions: Option<Date>,
    pub places: Option<Timestamp>,
}

impl Tx<'_> {
    /// Everybody the account answers for or is, and what its end means for them.
    pub fn fates(
        &mut self,
        account: AccountId,
        today: Date,
    ) -> Result<Vec<(Resident, Fate)>, StoreError> {
        let mut fates = Vec::new();
        for (resident, tie) in self.residents_of(account)? {
            let ties = self.ties_to(resident.id)?;
            let has_others = ties.iter().any(|(other, _)| *other != account);
            // What ended long ago is neither told nor touched, unless nobody else is left.
            if has_others && power(tie, resident.born, today).is_none() {
                continue;
            }
            let others = ties.into_iter().filter(|(other, _)| *other != account);
            let others: Vec<Tie> = others.map(|(_, theirs)| theirs).collect();
            let stays = stays_without(tie, &others, resident.born, today);
            fates.push((resident, if stays { Fate::Stays } else { Fate::Erased }));
        }
        // Removed from the family, and nobody else's: their history has waited for this.
        for row in self.rows(LEFT_BEHIND, &[account.into()])? {
            let left = self.resident(row.cells("members").take()?)?;
            fates.extend(left.map(|resident| (resident, Fate::Erased)));
        }
        Ok(fates)
    }

    /// What of these people would have to stay.
    pub fn would_keep(
        &mut self,
        resident: ResidentId,
        rules: Retention,
        now: Timestamp,
    ) -> Result<Kept, StoreError> {
        let cases = self.applications_of(resident)?;
        let sent = cases.iter().filter(|case| case.number.is_some());
        let decisions = sent.map(|case| keep_until(decided(&case.state, now), rules)).max();
        let places = match self.row(LAST_PLACE_ENDS, &[resident.into()])? {
            Some(row) => row.cells("credentials").take::<Option<Timestamp>>()?,
            None => None,
        };
        Ok(Kept { decisions, places: places.filter(|until| *until > now) })
    }

    pub fn forget_decisions_before(&mut self, today: Date) -> Result<(), StoreError> {
        self.exec(FORGET_DECISIONS, &[today.into()]).map(drop)
    }

    /// Ends the account for good; gives the blobs that are to be deleted after the commit. Their
    /// keys are gone with their rows.
    pub fn erase_account(
        &mut self,
        account: &Account,
        rules: Retention,
        now: Timestamp,
    ) -> Result<Vec<Sealed>, StoreError> {
        let id = account.id;
        let mut blobs = Vec::new();
        // While the invitations they belong to are still there.
        self.exec(DELETE_LETTERS_INVITED, &[id.into()])?;
        self.forget_name(&account.name.given)?;
        // Also for those it may do nothing for any more: the job that stops them may be minutes away.
        for (resident, _) in self.residents_of(id)? {
            self.stop_devices_of(id, resident.id, now)?;
        }
        for (resident, fate) in self.fates(id, day_of(now))? {
            match fate {
                Fate::Erased => blobs.extend(self.erase_resident(resident.id, rules, now)?),
                Fate::Stays => {}
            }
        }
        blobs.extend(self.blank_written_by(id, rules, now)?);
        self.exec(DELETE_DEVICES_OF_ACCOUNT, &[id.into()])?;
        self.forget_address(&account.email)?;
        self.exec(FORGET_MEMBERSHIP, &[id.into()])?;
        self.exec(DELETE_ACCOUNT, &[id.into()])?;
        Ok(blobs)
    }

    fn erase_resident(
        &mut self,
        id: ResidentId,
        rules: Retention,
        now: Timestamp,
    ) -> Result<Vec<Sealed>, StoreError> {
        for case in self.applications_of(id)? {
            self.keep_decision(&case, rules, now)?;
        }
        let mut blobs = Vec::new();
        for row in self.rows(FILES_OF, &[id.into()])? {
            if let Some(file) = self.file(row.cells("files").take::<FileId>()?)? {
                blobs.extend([file.sealed, file.original]);
            }
        }
        for row in self.rows(NAMES_OF, &[id.into()])? {
            self.forget_name(&row.cells("residents").take()?)?;
        }
        self.exec(KEEP_PLACES, &[id.into()])?;
        for sql in [
            DELETE_SHOWN,
            DELETE_DEVICES,
            DELETE_CREDENTIALS,
            DELETE_LOOKS,
            DELETE_CARD_EVENTS,
            DELETE_PLASTICS,
            DELETE_VISITS,
            DELETE_ENTITLEMENTS,
            DELETE_APPLICATIONS,
            DELETE_CARDS,
            DELETE_FILES,
            DELETE_RESIDENT,
        ] {
            self.exec(sql, &[id.into()])?;
        }
        Ok(blobs)
    }

    /// The number of a case that was sent, and how it ended. What is open ends now.
    fn keep_decision(
        &mut self,
        case: &Application,
        rules: Retention,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        if case.number.is_none() {
            return Ok(());
        }
        let status = case.state.status();
        let outcome = if status.is_open() { "withdrawn" } else { status.name() };
        let at = decided(&case.state, now);
        let values = [case.id.into(), outcome.into(), at.into(), keep_until(at, rules).into()];
        // The author's erasure may have kept it already.
        self.exec(KEEP_DECISION, &values).map(drop)
    }

    /// What the account wrote about people who stay: its words and files go. A case that was
    /// decided stays with its outcome; an open one is withdrawn, as nobody could answer for it.
    fn blank_written_by(
        &mut self,
        account: AccountId,
        rules: Retention,
        now: Timestamp,
    ) -> Result<Vec<Sealed>, StoreError> {
        let mut blobs = Vec::new();
        for row in self.rows(WRITTEN_BY, &[account.into()])? {
            let id: ApplicationId = row.cells("applications").take()?;
            let Some(mut case) = self.application(id)? else { continue };
            let files = [case.photo.take(), case.document.take()];
            if case.number.is_none() {
                self.exec_one(DELETE_APPLICATION, &[id.into()])?;
            } else {
                if case.step(Step::Withdraw, now).is_ok() {
                    self.save_application(&mut case)?;
                    self.keep_decision(&case, rules, now)?;
                }
                self.exec_one(BLANK_APPLICATION, &[id.into()])?;
            }
            for file in files.into_iter().flatten() {
                blobs.extend(self.forget_upload(file.id)?);
            }
        }
        Ok(blobs)
    }

    /// A photo that is on a card stays the card's, without the name its file had.
    fn forget_upload(&mut self, id: FileId) -> Result<Vec<Sealed>, StoreError> {
        if self.row(IS_ON_CARD, &[id.into()])?.is_some() {
            self.exec(FORGET_FILE_NAME, &[id.into()])?;
            return Ok(Vec::new());
        }
        let Some(file) = self.file(id)? else { return Ok(Vec::new()) };
        self.delete_file(id)?;
        Ok(vec![file.sealed, file.original])
    }

    /// Letters that went to others and name somebody. Sent ones are empty but for a demo's mailbox,
    /// where one too many may go; those under way are emptied as they leave.
    fn forget_name(&mut self, given: &Name) -> Result<(), StoreError> {
        self.exec(DELETE_LETTERS_NAMING, &[given.as_str().into()]).map(drop)
    }

    /// The address, wherever it stands; also where others typed it.
    fn forget_address(&mut self, email: &Email) -> Result<(), StoreError> {
        for sql in [
            DELETE_INVITED,
            FORGET_MEMBER_ADDRESS,
            DELETE_INVITATIONS,
            DELETE_EMAIL_CHANGES,
            DELETE_REGISTRATIONS,
            DELETE_LETTERS,
        ] {
            self.exec(sql, &[email.into()])?;
        }
        let hash = Sha256::digest(email.as_str().as_bytes()).to_vec();
        self.exec(DELETE_ASKED, &[hash.into()])?;
        self.forget_tries(email)
    }
}

/// When a case ended; one that is open ends now.
fn decided(state: &State, now: Timestamp) -> Timestamp {
    match state {
        State::Approved { at, .. }
        | State::Rejected { at, .. }
        | State::Withdrawn { at }
        | State::Expired { at } => *at,
        State::Draft
        | State::Submitted { .. }
        | State::InReview { .. }
        | State::NeedsCorrection { .. } => now,
    }
}

fn keep_until(decided: Timestamp, rules: Retention) -> Date {
    plus_years(day_of(decided), i16::try_from(rules.decision_years).unwrap_or(i16::MAX))
}
