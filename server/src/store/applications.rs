//! Applications, their numbers and the office's queue.
//! **Invariant**: a row is saved only over the version that was read; the status column says what
//! the stored state says; numbers of a year have no gap.

mod state;

use karta_core::application::number::ApplicationNumber;
use karta_core::application::state::{State, Status};
use karta_core::application::{Application, Kind};
use karta_core::contact::Email;
use karta_core::family::{Power, Tie, power};
use karta_core::id::{AccountId, ApplicationId, ResidentId};
use karta_core::language::Language;
use karta_core::time::{Date, Timestamp};

use super::{Row, Sql, StoreError, Tx, Value, statements};
use state::StoredState;

statements! {
    APPLICATION = "
        select id, resident, kind, number, status, state, draft, photo, document, created_at,
            first_submitted_at, version
        from applications where id = $1";
    APPLICATIONS_OF = "
        select id, resident, kind, number, status, state, draft, photo, document, created_at,
            first_submitted_at, version
        from applications where resident = $1 order by created_at desc, id desc";
    QUEUE = "
        select id, resident, kind, number, status, state, draft, photo, document, created_at,
            first_submitted_at, version
        from applications where status in ('submitted', 'in_review')
        order by first_submitted_at, id limit $1";
    CORRECTIONS = "select id, state from applications where status = 'needs_correction'";
    COUNT_STATUS = "select count(*) from applications where status = $1";
    INSERT_APPLICATION = "
        insert into applications (id, resident, kind, number, status, state, draft, photo,
            document, created_at, first_submitted_at, version, author)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    AUTHOR = "select author from applications where id = $1";
    SAVE_APPLICATION = "
        update applications set number = $2, status = $3, state = $4, draft = $5, photo = $6,
            document = $7, first_submitted_at = $8, version = $9 + 1
        where id = $1 and version = $9";
    DELETE_DRAFT = "delete from applications where id = $1 and version = $2 and status = 'draft'";
    NEXT_NUMBER = "
        insert into application_numbers (year, next) values ($1, 2)
        on conflict (year) do update set next = application_numbers.next + 1
        returning application_numbers.next - 1";
}

/// Whom the office writes to about a resident.
#[derive(Clone, Debug)]
pub struct Correspondent {
    pub account: AccountId,
    pub email: Email,
    pub language: Language,
}

