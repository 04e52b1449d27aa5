//! The QR of a printed card as runs of dark modules, to be filled as one path.
//! **Invariant**: error correction Q; what is drawn is what the encoder says, module by module.

use qrcode::{Color, EcLevel, QrCode};

use super::PrintError;

/// Light modules around a code, on every side (ISO/IEC 18004).
pub(super) const QUIET: u16 = 4;

/// Dark modules next to each other in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub column: u16,
    pub row: u16,
    pub length: u16,
}

pub(super) struct Code {
    /// Modules along one side, without the quiet zone.
    pub side: u16,
    pub runs: Vec<Run>,
}

impl Code {
    /// The encoder picks the alphanumeric mode by itself for Base45.
    pub fn of(text: &str) -> Result<Self, PrintError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q)
            .map_err(|_| PrintError::CodeTooLong)?;
        let width = code.width();
        let colors = code.to_colors();
        let mut runs = Vec::new();
        for (row, modules) in (0..).zip(colors.chunks(width)) {
            let mut column = 0;
            for run in modules.chunk_by(|a, b| a == b) {
                let length = count(run.len());
                if run.first() == Some(&Color::Dark) {
                    runs.push(Run { column, row, length });
                }
                column += length;
            }
        }
        Ok(Self { side: count(width), runs })
    }
}

/// A QR has at most 177 modules in a row.
fn count(modules: usize) -> u16 {
    u16::try_from(modules).unwrap_or(u16::MAX)
}
