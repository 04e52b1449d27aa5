//! Characters that are not seen, or that turn the text around them.
//! **Invariant**: a word somebody chose and others read holds none of them.

/// Control and format characters: they could make a name read as another one, or as none.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}' | '\u{2800}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}
