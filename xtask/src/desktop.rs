//! `cargo xtask desktop`: the app in a window. Also the smoke test of that window on a screen that
//! nobody sees.
//! **Invariant:** the smoke test passes only when a window is there and shows more than one colour.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::keys::KeyStore;
use crate::serve::{Scratch, Town};
use crate::step::{Doing, Done, Trouble};
use crate::{machine, project, run, shell};

/// A page with text has many; an empty window, or an error of the graphics driver, has one or two.
const FEWEST_COLOURS: u32 = 8;
/// The menu bar is the window's own; it would be there without a page.
const BELOW_THE_MENU: &str = "1280x860+0+40";
/// Anna of the demo, who has a card.
const DEMO_ADDRESS: &str = "anna@demo.karta.example";
const DEMO_PASSWORD: &str = "lipowa herbata 7";
const READ_CODE: &str = "import sys, zxingcpp
from PIL import Image
found = zxingcpp.read_barcodes(Image.open(sys.argv[1]))
print(found[0].text if found else '')";
const PATIENCE: Duration = Duration::from_secs(60);

pub fn run() -> Done {
    build()?;
    if TcpStream::connect(run::ADDRESS).is_err() {
        return Err(Trouble::new(format!(
            "No server answers on {}: start `cargo xtask run` in another terminal first.",
            run::ADDRESS
        )));
    }
    let mut app = app(&format!("http://{}", run::ADDRESS));
    run::become_it(&mut app)
}

pub fn build() -> Done {
    build_with("desktop")
}

/// With a WebDriver inside, which runs only where it is asked for.
pub fn build_to_be_driven() -> Done {
    build_with("e2e")
}

fn build_with(feature: &str) -> Done {
    machine::debian(machine::DESKTOP_LIBRARIES)?;
    let mut command = project::cargo("build --workspace --bin karta-app --features");
    command.arg(format!("karta-app/{feature}"));
    shell::run("the app for the desktop", &mut command)
}

pub fn app(server: &str) -> Command {
    let mut app = project::command(project::built("debug", "karta-app"));
    app.env("KARTA_SERVER", server);
    app
}

/// Opens the window under Xvfb, signs in by keyboard, and waits until an independent reader
/// finds the code of the card, also when the town is gone and the app was started again. Keeps pictures as `target/desktop*.png`.
pub fn smoke(server: &Path, python: &Path) -> Done {
    machine::debian(machine::DESKTOP_EYES)?;
    let home = Scratch::new("desktop-home")?;
    let town = Town::start(server, &home.0.join("data"))?;
    let (_screen, display) = screen("1280x900")?;
    let keys = KeyStore::start(&home.0)?;
    let with_keys = |app: &mut Command| {
        unseen(app, &display, &home.0);
        app.env("DBUS_SESSION_BUS_ADDRESS", &keys.address);
    };
    let mut app = app(&town.url);
    with_keys(&mut app);
    app.arg("/zaloguj");
    let mut app = Ended(start(&mut app)?);
    watch(&display, &mut app.0)?;
    sign_in(&display);
    wait_for_code(&display, &mut app.0, python)?;
    in_the_key_store(&keys, &home.0)?;
    // The card is the person's: without the town, and after the app was closed.
    let url = town.url.clone();
    drop((app, town));
    wait_for_dark(&display, python)?;
    let mut again = self::app(&url);
    with_keys(&mut again);
    let mut again = Ended(start(again.arg("/karta"))?);
    println!("   the town is stopped, the app starts again");
    wait_for_code(&display, &mut again.0, python)?;
    let mut second = self::app(&url);
    with_keys(&mut second);
    let ended = start(second.arg("karta:/wiecej"))?.wait().doing("wait for the second app")?;
    if !ended.success() {
        return Err(Trouble::new("Mend the desktop app: a second one did not hand its link over."));
    }
    wait_for_no_code(&display, &mut again.0, python)
}

/// Session and device key lie in the system's key store, and in no file of ours.
fn in_the_key_store(keys: &KeyStore, home: &Path) -> Done {
    let files = home.join("share/karta/secrets");
    let left = std::fs::read_dir(&files).into_iter().flatten().flatten().count();
    if left > 0 || !keys.holds_ours() {
        return Err(Trouble::new(format!(
            "Mend the key store of the desktop app: {left} secrets lie in files, and the store {}.",
            if keys.holds_ours() { "has ours too" } else { "has nothing of ours" }
        )));
    }
    println!("   session and device key are in the system's key store");
    Ok(())
}

