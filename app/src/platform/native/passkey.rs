//! A web view has no passkeys of the system yet. **Invariant**: it says so, and asks nobody.

use crate::platform::{NoPasskey, PasskeyTask};

pub fn has_passkeys() -> bool {
    false
}

pub async fn ask(_: PasskeyTask, _: &str) -> Result<String, NoPasskey> {
    std::future::ready(Err(NoPasskey)).await
}