impl Tx<'_> {
    pub fn application(&mut self, id: ApplicationId) -> Result<Option<Application>, StoreError> {
        self.row(APPLICATION, &[id.into()])?.map(read).transpose()
    }

    /// Newest first.
    pub fn applications_of(
        &mut self,
        resident: ResidentId,
    ) -> Result<Vec<Application>, StoreError> {
        self.applications(APPLICATIONS_OF, &[resident.into()])
    }

    /// What waits for the office, oldest first.
    pub fn queue(&mut self, limit: u32) -> Result<Vec<Application>, StoreError> {
        self.applications(QUEUE, &[limit.into()])
    }

    /// Every application that waits for a correction, and until when.
    pub fn corrections(&mut self) -> Result<Vec<(ApplicationId, Timestamp)>, StoreError> {
        let deadline = |row: Row| {
            let mut cells = row.cells("applications");
            let id = cells.take()?;
            match cells.json::<StoredState>()?.state() {
                State::NeedsCorrection { request, .. } => Ok((id, request.deadline)),
                _ => Err(cells.corrupt("the status is not the state's")),
            }
        };
        self.rows(CORRECTIONS, &[])?.into_iter().map(deadline).collect()
    }

    pub fn count_applications(&mut self, status: Status) -> Result<u32, StoreError> {
        match self.row(COUNT_STATUS, &[status.name().into()])? {
            Some(row) => row.cells("applications").take(),
            None => Ok(0),
        }
    }

    fn applications(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
    ) -> Result<Vec<Application>, StoreError> {
        self.rows(sql, values)?.into_iter().map(read).collect()
    }

    /// `Duplicate` when the resident has an open one of that kind.
    pub fn insert_application(
        &mut self,
        new: &Application,
        author: AccountId,
    ) -> Result<(), StoreError> {
        let values = [
            new.id.into(),
            new.resident.into(),
            Kind::name(new.kind).into(),
            new.number.as_ref().map(Value::from).unwrap_or(Value::Null),
            new.state.status().name().into(),
            Value::json(&StoredState::of(&new.state)),
            Value::json(&new.draft),
            Value::maybe_json(new.photo.as_ref()),
            Value::maybe_json(new.document.as_ref()),
            new.created.into(),
            new.first_submitted.into(),
            new.version.into(),
            author.into(),
        ];
        self.exec_one(INSERT_APPLICATION, &values)
    }

    /// Saves over the version that was read, and counts it up.
    pub fn save_application(&mut self, changed: &mut Application) -> Result<(), StoreError> {
        let values = [
            changed.id.into(),
            changed.number.as_ref().map(Value::from).unwrap_or(Value::Null),
            changed.state.status().name().into(),
            Value::json(&StoredState::of(&changed.state)),
            Value::json(&changed.draft),
            Value::maybe_json(changed.photo.as_ref()),
            Value::maybe_json(changed.document.as_ref()),
            changed.first_submitted.into(),
            changed.version.into(),
        ];
        self.exec_one(SAVE_APPLICATION, &values)?;
        changed.version += 1;
        Ok(())
    }

    pub fn delete_draft(&mut self, draft: &Application) -> Result<(), StoreError> {
        self.exec_one(DELETE_DRAFT, &[draft.id.into(), draft.version.into()])
    }

    /// The next number of that year. Taken back when the transaction fails, so none is skipped.
    pub fn next_application_number(
        &mut self,
        prefix: &str,
        year: i16,
    ) -> Result<ApplicationNumber, StoreError> {
        let row = self.row(NEXT_NUMBER, &[i64::from(year).into()])?.ok_or(StoreError::Stale)?;
        let sequence: u32 = row.cells("application_numbers").take()?;
        Ok(ApplicationNumber::new(prefix, year, sequence))
    }

    /// Who wrote it: what was typed and attached is for that account, and for the office.
    pub fn author(&mut self, id: ApplicationId) -> Result<Option<AccountId>, StoreError> {
        match self.row(AUTHOR, &[id.into()])? {
            Some(row) => row.cells("applications").take(),
            None => Ok(None),
        }
    }

    /// Whom to write to about an application: its author, else the resident's own account, else
    /// whoever acts for them. Nobody who has no power now.
    pub fn correspondent(
        &mut self,
        case: &Application,
        today: Date,
    ) -> Result<Option<Correspondent>, StoreError> {
        let author = self.author(case.id)?;
        let mut able = self.able_accounts(case.resident, today)?;
        able.sort_by_key(|(account, tie, _)| (Some(*account) != author, *tie != Tie::Own));
        self.first_active(able)
    }

    /// The address a clerk reads beside a case. It stays there when nobody may be written to any
    /// more: the author's, or that of anybody tied to the resident.
    pub fn sender_email(
        &mut self,
        case: &Application,
        today: Date,
    ) -> Result<Option<Email>, StoreError> {
        if let Some(to) = self.correspondent(case, today)? {
            return Ok(Some(to.email));
        }
        let author = self.author(case.id)?;
        let tied = self.ties_to(case.resident)?.into_iter().map(|(account, _)| account);
        for id in author.into_iter().chain(tied) {
            if let Some(account) = self.account(id)? {
                return Ok(Some(account.email));
            }
        }
        Ok(None)
    }

    /// Whom to write to about a card: the resident as an adult; else whoever does something with
    /// it, so that one guardian reads nothing of another's devices; else whoever acts.
    pub fn card_correspondent(
        &mut self,
        resident: ResidentId,
        actor: Option<AccountId>,
        today: Date,
    ) -> Result<Option<Correspondent>, StoreError> {
        let mut able = self.able_accounts(resident, today)?;
        able.sort_by_key(|(account, tie, power)| {
            let is_grown_holder = *tie == Tie::Own && *power == Power::Acts;
            (!is_grown_holder, Some(*account) != actor, *power != Power::Acts)
        });
        self.first_active(able)
    }

    fn able_accounts(
        &mut self,
        resident: ResidentId,
        today: Date,
    ) -> Result<Vec<(AccountId, Tie, Power)>, StoreError> {
        let born = self.resident(resident)?.and_then(|person| person.born);
        let ties = self.ties_to(resident)?.into_iter();
        Ok(ties
            .filter_map(|(account, tie)| Some((account, tie, power(tie, born, today)?)))
            .collect())
    }

    fn first_active(
        &mut self,
        able: Vec<(AccountId, Tie, Power)>,
    ) -> Result<Option<Correspondent>, StoreError> {
        for (id, ..) in able {
            if let Some(account) = self.account(id)?.filter(|account| account.is_active()) {
                let language = account.language;
                return Ok(Some(Correspondent { account: id, email: account.email, language }));
            }
        }
        Ok(None)
    }
}

fn read(row: Row) -> Result<Application, StoreError> {
    let mut cells = row.cells("applications");
    let (id, resident) = (cells.take()?, cells.take()?);
    let kind = cells.word(Kind::named)?;
    let number: Option<ApplicationNumber> = cells.take()?;
    let status = cells.word(Status::named)?;
    let state = cells.json::<StoredState>()?.state();
    let application = Application {
        id,
        resident,
        kind,
        number,
        draft: cells.json()?,
        photo: cells.maybe_json()?,
        document: cells.maybe_json()?,
        created: cells.take()?,
        first_submitted: cells.take::<Option<Timestamp>>()?,
        state,
        version: cells.take()?,
    };
    let sent = application.state.status() != Status::Draft;
    if application.state.status() != status {
        return Err(cells.corrupt("the status is not the state's"));
    }
    if sent && (application.number.is_none() || application.first_submitted.is_none()) {
        return Err(cells.corrupt("sent without number or instant"));
    }
    Ok(application)
}
