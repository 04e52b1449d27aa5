//! Does a JPEG reach its end? Decoders fill what is missing with grey, so we look ourselves.
//! **Invariant**: only a file whose first picture ends with its end marker is whole; a thumbnail
//! inside the metadata does not count.

const SCAN: u8 = 0xda;
const END: u8 = 0xd9;

pub fn is_whole(file: &[u8]) -> bool {
    let mut rest = file.strip_prefix(&[0xff, 0xd8]).unwrap_or_default();
    while let Some((marker, after)) = next_marker(rest) {
        match marker {
            END => return true,
            // Restart marks and filled bytes stand alone.
            0x00 | 0x01 | 0xd0..=0xd7 => rest = after,
            _ => {
                let [high, low, ..] = after else { return false };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let Some(beyond) = after.get(length.max(2)..) else { return false };
                rest = if marker == SCAN { skip_scan(beyond) } else { beyond };
            }
        }
    }
    false
}

/// The byte after the next `0xff` and what follows it; padding `0xff` are skipped.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0xff)?;
    let rest = bytes.get(at..)?;
    let run = rest.iter().position(|byte| *byte != 0xff)?;
    rest.get(run..)?.split_first().map(|(marker, after)| (*marker, after))
}

/// Entropy-coded bytes run to the first `0xff` that is neither stuffed nor a restart mark.
fn skip_scan(mut bytes: &[u8]) -> &[u8] {
    while let Some(at) = bytes.iter().position(|byte| *byte == 0xff) {
        match bytes.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => bytes = bytes.get(at + 2..).unwrap_or_default(),
            _ => return bytes.get(at..).unwrap_or_default(),
        }
    }
    &[]
}
