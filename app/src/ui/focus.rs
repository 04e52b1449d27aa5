//! Where the keyboard goes: elements register under their id, an error summary or a skip link
//! sends the focus there.
//! **Invariant**: the very first heading of a visit takes no focus, every later one does.

use std::collections::BTreeMap;
use std::rc::Rc;

use dioxus::prelude::*;

/// Elements that can be focused by id. The root provides one with [`use_focus_provider`].
#[derive(Clone, Copy, PartialEq)]
pub struct FocusMap {
    targets: CopyValue<BTreeMap<String, Rc<MountedData>>>,
    visited: CopyValue<bool>,
    pressed: CopyValue<Option<Rc<MountedData>>>,
}

pub fn use_focus_provider() -> FocusMap {
    use_context_provider(|| FocusMap {
        targets: CopyValue::new(BTreeMap::new()),
        visited: CopyValue::new(false),
        pressed: CopyValue::new(None),
    })
}

/// The map of this app; none in a bare render of one component.
pub fn use_focus() -> Option<FocusMap> {
    use_hook(try_consume_context::<FocusMap>)
}

impl FocusMap {
    pub fn register(mut self, id: &str, element: Rc<MountedData>) {
        self.targets.write().insert(id.to_owned(), element);
    }

    /// Moves the focus. An id nobody registered is left alone.
    pub fn focus(self, id: &str) {
        let target = self.targets.read().get(id).cloned();
        if let Some(target) = target {
            focus_element(target);
        }
    }

    /// Remembers the button that may be about to open a dialog.
    pub(super) fn remember(mut self, button: Option<Rc<MountedData>>) {
        self.pressed.set(button);
    }

    /// The button pressed last.
    pub(super) fn opener(self) -> Option<Rc<MountedData>> {
        self.pressed.read().clone()
    }

    /// True for every heading but the first of the visit.
    fn is_route_change(mut self) -> bool {
        self.visited.replace(true)
    }
}

/// For `onmounted`: the element can be found under this id from now on.
pub(super) fn registers(map: Option<FocusMap>, id: &str) -> impl FnMut(MountedEvent) + 'static {
    let id = id.to_owned();
    move |event| {
        if let Some(map) = map {
            map.register(&id, event.data());
        }
    }
}

/// Gives a heading the focus after a route change.
pub(super) fn focus_heading(map: Option<FocusMap>, heading: Rc<MountedData>) {
    if map.is_none_or(FocusMap::is_route_change) {
        focus_element(heading);
    }
}

pub(super) fn focus_element(element: Rc<MountedData>) {
    spawn(async move {
        // An element that left the page meanwhile has no focus to take.
        let _gone = element.set_focus(true).await;
    });
}

/// Puts the focus back where it was before something opened.
pub(super) fn return_focus(opener: Option<Rc<MountedData>>) {
    let Some(opener) = opener else { return };
    // The closing component's own tasks end with it.
    dioxus::core::spawn_forever(async move {
        let _gone = opener.set_focus(true).await;
    });
}
