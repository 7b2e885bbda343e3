//! `cargo xtask bench forms`: what a form costs that is as large as any may be, and a long catalogue.
//!
//! Each thing is timed as its reader waits for it: one request on a warm connection, answered by a
//! server on a core of its own, without its page cache. Beside it stands the time in which the twin
//! sends as many bytes from memory: the floor.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use clap::Args;
use serde_json::{Value, json};

use super::citizen::Citizen;
use super::forms::Body;
use super::http::{Connection, Cookies};
use super::machine;
use super::portal::{Installation, Manner, Running, free_address};
use super::process::{CLIENT_CORE, SERVER_CORE, pinned, stay_on};
use super::results::{Row, median_row, publish};
use super::statistics::Spread;
use crate::project::{Profile, Project};
use crate::{build, shell};

/// Measures large forms and lists.
#[derive(Args)]
pub struct Options {
    /// A few requests, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure debug builds: quick to build, worthless as a result.
    #[arg(long)]
    debug: bool,
}

/// Requests of each kind; the first tenth warms up.
const REQUESTS: usize = 200;
const QUICK_REQUESTS: usize = 10;

/// Questions of the large step, and those of them with a condition.
const FIELDS: usize = 300;
const CONDITIONS: usize = 100;
/// Every fourth question is one of yes or no, which conditions look at.
const YES_NO: usize = 4;
/// Rows and columns of the group whose answers are saved together.
const ROWS: usize = 100;
const COLUMNS: usize = 10;
/// Services of the list.
const SERVICES: usize = 2_000;

/// Most milliseconds of one step, checked and rendered.
const STEP_MS: f64 = 50.0;
/// Most milliseconds of saving the answers of all rows.
const SAVE_MS: f64 = 100.0;
/// Most milliseconds of the list.
const LIST_MS: f64 = 50.0;

const ITEM: &str = "11990100990100018P3990014999001";
const TWIN: &str = "twin";

/// Runs the command.
///
/// # Errors
/// When something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    build::with_examples(project, profile, &[TWIN])?;
    println!("Measuring on {}", machine::description());
    let portal = filled(project, profile)?;
    stay_on(CLIENT_CORE)?;
    let requests = if options.quick {
        QUICK_REQUESTS
    } else {
        REQUESTS
    };
    let server = portal.start(Manner {
        core: Some(SERVER_CORE),
        no_worker: true,
        no_page_cache: true,
        ..Manner::default()
    })?;
    let mut connection = Connection::new(portal.address());
    let mut citizen = Citizen::register(&mut connection, 0)?;
    let case = citizen.start(&mut connection, ITEM)?;
    let cookies = citizen.cookies_mut();
    answer_conditions(&mut connection, cookies, &case)?;
    let step = format!("/cases/{case}/steps/large?check=1");
    let step = Timed::get(&mut connection, cookies, &step, 422, requests)?;
    all_is_asked(&step.body)?;
    let save = save(&mut connection, cookies, &case, requests)?;
    let list = Timed::get(&mut connection, cookies, "/items?page=all", 200, requests)?;
    all_is_listed(&list.body)?;
    server.stop()?;
    let floors = floors(project, profile, &portal, [&step, &save, &list], requests)?;
    let mut rows = Vec::new();
    for ((name, timed, most), floor) in [
        ("step of 300 fields, 100 conditions", &step, STEP_MS),
        ("saving 1,000 answers", &save, SAVE_MS),
        ("list of 2,000 services", &list, LIST_MS),
    ]
    .into_iter()
    .zip(floors)
    {
        rows.extend(rows_of(name, timed, most, &floor));
    }
    publish(project, "forms", &rows, options.quick || options.debug)
}

/// What asking the same thing again and again took.
struct Timed {
    milliseconds: Vec<f64>,
    body: Vec<u8>,
}

impl Timed {
    fn get(
        connection: &mut Connection,
        cookies: &mut Cookies,
        path: &str,
        status: u16,
        requests: usize,
    ) -> Result<Self> {
        Self::of(requests, || {
            let answer = connection.get(cookies, path)?;
            ensure!(answer.status == status, "{path} answers {}", answer.status);
            Ok(answer.body)
        })
    }

    /// Times what `ask` does; the first tenth is not counted.
    fn of(requests: usize, mut ask: impl FnMut() -> Result<Vec<u8>>) -> Result<Self> {
        let warm_up = requests / 10;
        let mut milliseconds = Vec::with_capacity(requests);
        let mut body = Vec::new();
        for request in 0..requests + warm_up {
            let began = Instant::now();
            body = ask()?;
            if request >= warm_up {
                milliseconds.push(began.elapsed().as_secs_f64() * 1000.0);
            }
        }
        Ok(Self { milliseconds, body })
    }
}

