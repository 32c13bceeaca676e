//! The WebDriver protocol's names of keys.

pub const CONTROL: char = '\u{e009}';
pub const SHIFT: char = '\u{e008}';
pub const ALT: char = '\u{e00a}';
pub const END: char = '\u{e010}';
pub const HOME: char = '\u{e011}';
pub const RIGHT: char = '\u{e014}';
pub const UP: char = '\u{e013}';
pub const DOWN: char = '\u{e015}';
pub const ENTER: char = '\u{e007}';
pub const ESCAPE: char = '\u{e00c}';
pub const DELETE: char = '\u{e017}';
pub const F10: char = '\u{e03a}';
