//! The hash functions of `hashlib` that programs use.

use sha2::Digest;

use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{Args, PyResult, Value};
use crate::python::vm::Vm;

/// `digest(name, data)`: None for an unknown name.
pub fn digest(vm: &Vm, args: Args) -> PyResult {
    let [name, data] = args.bind(vm, "digest", "name data /", 2)?;
    let (Some(name), Some(Value::Bytes(data))) = (name, data.as_ref().map(unwrap)) else {
        return Err(vm.type_error("object supporting the buffer API required"));
    };
    for _ in 0..data.len() / 64 {
        vm.tick()?;
    }
    Ok(Value::bytes(match name.as_str().unwrap_or_default() {
        "md5" => md5(data),
        "sha1" => sha1(data),
        "sha224" => sha2::Sha224::digest(data.as_slice()).to_vec(),
        "sha256" => sha2::Sha256::digest(data.as_slice()).to_vec(),
        "sha384" => sha2::Sha384::digest(data.as_slice()).to_vec(),
        "sha512" => sha2::Sha512::digest(data.as_slice()).to_vec(),
        _ => return Ok(Value::None),
    }))
}

/// The data in blocks of 64 bytes: a 1 bit, zeros and the length in bits at its end.
fn padded(data: &[u8], length: [u8; 8]) -> Vec<u8> {
    let mut all = data.to_vec();
    all.push(0x80);
    all.resize((all.len() + 8).next_multiple_of(64) - 8, 0);
    all.extend(length);
    all
}

/// RFC 1321.
fn md5(data: &[u8]) -> Vec<u8> {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut state: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded(data, (data.len() as u64 * 8).to_le_bytes()).chunks_exact(64) {
        let [mut a, mut b, mut c, mut d] = state;
        for step in 0..64 {
            let (mixed, place) = match step / 16 {
                0 => (b & c | !b & d, step),
                1 => (d & b | !d & c, 5 * step + 1),
                2 => (b ^ c ^ d, 3 * step + 5),
                _ => (c ^ (b | !d), 7 * step),
            };
            let at = place % 16 * 4;
            let word = u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]]);
            let sine = (((step + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
            let sum = a.wrapping_add(mixed).wrapping_add(word).wrapping_add(sine);
            let turned = b.wrapping_add(sum.rotate_left(SHIFTS[step / 16][step % 4]));
            (a, b, c, d) = (d, turned, b, c);
        }
        for (word, more) in state.iter_mut().zip([a, b, c, d]) {
            *word = word.wrapping_add(more);
        }
    }
    state.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// RFC 3174.
fn sha1(data: &[u8]) -> Vec<u8> {
    let mut state: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(data, (data.len() as u64 * 8).to_be_bytes()).chunks_exact(64) {
        let mut words: Vec<u32> = block
            .chunks_exact(4)
            .map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
            .collect();
        for at in 16..80 {
            words.push((words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (step, word) in words.into_iter().enumerate() {
            let (mixed, constant) = match step / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc_u32),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let sum = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e);
            let sum = sum.wrapping_add(constant).wrapping_add(word);
            (a, b, c, d, e) = (sum, a, b.rotate_left(30), c, d);
        }
        for (word, more) in state.iter_mut().zip([a, b, c, d, e]) {
            *word = word.wrapping_add(more);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}