/// Answers what conditions look at, so that everything is asked; the rest stays open and is complained of.
fn answer_conditions(connection: &mut Connection, cookies: &mut Cookies, case: &str) -> Result<()> {
    let names: Vec<_> = (0..FIELDS).filter(is_looked_at).map(key).collect();
    let mut fields = vec![("case", case), ("step", "large"), ("go", "stay")];
    fields.extend(names.iter().map(|name| (name.as_str(), "yes")));
    let answer = connection.post(cookies, "/do/save-step", &Body::multipart(&fields))?;
    ensure!(answer.status == 303, "answering answers {}", answer.status);
    Ok(())
}

/// A page that hides questions would be measured too well.
fn all_is_asked(page: &[u8]) -> Result<()> {
    let page = String::from_utf8_lossy(page);
    let missing =
        (0..FIELDS).find(|number| !page.contains(&format!("id=\"field-{}\"", key(*number))));
    match missing {
        Some(number) => bail!("question {number} is not on the page"),
        None => Ok(()),
    }
}

/// A list that leaves services out would be measured too well.
fn all_is_listed(page: &[u8]) -> Result<()> {
    let page = String::from_utf8_lossy(page);
    let listed = page.matches("Measured service ").count();
    ensure!(listed >= SERVICES, "only {listed} services are listed");
    Ok(())
}

/// Posts all rows; the answer leads back to the page.
fn save(
    connection: &mut Connection,
    cookies: &mut Cookies,
    case: &str,
    requests: usize,
) -> Result<Timed> {
    let names: Vec<String> = (1..=ROWS)
        .flat_map(|row| (0..COLUMNS).map(move |column| format!("people.{row}.c{column}")))
        .collect();
    let mut turn = 0_usize;
    Timed::of(requests, || {
        // Other values each time, so that nothing can be skipped.
        turn += 1;
        let value = format!("answer {turn}");
        let mut fields = vec![("case", case), ("step", "rows"), ("go", "stay")];
        fields.extend(names.iter().map(|name| (name.as_str(), value.as_str())));
        let answer = connection.post(cookies, "/do/save-step", &Body::multipart(&fields))?;
        ensure!(answer.status == 303, "saving answers {}", answer.status);
        Ok(answer.body)
    })
}

/// A portal with the large form and a long catalogue.
fn filled(project: &Project, profile: Profile) -> Result<Installation> {
    let portal = Installation::new(project, profile)?;
    portal.fill(&project.shared_data(), &[])?;
    let services = portal.folder().join("services.json");
    let mut all = vec![large_form()];
    all.extend((0..SERVICES).map(plain_service));
    fs::write(&services, serde_json::to_string(&all)?)?;
    shell::capture(portal.tongban().args(["import", "services"]).arg(&services))?;
    Ok(portal)
}

/// The times in which the twin sends as many bytes from memory.
fn floors(
    project: &Project,
    profile: Profile,
    portal: &Installation,
    measured: [&Timed; 3],
    requests: usize,
) -> Result<Vec<Timed>> {
    let pages = portal.folder().join("pages");
    fs::create_dir_all(&pages)?;
    // The names that the twin knows.
    let names = ["home", "list", "guide"];
    for (name, timed) in names.iter().zip(measured) {
        fs::write(pages.join(name).with_extension("html"), &timed.body)?;
    }
    let address = free_address()?;
    let twin = start_twin(&project.example(profile, TWIN), portal, address, &pages)?;
    let mut connection = Connection::new(address);
    let floors = names
        .iter()
        .map(|name| {
            let path = format!("/static/{name}");
            Timed::get(
                &mut connection,
                &mut Cookies::default(),
                &path,
                200,
                requests,
            )
        })
        .collect();
    twin.stop()?;
    floors
}

fn start_twin(
    twin: &std::path::Path,
    portal: &Installation,
    address: SocketAddr,
    pages: &PathBuf,
) -> Result<Running> {
    let mut command = portal.with_settings(pinned(SERVER_CORE, twin));
    command.arg(address.to_string()).arg(pages);
    let log = portal.folder().join("twin.log");
    Running::spawn(command, address, "/static/home", &log)
}

