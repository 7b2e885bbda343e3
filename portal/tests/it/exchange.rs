//! Services to and from files, and the schema of such files.

use std::fs;
use std::path::Path;

use domain::catalogue::HandlingType;
use portal::accounts::Officer;
use portal::catalogue::editor::{EditorError, Fate, MAX_FILE_BYTES, Preview, ServiceFile, schema};
use serde_json::{Value, json};

use crate::editor::{CARD, act, card, draft, officer, seeded};
use crate::support::{TestPortal, both};

async fn look(portal: &TestPortal, who: &Officer, text: &str) -> Result<Preview, EditorError> {
    portal.catalogue().editor().look_into(who, text).await
}

async fn file(portal: &TestPortal, who: &Officer, name: &str) -> Option<Vec<u8>> {
    let catalogue = portal.catalogue();
    let file = catalogue.editor().file(who, name).await.unwrap();
    file.map(|file| file.content)
}

async fn text(portal: &TestPortal, who: &Officer, name: &str) -> String {
    String::from_utf8(file(portal, who, name).await.unwrap()).unwrap()
}

both!(services_leave_and_come_as_files, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let catalogue = portal.catalogue();
    let editor = catalogue.editor();
    let one = text(&portal, &handler, &format!("{CARD}.json")).await;
    let fate = async |json: &str| look(&portal, &handler, json).await.unwrap().services[0].fate;
    let same = look(&portal, &handler, &one).await.unwrap();
    assert_eq!(
        (same.services[0].fate, same.services[0].problems),
        (Fate::Same, 0)
    );
    let changed = one.replace("居民身份证丢失", "身份证丢失");
    assert!(matches!(fate(&changed).await, Fate::Differs(_)));
    let renamed = one.replacen("\"main_item\": ", "\"main_item\": \"别的\", \"x\": ", 1);
    assert!(
        look(&portal, &handler, &renamed).await.is_err(),
        "an unknown key is refused"
    );
    let mut filed: Value = serde_json::from_str(&one).unwrap();
    filed["item"]["groups"] = json!(["newcomers"]);
    filed["item"]["state"] = json!("cancelled");
    let differs = look(&portal, &handler, &filed.to_string()).await.unwrap();
    let differs = &differs.services[0];
    assert!(matches!(differs.fate, Fate::Differs(_)));
    assert!(
        differs
            .differences
            .iter()
            .all(|one| one.path[0] == "groups")
    );
    let new = format!("[{}]", one.replace(CARD, "POLICE-IMPORT-1"));
    let new = new.replace("\"region\": \"990100\"", "\"region\": \"430100\"");
    assert_eq!(fate(&new).await, Fate::New);
    assert_eq!(editor.import(&handler, &new).await.unwrap(), 1);
    assert_eq!(fate(&new).await, Fate::BeingWritten);
    let again = editor.import(&handler, &new).await.unwrap();
    assert_eq!(again, 0, "twice changes nothing");
    let list = editor.list(&handler, None, "", 1).await.unwrap();
    assert_eq!(list.drafts[0].code, "POLICE-IMPORT-1");
    let imported = draft(&portal, &handler, &list.drafts[0].id).await;
    assert_eq!(
        imported.item.region.as_str(),
        "990100",
        "it serves this city"
    );
    for wrong in ["", "[]", "{}", "[1]", "nonsense"] {
        assert!(look(&portal, &handler, wrong).await.is_err(), "{wrong}");
    }
    let stranger = officer(&portal, "hrss.handler").await;
    assert!(
        file(&portal, &stranger, &format!("{CARD}.json"))
            .await
            .is_none()
    );
    let foreign = look(&portal, &stranger, &one).await.unwrap();
    assert_eq!(foreign.services[0].fate, Fate::OtherDepartment);
    let all = text(&portal, &handler, "services.json").await;
    let all = look(&portal, &handler, &all).await.unwrap();
    assert!(all.services.iter().all(|one| one.fate == Fate::Same));
    assert!(file(&portal, &handler, "other.txt").await.is_none());
});

