//! Numbers that look random and are the same on every machine (SplitMix64).
//! **Invariant**: the seed decides everything.

pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// Less than `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    pub fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *of.get(self.place(of.len())).expect("a choice has something to choose")
    }

    /// From `-most` to `most`.
    pub fn around(&mut self, most: i64) -> i64 {
        let span = u64::try_from(2 * most + 1).unwrap_or(1);
        i64::try_from(self.below(span)).unwrap_or(0) - most
    }

    pub fn shift(&mut self, second: u64, most: i64) -> u64 {
        second.saturating_add_signed(self.around(most))
    }

    pub fn word(&mut self, letters: &[char], length: usize) -> String {
        (0..length).map(|_| self.one(letters)).collect()
    }
}
