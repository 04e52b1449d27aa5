//! `karta-server staff …`: accounts of those who work for the town or a partner. They do not
//! register: the administrator of the machine makes their accounts.
//! **Invariant**: no password is ever printed or asked for; what is printed is a link that works
//! once, for a day.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use karta_core::account::{ACTIVATION_LINK, Role, Standing};
use karta_core::contact::{Email, NotAContact};
use karta_core::id::AccountId;
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, day_of};

use crate::audit::{About, Context, scope};
use crate::draw;
use crate::password::{Hasher, Hashing};
use crate::private;
use crate::store::accounts::Account;
use crate::store::{Store, StoreError, Tx};

#[derive(Subcommand)]
pub enum Command {
    /// Makes an account and prints the link to set its password.
    Add {
        #[command(flatten)]
        town: Town,
        #[arg(long, value_enum)]
        role: Position,
        /// Nobody else's: residents who work for the town have two addresses.
        #[arg(long, value_parser = email)]
        email: Email,
        /// First names and a surname, as one text.
        #[arg(long, value_parser = full_name)]
        name: FullName,
    },
    /// Shows the accounts.
    List {
        #[command(flatten)]
        town: Town,
    },
    /// Prints a new link to set the password, for somebody who let the last one expire.
    Link {
        #[command(flatten)]
        town: Town,
        #[arg(long, value_parser = email)]
        email: Email,
        /// Their phone and their recovery codes are lost: they set the second step up anew.
        #[arg(long)]
        forget_second_step: bool,
    },
    /// Ends an account for good; its sessions end with it.
    Close {
        #[command(flatten)]
        town: Town,
        #[arg(long, value_parser = email)]
        email: Email,
    },
}

