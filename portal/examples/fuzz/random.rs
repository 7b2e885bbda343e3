//! Chance, the same for the same number.

/// Numbers that look like chance (xorshift64*).
pub struct Random(u64);

impl Random {
    /// Begins with a number.
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    /// The next number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(mixed).map_or(0, |mixed| mixed % end.max(1))
    }

    /// One of these.
    pub fn one_of<'a>(&mut self, of: &[&'a [u8]]) -> &'a [u8] {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    /// One change: a byte, a run of bytes twice or gone, or one of the `pieces` written in or over.
    pub fn change(&mut self, bytes: &mut Vec<u8>, pieces: &[&[u8]]) {
        let place = self.below(bytes.len());
        let end = (place + 1 + self.below(12)).min(bytes.len());
        match self.below(5) {
            0 => {
                if let (Some(byte), Ok(new)) = (bytes.get_mut(place), u8::try_from(self.below(256)))
                {
                    *byte = new;
                }
            }
            1 => drop(bytes.drain(place..end)),
            2 => {
                let twice: Vec<u8> = bytes.get(place..end).unwrap_or_default().to_vec();
                bytes.splice(place..place, twice);
            }
            3 => drop(bytes.splice(place..place, self.one_of(pieces).iter().copied())),
            _ => drop(bytes.splice(place..end, self.one_of(pieces).iter().copied())),
        }
    }
}
