//! Passkeys of a browser. **Invariant**: questions and answers pass through as the browser's own
//! JSON (WebAuthn Level 3, `parse…FromJSON` and `toJSON`); nothing here reads them.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use super::{invoke, member, settled, window};
use crate::platform::{NoPasskey, PasskeyTask};

/// An older browser, or a page whose way is not safe, has none.
pub fn has_passkeys() -> bool {
    kind().is_some_and(|kind| {
        member(&kind, PasskeyTask::Create.reader()).is_some() && credentials().is_some()
    })
}

pub async fn ask(task: PasskeyTask, options: &str) -> Result<String, NoPasskey> {
    answer(task, options).await.ok_or(NoPasskey)
}

async fn answer(task: PasskeyTask, options: &str) -> Option<String> {
    let options = JSON::parse(options).ok()?;
    let public_key = invoke(&kind()?, task.reader(), &[member(&options, "publicKey")?])?;
    let question = Object::new();
    Reflect::set(&question, &"publicKey".into(), &public_key).ok()?;
    let asked = invoke(&credentials()?, task.method(), &[question.into()])?;
    let given = settled(asked).await.filter(|given| !given.is_null())?;
    JSON::stringify(&invoke(&given, "toJSON", &[])?).ok()?.as_string()
}

fn kind() -> Option<JsValue> {
    member(&window()?.into(), "PublicKeyCredential")
}

fn credentials() -> Option<JsValue> {
    member(&window()?.navigator().into(), "credentials")
}
