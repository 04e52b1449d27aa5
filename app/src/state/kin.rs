//! The family of the account that is signed in: as this device last saw it, then as it is now.
//! **Invariant**: kept under the account's own key; a failed call takes nothing away, and what
//! the server answered last is what is shown.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::family::{Family, ListFamily, MemberView};
use karta_core::id::AccountId;
use karta_core::offline::{Dated, Kept, Seen};
use karta_core::time::Timestamp;

use super::{App, use_app};
use crate::api::{ApiError, call};

#[derive(Clone, Copy, PartialEq)]
pub struct Kin {
    app: App,
    seen: Signal<Seen<Family, ApiError>>,
    /// Why the last call failed, if it did.
    trouble: Signal<Option<ApiError>>,
    again: Signal<u32>,
}

/// Reads what is kept, then asks; asks again when the network comes back.
pub fn use_kin() -> Kin {
    let app = use_app();
    let kin = Kin {
        app,
        seen: use_signal(|| Seen::Waiting),
        trouble: use_signal(|| None),
        again: use_signal(|| 0),
    };
    let account = use_memo(move || app.me().map(|me| me.account));
    use_resource(move || {
        let _asked_again = ((kin.again)(), app.online(), app.is_unreachable());
        let account = account();
        async move {
            if let Some(account) = account {
                kin.show_kept(account).await;
                kin.ask(account).await;
            }
        }
    });
    kin
}

impl Kin {
    pub fn seen(self) -> Seen<Family, ApiError> {
        (self.seen)()
    }

    /// When the shown list was the newest; none while it is.
    pub fn kept_at(self) -> Option<Timestamp> {
        match &*self.seen.read() {
            Seen::Kept { as_of, .. } => Some(*as_of),
            Seen::Waiting | Seen::Fresh(_) | Seen::Failed(_) => None,
        }
    }

    /// Nothing can be changed now: there is no network.
    pub fn is_offline(self) -> bool {
        !self.app.online() || (self.trouble)() == Some(ApiError::Offline)
    }

    /// Why what is shown may not be the newest, where there is a network.
    pub fn trouble(self) -> Option<ApiError> {
        (self.trouble)().filter(|_| !self.is_offline())
    }

    pub fn reload(self) {
        let mut again = self.again;
        again += 1;
    }

    /// The server answered a change with one member.
    pub async fn take(self, member: MemberView) {
        let family = with(self.seen.peek().value().cloned(), member);
        self.put(Seen::Fresh(family.clone()));
        self.leave(family).await;
    }

    /// The server answered a change with the whole list: for the screen that comes next. This one
    /// keeps what it shows, so that it lives until it has led there.
    pub async fn leave(self, family: Family) {
        if let Some(me) = self.app.me() {
            self.keep(me.account, family).await;
        }
    }

    async fn show_kept(self, account: AccountId) {
        if *self.seen.peek() != Seen::Waiting {
            return;
        }
        if let Ok(Some(Kept::Family1(kept))) = self.app.cache().get(&key(account)).await {
            self.put(Seen::Kept { value: kept.value, as_of: kept.as_of });
        }
    }

    async fn ask(self, account: AccountId) {
        match call::<ListFamily>(&(), &Nothing {}).await {
            Ok(family) => {
                self.note(None);
                self.put(Seen::Fresh(family.clone()));
                self.keep(account, family).await;
            }
            Err(error) => {
                self.app.noticed(&error);
                self.note(Some(error.clone()));
                self.fail(error);
            }
        }
    }

    fn fail(self, error: ApiError) {
        let shown = self.seen.peek().clone();
        match shown {
            Seen::Fresh(value) if error == ApiError::Offline => {
                self.put(Seen::Kept { value, as_of: self.app.now() });
            }
            Seen::Fresh(_) | Seen::Kept { .. } => {}
            Seen::Waiting | Seen::Failed(_) => self.put(Seen::Failed(error)),
        }
    }

    async fn keep(self, account: AccountId, family: Family) {
        let kept = Kept::Family1(Dated { as_of: self.app.now(), value: family });
        self.app.keep(&key(account), &kept).await;
    }

    fn note(self, error: Option<ApiError>) {
        let mut trouble = self.trouble;
        trouble.set(error);
    }

    fn put(self, value: Seen<Family, ApiError>) {
        let mut seen = self.seen;
        seen.set(value);
    }
}

/// What was kept by an account is only ever looked for by that account.
fn key(account: AccountId) -> String {
    format!("family/{account}")
}

/// The list with this member as they are now: in their place, or last.
fn with(family: Option<Family>, member: MemberView) -> Family {
    let mut family = family.unwrap_or(Family { members: Vec::new() });
    match family.members.iter_mut().find(|known| known.id == member.id) {
        Some(known) => *known = member,
        None => family.members.push(member),
    }
    family
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(n: u8, version: i64) -> MemberView {
        let text = format!(
            r#"{{"id":"mem_{n:032x}","version":{version},"name":{{"given":"Zofia","surname":"Kowalska"}},
            "born":"2014-05-01","relationship":"child","email":null,"state":{{"is":"without_account"}},
            "resident":null,"card":null,"is_confirmed":false,"of_age_on":"2032-05-01",
            "guardian":{{"is":"not_possible"}},"removal":"nothing_lost"}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_changed_member_stays_in_place_and_a_new_one_comes_last() {
        let family = with(None, member(1, 1));
        let family = with(Some(family), member(2, 1));
        let family = with(Some(family), member(1, 2));
        let told = family.members.iter().map(|member| member.version).collect::<Vec<_>>();
        assert_eq!(told, [2, 1]);
        assert_eq!(family.members.len(), 2);
    }
}
