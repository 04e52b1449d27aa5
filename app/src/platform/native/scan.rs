//! The reader of codes is part of a native app.

use std::future::{Ready, ready};

use crate::platform::{Gray, NoReader};

pub fn read_code(gray: Gray) -> Ready<Result<Option<String>, NoReader>> {
    ready(Ok(karta_scan::read(gray.width, gray.height, gray.bytes)))
}
