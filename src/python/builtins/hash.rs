//! `hash(x)`: CPython's numbers, so that sets iterate in CPython's order. Text is hashed with the key that
//! `PYTHONHASHSEED=0` gives: a run never depends on chance.

use std::hash::Hasher;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

/// Numbers are hashed modulo this Mersenne prime, 2 ** 61 - 1, whatever their type.
const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;

/// `hash(None)`.
pub const NONE: i64 = 0xfca8_6420;

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// CPython keeps -1 for errors.
pub fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(text)`: of the characters as CPython stores them, each as wide as the widest needs.
pub fn hash_text(text: &str) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, u32::from);
    let width = match widest {
        ..0x100 => 1,
        0x100..0x1_0000 => 2,
        _ => 4,
    };
    let stored: Vec<u8> =
        text.chars().flat_map(|c| u32::from(c).to_le_bytes().into_iter().take(width)).collect();
    hash_bytes(&stored)
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

/// `hash(number)` of a machine int.
pub fn hash_int(number: i64) -> i64 {
    signed(number < 0, number.unsigned_abs() % MODULUS)
}

/// `hash(number)` of an int of any size.
pub fn hash_big(number: &BigInt) -> i64 {
    let rest = (number.magnitude() % MODULUS).to_u64().unwrap_or(0);
    signed(number.sign() == Sign::Minus, rest)
}

/// `hash(x)`: equal to the int's where `x` is whole.
pub fn hash_float(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    let bits = x.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    let (mantissa, exponent) = match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    };
    // Modulo 2 ** 61 - 1, to multiply by a power of two is to rotate 61 bits.
    let turn = exponent.rem_euclid(i64::from(BITS)) as u32;
    let rotated = (mantissa << turn & MODULUS) | mantissa >> (BITS - turn);
    signed(x < 0.0, rotated % MODULUS)
}

fn signed(is_negative: bool, size: u64) -> i64 {
    let size = size as i64;
    not_minus_one(if is_negative { -size } else { size })
}

/// `hash(tuple)`, of the items' hashes.
pub fn hash_tuple(items: &[i64]) -> i64 {
    let mixed = mix(items).wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    if mixed == u64::MAX { 1_546_275_796 } else { mixed as i64 }
}

/// `hash(slice(start, stop, step))`, of the three hashes.
pub fn hash_slice(parts: &[i64; 3]) -> i64 {
    let mixed = mix(parts);
    if mixed == u64::MAX { 1_546_275_796 } else { mixed as i64 }
}

/// The heart of xxHash.
fn mix(items: &[i64]) -> u64 {
    items.iter().fold(PRIME_5, |mixed, &item| {
        mixed.wrapping_add((item as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
    })
}

/// `hash(frozenset)`, of the items' hashes, in any order.
pub fn hash_frozenset(items: &[i64]) -> i64 {
    let shuffled = |hash: u64| (hash ^ 89_869_747 ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let mut hash = items.iter().fold(0, |mixed, &item| mixed ^ shuffled(item as u64));
    hash ^= (items.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Printed by CPython 3.13 with PYTHONHASHSEED=0.

    #[test]
    fn text() {
        assert_eq!(hash_text(""), 0);
        assert_eq!(hash_text("a"), 4_644_417_185_603_328_019);
        assert_eq!(hash_text("abc"), -4_594_863_902_769_663_758);
        assert_eq!(hash_bytes(b"abc"), -4_594_863_902_769_663_758);
        assert_eq!(hash_text("é"), 6_047_309_291_227_476_195);
        assert_eq!(hash_text("你好"), 136_820_607_464_071_493);
        assert_eq!(hash_text("😀x"), -8_926_728_262_118_538_918);
        assert_eq!(hash_text("hello world, this is long"), 7_650_859_633_215_404_784);
    }

    #[test]
    fn numbers() {
        assert_eq!(hash_int(-1), -2);
        assert_eq!(hash_int(i64::MIN), -4);
        assert_eq!(hash_int((1 << 61) - 1), 0);
        assert_eq!(hash_int(1 << 61), 1);
        assert_eq!(hash_big(&(BigInt::from(1) << 70)), 512);
        assert_eq!(hash_float(1.5), 1_152_921_504_606_846_977);
        assert_eq!(hash_float(-2.5), -1_152_921_504_606_846_978);
        assert_eq!(hash_float(1e300), 1_224_995_262_755_759_164);
        assert_eq!(hash_float(1e-300), 482_449_582_752_280_463);
        assert_eq!(hash_float(f64::INFINITY), 314_159);
        assert_eq!(hash_float(7.0), 7);
        assert_eq!(hash_float(-1.0), -2);
    }

    #[test]
    fn collections() {
        assert_eq!(hash_tuple(&[]), 5_740_354_900_026_072_187);
        assert_eq!(hash_tuple(&[1]), -6_644_214_454_873_602_895);
        assert_eq!(hash_tuple(&[1, 2, 3]), 529_344_067_295_497_451);
        assert_eq!(hash_tuple(&[hash_text("a"), NONE, 1]), -6_338_169_633_261_862_403);
        assert_eq!(hash_slice(&[1, 2, NONE]), -2_178_470_213_028_018_262);
        assert_eq!(hash_frozenset(&[]), 133_146_708_735_736);
        assert_eq!(hash_frozenset(&[1, 2, 3]), -272_375_401_224_217_160);
    }
}
