//! What was decided here and waits for the office: said, kept, and sent without anybody's help.
//! **Invariant**: only the worker writes the kept list, so that an errand survives a kill; a screen
//! gives orders and reads news. Signing out forgets it all.

mod worker;

use dioxus::prelude::*;
use futures_channel::mpsc::{UnboundedSender, unbounded};
use futures_util::StreamExt;
use karta_core::id::ApplicationId;
use karta_core::outbox::{Errand, What};

use super::card::CardState;
use super::{App, Session};
use crate::platform;
use crate::text::use_text;
pub use worker::{News, Order};

#[derive(Clone, Copy, PartialEq)]
pub struct Outbox {
    app: App,
    errands: Signal<Vec<Errand>>,
    /// Counts what was done since the start.
    done: Signal<u32>,
}

pub fn use_outbox() -> Outbox {
    use_context::<Outbox>()
}

/// Of the whole app; without a worker nothing is sent.
pub(super) fn use_outbox_provider(app: App) {
    let outbox = Outbox { app, errands: use_signal(Vec::new), done: use_signal(|| 0) };
    use_context_provider(|| outbox);
}

/// Starts the worker, after the card's provider: a block that was heard takes the card off the
/// screen.
pub fn use_outbox_worker(card: CardState) {
    let t = use_text();
    let outbox = use_outbox();
    let app = outbox.app;
    use_future(move || async move {
        let (send, orders) = unbounded();
        let (tell, mut news) = unbounded();
        app.take_orders(send);
        let cache = app.cache();
        platform::run_beside(move || worker::work(cache, orders, tell));
        while let Some(said) = news.next().await {
            let (mut errands, mut done) = (outbox.errands, outbox.done);
            match said {
                News::Now(now) => errands.set(now),
                News::Done(what) => {
                    done += 1;
                    if let What::Block { resident } = what {
                        card.take_away(resident, None).await;
                    }
                    app.announce(t.get(match what {
                        What::Submit { .. } => "outbox-sent",
                        What::Block { .. } => "my-card-blocked",
                    }));
                }
            }
        }
    });
    // The network is back, or somebody is signed in again.
    use_effect(move || {
        let may_go = app.online() && !app.is_unreachable();
        if let (true, Session::In(me)) = (may_go, app.session()) {
            app.order(Order::Hurry(me.account));
        }
    });
}

impl Outbox {
    /// Somebody said yes to "send it when the network is back".
    pub fn add(self, what: What) {
        if let Some(me) = self.app.me() {
            self.app.order(Order::Add(Errand::new(me.account, what, self.app.now())));
        }
    }

    pub fn drop(self, what: What) {
        if self.errands.peek().iter().any(|errand| errand.what == what) {
            self.app.order(Order::Drop(what));
        }
    }

    /// A person has looked: what stopped is tried again.
    pub fn again(self, what: What) {
        self.drop(what);
        self.add(what);
    }

    pub fn of(self, what: What) -> Option<Errand> {
        self.errands.read().iter().find(|errand| errand.what == what).copied()
    }

    pub fn of_application(self, application: ApplicationId) -> Option<Errand> {
        self.applications().into_iter().find(|(id, _)| *id == application).map(|(_, errand)| errand)
    }

    pub fn applications(self) -> Vec<(ApplicationId, Errand)> {
        let of = |errand: &Errand| match errand.what {
            What::Submit { application, .. } => Some((application, *errand)),
            What::Block { .. } => None,
        };
        self.errands.read().iter().filter_map(of).collect()
    }

    /// What is not sent yet, the oldest first.
    pub fn waiting(self) -> Vec<What> {
        self.errands.read().iter().map(|errand| errand.what).collect()
    }

    /// Grows with everything that was done: lists are then read anew.
    pub fn done(self) -> u32 {
        (self.done)()
    }
}

/// Where the orders of this app go; none before the worker runs.
pub(super) type Orders = Option<UnboundedSender<Order>>;

impl App {
    fn take_orders(self, send: UnboundedSender<Order>) {
        let mut orders = self.orders;
        orders.set(Some(send));
    }

    pub(super) fn order(self, order: Order) {
        if let Some(orders) = &*self.orders.peek() {
            let _has_ended = orders.unbounded_send(order);
        }
    }
}
