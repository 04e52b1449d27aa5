//! `cargo xtask run`: from an empty clone to a town in the browser.
//! **Invariant:** everything that can stop it is looked at before the long steps.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

use crate::step::{Done, Trouble};
use crate::{machine, project, shell, web};

pub const ADDRESS: &str = "127.0.0.1:8080";

pub fn run() -> Done {
    port_is_free()?;
    machine::room_on_disk()?;
    web::build()?;
    shell::run("the server", &mut project::server_build())?;
    let mut server = project::command(project::built("debug", "karta-server"));
    server.args(["serve", "--demo", "--data", "data", "--listen", ADDRESS, "--web"]);
    become_it(server.arg(web::folder()))
}

fn port_is_free() -> Done {
    match TcpListener::bind(ADDRESS) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(Trouble::new(format!(
            "Something already listens on {ADDRESS}: stop it (perhaps an earlier `cargo xtask run`) \
             and run the command again."
        ))),
        Err(error) => Err(Trouble::new(format!("Could not listen on {ADDRESS}: {error}."))),
    }
}

/// From here on this process is the server, so Ctrl-C reaches it and nothing is left behind.
#[cfg(unix)]
pub fn become_it(command: &mut Command) -> Done {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(shell::not_started(command, &error))
}

/// Waits for it; Ctrl-C reaches every process of the console.
#[cfg(not(unix))]
pub fn become_it(command: &mut Command) -> Done {
    let status = command.status().map_err(|error| shell::not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(Trouble::new("It ended with an error, see above.")) }
}
