//! A citizen of the demonstration city with a browser: registers, fills in an application, submits it.
//! Everything goes the way that a person's own would go, by HTTP.

use anyhow::{Context, Result, bail, ensure};

use super::forms::Body;
use super::http::{Answer, Connection, Cookies};

/// The service that is applied for: a promised case 承诺件 of the demonstration city whose form asks
/// for no file (flexible workers' insurance 灵活就业人员参保).
const ITEM: &str = "11990100990100018P3002014001005";

/// Where the applicants live: a region that no real identity number begins with.
const REGION: &str = "990102";

/// Sequences of one birth date.
const PER_DAY: u32 = 999;

const PASSWORD: &str = "Tongban-measure-2026";

/// A citizen who is signed in.
#[derive(Clone)]
pub struct Citizen {
    cookies: Cookies,
    resident_id: String,
}

impl Citizen {
    /// Registers the `number`-th citizen, which signs in as well.
    ///
    /// # Errors
    /// When the portal does not open the account.
    pub fn register(connection: &mut Connection, number: u32) -> Result<Self> {
        let resident_id = resident_id(number);
        let mut cookies = Cookies::default();
        let form = Body::form(&[
            ("name", "Measuring Citizen"),
            ("resident_id", &resident_id),
            ("phone", &format!("199{number:08}")),
            ("email", &format!("citizen-{number}@example.com")),
            ("password", PASSWORD),
        ]);
        let answer = connection.post(&mut cookies, "/do/register", &form)?;
        ensure!(
            led_to(&answer)? == "/cases",
            "registering citizen {number} led to {:?}",
            answer.location
        );
        Ok(Self {
            cookies,
            resident_id,
        })
    }

    /// Starts an application for a service, or goes on with the draft that is open. Returns the id of the
    /// case.
    ///
    /// # Errors
    /// When the portal does not start it.
    pub fn start(&mut self, connection: &mut Connection, item: &str) -> Result<String> {
        let start = Body::form(&[("item", item)]);
        let answer = connection.post(&mut self.cookies, "/do/start", &start)?;
        let first = led_to(&answer)?;
        let case = first
            .strip_prefix("/cases/")
            .and_then(|rest| rest.split('/').next())
            .with_context(|| format!("starting led to {first}"))?;
        Ok(case.to_owned())
    }

    /// What the browser of this citizen sends along.
    pub fn cookies_mut(&mut self) -> &mut Cookies {
        &mut self.cookies
    }

    /// Starts an application, or goes on with the draft that is open, and fills in every step.
    /// Returns the id of the case.
    ///
    /// # Errors
    /// When a step is not taken: the form of the service has changed and this file has to follow.
    pub fn fill_in(&mut self, connection: &mut Connection) -> Result<String> {
        let case = self.start(connection, ITEM)?;
        let resident_id = self.resident_id.clone();
        let steps = steps(&resident_id);
        for (step, answers) in &steps {
            let mut fields = vec![("case", case.as_str()), ("step", step)];
            fields.extend(answers);
            let form = Body::multipart(&fields);
            let answer = connection.post(&mut self.cookies, "/do/save-step", &form)?;
            let next = led_to(&answer)?;
            ensure!(
                !next.contains("check=") && !next.contains("more="),
                "the portal does not take the step {step}: it leads to {next}"
            );
        }
        Ok(case)
    }

    /// What the citizen's browser remembers.
    pub fn cookies(&self) -> &Cookies {
        &self.cookies
    }

    /// Submits a case. Returns once the portal has acknowledged it.
    ///
    /// # Errors
    /// When it does not.
    pub fn submit(&mut self, connection: &mut Connection, case: &str) -> Result<()> {
        let form = Body::form(&[("case", case), ("declared", "yes")]);
        let answer = connection.post(&mut self.cookies, "/do/submit", &form)?;
        let receipt = led_to(&answer)?;
        ensure!(
            receipt == receipt_of(case),
            "submitting {case} led to {receipt}"
        );
        Ok(())
    }