/// The link has led the first app away from the card.
fn wait_for_no_code(display: &str, app: &mut Child, python: &Path) -> Done {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if app.try_wait().doing("ask after the app")?.is_some() {
            return Err(Trouble::new("Mend the desktop app: it ended when a link came."));
        }
        if code_on(display, python).is_none() {
            println!(
                "   a link led away from the card after {:.1} s",
                start.elapsed().as_secs_f64()
            );
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    Err(Trouble::new("Mend the desktop app: it does not follow links (target/desktop-card.png)."))
}

/// The closed window has left the screen: what is seen from now on is the next one's.
fn wait_for_dark(display: &str, python: &Path) -> Done {
    let start = Instant::now();
    while code_on(display, python).is_some() {
        if start.elapsed() > PATIENCE {
            return Err(Trouble::new("Mend the desktop app: its window stays when it has ended."));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// A screen nobody sees, and what it is called.
pub fn screen(size: &str) -> Done<(Ended, String)> {
    let size = format!("{size}x24");
    let asked = ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"];
    let mut screen = Ended(start(Command::new("Xvfb").args(asked))?);
    let display = format!(":{}", first_line(&mut screen.0)?);
    Ok((screen, display))
}

/// On that screen, with a home of its own.
pub fn unseen(app: &mut Command, display: &str, home: &Path) {
    app.env("DISPLAY", display).env("HOME", home).env("XDG_DATA_HOME", home.join("share"));
    // No graphics card on a test machine.
    app.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    app.env("LIBGL_ALWAYS_SOFTWARE", "1").env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
}

/// A press on the line above the form gives the window the keyboard; the address is the next stop.
fn sign_in(display: &str) {
    let press = |words: &[&str]| {
        let mut keys = Command::new("xdotool");
        shell::ask(keys.args(words).env("DISPLAY", display));
    };
    press(&["mousemove", "220", "81", "click", "1"]);
    press(&["key", "Tab"]);
    press(&["type", "--delay", "30", DEMO_ADDRESS]);
    press(&["key", "Tab"]);
    press(&["type", "--delay", "30", DEMO_PASSWORD]);
    press(&["key", "Return"]);
}

/// The card on the screen, as zxing sees it.
fn wait_for_code(display: &str, app: &mut Child, python: &Path) -> Done {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if app.try_wait().doing("ask after the app")?.is_some() {
            return Err(Trouble::new("Mend the desktop app: it ended while signing in."));
        }
        if code_on(display, python).is_some() {
            println!("   a code on the card after {:.1} s", start.elapsed().as_secs_f64());
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    Err(Trouble::new("Mend the desktop app: no card after signing in (target/desktop-card.png)."))
}

/// The code on the screen, as zxing sees it.
fn code_on(display: &str, python: &Path) -> Option<String> {
    let picture = project::target().join("desktop-card.png");
    let mut take = Command::new("import");
    shell::ask(take.args(["-window", "root"]).arg(&picture).env("DISPLAY", display));
    let mut read = project::command(python);
    let text = shell::ask(read.args(["-c", READ_CODE]).arg(&picture));
    text.filter(|text| text.starts_with("RKC1:"))
}

fn watch(display: &str, app: &mut Child) -> Done {
    let picture = project::target().join("desktop.png");
    let start = Instant::now();
    let mut seen = None;
    while start.elapsed() < PATIENCE {
        if let Some(status) = app.try_wait().doing("ask after the app")? {
            return Err(Trouble::new(format!(
                "Mend the desktop app: it ended by itself ({status})."
            )));
        }
        let mut look = Command::new("xdotool");
        look.args(["search", "--onlyvisible", "--class", "karta"]).env("DISPLAY", display);
        seen = shell::ask(&mut look).filter(|ids| !ids.is_empty());
        if seen.is_some() {
            let mut take = Command::new("import");
            take.args(["-window", "root"]).args(["-crop", BELOW_THE_MENU, "+repage"]);
            take.arg(&picture).env("DISPLAY", display);
            shell::ask(&mut take);
            let mut count = Command::new("identify");
            let colours = shell::ask(count.args(["-format", "%k"]).arg(&picture));
            if colours.and_then(|text| text.parse().ok()).is_some_and(|n: u32| n >= FEWEST_COLOURS)
            {
                println!("   a window with a page after {:.1} s", start.elapsed().as_secs_f64());
                return Ok(());
            }
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    Err(Trouble::new(match seen {
        Some(_) => "Mend the desktop app: its window stays empty (target/desktop.png).",
        None => "Mend the desktop app: no window appeared in a minute.",
    }))
}

pub fn start(command: &mut Command) -> Done<Child> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| shell::not_started(command, &error))
}

fn first_line(child: &mut Child) -> Done<String> {
    let mut line = String::new();
    if let Some(pipe) = child.stdout.take() {
        BufReader::new(pipe).read_line(&mut line).doing("start Xvfb")?;
    }
    Ok(line.trim().to_owned())
}

/// A child that does not outlive us.
pub struct Ended(pub Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
