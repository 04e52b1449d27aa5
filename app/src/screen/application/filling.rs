//! What the pages of the form share: the draft as typed, the version it began from, and where it
//! is kept. On each change it goes to the device, on Continue also to the office.
//! **Invariant**: what was typed here and not saved is never replaced, neither under somebody's
//! hands nor by a version from another device.

use dioxus::prelude::*;
use futures_util::StreamExt;
use karta_core::api::application::{
    ApplicationView, Attached, GetApplication, Receipt, SaveDraft, SavedDraft, SubmitApplication,
    Version,
};
use karta_core::api::problem::Code;
use karta_core::api::{Nothing, Upload};
use karta_core::application::form::{Draft, Gap};
use karta_core::application::page::Page;
use karta_core::application::state::Status;
use karta_core::application::{Attachment, Item};
use karta_core::id::{ApplicationId, ResidentId};
use karta_core::offline::{Kept, KeptDraft, KeptForm, Seen};
use karta_core::outbox::What;
use karta_core::time::Timestamp;
use karta_core::town::{ConsentGiven, Moment, Town};

use super::prefill;
use crate::api::{ApiError, File, call, upload};
use crate::state::outbox::{Outbox, use_outbox};
use crate::state::{App, use_app};
use crate::ui::file_field::PickedFile;

/// Where the last change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed here yet, or the device could not keep it.
    Nowhere,
    Device(Timestamp),
    Office(Timestamp),
}

#[derive(Clone, Copy, PartialEq)]
pub struct Filling {
    app: App,
    resident: ResidentId,
    id: ApplicationId,
    /// The office's copy; `Kept` stands for "only this device's draft, no network".
    seen: Signal<Seen<(), ApiError>>,
    view: Signal<Option<ApplicationView>>,
    draft: Signal<Draft>,
    version: Signal<i64>,
    saved: Signal<Saved>,
    overtaken: Signal<bool>,
    /// The consents the office had when the form opened.
    agreed: Signal<Vec<ConsentGiven>>,
    outbox: Outbox,
    keeper: Coroutine<()>,
}

pub fn use_filling(resident: ResidentId, id: ApplicationId) -> Filling {
    let app = use_app();
    let draft = use_signal(Draft::default);
    let version = use_signal(|| 0);
    let view = use_signal(|| None::<ApplicationView>);
    let mut saved = use_signal(|| Saved::Nowhere);
    // One keeper writes one draft after another, so that an older one never comes last.
    let keeper = use_coroutine(move |mut changes: UnboundedReceiver<()>| async move {
        while changes.next().await.is_some() {
            while changes.try_recv().is_ok() {}
            let form = form(id, *version.peek(), &draft.peek(), view.peek().as_ref());
            let kept = keep(app, form).await;
            saved.set(if kept { Saved::Device(app.now()) } else { Saved::Nowhere });
        }
    });
    let filling = Filling {
        app,
        resident,
        id,
        seen: use_signal(|| Seen::Waiting),
        view,
        draft,
        version,
        saved,
        overtaken: use_signal(|| false),
        agreed: use_signal(Vec::new),
        outbox: use_outbox(),
        keeper,
    };
    use_future(move || async move { filling.open().await });
    filling
}

fn form(
    application: ApplicationId,
    version: i64,
    draft: &Draft,
    view: Option<&ApplicationView>,
) -> KeptForm {
    let unsaved = view.is_none_or(|view| view.draft != *draft);
    KeptForm { application, version, draft: draft.clone(), unsaved }
}

/// Keeping is a convenience: a full store must not stop the typing. It is only not said then.
async fn keep(app: App, form: KeptForm) -> bool {
    let key = KeptForm::key(form.application);
    app.cache().put(&key, &Kept::Draft2(Box::new(form))).await.is_ok()
}

/// Must a correction also ask for consents, because their texts are new since they were given?
pub fn consents_have_changed(town: Option<&Town>, given: &[ConsentGiven]) -> bool {
    town.is_some_and(|town| town.check_consents(Moment::Application, given).is_err())
}

/// What was typed here and must not be lost, and whether another device was faster.
fn unsaved(kept: KeptForm, office: &Draft, version: i64, status: Status) -> Option<(Draft, bool)> {
    let overtaken = kept.version != version;
    let is_news = kept.unsaved && kept.draft != *office;
    (is_news && (!overtaken || status == Status::Draft)).then_some((kept.draft, overtaken))
}

