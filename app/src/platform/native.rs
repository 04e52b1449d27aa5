//! A desktop, a kiosk or a phone: a web view with the system behind it.
//! **Invariant**: what is kept lies in one folder that only this user can open.

pub mod beside;
pub mod camera;
mod choose;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod desk;
pub mod folder;
mod http;
pub mod key;
pub mod keyboard;
pub mod kiosk;
pub mod passkey;
#[cfg(any(test, target_os = "android", target_os = "ios"))]
#[cfg_attr(
    not(any(target_os = "android", target_os = "ios")),
    expect(dead_code, reason = "only a phone has a plugin; its words are tested everywhere")
)]
mod phone;
pub mod picture;
mod scan;
pub mod secret;
#[cfg(all(unix, any(test, feature = "desktop")))]
#[cfg_attr(not(feature = "desktop"), expect(dead_code, reason = "only a desk starts an app twice"))]
pub mod single;
#[cfg(any(test, feature = "desktop"))]
#[cfg_attr(not(feature = "desktop"), expect(dead_code, reason = "only a desk has a window"))]
pub mod window;

use std::sync::Mutex;
use std::time::Duration;

use dioxus::prelude::*;
use karta_core::api::account::Device;
use karta_core::base64;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, from_micros};

pub use choose::choose_file;
pub use http::exchange;
pub use kiosk::{CAN_CLOSE, close, fill_screen};
pub use scan::read_code;

use super::capability::Capability;
use super::light::{Ability, Lack};
use super::{Cue, label};
use crate::route::Route;

pub const DEVICE: Device = Device::Native;

pub const HAS_STYLES: bool = false;

/// A web view on a phone, where some of a desk's ways do not work and others do.
const IS_PHONE: bool = cfg!(any(target_os = "android", target_os = "ios"));

/// In a phone's web view an input of the page opens the chooser and never hears of the choice.
pub const CHOOSES_FILES: bool = IS_PHONE;

/// A desk's web view, or a phone's with its plugin.
pub fn ability(capability: Capability) -> Ability {
    match capability {
        // People upload a picture or use a scanner that types.
        Capability::Camera if !IS_PHONE => Ability::Absent(Lack::NotBuilt),
        Capability::Camera
        | Capability::Files
        | Capability::Photos
        | Capability::SecureStore
        | Capability::Language
        | Capability::DarkMode
        | Capability::TextSize
        | Capability::Clipboard => Ability::Present,
        // Android's web view has no way to a printer.
        Capability::Printing if cfg!(target_os = "android") => Ability::Absent(Lack::System),
        Capability::Printing => Ability::Present,
        Capability::DeepLinks if IS_PHONE || cfg!(all(unix, feature = "desktop")) => {
            Ability::Present
        }
        Capability::DeepLinks | Capability::Sound => Ability::Absent(Lack::NotBuilt),
        // A desk has no such thing, or leaves it to its own settings.
        Capability::Brightness
        | Capability::WakeLock
        | Capability::Haptics
        | Capability::Share
        | Capability::CaptureGuard => {
            if IS_PHONE {
                Ability::Present
            } else {
                Ability::Absent(Lack::System)
            }
        }
    }
}

pub fn label() -> String {
    label::of_app(std::env::consts::OS)
}

/// The bearer token in use; the key store is asked once, at the start.
static SESSION: Mutex<Option<Secret>> = Mutex::new(None);

const SESSION_NAME: &str = "session";

/// Dioxus' own page forbids zooming and names no language.
#[cfg(any(feature = "desktop", feature = "mobile"))]
const PAGE: &str = "<!doctype html><html lang=\"pl\"><head><meta charset=\"utf-8\">\
    <title>Karta Mieszkańca</title>\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
    <meta name=\"color-scheme\" content=\"light dark\"></head>\
    <body><div id=\"main\"></div></body></html>";

#[cfg(any(feature = "desktop", feature = "mobile"))]
pub fn launch(root: fn() -> Element) {
    #[cfg(feature = "desktop")]
    use dioxus::desktop as view;
    #[cfg(all(feature = "mobile", not(feature = "desktop")))]
    use dioxus::mobile as view;
    let window = view::WindowBuilder::new().with_title("Karta Mieszkańca");
    #[cfg(feature = "desktop")]
    let window = window
        .with_inner_size(view::LogicalSize::new(window::size().0, window::size().1))
        .with_min_inner_size(view::LogicalSize::new(window::SMALLEST.0, window::SMALLEST.1));
    #[cfg(feature = "desktop")]
    if kiosk::options().is_kiosk {
        return launch_kiosk(root, window);
    }
    #[cfg(all(unix, feature = "desktop"))]
    if !single::is_first(std::env::args().nth(1).as_deref()) {
        return;
    }
    let config = view::Config::new()
        .with_window(window)
        .with_custom_index(PAGE.into())
        .with_data_directory(folder::inside("view"));
    #[cfg(feature = "desktop")]
    let config = config.with_menu(None);
    #[cfg(target_os = "ios")]
    let config = config.with_custom_event_handler(|event, _| {
        if let view::tao::event::Event::Opened { urls } = event {
            urls.iter()
                .for_each(|url| phone::links::call(phone::links::Called::Open(url.to_string())));
        }
    });
    dioxus::LaunchBuilder::new().with_cfg(driven(config)).launch(root);
}

