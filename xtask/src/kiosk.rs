//! `cargo xtask kiosk`: the app as the kiosk of the town hall, paired with the demo's server.
//! **Invariant:** what pairs it is the same command an administrator uses; the smoke test passes only
//! when the whole screen is the kiosk's and what an earlier run left behind is gone.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::serve::{Scratch, Town};
use crate::step::{Doing, Done, Trouble};
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

/// Opens the kiosk on an unseen screen without a window manager: it covers all of it, shows its page,
/// and what an earlier run left of somebody is gone. Keeps a picture as `target/kiosk.png`.
/// Then a walk over WebDriver: paired, begun by somebody who goes away, wiped.
pub fn smoke(server: &Path, python: &Path) -> Done {
    let home = Scratch::new("kiosk-home")?;
    let town = Town::start(server, &home.0.join("data"))?;
    let profile = home.0.join("share/karta/kiosk-view");
    let left = profile.join("left-behind");
    fs::create_dir_all(&profile).and_then(|()| fs::write(&left, "Anna")).doing("make a profile")?;
    let (_screen, display) = desktop::screen(SCREEN)?;
    let mut app = desktop::app(&town.url);
    desktop::unseen(&mut app, &display, &home.0);
    let port = free_port()?;
    app.env("DIOXUS_WEBVIEW_AUTOMATION", "true").env("WDIO_EMBEDDED_PORT", port.to_string());
    let mut app = desktop::Ended(desktop::start(app.arg("--kiosk"))?);
    wait_for_screen(&display, &mut app.0)?;
    if left.exists() {
        return Err(Trouble::new("Mend the kiosk: what the last person left is still there."));
    }
    let code = pairing_code(server, &home.0.join("data"))?;
    let mut walk = project::command(python);
    walk.arg("tests/desktop/kiosk.py").arg(port.to_string()).arg(code).arg(profile);
    shell::run("a walk through the kiosk", &mut walk)
}

/// Free a moment ago; nobody else on a test machine takes it so soon.
fn free_port() -> Done<u16> {
    let door = std::net::TcpListener::bind("127.0.0.1:0").doing("find a free port")?;
    door.local_addr().map(|address| address.port()).doing("find a free port")
}

const SCREEN: &str = "1080x1920";
const PATIENCE: Duration = Duration::from_secs(60);
/// A page with text has many.
const FEWEST_COLOURS: u32 = 8;

fn wait_for_screen(display: &str, app: &mut Child) -> Done {
    let picture = project::target().join("kiosk.png");
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = app.try_wait().doing("ask after the kiosk")? {
            return Err(Trouble::new(format!("Mend the kiosk: it ended by itself ({status}).")));
        }
        let mut look = Command::new("xdotool");
        look.args(["search", "--onlyvisible", "--class", "karta", "getwindowgeometry"]);
        let size = shell::ask(look.env("DISPLAY", display)).unwrap_or_default();
        let mut take = Command::new("import");
        shell::ask(take.args(["-window", "root"]).arg(&picture).env("DISPLAY", display));
        let mut count = Command::new("identify");
        let colours = shell::ask(count.args(["-format", "%k"]).arg(&picture));
        let is_drawn =
            colours.and_then(|text| text.parse().ok()).is_some_and(|n: u32| n >= FEWEST_COLOURS);
        if size.contains(SCREEN) && is_drawn {
            println!(
                "   the whole screen is the kiosk after {:.1} s",
                start.elapsed().as_secs_f64()
            );
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    Err(Trouble::new("Mend the kiosk: it does not cover its screen (target/kiosk.png)."))
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
