//! Soup: pieces of Python and of mistakes in any order. Some of it gets past the parser now and then.

use fastrand::Rng;

use crate::pieces::PIECES;

/// A few pieces.
pub fn soup(rng: &mut Rng) -> String {
    (0..rng.usize(..40)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect()
}

/// A program with some of its characters lost, doubled, moved, or others in their places.
pub fn spoil(rng: &mut Rng, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..rng.usize(1..5) {
        let place = rng.usize(..=chars.len());
        match rng.u8(..4) {
            0 => drop(chars.drain(place..(place + rng.usize(..9)).min(chars.len()))),
            1 => chars.insert(place, rng.char(..)),
            2 => drop(chars.splice(place..place, PIECES[rng.usize(..PIECES.len())].chars())),
            _ => chars.truncate(place.max(chars.len() / 2)),
        }
    }
    chars.into_iter().collect()
}
