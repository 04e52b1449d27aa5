//! One app for one person on a desk: a second start brings the first to the front, and takes it to
//! its address.
//! **Invariant**: the door is a socket in our own folder, which only this user can open; what comes
//! through it is an address and is read as one.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

use super::folder;

/// Longer than any of our addresses.
const LONGEST: u64 = 500;
const PATIENCE: Duration = Duration::from_secs(2);

/// What others who were started asked for; an empty one only wants to be seen.
static ASKED: Mutex<Option<UnboundedReceiver<String>>> = Mutex::new(None);

fn door() -> PathBuf {
    folder::inside("open").join("door")
}

/// Is this the first app over our folder? Otherwise the first has got the address.
pub fn is_first(address: Option<&str>) -> bool {
    if let Ok(first) = UnixStream::connect(door()) {
        return !knock(first, address.unwrap_or_default());
    }
    // Left by one that ended by itself.
    let _was_not_there = std::fs::remove_file(door());
    if let Ok(listener) = UnixListener::bind(door()) {
        let (send, asked) = unbounded();
        if let Ok(mut slot) = ASKED.lock() {
            *slot = Some(asked);
        }
        std::thread::spawn(move || listen(&listener, &send));
    }
    true
}

/// Did it hear us?
fn knock(mut first: UnixStream, address: &str) -> bool {
    let _asks_longer = first.set_write_timeout(Some(PATIENCE));
    writeln!(first, "{address}").is_ok()
}

fn listen(listener: &UnixListener, send: &UnboundedSender<String>) {
    for visitor in listener.incoming() {
        let Ok(visitor) = visitor else { continue };
        let _asks_longer = visitor.set_read_timeout(Some(PATIENCE));
        let mut line = String::new();
        let read = BufReader::new(visitor.take(LONGEST)).read_line(&mut line);
        if read.is_ok() && send.unbounded_send(line.trim().to_owned()).is_err() {
            return;
        }
    }
}

/// The addresses asked for from now on; given out once.
pub fn asked() -> Option<UnboundedReceiver<String>> {
    ASKED.lock().ok().and_then(|mut slot| slot.take())
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::StreamExt;

    #[test]
    fn what_is_said_at_the_door_is_heard_inside() {
        let folder = std::env::temp_dir().join(format!("karta-door-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let listener = UnixListener::bind(folder.join("door")).unwrap();
        let (send, mut asked) = unbounded();
        std::thread::spawn(move || listen(&listener, &send));
        for address in ["karta://karta/kod", ""] {
            assert!(knock(UnixStream::connect(folder.join("door")).unwrap(), address));
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let heard = runtime.block_on(async { [asked.next().await, asked.next().await] });
        assert_eq!(heard, [Some("karta://karta/kod".to_owned()), Some(String::new())]);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_desktop_hands_us_our_links() {
        let entry = include_str!("../../../desktop/pl.karta.app.desktop");
        let says = |line: &str| entry.lines().any(|said| said == line);
        // One address as the first argument, which is where the app looks for it.
        assert!(says("Exec=karta-app %u"));
        assert!(says("MimeType=x-scheme-handler/karta;"));
        let link = crate::route::Route::linked("karta:/wiecej", "https://pkm.example");
        assert_eq!(link.map(|route| route.to_string()), Some("/wiecej".to_owned()));
    }
}
