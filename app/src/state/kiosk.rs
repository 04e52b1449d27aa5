//! This device as a kiosk of the town: paired or not, its session, and the visit of whoever stands
//! before it.
//! **Invariant**: what belongs to a person is in here and in the screens alone, and `wipe` leaves
//! nothing of it; the kiosk's own key and id outlive everybody.

mod staff;

use dioxus::prelude::*;
use karta_core::api::kiosk::{
    EndVisit, KioskHello, KioskSession, PairKiosk, Pairing, StartKioskSession,
};
use karta_core::api::problem::Code;
use karta_core::api::{Endpoint, Nothing};
use karta_core::base64::Base64;
use karta_core::card::plastic::Voucher;
use karta_core::id::{KioskId, VisitId};
use karta_core::kiosk::{pairing_to_sign, session_to_sign};
use karta_core::language::Language;
use karta_core::secret::Secret;
use karta_core::time::{Timestamp, epoch, seconds};

use super::{App, use_app};
use crate::api::{ApiError, call, call_as};
use crate::platform::{self, KeyOf};
use crate::text::{Text, use_text};

pub use staff::{Staff, use_staff};

const ID: &str = "kiosk-id";
/// A session is replaced this long before its end.
const MARGIN: i64 = 60;
/// Between two attempts to reach the server, in milliseconds.
const PATIENCE: u32 = 20_000;

#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// The server was not asked yet.
    Waiting,
    /// No administrator has given it a code, or the town has stopped it.
    Unpaired,
    Serving {
        place: String,
    },
    /// It is paired, and the server does not answer.
    Unreachable,
}

#[derive(Clone, Copy, PartialEq)]
pub struct Kiosk {
    app: App,
    text: Text,
    standing: Signal<Standing>,
    session: CopyValue<Option<(Secret, Timestamp)>>,
    visit: CopyValue<Option<VisitId>>,
    /// Counts people: the screens of each are others.
    person: Signal<u32>,
    large: Signal<bool>,
    contrast: Signal<bool>,
    again: Signal<u32>,
}

/// Of the root, so that the staff's menu and the frame see the same; nothing is asked before a
/// kiosk's screen stands.
pub fn use_kiosk_provider() -> Kiosk {
    let (app, text) = (use_app(), use_text());
    let kiosk = Kiosk {
        app,
        text,
        standing: use_signal(|| Standing::Waiting),
        session: use_hook(|| CopyValue::new(None)),
        visit: use_hook(|| CopyValue::new(None)),
        person: use_signal(|| 0),
        large: use_signal(|| false),
        contrast: use_signal(|| false),
        again: use_signal(|| 0),
    };
    use_context_provider(|| kiosk)
}

pub fn use_kiosk() -> Kiosk {
    use_context::<Kiosk>()
}

/// Keeps the session alive as long as the kiosk's frame stands.
pub fn use_kiosk_service() -> Kiosk {
    let kiosk = use_kiosk();
    use_resource(move || {
        let _asked_again = ((kiosk.again)(), kiosk.app.online());
        async move { kiosk.serve().await }
    });
    kiosk
}

impl Kiosk {
    pub fn standing(self) -> Standing {
        (self.standing)()
    }

    pub fn is_serving(self) -> bool {
        matches!(*self.standing.read(), Standing::Serving { .. })
    }

    pub fn person(self) -> u32 {
        (self.person)()
    }

    pub fn is_large(self) -> bool {
        (self.large)()
    }

    pub fn has_contrast(self) -> bool {
        (self.contrast)()
    }

    pub fn toggle_large(self) {
        let mut large = self.large;
        large.toggle();
    }

    pub fn toggle_contrast(self) {
        let mut contrast = self.contrast;
        contrast.toggle();
    }

    pub fn ask_again(self) {
        let mut again = self.again;
        again += 1;
    }

