//! Certificate identifiers and states; case numbers.

use domain::cases::{CaseNumber, CaseNumberError};
use domain::certificates::{
    CertificateIdentifier, CertificateIdentifierError as Error, CertificateState, state_on,
};
use proptest::prelude::*;

use crate::support::date;

/// Identifiers of certificates that were issued.
const ISSUED: [&str; 4] = [
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
    "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
];

#[test]
fn identifiers_are_read_and_written_back() {
    for text in ISSUED {
        let identifier = CertificateIdentifier::parse(text).unwrap();
        assert_eq!(identifier.to_string(), text);
        let short = text.trim_start_matches("1.2.156.3005.2.").to_lowercase();
        assert_eq!(
            CertificateIdentifier::parse(&format!(" {short} ")),
            Ok(identifier.clone())
        );
        let json = serde_json::to_string(&identifier).unwrap();
        assert_eq!(
            serde_json::from_str::<CertificateIdentifier>(&json).unwrap(),
            identifier
        );
    }
    let first = CertificateIdentifier::parse(ISSUED[0]).unwrap();
    let parts = (
        first.type_code(),
        first.issuer(),
        first.serial(),
        first.version(),
    );
    assert_eq!(
        parts,
        (
            "11100000000013338W011",
            "11430000006122244L",
            "20230000403",
            2
        )
    );
}

#[test]
fn a_new_version_has_a_new_check_character() {
    let made = |version| {
        let made = CertificateIdentifier::compose(
            "11100000000013338W011",
            "11430000006122244L",
            "20230000403",
            version,
        );
        made.unwrap().to_string()
    };
    assert_eq!([made(2), made(1)], [ISSUED[0], ISSUED[1]]);
}

#[test]
fn wrong_identifiers_are_told_apart() {
    let cases = [
        ("", Error::Parts),
        ("1.2.156.3005.2", Error::Version),
        (
            "11100000000013338W011.11430000006122244L.20230000403.002",
            Error::Parts,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.002.S.1",
            Error::Parts,
        ),
        (
            "11100000000013338W01.11430000006122244L.20230000403.002.S",
            Error::TypeCode,
        ),
        (
            "11100000000013338W011.11430000006122244.20230000403.002.S",
            Error::Issuer,
        ),
        (
            "11100000000013338W011.11430000006122244L..002.S",
            Error::Serial,
        ),
        (
            "11100000000013338W011.11430000006122244L.2023-0403.002.S",
            Error::Serial,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.2.S",
            Error::Version,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.000.S",
            Error::Version,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.+02.S",
            Error::Version,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.002.T",
            Error::CheckDigit,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000403.002.",
            Error::CheckDigit,
        ),
        (
            "11100000000013338W011.11430000006122244L.20230000304.002.S",
            Error::CheckDigit,
        ),
        // The sample of an interface document, whose author did not compute the check character.
        (
            "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M",
            Error::CheckDigit,
        ),
    ];
    for (text, error) in cases {
        assert_eq!(CertificateIdentifier::parse(text), Err(error), "{text}");
    }
    let long = "1".repeat(33);
    for (serial, version, error) in [
        (long.as_str(), 1, Error::Serial),
        ("1", 0, Error::Version),
        ("1", 1000, Error::Version),
    ] {
        let made = CertificateIdentifier::compose(
            "11100000000013338W011",
            "11430000006122244L",
            serial,
            version,
        );
        assert_eq!(made, Err(error));
    }
}

#[test]
fn only_valid_certificates_expire() {
    let last = date("2026-11-21");
    for stored in CertificateState::ALL {
        assert_eq!(state_on(stored, None, date("2999-01-01")), stored);
        assert_eq!(state_on(stored, Some(last), last), stored);
        let after = state_on(stored, Some(last), date("2026-11-22"));
        let expected = if stored == CertificateState::Valid {
            CertificateState::Expired
        } else {
            stored
        };
        assert_eq!(after, expected);
        assert_eq!(CertificateState::parse(stored.key()), Some(stored));
    }
}

#[test]
fn case_numbers_are_read_as_people_type_them() {
    let number = CaseNumber::compose("990100", date("2026-11-21"), 7).unwrap();
    assert!(
        number.as_str().starts_with("99010020261121000007"),
        "{number}"
    );
    let (head, tail) = number.as_str().split_at(6);
    for typed in [
        number.to_string(),
        format!(" {head} {tail} "),
        format!("{head}-{tail}"),
        number.to_string().to_lowercase(),
    ] {
        assert_eq!(CaseNumber::parse(&typed), Ok(number.clone()), "{typed}");
    }
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(serde_json::from_str::<CaseNumber>(&json).unwrap(), number);
}

#[test]
fn wrong_case_numbers_are_told_apart() {
    let cases = [
        ("", CaseNumberError::Length),
        ("9901002026112100000", CaseNumberError::Length),
        ("99010020261121000007一", CaseNumberError::CheckDigit),
        ("9901002026112100000A0", CaseNumberError::Characters),
        (
            "办件编号办件编号办件编号办件编号办件编号九",
            CaseNumberError::Characters,
        ),
        ("990100202613210000070", CaseNumberError::Date),
        ("990100202602300000070", CaseNumberError::Date),
    ];
    for (typed, error) in cases {
        assert_eq!(CaseNumber::parse(typed), Err(error), "{typed}");
    }
    let day = date("2026-11-21");
    assert!(CaseNumber::compose("990100", day, 999_999).is_ok());
    assert_eq!(
        CaseNumber::compose("990100", day, 1_000_000),
        Err(CaseNumberError::Length)
    );
    assert_eq!(
        CaseNumber::compose("9901", day, 1),
        Err(CaseNumberError::Length)
    );
    assert_eq!(
        CaseNumber::compose("99010城", day, 1),
        Err(CaseNumberError::Characters)
    );
    assert_eq!(
        CaseNumber::compose("99010X", day, 1),
        Err(CaseNumberError::Characters)
    );
}

proptest! {
    #[test]
    fn one_wrong_character_of_a_case_number_is_noticed(
        sequence in 0u32..1_000_000, place in 0usize..20, shift in 1u8..10,
    ) {
        let number = CaseNumber::compose("990100", date("2026-11-21"), sequence).unwrap();
        let mut typed = number.as_str().as_bytes().to_vec();
        typed[place] = b'0' + (typed[place] - b'0' + shift) % 10;
        prop_assert!(CaseNumber::parse(std::str::from_utf8(&typed).unwrap()).is_err());
    }
}

/// The check character promises this for one wrong character only; of exchanged neighbours it misses few.
#[test]
fn nearly_all_exchanged_neighbours_in_a_case_number_are_noticed() {
    let (mut tried, mut missed) = (0, 0);
    for sequence in (0..1_000_000).step_by(97) {
        let number = CaseNumber::compose("990100", date("2026-11-21"), sequence).unwrap();
        for place in 14..19 {
            let mut typed = number.as_str().as_bytes().to_vec();
            typed.swap(place, place + 1);
            if typed != number.as_str().as_bytes() {
                tried += 1;
                missed +=
                    usize::from(CaseNumber::parse(std::str::from_utf8(&typed).unwrap()).is_ok());
            }
        }
    }
    assert!(missed * 100 < tried, "{missed} of {tried} were missed");
}
