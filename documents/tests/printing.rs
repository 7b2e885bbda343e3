//! Sheets as files: what can be read out of them, and what they say about themselves.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows only test functions themselves, not what they call"
)]

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Instant;

use documents::{Block, Day, MAX_CHARS, Press, PrintError, Sheet};
use lopdf::{Document, Object};

/// Where Debian keeps the fonts; `cargo xtask` makes sure of them.
const FONTS: &str = "/usr/share/fonts/opentype/noto";

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let folder = std::env::var_os("TONGBAN__DOCUMENTS__FONTS").map(PathBuf::from);
    Press::open(&folder.unwrap_or(FONTS.into())).unwrap()
});

/// Everything that a template could take for its own.
const HOSTILE: &str =
    "#panic(\"x\") *粗* $x$ <label> @ref `raw` \\ // \" ] } #[#import \"@preview/x:1.0.0\"]";

fn sheet() -> Sheet {
    Sheet {
        title: "行政许可申请材料补正告知书".into(),
        number: "〔2026〕补正第000123号".into(),
        addressee: "林小满：".into(),
        blocks: vec![
            Block::Text {
                text: "你提交的“食品经营许可”申请，申请材料不齐全。现将需要补正的全部内容一次性告知如下：".into(),
            },
            Block::Points {
                points: vec!["补充营业执照副本。".into(), HOSTILE.into()],
            },
            Block::Facts {
                rows: vec![
                    ("申请人".into(), "林小满".into()),
                    ("办件编号".into(), "990100202611210000018".into()),
                ],
            },
            Block::Text {
                text: "第一行\n第二行".into(),
            },
        ],
        office: "通和市市场监督管理局".into(),
        dated: "2026年11月21日".into(),
        day: Day {
            year: 2026,
            month: 11,
            day: 21,
        },
        notes: vec!["本文书由政务服务平台电子制作，没有加盖电子印章。".into()],
        code: "验证码 7K3M-9Q2X-4HTB-W0ZC".into(),
        address: "https://portal.example/verify?id=7K3M-9Q2X-4HTB-W0ZC".into(),
        address_label: "查验地址的二维码".into(),
    }
}

fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect()
}

/// What the file says of itself in XMP, where archives look.
fn metadata(document: &Document) -> String {
    let metadata = document
        .catalog()
        .unwrap()
        .get(b"Metadata")
        .and_then(Object::as_reference)
        .unwrap();
    let stream = document.get_object(metadata).unwrap().as_stream().unwrap();
    let content = stream
        .decompressed_content()
        .unwrap_or(stream.content.clone());
    String::from_utf8(content).unwrap()
}

