//! A textarea counts in UTF-16 code units, Rust in bytes.

/// The byte offset of a count of UTF-16 code units. A count inside a character means its start;
/// one past the end means the end.
pub fn byte_offset(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, character) in text.char_indices() {
        match left.checked_sub(character.len_utf16()) {
            Some(rest) if left > 0 => left = rest,
            _ => return at,
        }
    }
    text.len()
}

/// The count of UTF-16 code units before a byte offset, which is moved back to a character's start.
pub fn units(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    text.get(..offset).map_or(0, |before| before.encode_utf16().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn characters_outside_the_basic_plane_are_two_units() {
        assert_eq!(byte_offset("a😀b", 1), 1);
        assert_eq!(byte_offset("a😀b", 2), 1);
        assert_eq!(byte_offset("a😀b", 3), 5);
        assert_eq!(byte_offset("a😀b", 9), 6);
        assert_eq!(units("a😀b", 5), 3);
        assert_eq!(units("a😀b", 3), 1);
    }

    proptest! {
        #[test]
        fn there_and_back(text in any::<String>(), offset in 0_usize..50) {
            let offset = text.floor_char_boundary(offset);
            prop_assert_eq!(byte_offset(&text, units(&text, offset)), offset);
        }
    }
}
