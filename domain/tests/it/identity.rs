//! Numbers of people and organisations, against published examples.

use domain::check_digits::mod_37_36;
use domain::identity::{
    CreditCode, CreditCodeError, Email, MobilePhone, ResidentId, ResidentIdError, Sex,
};
use proptest::prelude::*;

use crate::support::date;

#[test]
fn reads_the_examples_of_gb_11643() {
    let woman = ResidentId::parse("11010519491231002X").unwrap();
    assert_eq!(woman.region(), "110105");
    assert_eq!(woman.birth_date(), date("1949-12-31"));
    assert_eq!(woman.sex(), Sex::Female);
    let man = ResidentId::parse("440524188001010014").unwrap();
    assert_eq!(
        (man.birth_date(), man.sex()),
        (date("1880-01-01"), Sex::Male)
    );
}

#[test]
fn identity_numbers_are_read_as_people_type_them() {
    let number = ResidentId::parse("11010519491231002X").unwrap();
    for typed in [
        "11010519491231002x",
        "  11010519491231002X\n",
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002ｘ",
        "110105　19491231　002X",
    ] {
        assert_eq!(ResidentId::parse(typed), Ok(number.clone()), "{typed:?}");
    }
}

#[test]
fn wrong_identity_numbers_are_told_apart() {
    let cases = [
        ("", ResidentIdError::Length),
        ("11010519491231002", ResidentIdError::Length),
        ("11010519491231002XX", ResidentIdError::Length),
        ("110105491231002", ResidentIdError::Length),
        ("11010519491231O02X", ResidentIdError::Characters),
        ("1101051949123100XX", ResidentIdError::Characters),
        ("11010519491231002Y", ResidentIdError::Characters),
        ("11010519491231002一", ResidentIdError::Characters),
        (
            "身份证号码身份证号码身份证号码身份证",
            ResidentIdError::Characters,
        ),
        ("11010519491331002X", ResidentIdError::BirthDate),
        ("11010519490230002X", ResidentIdError::BirthDate),
        ("110105000012310021", ResidentIdError::BirthDate),
        ("11010517991231002X", ResidentIdError::BirthDate),
        ("110105194912310021", ResidentIdError::CheckDigit),
        ("11010519491231003X", ResidentIdError::CheckDigit),
        ("11015019491231002X", ResidentIdError::CheckDigit),
    ];
    for (typed, error) in cases {
        assert_eq!(ResidentId::parse(typed), Err(error), "{typed:?}");
    }
}

#[test]
fn made_up_numbers_need_sensible_parts() {
    let birth = date("1990-05-17");
    let made = ResidentId::compose("990101", birth, 8).unwrap();
    assert!(
        made.as_str().starts_with("99010119900517008"),
        "{}",
        made.as_str()
    );
    assert_eq!(ResidentId::parse(made.as_str()), Ok(made));
    for (region, birth, sequence) in [
        ("99010", birth, 8),
        ("9901011", birth, 8),
        ("99010x", birth, 8),
        ("９９０１０１", birth, 8),
        ("990101", birth, 1000),
        ("990101", date("1799-12-31"), 8),
        ("990101", chrono::NaiveDate::MAX, 8),
    ] {
        assert_eq!(
            ResidentId::compose(region, birth, sequence),
            None,
            "{region} {sequence}"
        );
    }
}

