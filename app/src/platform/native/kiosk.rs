//! A kiosk's window: nothing but the app on the whole screen, and a profile that lives as long as
//! the app runs.
//! **Invariant**: what the web view writes lies in a folder made at the start and deleted at the
//! end and at the next start; only the kiosk's own id, key and PIN outlive it.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::folder;

pub const CAN_CLOSE: bool = true;

/// `karta-app --kiosk [--windowed] [--screen-mm 527x296]`
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options {
    pub is_kiosk: bool,
    pub is_windowed: bool,
    /// Width and height of the screen.
    pub screen: Option<(f64, f64)>,
}

impl Options {
    pub fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut options = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--kiosk" => options.is_kiosk = true,
                "--windowed" => options.is_windowed = true,
                "--screen-mm" => options.screen = arguments.next().as_deref().and_then(size),
                _ => {}
            }
        }
        options
    }

    /// Pixels of a millimetre on a screen so many pixels wide; a screen nobody measured has 96 dots
    /// an inch.
    pub fn pixels_per_mm(&self, width: f64) -> f64 {
        let measured = self.screen.map(|(mm, _)| width / mm);
        measured.filter(|pixels| (1.0..=20.0).contains(pixels)).unwrap_or(96.0 / 25.4)
    }
}

fn size(text: &str) -> Option<(f64, f64)> {
    let (width, height) = text.split_once('x')?;
    let (width, height) = (width.parse::<f64>().ok()?, height.parse::<f64>().ok()?);
    let fits = [width, height].iter().all(|side| (50.0..=5_000.0).contains(side));
    fits.then_some((width, height))
}

pub fn options() -> Options {
    static OPTIONS: OnceLock<Options> = OnceLock::new();
    *OPTIONS.get_or_init(|| Options::read(std::env::args().skip(1)))
}

/// Where the web view of a kiosk writes.
pub fn profile() -> PathBuf {
    folder::inside("kiosk-view")
}

/// Whatever the last run left there, when it did not end by itself.
pub fn clean() {
    let _was_not_there = std::fs::remove_dir_all(profile());
}

/// A kiosk's own screen often has no window manager that would make a window as large as it.
#[cfg(feature = "desktop")]
pub fn fill_screen() {
    use dioxus::desktop::tao::dpi::PhysicalPosition;
    let options = options();
    if !options.is_kiosk || options.is_windowed {
        return;
    }
    let window = dioxus::desktop::window();
    if let Some(monitor) = window.current_monitor() {
        window.set_outer_position(PhysicalPosition::new(0, 0));
        window.set_inner_size(monitor.size());
    }
}

#[cfg(not(feature = "desktop"))]
pub fn fill_screen() {}

pub fn close() {
    clean();
    std::process::exit(0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Options {
        Options::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_kiosk_says_so_and_how_large_its_screen_is() {
        assert_eq!(read(""), Options::default());
        assert_eq!(read("/karta"), Options::default());
        let kiosk = read("--kiosk --screen-mm 527x296");
        assert!(kiosk.is_kiosk && !kiosk.is_windowed);
        assert_eq!(kiosk.screen, Some((527.0, 296.0)));
        for odd in ["--screen-mm", "--screen-mm 5x5", "--screen-mm axb", "--screen-mm 1e9x3"] {
            assert_eq!(read(odd).screen, None, "{odd}");
        }
    }

    #[test]
    fn twenty_millimetres_are_twenty_on_each_screen() {
        let of = |line: &str, width: f64| (read(line).pixels_per_mm(width) * 20.0).round();
        assert!((of("", 1920.0) - 76.0).abs() < f64::EPSILON);
        // 21.5 inches and 32 inches, both 1920 × 1080.
        assert!((of("--screen-mm 476x268", 1920.0) - 81.0).abs() < f64::EPSILON);
        assert!((of("--screen-mm 708x398", 1920.0) - 54.0).abs() < f64::EPSILON);
    }
}