both!(lists_come_back_without_a_difference, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let catalogue = portal.catalogue();
    let csv = text(&portal, &handler, "services.csv").await;
    assert!(csv.starts_with("\u{FEFF}code,name_zh") && csv.contains(CARD));
    let count = csv.lines().count() - 1;
    let book = file(&portal, &handler, "services.xlsx").await.unwrap();
    let book = catalogue.editor().readable(book).await.unwrap();
    for list in [csv, book] {
        let seen = look(&portal, &handler, &list).await.unwrap();
        assert_eq!((seen.services.len(), seen.unchanged), (0, count));
    }
});

both!(
    a_list_changes_names_and_kinds_as_working_copies,
    async |portal| {
        let (handler, _) = seeded(&portal).await;
        let catalogue = portal.catalogue();
        let editor = catalogue.editor();
        let published = catalogue.item(&card()).await.unwrap().unwrap();
        let list = format!(
            "code,name_zh,name_en,main_item,item_type,handling,audiences,state,version\n\
         {CARD},补领身份证,'=Card,,7,1,\"2，1\",3,9\n\
         POLICE-LIST-1,开具证明,,,20,,,1,\n"
        );
        let seen = look(&portal, &handler, &list).await.unwrap();
        let (changed, new) = (&seen.services[0], &seen.services[1]);
        assert_eq!(new.fate, Fate::New);
        let mut paths: Vec<String> = changed
            .differences
            .iter()
            .map(|one| one.path.join("/"))
            .collect();
        paths.sort();
        assert_eq!(changed.fate, Fate::Differs(paths.len()));
        assert!(paths.contains(&"name/zh".to_owned()) && paths.contains(&"handling".to_owned()));
        assert_eq!(changed.item.name.en.as_deref(), Some("=Card"));
        assert_eq!(editor.import(&handler, &list).await.unwrap(), 2);
        let id = editor.open(&handler, &card()).await.unwrap();
        let written = draft(&portal, &handler, &id).await;
        assert_eq!(written.item.handling, Some(HandlingType::Instant));
        assert_eq!(
            written.item.topics, changed.item.topics,
            "what a list has no column for stays"
        );
        assert_eq!(
            (written.base_version, written.copy.authors.len()),
            (Some(1), 1)
        );
        assert_eq!(written.definition, *published.definition.clone().unwrap());
        let still = catalogue.item(&card()).await.unwrap().unwrap();
        assert_eq!(still.row.name, published.row.name, "nothing is published");
        act(
            &portal,
            &handler,
            &id,
            portal::catalogue::editor::DraftDeed::Discard,
        )
        .await
        .unwrap();
        let stranger = officer(&portal, "hrss.handler").await;
        let foreign = look(&portal, &stranger, &format!("code,name_zh\n{CARD},x\n"))
            .await
            .unwrap();
        assert_eq!(foreign.services[0].fate, Fate::OtherDepartment);
        assert_eq!(foreign.services[0].differences, []);
    }
);

both!(
    what_cannot_be_read_is_refused_with_a_sentence,
    async |portal| {
        let (handler, _) = seeded(&portal).await;
        let catalogue = portal.catalogue();
        let editor = catalogue.editor();
        let key = |error: EditorError| match error {
            EditorError::Typed(problems) => problems[0].1,
            EditorError::Row(_, key) => key,
            other => panic!("{other}"),
        };
        let files = [
            (vec![b'x'; MAX_FILE_BYTES + 1], "editor-problem-file-large"),
            (
                b"PK\x03\x04 no workbook".to_vec(),
                "editor-problem-workbook",
            ),
            (b"code\n\xb1\xe0\n".to_vec(), "editor-problem-encoding"),
        ];
        for (bytes, expected) in files {
            let refused = editor.readable(bytes).await.unwrap_err();
            assert_eq!(key(refused), expected);
        }
        let lists = [
            (
                format!("code,name_zh\n{CARD},a\n{CARD},b\n"),
                "editor-problem-row-code-twice",
            ),
            (
                "code,name_zh\nNEW-1,a\n".to_owned(),
                "editor-problem-list-new",
            ),
            ("title\nx\n".to_owned(), "editor-problem-list-columns"),
        ];
        for (list, expected) in lists {
            let refused = look(&portal, &handler, &list).await.unwrap_err();
            assert_eq!(key(refused), expected);
        }
        let many: String = (0..=200).map(|n| format!("NEW-{n},x,20\n")).collect();
        let many = look(
            &portal,
            &handler,
            &format!("code,name_zh,item_type\n{many}"),
        )
        .await;
        assert_eq!(key(many.unwrap_err()), "editor-problem-list-changes");
    }
);

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema()).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::validator_for(&schema).unwrap()
}

