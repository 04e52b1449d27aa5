//! What somebody agreed to. **Invariant**: a consent is kept with the version of its text and the
//! instant it was given.

use karta_core::id::AccountId;
use karta_core::time::Timestamp;
use karta_core::town::ConsentGiven;

use super::{StoreError, Tx, statements};

statements! {
    INSERT_CONSENT = "
        insert into consents (account, consent, consent_version, given_at) values ($1, $2, $3, $4)
        on conflict (account, consent, consent_version) do nothing";
    CONSENTS = "
        select consent, consent_version from consents where account = $1
        order by consent, consent_version";
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
            self.exec(INSERT_CONSENT, &values)?;
        }
        Ok(())
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
}
