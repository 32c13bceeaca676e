//! The generator behind `random`: MT19937, seeded and read as CPython's `_randommodule.c` does it.
//!
//! Matsumoto and Nishimura's recurrence over 624 words. A whole block of words is made at once; each
//! word is tempered as it is taken.

/// Words of state.
pub const WORDS: usize = 624;
const MIDDLE: usize = 397;

/// MT19937.
#[derive(Clone)]
pub struct MersenneTwister {
    words: [u32; WORDS],
    /// The next word to take; [`WORDS`] where a new block is due.
    place: usize,
}

impl MersenneTwister {
    /// Seeded with a number's 32-bit words, the lowest first (`init_by_array`); no words are zero.
    pub fn new(key: &[u32]) -> Self {
        let key = if key.is_empty() { &[0] } else { key };
        let mut words = spread(19_650_218);
        let mut at = 1;
        for step in 0..key.len().max(WORDS) {
            let part = step % key.len();
            let mixed = mix(words[at - 1], 1_664_525) ^ words[at];
            words[at] = mixed.wrapping_add(key[part]).wrapping_add(part as u32);
            at = next(&mut words, at);
        }
        for _ in 1..WORDS {
            words[at] = (mix(words[at - 1], 1_566_083_941) ^ words[at]).wrapping_sub(at as u32);
            at = next(&mut words, at);
        }
        words[0] = 0x8000_0000;
        Self { words, place: WORDS }
    }

    /// As [`MersenneTwister::state`] gave it; None where it is no such state.
    pub fn from_state(state: &[u32]) -> Option<Self> {
        let (place, words) = state.split_last()?;
        let place = usize::try_from(*place).ok().filter(|place| *place <= WORDS)?;
        Some(Self { words: words.try_into().ok()?, place })
    }

    /// The words, then the place of the next one: what `getstate` shows.
    pub fn state(&self) -> Vec<u32> {
        self.words.iter().copied().chain([self.place as u32]).collect()
    }

    /// 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.place >= WORDS {
            self.twist();
        }
        let mut word = self.words[self.place];
        self.place += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// A number from 0 to below 1, of 53 random bits.
    pub fn next_f64(&mut self) -> f64 {
        let (high, low) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number of so many random bits, as 32-bit words, the lowest first.
    pub fn bits(&mut self, count: usize) -> Vec<u32> {
        let word = |at: usize| (count - 32 * at).min(32) as u32;
        (0..count.div_ceil(32)).map(|at| self.next_u32() >> (32 - word(at))).collect()
    }

    fn twist(&mut self) {
        for at in 0..WORDS {
            let joined = (self.words[at] & 0x8000_0000) | (self.words[(at + 1) % WORDS] & 0x7fff_ffff);
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + MIDDLE) % WORDS] ^ (joined >> 1) ^ odd;
        }
        self.place = 0;
    }
}

/// Words that one number fills (`init_genrand`).
fn spread(seed: u32) -> [u32; WORDS] {
    let mut words = [seed; WORDS];
    for at in 1..WORDS {
        words[at] = mix(words[at - 1], 1_812_433_253).wrapping_add(at as u32);
    }
    words
}

fn mix(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

/// The place after `at`; past the end the last word becomes the first, and the second comes next.
fn next(words: &mut [u32; WORDS], at: usize) -> usize {
    if at + 1 < WORDS {
        return at + 1;
    }
    words[0] = words[WORDS - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_key_gives_the_reference_words() {
        let mut twister = MersenneTwister::new(&[0x123, 0x234, 0x345, 0x456]);
        let words: Vec<u32> = (0..5).map(|_| twister.next_u32()).collect();
        assert_eq!(words, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }

    #[test]
    fn floats_and_bits_are_cpythons() {
        let mut twister = MersenneTwister::new(&[42]);
        assert_eq!(twister.next_f64(), 0.639_426_798_457_883_7);
        assert_eq!(twister.bits(5), [8]);
        assert_eq!(MersenneTwister::new(&[]).next_f64(), 0.844_421_851_525_048_1);
    }

    #[test]
    fn a_state_goes_on_where_it_was_taken() {
        let mut twister = MersenneTwister::new(&[7]);
        let _ = twister.bits(64 * 700);
        let mut copy = MersenneTwister::from_state(&twister.state()).expect("it is a state");
        assert_eq!(copy.bits(32 * 700), twister.bits(32 * 700));
        assert!(MersenneTwister::from_state(&[0; WORDS]).is_none());
        assert!(MersenneTwister::from_state(&[625; WORDS + 1]).is_none());
    }
}