/// The last step of a window: a WebDriver inside, in the build that tests drive.
#[cfg(feature = "e2e")]
fn driven(config: dioxus::desktop::Config) -> dioxus::desktop::Config {
    wdio_dioxus_embedded_driver::install(config)
}

#[cfg(all(any(feature = "desktop", feature = "mobile"), not(feature = "e2e")))]
fn driven<C>(config: C) -> C {
    config
}

/// The whole screen, no menu, no way out of the app.
#[cfg(feature = "desktop")]
fn launch_kiosk(root: fn() -> Element, window: dioxus::desktop::WindowBuilder) {
    use dioxus::desktop as view;
    kiosk::clean();
    let window = if kiosk::options().is_windowed {
        window.with_inner_size(view::LogicalSize::new(1080.0, 860.0))
    } else {
        let whole = view::tao::window::Fullscreen::Borderless(None);
        window.with_decorations(false).with_fullscreen(Some(whole))
    };
    let config = view::Config::new()
        .with_window(window)
        .with_menu(None)
        .with_disable_context_menu(true)
        .with_custom_index(PAGE.into())
        .with_data_directory(kiosk::profile());
    dioxus::LaunchBuilder::new().with_cfg(driven(config)).launch(root);
    kiosk::clean();
}

/// Where a kiosk's touches are measured: pixels of a millimetre.
pub fn pixels_per_mm(width: f64) -> Option<f64> {
    let options = kiosk::options();
    options.screen.map(|_| options.pixels_per_mm(width))
}

pub fn is_kiosk() -> bool {
    kiosk::options().is_kiosk
}

/// The first argument, when it is one of our addresses.
pub fn begin_where_asked() {
    if is_kiosk() {
        let history = dioxus::history::MemoryHistory::with_initial_path("/kiosk");
        dioxus::history::provide_history_context(std::rc::Rc::new(history));
        return;
    }
    #[cfg(target_os = "android")]
    let given = phone::ask(&phone::Question::Link).and_then(|answer| answer.value);
    #[cfg(not(target_os = "android"))]
    let given = std::env::args().nth(1);
    if let Some(route) = given.and_then(|given| Route::linked(&given, &origin())) {
        let history = dioxus::history::MemoryHistory::with_initial_path(route.to_string());
        dioxus::history::provide_history_context(std::rc::Rc::new(history));
    }
}

#[cfg(feature = "desktop")]
pub use window::use_window;

#[cfg(not(feature = "desktop"))]
pub fn use_window() {}

/// Goes where another start of the app asked to go, and comes to the front.
#[cfg(all(unix, feature = "desktop"))]
pub fn use_links() {
    use futures_util::StreamExt;
    use_future(|| async move {
        let Some(mut asked) = single::asked() else { return };
        while let Some(address) = asked.next().await {
            if let Some(route) = Route::linked(&address, &origin()) {
                router().push(route);
            }
            let window = dioxus::desktop::window();
            window.set_minimized(false);
            window.set_focus();
        }
    });
}

/// Goes where the phone is asked to go, and back where its button says so.
#[cfg(any(target_os = "android", target_os = "ios"))]
pub fn use_links() {
    use futures_util::StreamExt;
    use phone::links::{self, Called};
    #[cfg(target_os = "android")]
    use_future(|| async {
        let mut page = document::eval(links::LISTEN);
        while let Ok(said) = page.recv::<String>().await {
            links::call(if said.is_empty() { Called::Back } else { Called::Open(said) });
        }
    });
    #[cfg(target_os = "ios")]
    use_future(|| async {
        // The web view does not follow the letters of the phone by itself.
        let size = tokio::task::spawn_blocking(|| phone::ask(&phone::Question::TextSize)).await;
        let size = size.ok().flatten().and_then(|answer| answer.value);
        if let Some(size) = size.and_then(|size| size.parse::<u16>().ok()) {
            document::eval(&format!("document.documentElement.style.fontSize = '{size}%'"));
        }
    });
    use_future(|| async move {
        let Some(mut calls) = links::calls() else { return };
        while let Some(called) = calls.next().await {
            match called {
                Called::Open(address) => {
                    if let Some(route) = Route::linked(&address, &origin()) {
                        router().push(route);
                    }
                }
                Called::Back if router().can_go_back() => router().go_back(),
                Called::Back => drop(phone::ask(&phone::Question::Leave)),
            }
        }
    });
}

#[cfg(not(any(all(unix, feature = "desktop"), target_os = "android", target_os = "ios")))]
pub fn use_links() {}

