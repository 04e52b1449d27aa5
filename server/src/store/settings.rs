//! Facts about this installation, one per name.

use super::{StoreError, Tx, statements};

statements! {
    SETTING = "select value from settings where name = $1";
    SET = "
        insert into settings (name, value) values ($1, $2)
        on conflict (name) do update set value = excluded.value";
}

impl Tx<'_> {
    pub fn setting(&mut self, name: &'static str) -> Result<Option<String>, StoreError> {
        let row = self.row(SETTING, &[name.into()])?;
        row.map(|row| row.cells("settings").take()).transpose()
    }

    pub fn set_setting(&mut self, name: &'static str, value: &str) -> Result<(), StoreError> {
        self.exec_one(SET, &[name.into(), value.into()])
    }
}
