//! What the device can do: clock, network, window, key store, device key.
//! **Invariant**: everything that differs between a browser and a native app is behind these
//! functions; callers never ask where they run.

pub mod capability;
mod label;
pub mod light;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod native;
#[cfg(target_arch = "wasm32")]
mod web;

use dioxus::prelude::*;
use karta_core::api::account::Device;
use karta_core::api::card::{DeviceLabel, NotALabel};
use karta_core::card::KeyTier;
use karta_core::card::key::PublicKey;
use karta_core::id::ResidentId;
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::Timestamp;

#[cfg(not(target_arch = "wasm32"))]
use native as here;
#[cfg(target_arch = "wasm32")]
use web as here;

/// The bundle's page links the kit's styles itself.
pub const HAS_STYLES: bool = here::HAS_STYLES;

/// Opens the window or takes over the page, and runs until it closes.
pub fn launch(root: fn() -> Element) {
    here::launch(root);
}

/// Where a native app opens, if it was started with an address: `karta-app /karta`. A browser has
/// its own.
pub fn use_start_address() {
    use_hook(here::begin_where_asked);
}

/// The device's own clock. It may be wrong; `App::now` corrects it.
pub fn now() -> Timestamp {
    here::now()
}

pub async fn sleep(milliseconds: u32) {
    here::sleep(milliseconds).await;
}

/// Runs on after the screen that started it has gone.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    dioxus::core::spawn_forever(work);
}

/// Calls when a newer version of the app waits to be shown. Stores update native apps themselves.
pub fn watch_update(callback: Callback<()>) {
    here::watch_update(callback);
}

/// Starts again with the newer version; what is not kept on the device is lost.
pub fn take_update() {
    here::take_update();
}

/// Runs on also while the window is hidden, apart from everything on the screen.
pub fn run_beside<F: Future<Output = ()> + 'static>(work: impl FnOnce() -> F + Send + 'static) {
    here::beside::run_beside(work);
}

/// Where the server is: the page's own origin, or `KARTA_SERVER` for a native app.
pub fn origin() -> String {
    here::origin()
}

/// One question to the server. Everything we send fits into memory.
#[derive(Debug)]
pub struct Request {
    pub method: &'static str,
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Option<Vec<u8>>,
}

/// What came back, whatever it says.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub body: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no whole answer came")]
pub struct NoConnection;

/// Asks with the patience of this device's network.
pub async fn exchange(request: &Request) -> Result<Reply, NoConnection> {
    here::exchange(request).await
}

/// Somebody may be looking: the page is not behind another one.
pub fn is_visible() -> bool {
    here::is_visible()
}

/// As far as the device knows; a cable without a network behind it counts as online.
pub fn is_online() -> bool {
    here::is_online()
}

/// Calls back whenever `is_online` changes.
pub fn watch_online(callback: Callback<bool>) {
    here::watch_online(callback);
}

/// The language chosen here before, else the first of the device's that we speak.
pub fn preferred_language() -> Language {
    here::recall("language").map_or_else(
        || Language::preferred(&here::device_languages()),
        |tag| Language::preferred(&tag),
    )
}

/// Remembers the choice, and tells the window.
pub fn keep_language(language: Language) {
    here::remember("language", language.tag());
    here::set_language(language);
}

/// A small choice of this device, such as "the camera may start by itself". Nothing personal.
pub fn recall(name: &str) -> Option<String> {
    here::recall(name)
}

pub fn remember(name: &str, value: &str) {
    here::remember(name, value);
}

pub fn forget(name: &str) {
    here::forget(name);
}

pub fn set_title(title: &str) {
    here::set_title(title);
}

/// What signing in should say this is.
pub fn device() -> Device {
    here::DEVICE
}

/// What the list of the card's devices calls this one.
pub fn device_label() -> Result<DeviceLabel, NotALabel> {
    DeviceLabel::parse(&here::label())
}

/// Reads the kept session into memory. A browser keeps it in a cookie that no script sees.
pub async fn restore_session() {
    here::restore_session().await;
}