#[derive(Args)]
pub struct Town {
    /// The folder of everything that is kept.
    #[arg(long, env = "KARTA_DATA", default_value = "data")]
    data: PathBuf,
    /// The address people use; links begin with it.
    #[arg(long, env = "KARTA_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
    public_url: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Position {
    Clerk,
    Supervisor,
    PickupOperator,
    Partner,
    Administrator,
}

impl Position {
    const fn role(self) -> Role {
        match self {
            Self::Clerk => Role::Clerk,
            Self::Supervisor => Role::Supervisor,
            Self::PickupOperator => Role::PickupOperator,
            Self::Partner => Role::Partner,
            Self::Administrator => Role::Administrator,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    #[error("this address has an account already; staff needs one of its own")]
    Known,
    #[error("no account of staff has this address; `karta-server staff list` shows them")]
    Unknown,
    #[error("this account is closed; add another one with another address")]
    Closed,
    #[error("the folder of the records: {0}")]
    Folder(#[source] std::io::Error),
    #[error("no runtime: {0}")]
    Runtime(#[source] std::io::Error),
    #[error("passwords cannot be hashed")]
    Hashing,
    #[error("{0}")]
    Store(#[from] StoreError),
}

fn email(text: &str) -> Result<Email, NotAContact> {
    Email::parse(text)
}

fn full_name(text: &str) -> Result<FullName, &'static str> {
    let wrong = "first names and a surname, as one text";
    let (given, surname) = text.trim().rsplit_once(' ').ok_or(wrong)?;
    let name = |text: &str| Name::parse(text).map_err(|_| wrong);
    Ok(FullName { given: name(given)?, surname: name(surname)? })
}

/// Does it and says what was done, for the terminal.
pub fn run(command: &Command, now: Timestamp) -> Result<String, StaffError> {
    let (Command::Add { town, .. }
    | Command::List { town }
    | Command::Link { town, .. }
    | Command::Close { town, .. }) = command;
    private::folder(&town.data).map_err(StaffError::Folder)?;
    let records = town.data.join("karta.db");
    private::claim(&records).map_err(StaffError::Folder)?;
    let store = Store::open(&records)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(StaffError::Runtime)?;
    let link = |token: &Secret| {
        format!("{}/haslo/nowe?t={}", town.public_url.trim_end_matches('/'), token.reveal())
    };
    let noted = |operation| Context {
        at: now,
        actor: None,
        role: "command",
        operation,
        about: About::default(),
    };
    runtime.block_on(async {
        match command {
            Command::Add { role, email, name, .. } => {
                let work = add(&store, role.role(), email, name, now);
                let token = scope(noted("AddStaff"), work).await?;
                Ok(invited(email, &link(&token)))
            }
            Command::Link { email, forget_second_step, .. } => {
                let work = relink(&store, email, *forget_second_step, now);
                let token = scope(noted("LinkStaff"), work).await?;
                Ok(invited(email, &link(&token)))
            }
            Command::Close { email, .. } => {
                scope(noted("CloseStaff"), close(&store, email, now)).await?;
                Ok(format!("The account of {} is closed.\n", email.as_str()))
            }
            Command::List { .. } => list(&store).await,
        }
    })
}

fn invited(email: &Email, link: &str) -> String {
    format!(
        "Give this link to {} and to nobody else. It works once, for 24 hours:\n\n  {link}\n\n\
         Then they sign in and set up the second step with an authenticator app.\n",
        email.as_str()
    )
}

async fn add(
    store: &Store,
    role: Role,
    email: &Email,
    name: &FullName,
    now: Timestamp,
) -> Result<Secret, StaffError> {
    let hasher = Hasher::new(Hashing::Full).ok_or(StaffError::Hashing)?;
    // Nobody knows it: the first password comes with the link.
    let password = hasher.hash(draw::token()).await.map_err(|_| StaffError::Hashing)?;
    let account = Account {
        id: AccountId::new(draw::uuid(now)),
        email: email.clone(),
        password,
        role,
        language: Language::Pl,
        name: name.clone(),
        registered: now,
        standing: Standing::Active { since: now },
        phone: None,
        version: 1,
    };
    let token = draw::token();
    let hash = draw::hash(&token);
    let work = move |tx: &mut Tx<'_>| {
        if tx.account_by_email(&account.email)?.is_some() {
            return Err(StaffError::Known);
        }
        tx.insert_account(&account)?;
        tx.end_activation_links_to(&account.email)?;
        Ok(tx.insert_reset_link(hash, account.id, now, now + ACTIVATION_LINK)?)
    };
    store.write(work).await?;
    Ok(token)
}

async fn relink(
    store: &Store,
    email: &Email,
    forget_second_step: bool,
    now: Timestamp,
) -> Result<Secret, StaffError> {
    let token = draw::token();
    let (email, hash) = (email.clone(), draw::hash(&token));
    let work = move |tx: &mut Tx<'_>| {
        let account = member_of_staff(tx, &email)?;
        if !account.is_active() {
            return Err(StaffError::Closed);
        }
        if forget_second_step {
            tx.delete_totp(account.id)?;
            tx.end_sessions_of(account.id)?;
        }
        tx.end_reset_links_of(account.id)?;
        Ok(tx.insert_reset_link(hash, account.id, now, now + ACTIVATION_LINK)?)
    };
    store.write(work).await?;
    Ok(token)
}

async fn close(store: &Store, email: &Email, now: Timestamp) -> Result<(), StaffError> {
    let email = email.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut account = member_of_staff(tx, &email)?;
        if !account.is_active() {
            return Err(StaffError::Closed);
        }
        account.standing = Standing::Closed { at: now };
        tx.save_account(&account)?;
        tx.end_sessions_of(account.id)?;
        Ok(tx.end_reset_links_of(account.id)?)
    };
    store.write(work).await
}

async fn list(store: &Store) -> Result<String, StaffError> {
    let work = |tx: &mut Tx<'_>| {
        let staff = tx.staff()?;
        staff.into_iter().map(|of| Ok((tx.has_totp(of.id)?, of))).collect()
    };
    let staff: Vec<(bool, Account)> = store.read::<_, StoreError>(work).await?;
    let rows = staff.iter().map(|(has_totp, of)| {
        let state = match of.standing {
            Standing::Closed { at } => format!("closed on {}", day_of(at)),
            Standing::Pending | Standing::Active { .. } if *has_totp => "two steps".to_owned(),
            Standing::Pending | Standing::Active { .. } => "no second step yet".to_owned(),
        };
        let (email, role, name) = (of.email.as_str(), of.role.name(), of.name.display());
        format!("{email:<32} {role:<16} {state:<20} {name}\n")
    });
    let table: String = rows.collect();
    Ok(if table.is_empty() { "There is no staff yet.\n".to_owned() } else { table })
}

fn member_of_staff(tx: &mut Tx<'_>, email: &Email) -> Result<Account, StaffError> {
    let account = tx.account_by_email(email)?.filter(|account| account.role.is_staff());
    account.ok_or(StaffError::Unknown)
}

#[cfg(test)]
mod tests;
