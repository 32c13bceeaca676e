//! `hash()` of built-in values, with the numbers that CPython gives under `PYTHONHASHSEED=0`.

use std::hash::Hasher;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

use crate::python::objects::Value;

/// CPython 3.13's `hash(None)`.
pub const HASH_OF_NONE: i64 = 0xfca8_6420;

/// Numbers hash as their value modulo this prime.
const MODULUS: u64 = (1 << 61) - 1;

/// No hash is -1, which means an error in C.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(str)`: of the text's buffer in memory, as wide as its widest code point.
pub fn hash_text(text: &str) -> i64 {
    let widest = text.chars().map(u32::from).max().unwrap_or(0);
    match widest {
        0..=0x7f => hash_bytes(text.as_bytes()),
        0x80..=0xff => hash_bytes(&text.chars().map(|character| character as u8).collect::<Vec<_>>()),
        0x100..=0xffff => {
            hash_bytes(&text.chars().flat_map(|character| (character as u16).to_le_bytes()).collect::<Vec<_>>())
        }
        _ => hash_bytes(&text.chars().flat_map(|character| (character as u32).to_le_bytes()).collect::<Vec<_>>()),
    }
}

/// `hash(bytes)`.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}

/// `hash(int)`.
pub fn hash_int(number: i64) -> i64 {
    let rest = (number.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if number < 0 { -rest } else { rest })
}

/// `hash(int)` of any size.
pub fn hash_big(number: &BigInt) -> i64 {
    let rest = (number.magnitude() % MODULUS).to_i64().unwrap_or(0);
    not_minus_one(if number.sign() == Sign::Minus { -rest } else { rest })
}

/// `hash(float)`: that of the int where it is whole.
pub fn hash_float(number: f64) -> i64 {
    if number.is_nan() {
        return 0;
    }
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    if number.fract() == 0.0 && number.abs() < 9e18 {
        return hash_int(number as i64);
    }
    let bits = number.abs().to_bits();
    let (exponent, fraction) = ((bits >> 52) as i64, bits & ((1 << 52) - 1));
    let (mantissa, power) = match exponent {
        0 => (fraction, -1074),
        _ => (fraction | (1 << 52), exponent - 1075),
    };
    // A power of two is a rotation, modulo 2**61 - 1.
    let turn = power.rem_euclid(61) as u32;
    let wide = u128::from(mantissa) << turn;
    let rest = (wide % u128::from(MODULUS)) as i64;
    not_minus_one(if number < 0.0 { -rest } else { rest })
}

/// `hash(tuple)`, from the items' hashes.
pub fn hash_tuple(hashes: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut all = PRIME_5;
    for &hash in hashes {
        all = all.wrapping_add((hash as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1);
    }
    all = all.wrapping_add(hashes.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    if all == u64::MAX { 1_546_275_796 } else { all as i64 }
}

/// `hash(frozenset)`, from the items' hashes in any order.
pub fn hash_frozenset(hashes: &[i64]) -> i64 {
    let shuffle = |bits: u64| ((bits ^ 89_869_747) ^ (bits << 16)).wrapping_mul(3_644_798_167);
    let mut all = hashes.iter().fold(0, |all, &hash| all ^ shuffle(hash as u64));
    all ^= (hashes.len() as u64 + 1).wrapping_mul(1_927_868_237);
    all ^= (all >> 11) ^ (all >> 25);
    all = all.wrapping_mul(69_069).wrapping_add(907_133_923);
    if all == u64::MAX { 590_923_713 } else { all as i64 }
}

/// The hash of what is only equal to itself.
pub fn hash_identity(value: &Value) -> i64 {
    let address = value.address().unwrap_or(0) as u64;
    not_minus_one(address.rotate_right(4) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_hash_as_in_cpython() {
        // PYTHONHASHSEED=0 python3.13 -c "print([hash(t) for t in ('', 'a', 'abc', 'é', '中文', '😀')])"
        assert_eq!(
            ["", "a", "abc", "é", "中文", "😀"].map(hash_text),
            [
                0,
                4_644_417_185_603_328_019,
                -4_594_863_902_769_663_758,
                6_047_309_291_227_476_195,
                501_833_946_989_431_548,
                -3_536_540_696_076_613_844,
            ]
        );
    }

    #[test]
    fn numbers_hash_by_value() {
        assert_eq!(hash_int(-1), -2);
        assert_eq!(hash_float(1.0), 1);
        assert_eq!(hash_float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(hash_float(0.1), 230_584_300_921_369_408);
        assert_eq!(hash_tuple(&[1, 2, 3]), 529_344_067_295_497_451);
    }
}