fn seeds() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seed/items");
    let files = fs::read_dir(folder).unwrap();
    let read =
        |file: fs::DirEntry| serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
    files.map(|file| read(file.unwrap())).collect()
}

#[test]
fn every_service_of_the_demonstration_city_follows_the_schema() {
    let validator = validator();
    let seeds = seeds();
    assert!(seeds.len() >= 65);
    for seed in &seeds {
        let error = validator
            .iter_errors(seed)
            .next()
            .map(|error| error.to_string());
        assert_eq!(error, None, "{}", seed["item"]["code"]);
        let service: ServiceFile = serde_json::from_value(seed.clone()).unwrap();
        let written = serde_json::to_value(&service).unwrap();
        assert!(validator.is_valid(&written), "{}", seed["item"]["code"]);
    }
    assert!(validator.is_valid(&Value::Array(seeds)));
}

/// What is wrong with a file, and how it comes to be so.
type Damage = (&'static str, fn(&mut Value));

#[test]
fn what_is_damaged_is_refused_by_schema_and_reader_alike() {
    let validator = validator();
    let sound = seeds().swap_remove(0);
    let damages: [Damage; 11] = [
        ("an unknown key", |file| file["more"] = json!(1)),
        ("an unknown key of the item", |file| {
            file["item"]["titel"] = json!("x")
        }),
        ("an unknown key of the guide", |file| {
            file["definition"]["guide"]["x"] = json!(1)
        }),
        ("no name", |file| {
            file["item"].as_object_mut().unwrap().remove("name");
        }),
        ("no definition", |file| {
            file.as_object_mut().unwrap().remove("definition");
        }),
        ("an unknown type", |file| {
            file["item"]["item_type"] = json!("permit")
        }),
        ("an unknown topic", |file| {
            file["item"]["topics"] = json!(["weather"])
        }),
        ("a number for a text", |file| {
            file["item"]["name"]["zh"] = json!(1)
        }),
        ("a text for a list", |file| {
            file["definition"]["guide"]["materials"] = json!("")
        }),
        ("a time of day", |file| {
            let place = json!({"name": {"zh": "x"}, "address": {"zh": "x"}, "hours": [
                {"from_day": 1, "to_day": 5, "opens": "25:00", "closes": "26:00"}
            ]});
            file["definition"]["guide"]["places"] = json!([place]);
        }),
        ("a kind of answer", |file| {
            let field =
                json!({"key": "a", "label": {"zh": "a"}, "kind": {"type": "text", "least": 1}});
            file["definition"]["form"]["steps"] = json!([
                {"key": "a", "title": {"zh": "a"}, "sections": [{"fields": [field]}]}
            ]);
        }),
    ];
    assert!(validator.is_valid(&sound));
    for (name, damage) in damages {
        let mut file = sound.clone();
        damage(&mut file);
        assert!(!validator.is_valid(&file), "the schema takes {name}");
        assert!(
            !validator.is_valid(&json!([sound, file])),
            "in a list, {name}"
        );
        let read = serde_json::from_value::<ServiceFile>(file);
        assert!(read.is_err(), "the reader takes {name}");
    }
}

both!(what_is_exported_follows_the_schema, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let administrator = officer(&portal, "administrator").await;
    let validator = validator();
    for (who, name) in [
        (&handler, format!("{CARD}.json")),
        (&administrator, "services.json".to_owned()),
    ] {
        let json: Value = serde_json::from_str(&text(&portal, who, &name).await).unwrap();
        let error = validator
            .iter_errors(&json)
            .next()
            .map(|error| error.to_string());
        assert_eq!(error, None, "{name}");
        let one = json.as_array().map_or(&json, |list| &list[0]);
        assert_eq!(
            one["$schema"],
            "https://portal.example/api/v1/schemas/service.json"
        );
    }
});
