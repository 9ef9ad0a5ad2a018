//! Floats of 16 bits, which answers may have and requests don't.

/// The value of a float of 16 bits (IEEE 754, binary16): a sign, five bits of exponent, ten of fraction.
pub(super) fn value(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => (fraction + 1024.0) * 2f64.powi(exponent - 25),
    };
    sign * magnitude
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn halves_have_the_values_of_rfc_8949() {
        // Appendix A.
        for (bits, expected) in [
            (0x0000, 0.0),
            (0x8000, -0.0),
            (0x3c00, 1.0),
            (0x3e00, 1.5),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_477_539_063e-8),
            (0x0400, 0.000_061_035_156_25),
            (0xc400, -4.0),
            (0x7c00, f64::INFINITY),
            (0xfc00, f64::NEG_INFINITY),
        ] {
            assert_eq!(value(bits).to_bits(), f64::to_bits(expected), "{bits:04x}");
        }
        assert!(value(0x7e00).is_nan() && value(0xfc01).is_nan());
    }
}
