//! The window of a desk: as large as it was left.
//! **Invariant**: what is kept is a size a screen can have; anything else is as if nothing were kept.

use super::{recall, remember};

const KEPT: &str = "window";
/// In logical pixels: the narrowest page there is.
pub const SMALLEST: (f64, f64) = (360.0, 560.0);
const FIRST: (f64, f64) = (440.0, 860.0);
const LARGEST: f64 = 10_000.0;

/// The size to open with.
pub fn size() -> (f64, f64) {
    recall(KEPT).as_deref().and_then(read).unwrap_or(FIRST)
}

/// For next time.
pub fn keep(width: f64, height: f64) {
    let text = format!("{width:.0}x{height:.0}");
    if read(&text).is_some() && recall(KEPT).as_deref() != Some(text.as_str()) {
        remember(KEPT, &text);
    }
}

fn read(text: &str) -> Option<(f64, f64)> {
    let (width, height) = text.trim().split_once('x')?;
    let (width, height) = (width.parse::<f64>().ok()?, height.parse::<f64>().ok()?);
    let fits = width >= SMALLEST.0 && height >= SMALLEST.1 && width.max(height) <= LARGEST;
    fits.then_some((width, height))
}

/// Keeps the size whenever the window is left or closed.
#[cfg(feature = "desktop")]
pub fn use_window() {
    use dioxus::desktop::tao::event::{Event, WindowEvent};
    use dioxus::desktop::{use_wry_event_handler, window};
    if super::is_kiosk() {
        return;
    }
    use_wry_event_handler(move |event, _| {
        let Event::WindowEvent { event, .. } = event else { return };
        if matches!(event, WindowEvent::CloseRequested | WindowEvent::Focused(false)) {
            let window = window();
            let size = window.inner_size().to_logical::<f64>(window.scale_factor());
            // A window over the whole screen is not how large somebody made it.
            if !window.is_maximized() && window.fullscreen().is_none() {
                keep(size.width, size.height);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_size_of_a_screen_is_kept() {
        assert_eq!(read("440x860"), Some((440.0, 860.0)));
        assert_eq!(read(" 1280x900\n"), Some((1280.0, 900.0)));
        for odd in
            ["", "440", "x", "359x860", "440x559", "10001x900", "NaNx900", "inf x900", "-1x-1"]
        {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}
