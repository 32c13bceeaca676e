//! Stands in for the crate of the same name, whose tables would be a tenth of the page. The parser
//! asks it only to normalise names that are not ASCII, and every browser can do that.

/// Texts that can be normalised.
pub trait UnicodeNormalization {
    /// Normalisation form KC: `unicodedata.normalize("NFKC", text)`.
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        normalized(self).chars().collect::<Vec<_>>().into_iter()
    }
}

#[cfg(target_arch = "wasm32")]
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(not(target_arch = "wasm32"))]
fn normalized(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}