    async fn serve(self) {
        let mut standing = self.standing;
        loop {
            let wait = match self.begin_session().await {
                Ok(session) => {
                    let left = session.until.duration_since(self.app.now()).as_secs() - MARGIN;
                    standing.set(Standing::Serving { place: session.place });
                    u32::try_from(left.max(30)).unwrap_or(30).saturating_mul(1000)
                }
                Err(None) => {
                    standing.set(Standing::Unpaired);
                    return;
                }
                Err(Some(error)) => {
                    let is_stopped = error.code() == Some(Code::NotFound);
                    standing.set(if is_stopped {
                        Standing::Unpaired
                    } else {
                        Standing::Unreachable
                    });
                    PATIENCE
                }
            };
            platform::sleep(wait).await;
        }
    }

    /// None: it was never paired.
    async fn begin_session(self) -> Result<KioskSession, Option<ApiError>> {
        let kiosk = platform::recall(ID).and_then(|id| KioskId::parse(&id).ok()).ok_or(None)?;
        let signer = platform::device_key(KeyOf::Kiosk).await.map_err(|_| None)?;
        let at = epoch(self.app.now());
        let proof = signer.sign(&session_to_sign(kiosk, at)).await.map_err(|_| None)?;
        let hello = KioskHello { kiosk, at, proof: Base64(proof.to_vec()) };
        let session = call::<StartKioskSession>(&(), &hello).await.map_err(Some)?;
        let mut kept = self.session;
        kept.set(Some((session.token.clone(), session.until)));
        Ok(session)
    }

    /// A new kiosk with the code its administrator was given.
    pub async fn pair(self, code: &str) -> Result<(), ApiError> {
        // As it was printed, however it was typed; a wrong one is the server's to refuse.
        let code =
            Voucher::parse(code).map_or_else(|_| code.trim().to_owned(), |code| code.spaced());
        let code = Secret::new(code);
        let no_key = |_| ApiError::Unreadable;
        platform::forget_device_key(KeyOf::Kiosk).await;
        let signer = platform::device_key(KeyOf::Kiosk).await.map_err(no_key)?;
        let at = epoch(self.app.now());
        let bytes = pairing_to_sign(&code, &signer.public, at);
        let proof = Base64(signer.sign(&bytes).await.map_err(no_key)?.to_vec());
        let pairing = Pairing { code, key: signer.public, at, proof };
        let paired = call::<PairKiosk>(&(), &pairing).await?;
        platform::remember(ID, &paired.kiosk.to_string());
        self.ask_again();
        Ok(())
    }

    /// An operation of the contract, in the kiosk's name. A session that has just ended is begun
    /// anew, once.
    pub async fn call<E: Endpoint>(
        self,
        at: &E::At,
        input: &E::Input,
    ) -> Result<E::Answer, ApiError> {
        let kept = self.session.peek().clone();
        let now = self.app.now();
        if let Some((token, _)) = kept.filter(|(_, until)| now + seconds(5) < *until) {
            match call_as::<E>(&token, at, input).await {
                Err(error) if error.code() == Some(Code::SignIn) => {}
                answer => return answer,
            }
        }
        let session =
            self.begin_session().await.map_err(|error| error.unwrap_or(ApiError::Offline))?;
        call_as::<E>(&session.token, at, input).await
    }

    /// Somebody's visit has begun; it ends with them.
    pub fn visited(self, visit: VisitId) {
        let mut kept = self.visit;
        kept.set(Some(visit));
    }

    /// The next person finds the kiosk as the first one did.
    pub fn wipe(self) {
        let (mut visit, mut person) = (self.visit, self.person);
        let (mut large, mut contrast) = (self.large, self.contrast);
        if let Some(ended) = visit.take() {
            platform::spawn(async move {
                // It ends by itself where this does not arrive.
                let _ended = self.call::<EndVisit>(&ended, &Nothing {}).await;
            });
        }
        large.set(false);
        contrast.set(false);
        self.text.set(Language::Pl);
        self.app.announce(String::new());
        person += 1;
    }
}
