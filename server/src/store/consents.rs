//! What somebody agreed to. **Invariant**: a consent is kept with the version of its text and the
//! instant it was given; each giving and each withdrawal stays in the history.

use karta_core::api::settings::ConsentEvent;
use karta_core::id::AccountId;
use karta_core::time::Timestamp;
use karta_core::town::{ConsentGiven, Key};

use super::{StoreError, Tx, statements};

statements! {
    INSERT_CONSENT = "
        insert into consents (account, consent, consent_version, given_at) values ($1, $2, $3, $4)
        on conflict (account, consent, consent_version) do nothing";
    DELETE_CONSENT = "delete from consents where account = $1 and consent = $2";
    CONSENTS = "
        select consent, consent_version from consents where account = $1
        order by consent, consent_version";
    INSERT_EVENT = "
        insert into consent_events (account, consent, consent_version, given, at)
        values ($1, $2, $3, $4, $5)";
    EVENTS = "
        select consent, consent_version, given, at from consent_events where account = $1
        order by id";
}

impl Tx<'_> {
    pub fn insert_consents(
        &mut self,
        account: AccountId,
        given: &[ConsentGiven],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        for consent in given {
            let values = [account.into(), (&consent.key).into(), consent.version.into(), at.into()];
            if self.exec(INSERT_CONSENT, &values)? == 1 {
                self.note_consent(account, consent, true, at)?;
            }
        }
        Ok(())
    }

    /// Takes back every version of a consent. Nothing happens where there is none.
    pub fn withdraw_consent(
        &mut self,
        account: AccountId,
        consent: &ConsentGiven,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        if self.exec(DELETE_CONSENT, &[account.into(), (&consent.key).into()])? > 0 {
            self.note_consent(account, consent, false, at)?;
        }
        Ok(())
    }

    fn note_consent(
        &mut self,
        account: AccountId,
        consent: &ConsentGiven,
        given: bool,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let (key, version) = ((&consent.key).into(), consent.version.into());
        let values = [account.into(), key, version, i64::from(given).into(), at.into()];
        self.exec_one(INSERT_EVENT, &values)
    }

    pub fn consents(&mut self, account: AccountId) -> Result<Vec<ConsentGiven>, StoreError> {
        let rows = self.rows(CONSENTS, &[account.into()])?;
        rows.into_iter()
            .map(|row| {
                let mut cells = row.cells("consents");
                Ok(ConsentGiven { key: cells.take()?, version: cells.take()? })
            })
            .collect()
    }

    /// What was given and withdrawn, oldest first.
    pub fn consent_events(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<(Key, ConsentEvent)>, StoreError> {
        let rows = self.rows(EVENTS, &[account.into()])?;
        rows.into_iter()
            .map(|row| {
                let mut cells = row.cells("consent_events");
                let (key, version) = (cells.take()?, cells.take()?);
                let given = cells.take::<i64>()? == 1;
                Ok((key, ConsentEvent { at: cells.take()?, version, given }))
            })
            .collect()
    }
}