/// Built without a renderer, as tests and checks are.
#[cfg(not(any(feature = "desktop", feature = "mobile")))]
pub fn launch(root: fn() -> Element) {
    let mut page = VirtualDom::new(root);
    page.rebuild_in_place();
}

pub fn now() -> Timestamp {
    #[expect(clippy::disallowed_methods, reason = "the device's only reader of wall time")]
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since
        .ok()
        .and_then(|since| i64::try_from(since.as_micros()).ok())
        .and_then(from_micros)
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

pub async fn sleep(milliseconds: u32) {
    tokio::time::sleep(Duration::from_millis(milliseconds.into())).await;
}

/// Told at the start (a desk), else compiled in (a phone's app is of one town), else our own machine.
pub fn origin() -> String {
    let told = if IS_PHONE { None } else { std::env::var("KARTA_SERVER").ok() };
    let told = told.as_deref().filter(|told| !told.is_empty());
    let given = told.or(option_env!("KARTA_ORIGIN")).unwrap_or("http://127.0.0.1:8080");
    given.trim_end_matches('/').into()
}

pub fn is_visible() -> bool {
    true
}

pub fn is_online() -> bool {
    true
}

/// No system says so without asking for more permissions; a call that fails tells it.
pub fn watch_online(_: Callback<bool>) {}

/// An installed app is replaced as a whole, by its store or its office.
pub fn watch_update(_: Callback<()>) {}

pub fn take_update() {}

pub fn device_languages() -> String {
    #[cfg(any(target_os = "android", target_os = "ios"))]
    if let Some(answer) = phone::ask(&phone::Question::Languages) {
        return answer.value.unwrap_or_default();
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok());
    named.into_iter().flatten().find(|tag| !tag.is_empty()).unwrap_or_default()
}

pub fn recall(name: &str) -> Option<String> {
    std::fs::read_to_string(folder::inside("choices").join(name)).ok()
}

/// A choice that cannot be written is asked again next time.
pub fn remember(name: &str, value: &str) {
    let _not_kept = folder::write(&folder::inside("choices").join(name), value.as_bytes());
}

pub fn forget(name: &str) {
    let _not_there = std::fs::remove_file(folder::inside("choices").join(name));
}

pub fn set_language(language: Language) {
    document::eval(&format!("document.documentElement.lang = '{}'", language.tag()));
}

pub fn set_title(title: &str) {
    let title = serde_json::to_string(title).unwrap_or_default();
    document::eval(&format!("document.title = {title}"));
}

pub async fn restore_session() {
    let kept = secret::get(SESSION_NAME).await;
    put_session(kept.and_then(|bytes| String::from_utf8(bytes).ok()).map(Secret::new));
}

pub fn session_token() -> Option<Secret> {
    SESSION.lock().ok().and_then(|session| session.clone())
}

pub async fn keep_session(session: Option<Secret>) {
    put_session(session.clone());
    match session {
        Some(session) => secret::set(SESSION_NAME, session.reveal().as_bytes().to_vec()).await,
        None => secret::delete(SESSION_NAME).await,
    }
}

fn put_session(session: Option<Secret>) {
    if let Ok(mut slot) = SESSION.lock() {
        *slot = session;
    }
}

pub fn object_url(bytes: &[u8], media: &str) -> String {
    // `data:` takes the standard alphabet with padding.
    let text = base64::encode(bytes).replace('-', "+").replace('_', "/");
    let padding = "=".repeat((4 - text.len() % 4) % 4);
    format!("data:{media};base64,{text}{padding}")
}

/// The address is the bytes themselves.
pub fn release_url(_: &str) {}

pub async fn copy_text(text: &str) -> bool {
    let text = serde_json::to_string(text).unwrap_or_default();
    let copy = format!(
        "try {{ await navigator.clipboard.writeText({text}); return true; }} catch {{ return false; }}"
    );
    document::eval(&copy).await.is_ok_and(|answer| answer.as_bool() == Some(true))
}

pub fn print_page() {
    document::eval("window.print()");
}

/// The standard alphabet with padding, as scripts write it, in the one of our reader.
fn plain_base64(text: &str) -> String {
    text.replace('+', "-").replace('/', "_").trim_end_matches('=').to_owned()
}

#[cfg(any(target_os = "android", target_os = "ios"))]
pub use phone::{Awake, Bright, Guarded, brighten, guard_capture, share, stay_awake, vibrate};

#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub use super::light::unasked::{Bright, Guarded, brighten, guard_capture};
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub use desk::{Awake, share, stay_awake, vibrate};

pub fn sound(_: Cue) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_in_memory_has_an_address() {
        assert_eq!(object_url(&[0xfb, 0xff], "image/png"), "data:image/png;base64,+/8=");
        assert_eq!(object_url(b"foo", "a/b"), "data:a/b;base64,Zm9v");
    }
}
