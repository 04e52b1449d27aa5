//! The way to the Swift plugin.
//! **Invariant**: one plugin for the whole run: it remembers the person's own brightness.

use std::sync::OnceLock;

#[manganis::ffi("../ios/plugin")]
extern "Swift" {
    type DevicePlugin;
    fn ask(this: &DevicePlugin, question: String) -> String;
}

pub fn ask(question: String) -> Option<String> {
    static PLUGIN: OnceLock<Option<DevicePlugin>> = OnceLock::new();
    let plugin = PLUGIN.get_or_init(|| DevicePlugin::new().ok()).as_ref()?;
    __ffi_darwin::ask(plugin, question).ok()
}
