pub mod indent;
pub mod scale;
pub mod words;
