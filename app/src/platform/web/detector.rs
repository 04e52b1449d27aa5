//! `BarcodeDetector`: a reader of codes that some browsers have.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{invoke, member, settled, window};

pub fn detector() -> Option<JsValue> {
    let window = window()?;
    let class = member(&window, "BarcodeDetector")?;
    let formats = Object::new();
    Reflect::set(&formats, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    Reflect::construct(class.dyn_ref::<Function>()?, &Array::of1(&formats)).ok()
}

/// None: it does not work here. Some(None): no code in sight.
pub async fn detect(detector: &JsValue, picture: &JsValue) -> Option<Option<String>> {
    let found = settled(invoke(detector, "detect", std::slice::from_ref(picture))?).await?;
    let codes: Array = found.dyn_into().ok()?;
    Some(codes.iter().find_map(|code| member(&code, "rawValue")?.as_string()))
}