impl Filling {
    /// Loads the office's copy and puts a newer draft of this device over it.
    pub async fn open(self) {
        let kept = self.kept().await;
        let (mut seen, mut draft, mut version) = (self.seen, self.draft, self.version);
        match (call::<GetApplication>(&self.place(), &Nothing {}).await, kept) {
            (Ok(view), kept) => {
                let status = view.progress.status;
                let typed = kept.and_then(|kept| unsaved(kept, &view.draft, view.version, status));
                let (typed, is_overtaken) = match typed {
                    Some(typed) => typed,
                    None => (prefill::prefilled(self.app, &view).await, false),
                };
                let (mut overtaken, mut agreed) = (self.overtaken, self.agreed);
                overtaken.set(is_overtaken);
                agreed.set(view.draft.consents.iter().cloned().collect());
                draft.set(typed);
                version.set(view.version);
                self.learn(view);
                seen.set(Seen::Fresh(()));
            }
            (Err(ApiError::Offline), Some(kept)) => {
                draft.set(kept.draft);
                version.set(kept.version);
                seen.set(Seen::Kept { value: (), as_of: self.app.now() });
            }
            (Err(error), _) => {
                self.app.noticed(&error);
                seen.set(Seen::Failed(error));
            }
        }
    }

    async fn kept(self) -> Option<KeptForm> {
        match self.app.cache().get(&KeptForm::key(self.id)).await {
            Ok(Some(Kept::Draft2(kept))) => Some(*kept),
            // An older version did not say whether the office has it: better asked than lost.
            Ok(Some(Kept::Draft1(kept))) => {
                let KeptDraft { application, version, draft } = *kept;
                Some(KeptForm { application, version, draft, unsaved: true })
            }
            _ => None,
        }
    }

    fn learn(self, new: ApplicationView) {
        let mut view = self.view;
        view.set(Some(new));
    }

    pub const fn id(self) -> ApplicationId {
        self.id
    }

    pub const fn place(self) -> (ResidentId, ApplicationId) {
        (self.resident, self.id)
    }

    pub fn seen(self) -> Seen<(), ApiError> {
        (self.seen)()
    }

    pub fn draft(self) -> Draft {
        (self.draft)()
    }

    pub fn saved(self) -> Saved {
        (self.saved)()
    }

    /// Somebody changed the application elsewhere meanwhile.
    pub fn overtaken(self) -> bool {
        (self.overtaken)()
    }

    pub fn photo(self) -> Option<Attachment> {
        self.view.read().as_ref().and_then(|view| view.photo.clone())
    }

    pub fn document(self) -> Option<Attachment> {
        self.view.read().as_ref().and_then(|view| view.document.clone())
    }

    /// Without a network nobody knows better: the draft may be filled in.
    pub fn status(self) -> Status {
        self.view.read().as_ref().map_or(Status::Draft, |view| view.progress.status)
    }

    /// Written by this account; only then may it be changed here.
    pub fn is_mine(self) -> bool {
        self.view.read().as_ref().is_none_or(|view| view.is_mine)
    }

    /// May this page be changed now?
    pub fn is_open(self, page: Page) -> bool {
        let view = self.view.read();
        let Some(view) = view.as_ref() else { return true };
        if !view.is_mine {
            return false;
        }
        match (view.progress.status, &view.progress.correction) {
            (Status::Draft, _) => true,
            (Status::NeedsCorrection, _) if page == Page::Consents => {
                // As it was when the form opened: a tick must not close the page under it.
                consents_have_changed(self.app.town().as_ref(), &self.agreed.read())
            }
            (Status::NeedsCorrection, Some(request)) => {
                request.items.iter().any(|item| Page::of(*item) == page)
            }
            _ => false,
        }
    }

    /// Every gap, in the order of the pages. Files are taken as there when nobody can say.
    pub fn gaps(self) -> Vec<Gap> {
        let Some(town) = self.app.town() else { return Vec::new() };
        let view = self.view.read();
        let draft = self.draft.read();
        let photo =
            view.as_ref().is_none_or(|view| view.photo.is_some() || !view.kind.needs_photo());
        let document = view
            .as_ref()
            .is_none_or(|view| view.document.is_some() || !view.kind.needs_document(&draft, &town));
        let checked = draft.check(&town, photo, document, self.app.now());
        checked.err().unwrap_or_default()
    }

