//! A colour of sRGB and what WCAG 2.2 computes of it.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// A colour as `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| {
                digit
                    .to_digit(16)
                    .and_then(|digit| u8::try_from(digit).ok())
            })
            .collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r1, r2, g1, g2, b1, b2] => Some(Self([r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2])),
            _ => None,
        }
    }

    /// Relative luminance, 0 for black and 1 for white.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// The contrast ratio of two colours, from 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(one: &str, other: &str) -> f64 {
        contrast(Colour::parse(one).unwrap(), Colour::parse(other).unwrap())
    }

    #[test]
    fn ratios_are_those_of_the_standard() {
        assert!((ratio("#000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((ratio("#abc", "#aabbcc") - 1.0).abs() < 1e-9);
        // Known from the standard's own examples: the lightest grey that passes AA on white.
        assert!(ratio("#767676", "#fff") >= 4.5);
        assert!(ratio("#777777", "#fff") < 4.5);
    }

    #[test]
    fn only_plain_hexadecimal_is_a_colour() {
        for text in ["red", "#12", "#12345678", "rgb(0 0 0)", "#ggg", "#é11"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