#[test]
fn a_sheet_can_be_read_out() {
    let pdf = PRESS.print(&sheet()).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let text = text(&pdf);
    for words in [
        "行政许可申请材料补正告知书",
        "〔2026〕补正第000123号",
        "林小满：",
        "补充营业执照副本",
        "990100202611210000018",
        "第二行",
        "通和市市场监督管理局",
        "7K3M-9Q2X-4HTB-W0ZC",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_sheet_is_tagged_and_says_that_it_can_be_archived() {
    let pdf = PRESS.print(&sheet()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let catalog = document.catalog().unwrap();
    let marks = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    assert!(catalog.has(b"StructTreeRoot"));
    let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
    assert!(language.starts_with(b"zh"), "{language:?}");
    let metadata = metadata(&document);
    for declared in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "行政许可申请材料补正告知书",
        "2026-11-21",
    ] {
        assert!(metadata.contains(declared), "{declared}: {metadata}");
    }
}

#[test]
fn a_sheet_brings_its_fonts() {
    let pdf = PRESS.print(&sheet()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let dictionaries = document.objects.values().filter_map(|it| it.as_dict().ok());
    let described = dictionaries.filter(|it| it.has_type(b"FontDescriptor"));
    let mut fonts = 0;
    for font in described {
        fonts += 1;
        let files: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
        assert!(files.iter().any(|file| font.has(file)), "{font:?}");
    }
    assert_eq!(fonts, 2, "regular and bold");
}

/// Every word that the portal itself puts on a sheet.
const OWN_WORDS: &str = include_str!("../../locales/zh-Hans/documents.ftl");

#[test]
fn the_fonts_have_all_that_the_portal_says() {
    let letters: std::collections::BTreeSet<char> = OWN_WORDS.chars().collect();
    let letters: String = letters
        .into_iter()
        .filter(|it| !it.is_whitespace())
        .collect();
    let all = Sheet {
        title: letters.clone(),
        blocks: vec![Block::Text {
            text: letters.clone(),
        }],
        ..sheet()
    };
    let text = text(&PRESS.print(&all).unwrap());
    assert!(!text.contains(ILLEGIBLE), "{text}");
    assert_eq!(text.matches(&letters).count(), 2, "{text}");
}

/// What stands for a character that no font has.
const ILLEGIBLE: char = '\u{25a1}';

#[test]
fn what_cannot_be_drawn_leaves_a_gap_and_not_the_document() {
    let odd = "照片\u{1f600}\u{fe0f}\u{200d}扫\u{7}描\u{7f}件，生僻字：䶮𠮷\u{2ebf0}";
    let with = Sheet {
        title: odd.into(),
        number: odd.into(),
        addressee: odd.into(),
        office: odd.into(),
        blocks: vec![
            Block::Text { text: odd.into() },
            Block::Points {
                points: vec![odd.into()],
            },
            Block::Facts {
                rows: vec![(odd.into(), odd.into())],
            },
        ],
        ..sheet()
    };
    let text = text(&PRESS.print(&with).unwrap());
    let shown = format!("照片{ILLEGIBLE}扫描件，生僻字：䶮𠮷");
    assert!(text.matches(&shown).count() >= 7, "{text}");
}

#[test]
fn what_people_wrote_is_never_a_program() {
    let pdf = PRESS.print(&sheet()).unwrap();
    let shown: String = HOSTILE.split_whitespace().collect();
    let text = text(&pdf);
    assert!(text.contains(&shown), "{text}");
    let everywhere = Sheet {
        title: HOSTILE.into(),
        number: HOSTILE.into(),
        addressee: HOSTILE.into(),
        office: HOSTILE.into(),
        dated: HOSTILE.into(),
        notes: vec![HOSTILE.into()],
        code: HOSTILE.into(),
        address: HOSTILE.into(),
        address_label: HOSTILE.into(),
        ..sheet()
    };
    PRESS.print(&everywhere).unwrap();
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(
        PRESS.print(&sheet()).unwrap(),
        PRESS.print(&sheet()).unwrap()
    );
}

#[test]
fn a_long_sheet_has_pages_and_too_long_a_one_is_refused() {
    let point = "请补充与申请内容一致的材料，并说明差别的原因。".to_owned();
    let long = Sheet {
        blocks: vec![Block::Points {
            points: vec![point; 120],
        }],
        ..sheet()
    };
    let pdf = PRESS.print(&long).unwrap();
    assert!(Document::load_mem(&pdf).unwrap().get_pages().len() > 2);
    let endless = Sheet {
        blocks: vec![Block::Text {
            text: "长".repeat(MAX_CHARS),
        }],
        ..sheet()
    };
    assert!(matches!(PRESS.print(&endless), Err(PrintError::TooLong)));
}

#[test]
fn a_folder_without_fonts_is_named() {
    let error = Press::check("/nowhere".as_ref()).unwrap_err();
    assert!(error.to_string().contains("/nowhere"), "{error}");
    Press::check(FONTS.as_ref()).unwrap();
}

#[test]
fn setting_a_sheet_takes_a_moment() {
    PRESS.print(&sheet()).unwrap();
    let began = Instant::now();
    let pdf = PRESS.print(&sheet()).unwrap();
    println!("{:?} for {} bytes", began.elapsed(), pdf.len());
    if let Some(folder) = std::env::var_os("TONGBAN_SHEETS") {
        std::fs::write(PathBuf::from(folder).join("sheet.pdf"), &pdf).unwrap();
    }
}
