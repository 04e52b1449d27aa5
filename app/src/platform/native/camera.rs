//! No camera yet outside the browser: people upload a picture or use a scanner that types.

use std::future::{Ready, ready};

use dioxus::prelude::*;

use crate::platform::{CameraTrouble, Facing, Look};

/// Never made here.
pub struct Camera;

impl Camera {
    pub fn open(_: &MountedData, _: Facing) -> Ready<Result<Self, CameraTrouble>> {
        ready(Err(CameraTrouble::Absent))
    }

    pub const fn has_torch(&self) -> bool {
        false
    }

    pub fn set_torch(&self, _: bool) -> Ready<()> {
        ready(())
    }

    pub fn look(&self) -> Ready<Option<Look>> {
        ready(None)
    }
}
