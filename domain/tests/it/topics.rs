//! Topics guessed for real items.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use domain::catalogue::{Topic, topics_for};

#[test]
fn words_lead_to_topics() {
    let cases = [
        ("结婚登记预约", "区民政局", vec![Topic::Marriage]),
        (
            "居民身份证跨省异地办理",
            "区公安分局",
            vec![Topic::Household, Topic::Certificates],
        ),
        (
            "灵活就业人员参保登记",
            "区人社局",
            vec![Topic::Employment, Topic::SocialSecurity],
        ),
        (
            "残疾人证新办",
            "区残联",
            vec![Topic::Disability, Topic::Certificates],
        ),
        (
            "异地长期居住人员备案",
            "区医疗保障局",
            vec![Topic::MedicalInsurance],
        ),
        ("增值税专用发票开具", "区税务局", vec![Topic::Tax]),
        ("查询", "广安区税务局", vec![Topic::Tax]),
        ("文物定级", "区气象局", vec![Topic::Other]),
        ("", "", vec![Topic::Other]),
    ];
    for (name, department, expected) in cases {
        assert_eq!(topics_for(name, department), expected, "{name}");
    }
}

/// The real list has 1,135 items; hardly any may end up where nobody looks.
#[test]
fn few_real_items_are_left_without_a_topic() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/sichuan-items/items.jsonl");
    let Ok(lines) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {} is not there", path.display());
        return;
    };
    let mut counts: BTreeMap<Topic, usize> = BTreeMap::new();
    let mut total = 0;
    for line in lines.lines() {
        let item: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        let topics = topics_for(&text("name"), &text("department"));
        assert!(!topics.is_empty());
        total += 1;
        for topic in topics {
            *counts.entry(topic).or_default() += 1;
        }
    }
    assert!(
        counts[&Topic::Other] * 100 <= total * 8,
        "{counts:?} of {total}"
    );
    for topic in Topic::ALL {
        assert!(counts.contains_key(&topic), "nothing under {topic:?}");
    }
}