/// The bearer token of a native app.
pub fn session_token() -> Option<Secret> {
    here::session_token()
}

pub async fn keep_session(session: Option<Secret>) {
    here::keep_session(session).await;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this device keeps no key")]
pub struct NoKey;

/// The key that signs the codes. It never leaves the device.
#[derive(Clone)]
pub struct DeviceSigner {
    pub public: PublicKey,
    key: here::key::DeviceKey,
}

impl PartialEq for DeviceSigner {
    fn eq(&self, other: &Self) -> bool {
        self.public == other.public
    }
}

impl DeviceSigner {
    pub fn tier(&self) -> KeyTier {
        self.key.tier()
    }

    /// `r‖s` of ECDSA with SHA-256 over the bytes.
    pub async fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], NoKey> {
        self.key.sign(bytes).await
    }
}

/// Whose card a key of this device signs for. Two cards with one key would look like one holder
/// to a verifier, who remembers keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyOf {
    /// Of the account's own person: the only key of devices set up before there were families.
    Own,
    Other(ResidentId),
    /// Nobody's: by it the town knows this kiosk.
    Kiosk,
}

impl KeyOf {
    /// What the key store calls it: the first key's name, and the same with an id.
    pub(crate) fn name(self, first: &str) -> String {
        match self {
            Self::Own => first.to_owned(),
            Self::Other(resident) => format!("{first}-{resident}"),
            Self::Kiosk => format!("{first}-kiosk"),
        }
    }
}

/// The key of this device for that card, made when first asked for.
pub async fn device_key(of: KeyOf) -> Result<DeviceSigner, NoKey> {
    let (public, key) = here::key::load_or_make(of).await?;
    Ok(DeviceSigner { public, key })
}

pub async fn forget_device_key(of: KeyOf) {
    here::key::forget(of).await;
}

/// Every key of every card on this device.
pub async fn forget_device_keys() {
    here::key::forget_all().await;
}

/// What an authenticator is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyTask {
    Create,
    SignIn,
}

#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "names of a browser's interface; a web view has none yet")
)]
impl PasskeyTask {
    const fn method(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::SignIn => "get",
        }
    }

    const fn reader(self) -> &'static str {
        match self {
            Self::Create => "parseCreationOptionsFromJSON",
            Self::SignIn => "parseRequestOptionsFromJSON",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no authenticator answered")]
pub struct NoPasskey;

/// Does this device have passkeys for our pages at all?
pub fn has_passkeys() -> bool {
    here::passkey::has_passkeys()
}

/// Shows the question of [`karta_core::api::passkey::Ceremony`] and gives the answer as it came.
pub async fn ask_passkey(task: PasskeyTask, options: &str) -> Result<String, NoPasskey> {
    here::passkey::ask(task, options).await
}

/// An address for bytes in memory, for `img` and `iframe`.
pub fn object_url(bytes: impl AsRef<[u8]>, media: &str) -> String {
    here::object_url(bytes.as_ref(), media)
}

/// Lets go of the bytes behind an address of [`object_url`].
pub fn release_url(url: &str) {
    here::release_url(url);
}

/// Puts a text where people paste from. Did it get there?
pub async fn copy_text(text: &str) -> bool {
    here::copy_text(text).await
}

/// Started as a kiosk: only its screens, and nothing of anybody on the disk.
pub fn is_kiosk() -> bool {
    here::is_kiosk()
}

/// Where there is a window of our own: it is found again as it was left.
pub fn use_window() {
    here::use_window();
}

/// Follows links that were opened while the app runs. Below the router.
pub fn use_links() {
    here::use_links();
}

/// A kiosk covers its whole screen, also where nothing manages windows.
pub fn fill_screen() {
    here::fill_screen();
}

/// Pixels of a millimetre, where somebody has measured the screen, by its width in pixels.
pub fn pixels_per_mm(width: f64) -> Option<f64> {
    here::pixels_per_mm(width)
}

/// The app has a window of its own that can be closed.
pub const CAN_CLOSE: bool = here::CAN_CLOSE;

pub fn close() {
    here::close();
}

/// Asks the device to print the page as it stands.
pub fn print_page() {
    here::print_page();
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraTrouble {
    /// By the person, or by the device's settings.
    Refused,
    Absent,
}

/// Brightness, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Gray {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// One look through the camera.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// The device itself found a code and read it.
    Text(String),
    /// For our own reader.
    Gray(Gray),
}

/// Which camera, where there are two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Facing {
    /// Away from the person who holds the device.
    #[default]
    Back,
    /// Towards whoever looks at the screen.
    Front,
}

