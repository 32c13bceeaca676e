pub mod indent;
pub mod scale;
pub mod state;
pub mod words;