    /// The number on the receipt of a submitted case.
    ///
    /// # Errors
    /// When there is none.
    pub fn number(&mut self, connection: &mut Connection, case: &str) -> Result<String> {
        let answer = connection.get(&mut self.cookies, &receipt_of(case))?;
        let page = String::from_utf8_lossy(&answer.body);
        case_number(&page).with_context(|| {
            let status = answer.status;
            format!("the receipt of {case} ({status}) shows no number")
        })
    }
}

fn receipt_of(case: &str) -> String {
    format!("/cases/{case}/receipt")
}

/// The answers of each step: those of a courier without any entry in a register, whose every answer
/// is typed.
fn steps(resident_id: &str) -> [(&'static str, Vec<(&'static str, &str)>); 4] {
    [
        (
            "person",
            vec![
                ("name", "Measuring Citizen"),
                ("resident_id", resident_id),
                ("sex", "female"),
                ("birth_date", "1990-01-01"),
                ("phone", "19900000000"),
                ("home_address", "1 Heshun Avenue"),
            ],
        ),
        (
            "work",
            vec![
                ("work_kind", "platform"),
                ("platform_name", "Courier"),
                ("employer_pays", "no"),
            ],
        ),
        (
            "insurance",
            vec![
                ("insurances", "pension"),
                ("insurances", "medical"),
                ("pension_level", "60"),
                ("medical_account", "with"),
                ("start", "next_month"),
                ("paid_elsewhere", "no"),
            ],
        ),
        (
            "payment",
            vec![("payment_way", "self"), ("commitment", "agreed")],
        ),
    ]
}

/// Where a door leads; every door leads somewhere.
fn led_to(answer: &Answer) -> Result<String> {
    match (answer.status, &answer.location) {
        (303, Some(location)) => Ok(location.clone()),
        (status, _) => bail!("the portal answered {status}"),
    }
}

/// The first case number 办件编号 in a page: twenty digits and a check character.
fn case_number(page: &str) -> Option<String> {
    page.split(|character: char| !character.is_ascii_alphanumeric())
        .find(|word| {
            word.len() == 21
                && word[..20].bytes().all(|byte| byte.is_ascii_digit())
                && !word.ends_with(|last: char| last.is_ascii_lowercase())
        })
        .map(str::to_owned)
}

/// The identity number of the `number`-th citizen (GB 11643: region, birth date, sequence, check digit
/// by ISO 7064 MOD 11-2).
fn resident_id(number: u32) -> String {
    let (year, sequence) = (1960 + number / PER_DAY, 1 + number % PER_DAY);
    let body = format!("{REGION}{year}0101{sequence:03}");
    let sum: u32 = body
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .fold(0, |sum, digit| (sum + digit) * 2 % 11);
    let check = match (12 - sum) % 11 {
        10 => 'X',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    format!("{body}{check}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_numbers_have_the_right_check_digit_and_differ() {
        // The weights of the standard's own table.
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        const CHECKS: &str = "10X98765432";
        for number in [0, 1, 998, 999, 1000, 5000] {
            let id = resident_id(number);
            assert_eq!(id.len(), 18, "{id}");
            let sum: u32 = id
                .chars()
                .zip(WEIGHTS)
                .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight)
                .sum();
            let check = CHECKS.chars().nth(usize::try_from(sum % 11).unwrap());
            assert_eq!(id.chars().last(), check, "{id}");
        }
        assert_ne!(resident_id(1), resident_id(2));
        assert_ne!(resident_id(0), resident_id(PER_DAY));
    }

    #[test]
    fn a_number_is_found_among_others() {
        let page = "<p>19900000000</p><p class=\"number\">99010020261121000017K</p><p>2</p>";
        assert_eq!(case_number(page).as_deref(), Some("99010020261121000017K"));
        assert_eq!(case_number("0192f0c4-7e1a-7abc-8def-000000000000"), None);
    }

    #[test]
    fn only_the_way_on_counts_as_done() {
        let answer = |status, location: Option<&str>| Answer {
            status,
            location: location.map(str::to_owned),
            body: Vec::new(),
        };
        assert_eq!(led_to(&answer(303, Some("/cases"))).unwrap(), "/cases");
        assert!(led_to(&answer(200, None)).is_err());
        assert!(led_to(&answer(503, Some("/cases"))).is_err());
    }
}