/// A camera that is on. Dropping it turns it off.
pub struct Camera(here::camera::Camera);

impl Camera {
    /// Asks the person, and shows what the camera sees in that `video` element.
    pub async fn open(video: &MountedData, facing: Facing) -> Result<Self, CameraTrouble> {
        here::camera::Camera::open(video, facing).await.map(Self)
    }

    pub fn has_torch(&self) -> bool {
        self.0.has_torch()
    }

    pub async fn set_torch(&self, on: bool) {
        self.0.set_torch(on).await;
    }

    /// Nothing as long as the picture is not there yet.
    pub async fn look(&self) -> Option<Look> {
        self.0.look().await
    }
}

/// A file as it came from the device; nothing about it is trusted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotChosen {
    #[error("larger than asked for")]
    TooLarge,
    #[error("the device could not read it")]
    Unreadable,
}

/// The page's own file inputs answer nobody here: [`choose_file`] asks in their place.
pub const CHOOSES_FILES: bool = here::CHOOSES_FILES;

/// Opens the device's chooser, or its camera. None when the person chose nothing.
pub async fn choose_file(
    accept: &str,
    capture: Option<&str>,
    most_bytes: u64,
) -> Result<Option<PickedFile>, NotChosen> {
    here::choose_file(accept, capture, most_bytes).await
}

/// A picture file, opened within limits.
pub struct Picture(here::picture::Picture);

impl Picture {
    /// None when the device cannot open such a file.
    pub async fn open(bytes: &[u8]) -> Option<Self> {
        here::picture::Picture::open(bytes).await.map(Self)
    }

    /// The longer side, in pixels.
    pub fn side(&self) -> u32 {
        self.0.side()
    }

    /// As it is, or scaled down to that longer side.
    pub fn gray(&self, side: u32) -> Option<Gray> {
        self.0.gray(side)
    }

    /// The text of a code in it, if the device reads codes itself.
    pub async fn read(&self) -> Option<String> {
        self.0.read().await
    }
}

/// The reader of codes is not here: without a network, before it was ever fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reader of codes cannot be loaded")]
pub struct NoReader;

/// The text of the first code in a picture.
pub async fn read_code(gray: Gray) -> Result<Option<String>, NoReader> {
    here::read_code(gray).await
}

/// Sixteen bytes that nobody can foresee; none if the device has no source of them.
pub fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// A key by the page's name for it, and when it went down: a busy page hears of it later.
#[derive(Clone, Debug)]
pub struct KeyPress {
    pub key: String,
    pub at: Timestamp,
}

/// Listens to every key pressed on this page, wherever the focus is, until dropped. A key for
/// which the callback answers true goes no further.
pub struct KeyWatch {
    _held: here::keyboard::KeyWatch,
}

pub fn watch_keys(callback: Callback<KeyPress, bool>) -> KeyWatch {
    KeyWatch { _held: here::keyboard::KeyWatch::new(callback) }
}

/// What a check sounds and feels like: one rising tone, two low ones, three short ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    Good,
    Bad,
    Unsure,
}

pub fn sound(cue: Cue) {
    here::sound(cue);
}

pub fn vibrate(cue: Cue) {
    here::vibrate(cue);
}

/// Offers a text to the device's other apps, where [`capability::Capability::Share`] is there.
pub fn share(title: &str, text: &str) {
    here::share(title, text);
}
