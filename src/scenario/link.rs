//! Links: a scenario as a text that fits into an address, and back.
//!
//! ```text
//! #s1.d.<payload>&t=1.5&axis=steps
//!  │  │     │     └ what is looked at: no part of the document, see [`Parameters`]
//!  │  │     └ base64url, without padding, of the packed document
//!  │  └ how it is packed: `d` is raw deflate
//!  └ the format
//! ```
//!
//! The document is JSON: `{"v":1,"code":"…","python":"3.13","seed":7,"title":"…"}`. A seed that there
//! is none of and an empty title are left out; the version of Python is always written, so that a link
//! means the same for ever; `"interventions":[…]` is there where there are any
//! ([`interventions`]). What strangers write into a link is read with care: it is refused before
//! more than [`MAX_DOCUMENT`] bytes of it are held, and [`LinkError`] says why.

mod error;
pub(super) mod json;
mod parameters;

pub use error::LinkError;
pub use parameters::Parameters;

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::{DecodeError, Engine};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use self::json::Value;
use super::{PythonVersion, Scenario, interventions};
use crate::trace::json::quoted;

/// Bytes that a document may have when it is unpacked.
pub const MAX_DOCUMENT: usize = 1_000_000;
/// Characters that carry so many bytes even where they cannot be packed.
const MAX_PAYLOAD: usize = (MAX_DOCUMENT + MAX_DOCUMENT / 1000) / 3 * 4;
/// Deflate's most thorough: links are made seldom, and read often.
const THOROUGH: u8 = 9;

/// What an address opens: the part after its `#`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragment {
    /// The scenario; none where the address names none.
    pub scenario: Option<Result<Scenario, LinkError>>,
    /// What is looked at.
    pub parameters: Parameters,
}

impl Fragment {
    /// Read an address, or only what follows its `#`.
    pub fn read(address: &str) -> Self {
        let fragment = address.split_once('#').map_or(address, |(_, fragment)| fragment);
        let (first, rest) = fragment.split_once('&').unwrap_or((fragment, ""));
        let (document, parameters) = if first.contains('=') { ("", fragment) } else { (first, rest) };
        let scenario = (!document.is_empty()).then(|| decode(&parameters::unescape(document)));
        Self { scenario, parameters: Parameters::read(parameters) }
    }
}

/// The scenario as `s1.d.…`.
///
/// # Errors
/// [`LinkError::TooLarge`] where the document has more bytes than any link may carry.
pub fn encode(scenario: &Scenario) -> Result<String, LinkError> {
    let document = write(scenario);
    if document.len() > MAX_DOCUMENT {
        return Err(LinkError::TooLarge);
    }
    Ok("s1.d.".to_owned() + &URL_SAFE_NO_PAD.encode(compress_to_vec(document.as_bytes(), THOROUGH)))
}

/// The same for a chat, where `_` would slant the text between two of them.
pub fn chat_safe(link: &str) -> String {
    link.replace('_', "%5F")
}

/// The scenario of `s1.d.…`.
///
/// # Errors
/// Whatever is wrong with it first.
pub fn decode(text: &str) -> Result<Scenario, LinkError> {
    let mut parts = text.splitn(3, '.');
    let format = parts.next().and_then(|format| format.strip_prefix('s')).ok_or(LinkError::NotALink)?;
    if format.is_empty() || !format.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(LinkError::NotALink);
    }
    if format != "1" {
        return Err(LinkError::UnknownVersion);
    }
    match (parts.next(), parts.next()) {
        (Some("d"), Some(payload)) => read(&inflate(payload)?),
        (Some(codec), _) if codec != "d" && !codec.is_empty() => Err(LinkError::UnknownCodec),
        _ => Err(LinkError::Truncated),
    }
}

fn inflate(payload: &str) -> Result<Vec<u8>, LinkError> {
    if payload.len() > MAX_PAYLOAD {
        return Err(LinkError::TooLarge);
    }
    let packed = URL_SAFE_NO_PAD.decode(payload).map_err(|error| match error {
        DecodeError::InvalidByte(..) | DecodeError::InvalidPadding => LinkError::WrongAlphabet,
        DecodeError::InvalidLength(_) | DecodeError::InvalidLastSymbol(..) => LinkError::Truncated,
    })?;
    decompress_to_vec_with_limit(&packed, MAX_DOCUMENT).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Truncated,
        _ => LinkError::Damaged,
    })
}

fn write(scenario: &Scenario) -> String {
    let mut out = format!("{{\"v\":1,\"code\":{},\"python\":\"{}\"", quoted(&scenario.code), scenario.python);
    if let Some(seed) = scenario.seed {
        out += &format!(",\"seed\":{seed}");
    }
    if !scenario.title.is_empty() {
        out += ",\"title\":";
        out += &quoted(&scenario.title);
    }
    if !scenario.interventions.is_empty() {
        let all: Vec<String> = scenario.interventions.iter().map(interventions::write).collect();
        out += &format!(",\"interventions\":[{}]", all.join(","));
    }
    out + "}"
}

/// Keys that are not known are passed over: what changes the meaning of a document changes its `v`.
fn read(document: &[u8]) -> Result<Scenario, LinkError> {
    let text = std::str::from_utf8(document).map_err(|_| LinkError::NotJson)?;
    let fields = json::object(text).ok_or(LinkError::NotJson)?;
    let field = |key: &str| fields.iter().rfind(|(name, _)| name == key).map(|(_, value)| value);
    match field("v") {
        Some(Value::Number("1")) => {}
        Some(Value::Number(_)) => return Err(LinkError::UnknownVersion),
        _ => return Err(LinkError::NotADocument),
    }
    let text = |key: &str| match field(key) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(LinkError::NotADocument),
    };
    let seed = match field("seed") {
        None | Some(Value::Null) => None,
        Some(Value::Number(digits)) => Some(digits.parse().map_err(|_| LinkError::NotADocument)?),
        Some(_) => return Err(LinkError::NotADocument),
    };
    let interventions = match field("interventions") {
        None => Vec::new(),
        Some(Value::List(items)) => interventions::of_list(items).ok_or(LinkError::NotADocument)?,
        Some(_) => return Err(LinkError::NotADocument),
    };
    Ok(Scenario {
        interventions: interventions.into(),
        code: text("code")?.ok_or(LinkError::NotADocument)?.into(),
        python: match text("python")? {
            None => PythonVersion::V3_13,
            Some(name) => PythonVersion::from_name(name).ok_or(LinkError::UnknownPython)?,
        },
        seed,
        title: text("title")?.unwrap_or_default().to_owned(),
    })
}

#[cfg(test)]
mod tests;
