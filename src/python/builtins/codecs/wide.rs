//! UTF-16 and UTF-32, of either byte order.

use super::{cannot_decode_as, replacement};
use crate::python::objects::PyResult;
use crate::python::vm::Vm;

/// One of the six.
#[derive(Clone, Copy, PartialEq)]
pub struct Wide {
    /// Bytes in a unit: 2 or 4.
    width: usize,
    /// None where a mark at the start tells the order, and where there is none it is little.
    big_endian: Option<bool>,
}

impl Wide {
    /// By its name, in lower case and with dashes.
    pub fn by_name(name: &str) -> Option<Self> {
        let (width, order) = match name.strip_prefix("utf-16").or_else(|| name.strip_prefix("utf16")) {
            Some(order) => (2, order),
            None => (4, name.strip_prefix("utf-32").or_else(|| name.strip_prefix("utf32"))?),
        };
        let big_endian = match order {
            "" => None,
            "-le" | "le" => Some(false),
            "-be" | "be" => Some(true),
            _ => return None,
        };
        Some(Self { width, big_endian })
    }

    fn name(self, is_big: bool) -> String {
        format!("utf-{}-{}", self.width * 8, if is_big { "be" } else { "le" })
    }

    pub fn encode(self, text: &str) -> Vec<u8> {
        let mark = if self.big_endian.is_none() { "\u{feff}" } else { "" };
        let is_big = self.big_endian == Some(true);
        let chars = mark.chars().chain(text.chars());
        match (self.width, is_big) {
            (2, _) => {
                let units = chars.flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec());
                units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
            }
            (_, true) => chars.flat_map(|c| u32::from(c).to_be_bytes()).collect(),
            (_, false) => chars.flat_map(|c| u32::from(c).to_le_bytes()).collect(),
        }
    }

    /// # Errors
    /// UnicodeDecodeError; LookupError for an unknown error handler.
    pub fn decode(self, vm: &Vm, bytes: &[u8], errors: &str) -> PyResult<String> {
        let units = |is_big: bool, bytes: &[u8]| -> Vec<u32> {
            let unit = |bytes: &[u8]| {
                let fold = |unit: u32, byte: &u8| unit << 8 | u32::from(*byte);
                if is_big { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) }
            };
            bytes.chunks_exact(self.width).map(unit).collect()
        };
        let marked_big = units(true, bytes).first() == Some(&0xfeff);
        let marked =
            self.big_endian.is_none() && (marked_big || units(false, bytes).first() == Some(&0xfeff));
        let is_big = self.big_endian.unwrap_or(marked_big);
        let begin = if marked { self.width } else { 0 };
        let units = units(is_big, &bytes[begin..]);
        let mut text = String::new();
        let mut place = 0;
        while let Some(&unit) = units.get(place) {
            let pair = units.get(place + 1).copied().unwrap_or_default();
            let (code, length) = match (self.width, unit, pair) {
                (2, 0xd800..=0xdbff, 0xdc00..=0xdfff) => {
                    (0x10000 + ((unit - 0xd800) << 10) + (pair - 0xdc00), 2)
                }
                _ => (unit, 1),
            };
            let at = begin + place * self.width;
            match char::from_u32(code) {
                Some(c) => text.push(c),
                None => self.recover(vm, &mut text, &bytes[at..at + self.width], at, errors, is_big)?,
            }
            place += length;
        }
        let rest = begin + units.len() * self.width;
        if rest < bytes.len() {
            match replacement(vm, &bytes[rest..], errors)? {
                Some(replacement) => text.push_str(&replacement),
                None => {
                    return Err(cannot_decode_as(
                        vm,
                        &self.name(is_big),
                        &bytes[rest..],
                        rest,
                        "truncated data",
                    ));
                }
            }
        }
        Ok(text)
    }

    fn recover(
        self,
        vm: &Vm,
        text: &mut String,
        unit: &[u8],
        place: usize,
        errors: &str,
        is_big: bool,
    ) -> PyResult<()> {
        let reason = match self.width {
            2 => "illegal encoding",
            _ => "code point not in range(0x110000)",
        };
        match replacement(vm, unit, errors)? {
            Some(replacement) => {
                text.push_str(&replacement);
                Ok(())
            }
            None => Err(cannot_decode_as(vm, &self.name(is_big), unit, place, reason)),
        }
    }
}
