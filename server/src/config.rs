//! The command line and the environment, read once into final types.
//! **Invariant**: without any option a town runs on embedded SQLite; a secret is the path of a
//! file, never a value.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::app::{Setup, StartError};
use crate::audit;
use crate::clock::Clock;
use crate::keys::{self, KeySource};
use crate::kiosk;
use crate::limits::Limits;
use crate::mail::Mailer;
use crate::password::Hashing;
use crate::staff;
use crate::town;
use crate::worker::Task;

/// Karta: an open resident card. The town's server.
#[derive(Parser)]
#[command(name = "karta-server", version, about)]
pub struct Config {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Runs the town's server.
    Serve(Box<Serve>),
    /// Makes, rotates and shows the keys of the town; see the README.
    Keys {
        #[command(subcommand)]
        command: keys::command::Command,
    },
    /// Proves the trail of who did what; see the README.
    Audit {
        #[command(subcommand)]
        command: audit::command::Command,
    },
    /// Makes, shows and closes accounts of staff; see the README.
    Staff {
        #[command(subcommand)]
        command: staff::Command,
    },
    /// Adds, shows and stops kiosks of the town; see the README.
    Kiosk {
        #[command(subcommand)]
        command: kiosk::Command,
    },
    /// Opens one uploaded file, on stdin, within narrow limits. Started by the server itself.
    #[command(hide = true)]
    Worker { task: Task },
    /// Prints the description of the API (OpenAPI 3.1).
    Openapi,
    /// Measures sign-ins against argon2 alone and prints JSON.
    #[command(hide = true)]
    BenchLogins {
        /// An empty folder for a demo town.
        #[arg(long)]
        data: PathBuf,
    },
    /// Measures durable submits against the disk and prints JSON.
    #[command(hide = true)]
    BenchStore {
        /// A folder on the disk to measure.
        #[arg(long)]
        data: PathBuf,
    },
}

#[derive(Args)]
pub struct Serve {
    /// Where to listen; TLS is the work of a proxy in front.
    #[arg(long, env = "KARTA_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The folder of everything that is kept: records, files, keys. Made if absent.
    #[arg(long, env = "KARTA_DATA", default_value = "data")]
    pub data: PathBuf,
    /// The folder of the built web app; without it only the API answers.
    #[arg(long, env = "KARTA_WEB")]
    pub web: Option<PathBuf>,
    /// The address people use, for the links of mails; by default where the server listens.
    #[arg(long, env = "KARTA_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// The town's rules (TOML); Pruszków's are built in.
    #[arg(long, env = "KARTA_TOWN")]
    pub town: Option<PathBuf>,
    /// Who signs the cards, as verifiers know it.
    #[arg(long, env = "KARTA_ISSUER", default_value = "https://pkm.pruszkow.pl")]
    pub issuer: String,
    /// A file with the mail server: `smtps://user:password@host`. Without it each mail becomes a
    /// file in `<data>/mail`.
    #[arg(long, env = "KARTA_SMTP_URL_FILE")]
    pub smtp_url_file: Option<PathBuf>,
    /// The sender of mails.
    #[arg(long, env = "KARTA_MAIL_FROM", default_value = "Karta <karta@pkm.example>")]
    pub mail_from: String,
    /// A proxy whose `x-forwarded-for` is believed; may be given several times.
    #[arg(long, env = "KARTA_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Logs as JSON lines.
    #[arg(long, env = "KARTA_LOG_JSON")]
    pub log_json: bool,
    /// Invented people, accounts with printed passwords, and a mailbox page. Mails stay here.
    #[arg(long, env = "KARTA_DEMO")]
    pub demo: bool,
}

impl Serve {
    /// What the town is made of.
    pub fn setup(&self) -> Result<Setup, StartError> {
        let public_url = self.public_url.clone();
        Ok(Setup {
            data: self.data.clone(),
            clock: Clock::System,
            hashing: Hashing::Full,
            mailer: self.mailer()?,
            town: town::load(self.town.as_deref())?,
            limits: Limits::usual(),
            trusted_proxies: self.trusted_proxies.clone(),
            public_url: public_url.unwrap_or_else(|| format!("http://{}", self.listen)),
            issuer: self.issuer.clone(),
            keys: if self.demo { KeySource::Demo } else { KeySource::Installed },
            worker: std::env::current_exe().map_err(StartError::io("this program's own path"))?,
            demo: self.demo,
        })
    }

    fn mailer(&self) -> Result<Mailer, StartError> {
        let from = self.mail_from.clone();
        match self.smtp_url_file.as_deref().filter(|_| !self.demo) {
            Some(file) => {
                let url = std::fs::read_to_string(file);
                let url = url.map_err(StartError::io("the file of the mail server"))?;
                Mailer::smtp(url.trim(), from)
            }
            None => Ok(Mailer::Folder { folder: self.data.join("mail"), from }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        use clap::CommandFactory;
        Config::command().debug_assert();
        let Command::Serve(serve) = Config::parse_from(["karta-server", "serve"]).command else {
            panic!("another command");
        };
        assert_eq!(serve.listen.to_string(), "127.0.0.1:8080");
        assert!(!serve.demo);
    }
}
