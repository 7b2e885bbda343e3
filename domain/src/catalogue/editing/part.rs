//! The parts of a service that are edited on a page each, and where each lies in the document.

use std::fmt;

/// Most levels of questions: one on a page, one in a row, one in a row of that row.
const MAX_LEVELS: usize = 3;

/// A part of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Name, type, audiences, topics.
    Basics,
    /// What the guide says in words, its limits, the law and the result.
    Guide,
    /// Whose power it is, and how far it reaches.
    Authority,
    /// Conditions of acceptance, rights and duties.
    Conditions,
    /// What has to be handed in.
    Materials,
    /// Ways to apply, counters and hours.
    Places,
    /// Fees.
    Fees,
    /// Questions and answers.
    Faq,
    /// The steps of the procedure.
    Procedure,
    /// Early decisions: who cannot apply, and the scenarios.
    Choice,
    /// The list of the form's pages.
    Form,
    /// One page of the form; places count from 1.
    Page(usize),
    /// One question.
    Field(FieldPlace),
    /// How the office handles it, and what it issues.
    Handling,
}

/// Where a question stands; places count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPlace {
    /// The page.
    pub page: usize,
    /// The section of the page.
    pub section: usize,
    /// The question, and the questions of rows inside it.
    pub levels: Vec<usize>,
}

impl Part {
    /// The parts that every service has, in the order of the work.
    pub const ALL: [Self; 12] = [
        Self::Basics,
        Self::Guide,
        Self::Conditions,
        Self::Materials,
        Self::Places,
        Self::Fees,
        Self::Procedure,
        Self::Faq,
        Self::Authority,
        Self::Form,
        Self::Choice,
        Self::Handling,
    ];

    /// The name of the kind of part, as in its Fluent keys.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Guide => "guide",
            Self::Authority => "authority",
            Self::Conditions => "conditions",
            Self::Materials => "materials",
            Self::Places => "places",
            Self::Fees => "fees",
            Self::Faq => "faq",
            Self::Procedure => "procedure",
            Self::Choice => "choice",
            Self::Form => "form",
            Self::Page(_) => "page",
            Self::Field(_) => "field",
            Self::Handling => "handling",
        }
    }

    /// Reads a part as it stands in an address, such as `materials`, `page-2` or `field-2-1-3`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(part) = Self::ALL.into_iter().find(|part| part.key() == text) {
            return Some(part);
        }
        let (kind, places) = text.split_once('-')?;
        let places: Option<Vec<usize>> = places
            .split('-')
            .map(|place| place.parse().ok().filter(|place| *place > 0))
            .collect();
        match (kind, places?.as_slice()) {
            ("page", [page]) => Some(Self::Page(*page)),
            ("field", [page, section, levels @ ..]) if (1..=MAX_LEVELS).contains(&levels.len()) => {
                Some(Self::Field(FieldPlace {
                    page: *page,
                    section: *section,
                    levels: levels.to_vec(),
                }))
            }
            _ => None,
        }
    }

    /// Where it lies in the document of item and definition (RFC 6901).
    pub fn pointer(&self) -> String {
        match self {
            Self::Basics => "/item".to_owned(),
            Self::Handling => "/definition".to_owned(),
            Self::Choice => "/definition/choice".to_owned(),
            Self::Form => "/definition/form".to_owned(),
            Self::Page(page) => format!("/definition/form/steps/{}", page.saturating_sub(1)),
            Self::Field(place) => place.pointer(),
            _ => "/definition/guide".to_owned(),
        }
    }

    /// The part above it, where its page leads back to.
    pub fn above(&self) -> Option<Self> {
        match self {
            Self::Page(_) => Some(Self::Form),
            Self::Field(place) => Some(match place.levels.split_last() {
                Some((_, around)) if !around.is_empty() => Self::Field(FieldPlace {
                    levels: around.to_vec(),
                    ..place.clone()
                }),
                _ => Self::Page(place.page),
            }),
            _ => None,
        }
    }

    /// The part that an entry of one of its lists is, `list` being the list's name in this part; `None`
    /// where entries have no page of their own.
    pub fn entry(&self, list: &str, place: usize) -> Option<Self> {
        match self {
            Self::Form if list == "steps" => Some(Self::Page(place + 1)),
            Self::Page(page) => {
                let section = list.strip_prefix("sections/")?.strip_suffix("/fields")?;
                let section: usize = section.parse().ok()?;
                Some(Self::Field(FieldPlace {
                    page: *page,
                    section: section + 1,
                    levels: vec![place + 1],
                }))
            }
            Self::Field(around) if list == "kind/fields" && around.levels.len() < MAX_LEVELS => {
                let mut levels = around.levels.clone();
                levels.push(place + 1);
                Some(Self::Field(FieldPlace {
                    levels,
                    ..around.clone()
                }))
            }
            _ => None,
        }
    }
}

impl FieldPlace {
    fn pointer(&self) -> String {
        let mut pointer = format!(
            "/definition/form/steps/{}/sections/{}",
            self.page.saturating_sub(1),
            self.section.saturating_sub(1)
        );
        for (depth, level) in self.levels.iter().enumerate() {
            let list = if depth == 0 { "fields" } else { "kind/fields" };
            pointer.push_str(&format!("/{list}/{}", level.saturating_sub(1)));
        }
        pointer
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self {
            Self::Page(page) => write!(f, "-{page}"),
            Self::Field(place) => {
                write!(f, "-{}-{}", place.page, place.section)?;
                place
                    .levels
                    .iter()
                    .try_for_each(|level| write!(f, "-{level}"))
            }
            _ => Ok(()),
        }
    }
}
