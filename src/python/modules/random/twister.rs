//! The Mersenne Twister MT19937, seeded and read as CPython does: the same numbers for the same seed.

use num_bigint::{BigInt, BigUint, Sign};

const LENGTH: usize = 624;
const SHIFT: usize = 397;

/// The generator's state.
pub struct Twister {
    words: Box<[u32; LENGTH]>,
    /// The next word to be read; at the end all are made anew.
    next: usize,
}

impl Twister {
    /// Seeded with an int's magnitude: `random.seed(seed)`.
    pub fn new(seed: &BigInt) -> Self {
        let key = seed.magnitude().to_u32_digits();
        Self::from_key(if key.is_empty() { &[0] } else { &key })
    }

    /// MT19937's `init_genrand`.
    fn from_word(seed: u32) -> Self {
        let mut words = Box::new([0; LENGTH]);
        words[0] = seed;
        for place in 1..LENGTH {
            let before: u32 = words[place - 1];
            words[place] = (before ^ before >> 30).wrapping_mul(1_812_433_253).wrapping_add(place as u32);
        }
        Self { words, next: LENGTH }
    }

    /// MT19937's `init_by_array`.
    fn from_key(key: &[u32]) -> Self {
        let mut twister = Self::from_word(19_650_218);
        let words = &mut twister.words;
        let mut place = 1;
        let mut advance = |words: &mut [u32; LENGTH], factor: u32, add: u32, subtract: u32| {
            let before = words[place - 1];
            let mixed = words[place] ^ (before ^ before >> 30).wrapping_mul(factor);
            words[place] = mixed.wrapping_add(add).wrapping_sub(subtract);
            place += 1;
            if place == LENGTH {
                words[0] = words[LENGTH - 1];
                place = 1;
            }
            place
        };
        for step in 0..key.len().max(LENGTH) {
            let from_key = step % key.len();
            advance(words, 1_664_525, key[from_key].wrapping_add(from_key as u32), 0);
        }
        let mut at = key.len().max(LENGTH) % (LENGTH - 1) + 1;
        for _ in 1..LENGTH {
            at = advance(words, 1_566_083_941, 0, at as u32);
        }
        words[0] = 1 << 31;
        twister
    }

    /// The words, and the place of the next.
    pub fn state(&self) -> impl Iterator<Item = u32> {
        self.words.iter().copied().chain([self.next as u32])
    }

    /// Go on from a [state](Twister::state); None where it is none.
    pub fn from_state(state: &[u32]) -> Option<Self> {
        let (&next, words) = state.split_last()?;
        let words = Box::new(<[u32; LENGTH]>::try_from(words).ok()?);
        (next as usize <= LENGTH).then_some(Self { words, next: next as usize })
    }

    fn refill(&mut self) {
        let words = &mut self.words;
        for place in 0..LENGTH {
            let mixed = words[place] & 0x8000_0000 | words[(place + 1) % LENGTH] & 0x7fff_ffff;
            let odd = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            words[place] = words[(place + SHIFT) % LENGTH] ^ mixed >> 1 ^ odd;
        }
        self.next = 0;
    }

    /// The next 32 random bits.
    pub fn word(&mut self) -> u32 {
        if self.next >= LENGTH {
            self.refill();
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    /// A float in `[0, 1)` with 53 random bits.
    pub fn float(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// `getrandbits(count)` of at most 64 bits.
    pub fn bits(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.word() >> (32 - count)),
            _ => {
                let low = u64::from(self.word());
                low | u64::from(self.word() >> (64 - count.min(64))) << 32
            }
        }
    }

    /// `getrandbits(count)`.
    pub fn big_bits(&mut self, count: u64) -> BigInt {
        let mut words = Vec::new();
        let mut left = count;
        while left > 0 {
            let taken = left.min(32) as u32;
            words.push(self.word() >> (32 - taken));
            left -= u64::from(taken);
        }
        BigInt::from_biguint(Sign::Plus, BigUint::new(words))
    }

    /// A number below `limit`, all equally likely; 0 where there is none.
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let count = u64::BITS - limit.leading_zeros();
        loop {
            let number = self.bits(count);
            if number < limit {
                return number;
            }
        }
    }

    /// [`Twister::below`] for any size.
    pub fn big_below(&mut self, limit: &BigInt) -> BigInt {
        if limit.sign() != Sign::Plus {
            return BigInt::default();
        }
        loop {
            let number = self.big_bits(limit.bits());
            if number < *limit {
                return number;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_as_cpython() {
        // random.seed(42); [random.getrandbits(32) for _ in range(3)]
        let mut twister = Twister::new(&BigInt::from(42));
        assert_eq!([twister.word(), twister.word(), twister.word()], [WORDS_42[0], WORDS_42[1], WORDS_42[2]]);
        // random.seed(0); random.random()
        assert_eq!(Twister::new(&BigInt::from(0)).float(), 0.8444218515250481);
        // random.seed(10 ** 40); random.random(), and after 700 more words
        let mut twister = Twister::new(&BigInt::from(10).pow(40));
        assert_eq!(twister.float(), BIG_SEED[0]);
        for _ in 0..700 {
            twister.word();
        }
        assert_eq!(twister.float(), BIG_SEED[1]);
        // random.seed(1); random.getrandbits(100), random.getrandbits(40)
        let mut twister = Twister::new(&BigInt::from(1));
        assert_eq!(twister.big_bits(100).to_string(), BITS_100);
        assert_eq!(twister.bits(40), BITS_40);
    }

    const WORDS_42: [u32; 3] = [2746317213, 478163327, 107420369];
    const BIG_SEED: [f64; 2] = [0.34753796566513817, 0.48464948182057543];
    const BITS_100: &str = "1017878568110080782349472477685";
    const BITS_40: u64 = 71999863748;
}
