//! A browser, through `web_sys`.
//! **Invariant**: nothing here is assumed to exist: private windows, old browsers and refused
//! permissions answer with "no", never with a panic.

pub mod beside;
pub mod camera;
pub mod cue;
mod detector;
mod http;
pub mod key;
pub mod keyboard;
pub mod passkey;
pub mod picture;
mod scan;

use dioxus::prelude::*;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use karta_core::api::account::Device;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, from_micros};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

pub use cue::{sound, vibrate};
pub use http::exchange;
pub use scan::read_code;

use super::capability::Capability;
use super::label;
use super::light::{Ability, Lack};

pub const DEVICE: Device = Device::Browser;

pub const HAS_STYLES: bool = true;

/// A page of a browser.
pub fn ability(capability: Capability) -> Ability {
    match capability {
        Capability::Camera
        | Capability::Files
        | Capability::Photos
        | Capability::WakeLock
        | Capability::Haptics
        | Capability::Sound
        | Capability::SecureStore
        | Capability::DeepLinks
        | Capability::Language
        | Capability::DarkMode
        | Capability::TextSize
        | Capability::Printing
        | Capability::Clipboard => Ability::Present,
        Capability::Share if can_share() => Ability::Present,
        Capability::Share => Ability::Absent(Lack::Browser),
        Capability::Brightness | Capability::CaptureGuard => Ability::Absent(Lack::Browser),
    }
}

fn can_share() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator
        .and_then(|navigator| member(&navigator, "share"))
        .is_some_and(|share| share.is_function())
}

/// No page may change the screen's brightness, nor forbid its picture.
pub use super::light::unasked::{Bright, Guarded, brighten, guard_capture};

pub const CHOOSES_FILES: bool = false;

/// The page's own inputs do it.
pub fn choose_file(
    _: &str,
    _: Option<&str>,
    _: u64,
) -> std::future::Ready<Result<Option<super::PickedFile>, super::NotChosen>> {
    std::future::ready(Ok(None))
}

/// Closed without sharing is an answer too.
pub fn share(title: &str, text: &str) {
    let Some(window) = window() else { return };
    let what = js_sys::Object::new();
    let _taken = Reflect::set(&what, &"title".into(), &title.into());
    let _taken = Reflect::set(&what, &"text".into(), &text.into());
    if let Some(shared) = invoke(&window.navigator(), "share", &[what.into()]) {
        wasm_bindgen_futures::spawn_local(async move { drop(settled(shared).await) });
    }
}

pub fn label() -> String {
    let agent = window().and_then(|window| window.navigator().user_agent().ok());
    label::of_agent(&agent.unwrap_or_default())
}

pub fn launch(root: fn() -> Element) {
    dioxus::launch(root);
}

/// The page's address is where it begins.
pub fn begin_where_asked() {}

pub fn now() -> Timestamp {
    // Milliseconds since 1970 fit a double exactly for the next 285,000 years.
    let micros = js_sys::Date::now() as i64 * 1000;
    from_micros(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

pub fn is_visible() -> bool {
    document().is_none_or(|document| !document.hidden())
}

pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Listens as long as the page lives.
pub fn watch_online(callback: Callback<bool>) {
    let Some(window) = window() else { return };
    for (event, online) in [("online", true), ("offline", false)] {
        let listener = Closure::<dyn FnMut()>::new(move || callback.call(online));
        let function = listener.as_ref().unchecked_ref();
        if window.add_event_listener_with_callback(event, function).is_ok() {
            listener.forget();
        }
    }
}

/// boot.js says it by an event; the attribute stays for who came later.
pub fn watch_update(callback: Callback<()>) {
    let Some(window) = window() else { return };
    let page = document().and_then(|document| document.document_element());
    if page.is_some_and(|page| page.has_attribute("data-update")) {
        callback.call(());
    }
    let listener = Closure::<dyn FnMut()>::new(move || callback.call(()));
    let function = listener.as_ref().unchecked_ref();
    if window.add_event_listener_with_callback("karta-update", function).is_ok() {
        listener.forget();
    }
}

pub fn take_update() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new("karta-take-update")) {
        let _nobody_listens = window.dispatch_event(&event);
    }
}

pub fn device_languages() -> String {
    let languages = window().map(|window| window.navigator().languages());
    languages.map(|list| list.join(",").into()).unwrap_or_default()
}

pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// A choice that cannot be written is asked again next time.
pub fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _not_kept = storage.set_item(name, value);
    }
}

pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _not_there = storage.remove_item(name);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}

pub fn set_language(language: Language) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _no_page = page.set_attribute("lang", language.tag());
    }
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

pub fn restore_session() -> std::future::Ready<()> {
    std::future::ready(())
}

pub fn session_token() -> Option<Secret> {
    None
}

/// The cookie is set and deleted by the server.
pub fn keep_session(_: Option<Secret>) -> std::future::Ready<()> {
    std::future::ready(())
}

pub fn object_url(bytes: &[u8], media: &str) -> String {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(media);
    web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &kind)
        .and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob))
        .unwrap_or_default()
}

pub fn release_url(url: &str) {
    let _not_ours = web_sys::Url::revoke_object_url(url);
}

pub async fn copy_text(text: &str) -> bool {
    let clipboard = window().and_then(|window| member(&window.navigator(), "clipboard"));
    let asked = clipboard.and_then(|clipboard| invoke(&clipboard, "writeText", &[text.into()]));
    match asked {
        Some(promise) => settled(promise).await.is_some(),
        None => false,
    }
}

/// A page does not close its browser.
pub const CAN_CLOSE: bool = false;

pub fn close() {}

pub fn fill_screen() {}

/// A browser opens its links itself.
pub fn use_links() {}

pub fn use_window() {}

pub fn is_kiosk() -> bool {
    false
}

pub fn pixels_per_mm(_: f64) -> Option<f64> {
    None
}

pub fn print_page() {
    if let Some(window) = window() {
        let _no_printer = invoke(&window, "print", &[]);
    }
}

/// The browser's lock on the screen.
pub struct Awake(Option<JsValue>);

impl Drop for Awake {
    fn drop(&mut self) {
        if let Some(lock) = self.0.take() {
            let _released_already = invoke(&lock, "release", &[]);
        }
    }
}

impl Awake {
    pub fn ability(&self) -> Ability {
        let Some(lock) = &self.0 else {
            let can = window().and_then(|window| member(&window.navigator(), "wakeLock"));
            let lack = if can.is_some() { Lack::Refused } else { Lack::Browser };
            return Ability::Absent(lack);
        };
        let is_released = member(lock, "released").is_some_and(|released| released.is_truthy());
        if is_released { Ability::Present } else { Ability::Done }
    }
}

pub async fn stay_awake() -> Awake {
    Awake(ask_for_lock().await)
}

async fn ask_for_lock() -> Option<JsValue> {
    let locks = member(&window()?.navigator(), "wakeLock")?;
    let asked = invoke(&locks, "request", &["screen".into()])?;
    settled(asked).await
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window().and_then(|window| window.document())
}

/// A member that some browsers lack.
fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

fn invoke(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = member(of, name)?.dyn_into().ok()?;
    let list = arguments.iter().collect::<Array>();
    function.apply(of, &list).ok()
}

async fn settled(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
