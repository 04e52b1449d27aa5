//! The reader of codes is a second program, which the page's start script fetches when first asked.

use js_sys::Uint8Array;

use super::{invoke, settled, window};
use crate::platform::{Gray, NoReader};

pub async fn read_code(gray: Gray) -> Result<Option<String>, NoReader> {
    let brightness = Uint8Array::from(gray.bytes.as_slice());
    let given = [gray.width.into(), gray.height.into(), brightness.into()];
    let asked = window().and_then(|window| invoke(&window, "readCode", &given)).ok_or(NoReader)?;
    settled(asked).await.map(|text| text.as_string()).ok_or(NoReader)
}