    /// Changes what was typed, and keeps it on this device. A yes to "send it later" was to what
    /// stood there before: it is asked for again.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        let (resident, application) = self.place();
        self.outbox.drop(What::Submit { resident, application });
        let mut draft = self.draft;
        change(&mut draft.write());
        self.keeper.send(());
    }

    /// A consent to an older text is no answer; people are told once and then asked anew.
    pub fn drop_outdated_consents(self) {
        let Some(town) = self.app.town() else { return };
        let current = |given: &ConsentGiven| {
            let mut asked = town.consents.iter();
            asked.any(|asked| asked.key == given.key && asked.version == given.version)
        };
        if !self.draft.peek().consents.iter().all(current) {
            self.edit(|draft| draft.consents.retain(|given| current(given)));
        }
    }

    /// Brings the draft to the office. `Offline` is no failure: it stays on the device.
    pub async fn save(self) -> Result<(), ApiError> {
        let (draft, base) = (self.draft.peek().clone(), *self.version.peek());
        let same = self.view.peek().as_ref().is_some_and(|view| view.draft == draft);
        if same {
            return Ok(());
        }
        let form = form(self.id, base, &draft, self.view.peek().as_ref());
        keep(self.app, form).await;
        let input = SavedDraft { version: base, draft: draft.clone() };
        match call::<SaveDraft>(&self.place(), &input).await {
            Ok(Version { version }) => {
                if let Some(view) = self.view.clone().write().as_mut() {
                    view.draft = draft;
                }
                self.moved_to(version).await;
                let (mut saved, mut overtaken) = (self.saved, self.overtaken);
                saved.set(Saved::Office(self.app.now()));
                overtaken.set(false);
                Ok(())
            }
            Err(error) => Err(self.failed(error).await),
        }
    }

    /// The picked file goes to the office at once; nothing waits for Continue.
    pub async fn attach<U>(self, item: Item, file: PickedFile) -> Result<(), ApiError>
    where
        U: Upload<At = (ResidentId, ApplicationId), Answer = Attached>,
    {
        let file = File { name: file.name, media: file.media_type, bytes: file.bytes };
        match upload::<U>(&self.place(), file).await {
            Ok(attached) => {
                if let Some(view) = self.view.clone().write().as_mut() {
                    let slot =
                        if item == Item::Photo { &mut view.photo } else { &mut view.document };
                    *slot = Some(attached.attachment);
                }
                self.moved_to(attached.version).await;
                let mut saved = self.saved;
                saved.set(Saved::Office(self.app.now()));
                Ok(())
            }
            Err(error) => Err(self.failed(error).await),
        }
    }

    /// Sends the application, the first time or corrected.
    pub async fn submit(self) -> Result<Receipt, ApiError> {
        self.save().await?;
        let version = *self.version.peek();
        match call::<SubmitApplication>(&self.place(), &Version { version }).await {
            Ok(receipt) => {
                let _was_kept = self.app.cache().delete(&KeptForm::key(self.id)).await;
                Ok(receipt)
            }
            Err(error) => Err(self.failed(error).await),
        }
    }

    /// The office has a new version; the kept draft belongs to it from now on.
    async fn moved_to(self, new: i64) {
        let mut version = self.version;
        version.set(new);
        if let Some(view) = self.view.clone().write().as_mut() {
            view.version = new;
        }
        let form = form(self.id, new, &self.draft.peek(), self.view.peek().as_ref());
        keep(self.app, form).await;
    }

    /// After a conflict the typed text stays on the screen and the next save is for the newest
    /// version.
    async fn failed(self, error: ApiError) -> ApiError {
        self.app.noticed(&error);
        let stale = matches!(error.code(), Some(Code::Conflict | Code::WrongState));
        if stale && let Ok(view) = call::<GetApplication>(&self.place(), &Nothing {}).await {
            let version = view.version;
            self.learn(view);
            self.moved_to(version).await;
            let mut overtaken = self.overtaken;
            overtaken.set(true);
        }
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(given: &str) -> Draft {
        Draft { given: given.into(), ..Draft::default() }
    }

    fn kept(given: &str, unsaved: bool) -> KeptForm {
        let application = ApplicationId::parse("app_00000000000000000000000000000001").unwrap();
        KeptForm { application, version: 3, draft: draft(given), unsaved }
    }

    #[test]
    fn what_was_typed_here_wins_over_the_version_it_began_from() {
        let opened = unsaved(kept("Anna", true), &draft(""), 3, Status::Draft);
        assert_eq!(opened, Some((draft("Anna"), false)));
    }

    #[test]
    fn what_was_typed_here_stays_when_another_device_was_faster() {
        let opened = unsaved(kept("Anna", true), &draft("Ann"), 5, Status::Draft);
        assert_eq!(opened, Some((draft("Anna"), true)));
        let same = unsaved(kept("Anna", true), &draft("Anna"), 5, Status::Draft);
        assert_eq!(same, None);
    }

    #[test]
    fn a_copy_of_what_the_office_had_gives_way_to_what_it_has() {
        assert_eq!(unsaved(kept("Anna", false), &draft("Ann"), 5, Status::Draft), None);
    }

    #[test]
    fn after_sending_only_the_same_version_is_put_over_the_offices() {
        let asked = Status::NeedsCorrection;
        assert_eq!(unsaved(kept("Anna", true), &draft("Ann"), 5, asked), None);
        let here = unsaved(kept("Anna", true), &draft("Ann"), 3, asked);
        assert_eq!(here, Some((draft("Anna"), false)));
    }

    #[test]
    fn a_correction_asks_again_for_consents_whose_text_is_new() {
        let town: Town =
            serde_json::from_str(include_str!("../../../../core/vectors/town.json")).unwrap();
        let asked = town.consents_at(Moment::Application);
        let mut given: Vec<ConsentGiven> = asked
            .map(|asked| ConsentGiven { key: asked.key.clone(), version: asked.version })
            .collect();
        assert!(!consents_have_changed(Some(&town), &given));
        assert!(!consents_have_changed(None, &given));
        given[0].version += 1;
        assert!(consents_have_changed(Some(&town), &given));
        assert!(consents_have_changed(Some(&town), &[]));
    }
}
