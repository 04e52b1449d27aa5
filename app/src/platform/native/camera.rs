//! No camera yet outside the browser: people upload a picture or use a scanner that types.

use dioxus::prelude::*;

use crate::platform::{CameraTrouble, Look};

/// Never made here.
pub struct Camera;

impl Camera {
    pub fn open(_: &MountedData) -> std::future::Ready<Result<Self, CameraTrouble>> {
        std::future::ready(Err(CameraTrouble::Absent))
    }

    pub fn look(&self) -> std::future::Ready<Option<Look>> {
        std::future::ready(None)
    }
}
