//! Requests through the browser's `fetch`; it adds the session's cookie by itself.

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use super::window;
use crate::platform::{NoConnection, Reply, Request};

impl From<JsValue> for NoConnection {
    fn from(_: JsValue) -> Self {
        Self
    }
}

pub async fn exchange(request: &Request) -> Result<Reply, NoConnection> {
    let headers = Object::new();
    for (name, value) in &request.headers {
        Reflect::set(&headers, &(*name).into(), &value.into())?;
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    if let Some(body) = &request.body {
        init.set_body(&Uint8Array::from(body.as_slice()));
    }
    let asked = window().ok_or(NoConnection)?.fetch_with_str_and_init(&request.url, &init);
    let answer: Response = JsFuture::from(asked).await?.dyn_into()?;
    let body: ArrayBuffer = JsFuture::from(answer.array_buffer()?).await?.dyn_into()?;
    Ok(Reply { status: answer.status(), body: Uint8Array::new(&body).to_vec() })
}