#[test]
fn json_holds_the_number_and_checks_it() {
    let id = ResidentId::parse("11010519491231002X").unwrap();
    let json = serde_json::to_string(&id).unwrap();
    assert_eq!(json, r#""11010519491231002X""#);
    assert_eq!(serde_json::from_str::<ResidentId>(&json).unwrap(), id);
    assert!(serde_json::from_str::<ResidentId>(r#""110105194912310021""#).is_err());
}

#[test]
fn masks_leave_enough_to_recognise_oneself() {
    assert_eq!(
        ResidentId::parse("11010519491231002X").unwrap().masked(),
        "1101************2X"
    );
    assert_eq!(
        MobilePhone::parse("13800138000").unwrap().masked(),
        "138****8000"
    );
    assert_eq!(
        Email::parse("chen.lan@example.com").unwrap().masked(),
        "c***@example.com"
    );
    assert_eq!(
        Email::parse("陈@example.com").unwrap().masked(),
        "陈***@example.com"
    );
}

proptest! {
    #[test]
    fn no_mask_and_no_debug_print_shows_the_birth_date(days in 0u64..60_000, sequence in 0u16..1000) {
        let birth = date("1900-01-01") + chrono::Days::new(days);
        let id = ResidentId::compose("990102", birth, sequence).unwrap();
        let masked = id.masked();
        prop_assert_eq!(masked.chars().count(), 18);
        let visible: Vec<usize> = masked.char_indices().filter(|(_, c)| *c != '*').map(|(i, _)| i).collect();
        prop_assert_eq!(visible, vec![0, 1, 2, 3, 16, 17]);
        prop_assert_eq!(format!("{id:?}"), format!("ResidentId({masked})"));
    }

    #[test]
    fn one_wrong_character_is_always_noticed(
        days in 0u64..60_000, sequence in 0u16..1000, place in 0usize..18, shift in 1u8..10,
    ) {
        let birth = date("1900-01-01") + chrono::Days::new(days);
        let id = ResidentId::compose("990102", birth, sequence).unwrap();
        let mut typed = id.as_str().as_bytes().to_vec();
        let digit = if typed[place] == b'X' { 10 } else { typed[place] - b'0' };
        typed[place] = b'0' + (digit + shift) % 10;
        let typed = String::from_utf8(typed).unwrap();
        prop_assume!(typed != id.as_str());
        prop_assert!(ResidentId::parse(&typed).is_err(), "{}", typed);
    }

    #[test]
    fn parsing_never_panics(text in ".{0,30}") {
        let _ = (ResidentId::parse(&text), CreditCode::parse(&text));
        let _ = (MobilePhone::parse(&text), Email::parse(&text), mod_37_36(&text));
    }
}

#[test]
fn reads_credit_codes_of_real_departments() {
    for code in [
        "11440100007482575H",
        "11370800MB28559184",
        "11100000000013338W",
        "11511301008778183N",
        "11430000006122244L",
        "91350100M000100Y43",
        "91310000775785552L",
    ] {
        assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
        assert_eq!(
            CreditCode::parse(&format!(" {} ", code.to_lowercase()))
                .unwrap()
                .as_str(),
            code
        );
    }
}

#[test]
fn wrong_credit_codes_are_told_apart() {
    let cases = [
        ("", CreditCodeError::Length),
        ("11440100007482575", CreditCodeError::Length),
        ("11440100007482575HH", CreditCodeError::Length),
        ("1144010000748257IH", CreditCodeError::Characters),
        ("1144010000748257-H", CreditCodeError::Characters),
        (
            "统一社会信用代码统一社会信用代码统一",
            CreditCodeError::Characters,
        ),
        ("11440100007482575J", CreditCodeError::CheckDigit),
        ("11440100007482576H", CreditCodeError::CheckDigit),
        ("14140100007482575H", CreditCodeError::CheckDigit),
    ];
    for (typed, error) in cases {
        assert_eq!(CreditCode::parse(typed), Err(error), "{typed:?}");
    }
}

#[test]
fn mobile_numbers_are_read_as_people_type_them() {
    for typed in [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "008613800138000",
        "１３８００１３８０００",
    ] {
        assert_eq!(
            MobilePhone::parse(typed).unwrap().as_str(),
            "13800138000",
            "{typed:?}"
        );
    }
    for typed in [
        "",
        "12800138000",
        "1380013800",
        "138001380000",
        "23800138000",
        "1380013800a",
        "+1 13800138000",
    ] {
        assert!(MobilePhone::parse(typed).is_err(), "{typed:?}");
    }
}

#[test]
fn addresses_with_slips_are_noticed() {
    for typed in ["a@b.cn", " chen.lan+id@mail.example.com ", "陈@example.com"] {
        assert_eq!(Email::parse(typed).unwrap().as_str(), typed.trim());
    }
    let long = format!("{}@example.com", "a".repeat(250));
    for typed in [
        "",
        "a",
        "a@",
        "@b.cn",
        "a@b",
        "a@b.",
        "a@.cn",
        "a@b..cn",
        "a b@c.cn",
        "a@b@c.cn",
        "a@b.cn\nBcc: x@y.cn",
        "<a@b.cn>",
        "a@b.cn,c@d.cn",
        &long,
    ] {
        assert!(Email::parse(typed).is_err(), "{typed:?}");
    }
}

/// Identifiers of certificates that were issued, without the dots; the last character is the check.
#[test]
fn mod_37_36_agrees_with_issued_certificates() {
    for identifier in [
        "11100000000013338W01111430000006122244L20230000403002S",
        "11100000000013338W01111430000006122244L20230000403001U",
        "11100000000013338W08711370800MB28559184370800012024110100010013",
        "11100000MB032716990223401000000000160019",
        "11100000000013338W00911330105002500287C20250522010020",
    ] {
        let (body, check) = identifier.split_at(identifier.len() - 1);
        assert_eq!(
            mod_37_36(body).map(String::from).as_deref(),
            Some(check),
            "{identifier}"
        );
    }
    assert_eq!(mod_37_36("12a"), None);
    assert_eq!(mod_37_36("1.2"), None);
    assert_eq!(mod_37_36("１"), None);
}
