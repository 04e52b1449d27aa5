//! `cargo xtask kiosk`: the app as the kiosk of the town hall, paired with the demo's server.
//! **Invariant:** what pairs it is the same command an administrator uses; the walk passes only when
//! nothing of the person who was there is left in the kiosk's folders.

use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use crate::step::{Done, Trouble};
use crate::{desktop, project, run, shell};

/// `--windowed` for a desk; a kiosk's own screen is covered whole.
pub fn run(words: &[&str]) -> Done {
    desktop::build()?;
    if TcpStream::connect(run::ADDRESS).is_err() {
        return Err(Trouble::new(format!(
            "No server answers on {}: start `cargo xtask run` in another terminal first.",
            run::ADDRESS
        )));
    }
    let server = project::built("debug", "karta-server");
    let code = pairing_code(&server, Path::new("data"))?;
    println!(
        "\n   Touch “Potrzebuję pomocy”, then “Menu obsługi”: choose a PIN, and type this code once:\
         \n\n      {code}\n\n   A kiosk that was paired before goes on without it. To leave: the same \
         menu, “Zamknij kiosk”.\n"
    );
    let mut app = project::command(project::built("debug", "karta-app"));
    app.arg("--kiosk").args(words).env("KARTA_SERVER", format!("http://{}", run::ADDRESS));
    run::become_it(&mut app)
}

/// Adds a kiosk to the town over that folder, as an administrator does.
pub fn pairing_code(server: &Path, data: &Path) -> Done<String> {
    let mut add = Command::new(server);
    add.args(["kiosk", "add", "Ratusz, parter", "--data"]).arg(data);
    let said = shell::ask(&mut add);
    let code = said.as_deref().and_then(|said| said.split_whitespace().rfind(is_code));
    code.map(str::to_owned).ok_or_else(|| Trouble::new("Mend `karta-server kiosk add`: no code."))
}

/// Ten characters in two groups.
fn is_code(word: &&str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    groups.len() == 2 && groups.iter().all(|group| group.len() == 5 && group.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_found_in_what_the_command_prints() {
        let said = "Open the menu. It works once, for 24 hours:\n\n  7K2MQ-X9D4T\n";
        assert_eq!(said.split_whitespace().rfind(is_code), Some("7K2MQ-X9D4T"));
        assert_eq!("24 hours".split_whitespace().rfind(is_code), None);
    }
}