fn rows_of(name: &str, timed: &Timed, most: f64, floor: &Timed) -> Vec<Row> {
    let (Some(spread), Some(floor)) = (
        Spread::of(&timed.milliseconds),
        Spread::of(&floor.milliseconds),
    ) else {
        return Vec::new();
    };
    let mut rows = vec![Row::new(name, spread.median, "ms, median").at_most(most)];
    rows.push(Row::new(format!("{name}: slowest"), spread.highest, "ms"));
    rows.push(Row::new(
        format!("{name}: to the floor"),
        spread.median / floor.median,
        "times",
    ));
    rows.extend(median_row(
        format!("{name}: floor"),
        &[floor.median],
        "ms, median",
    ));
    rows
}

/// The key of a question of the large step.
fn key(number: usize) -> String {
    format!("q{number}")
}

fn is_looked_at(number: &usize) -> bool {
    number.is_multiple_of(YES_NO)
}

fn text(text: &str) -> Value {
    json!({ "zh": text, "en": text })
}

/// A guide that every audit lets pass, and says as little as it can.
fn guide(channel: &str) -> Value {
    json!({
        "summary": text("Measured"),
        "promised": { "number": 5, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" },
        "legal_basis": [{ "law": "中华人民共和国行政许可法" }],
        "channels": [channel],
        "consult_phone": "099-55500100",
        "complaint_phone": "099-55500145"
    })
}

fn service(code: &str, name: &str, channel: &str, steps: &Value) -> Value {
    json!({
        "item": {
            "code": code,
            "name": text(name),
            "item_type": "public_service",
            "handling": "promised",
            "audiences": ["person"],
            "topics": ["other"],
            "department": "990100-hrss",
            "region": "990100",
            "state": "in_use"
        },
        "definition": {
            "guide": guide(channel),
            "form": { "steps": steps },
            "flow": {
                "promised": { "number": 5, "unit": "working_days" },
                "statutory": { "number": 20, "unit": "working_days" }
            }
        }
    })
}

fn plain_service(number: usize) -> Value {
    let code = format!("11990100990100018P39900148{number:05}");
    service(
        &code,
        &format!("Measured service {number}"),
        "post",
        &json!([]),
    )
}

/// Every kind of plain question in turn; every third one depends on one before it.
fn large_form() -> Value {
    let every = FIELDS / CONDITIONS;
    let fields: Vec<Value> = (0..FIELDS)
        .map(|number| {
            let kind = match number % YES_NO {
                0 => json!({ "type": "yes_no" }),
                1 => json!({ "type": "text" }),
                2 => json!({ "type": "number", "min": 0, "max": 99 }),
                _ => json!({ "type": "date" }),
            };
            let mut field = json!({
                "key": key(number),
                "label": text(&format!("Question {number}")),
                "kind": kind,
                "required": true
            });
            if number % every == 1 {
                let before = key(number.saturating_sub(1) / YES_NO * YES_NO);
                field["when"] = json!(format!("{before} == true && today() > '2000-01-01'"));
            }
            field
        })
        .collect();
    let columns: Vec<Value> = (0..COLUMNS)
        .map(|column| {
            json!({
                "key": format!("c{column}"),
                "label": text(&format!("Column {column}")),
                "kind": { "type": "text" }
            })
        })
        .collect();
    let group =
        json!({ "type": "group", "row": text("Row"), "min": ROWS, "max": ROWS, "fields": columns });
    let people = json!({ "key": "people", "label": text("People"), "kind": group });
    let steps = json!([
        { "key": "large", "title": text("Large"), "sections": [{ "fields": fields }] },
        { "key": "rows", "title": text("Rows"), "sections": [{ "fields": [people] }] }
    ]);
    service(ITEM, "Measured form", "web", &steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_as_large_as_it_says() {
        let form = large_form();
        let fields = form["definition"]["form"]["steps"][0]["sections"][0]["fields"]
            .as_array()
            .unwrap();
        assert_eq!(fields.len(), FIELDS);
        let conditions = fields.iter().filter(|field| field.get("when").is_some());
        assert_eq!(conditions.count(), CONDITIONS);
    }

    #[test]
    fn a_target_is_the_most_that_is_allowed() {
        let timed = |value: f64| Timed {
            milliseconds: vec![value; 3],
            body: Vec::new(),
        };
        let rows = rows_of("step", &timed(20.0), 50.0, &timed(0.5));
        assert_eq!(rows[0].met(), Some(true));
        assert!((rows[2].value - 40.0).abs() < 1e-9);
    }
}
