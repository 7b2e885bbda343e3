//! Service items.
#![expect(
    unused_qualifications,
    reason = "the macro names the type of the parameters by its whole path"
)]

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use domain::catalogue::{Audience, CodeParty, LifeEvent, PeopleGroup, Topic};
use domain::{DepartmentCode, ItemCode};
use http::StatusCode;
use portal::catalogue::{Filter, ItemRow, ItemView};
use portal::integration::Scope;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::client::Client;
use super::guide::ItemGuide;
use super::problem::Problem;
use crate::http::Shared;

/// A text in Chinese, and in English where there is a translation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Text {
    zh: String,
    en: Option<String>,
}

impl From<&domain::Text> for Text {
    fn from(domain::Text { zh, en }: &domain::Text) -> Self {
        Self {
            zh: zh.clone(),
            en: en.clone(),
        }
    }
}

/// What to narrow the list down to.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Topic 主题, as items name it.
    topic: Option<String>,
    /// Code of the implementing department 实施主体.
    department: Option<String>,
    /// Service object 服务对象: its number in the list that `codes` names.
    audience: Option<u8>,
    /// Event of life 一件事, as items name it.
    life_event: Option<String>,
    /// Group of people 特定人群, as items name it.
    group: Option<String>,
    /// Terms that stand in the name of the item or of its department.
    q: Option<String>,
    /// Page, counted from 1.
    #[param(minimum = 1)]
    page: Option<usize>,
    /// Whose numbers are used: `standard`, which is GB/T 39046, when not said, or `platform`, the list of
    /// deployed platforms.
    codes: Option<String>,
}

/// How an item is shown.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Shown {
    /// Whose numbers are used: `standard`, which is GB/T 39046, when not said, or `platform`, the list of
    /// deployed platforms.
    codes: Option<String>,
}

/// A service item in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Item {
    /// Code of the item.
    code: String,
    name: Text,
    /// Code of the implementing department.
    department: String,
    department_name: Text,
    /// Item type 事项类型: its number in GB/T 39046.
    item_type: u8,
    /// Handling type 办件类型: 1 at once, 2 within a promised limit, 9 other.
    handling: Option<u8>,
    /// Service objects 服务对象: their numbers in the list that `codes` names.
    audiences: Vec<u8>,
    /// Topics 主题.
    topics: Vec<&'static str>,
    /// Events of life 一件事 at which it is needed.
    life_events: Vec<&'static str>,
    /// Groups of people 特定人群 that it is made for.
    groups: Vec<&'static str>,
    /// Whether it can be applied for online.
    online: bool,
    /// Whether a few questions lead to its scenario and materials 智能导办.
    guided: bool,
}

impl Item {
    fn new(row: &ItemRow, codes: CodeParty) -> Self {
        Self {
            code: row.code.to_string(),
            name: (&row.name).into(),
            department: row.department.to_string(),
            department_name: (&row.department_name).into(),
            item_type: row.item_type.code(),
            handling: row.handling.map(|handling| handling.code()),
            audiences: row
                .audiences
                .iter()
                .filter_map(|audience| audience.number(codes))
                .collect(),
            topics: row.topics.iter().map(|topic| topic.key()).collect(),
            life_events: row.life_events.iter().map(|event| event.key()).collect(),
            groups: row.groups.iter().map(|group| group.key()).collect(),
            online: row.online,
            guided: row.guided,
        }
    }
}

/// One page of a list of items.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemList {
    items: Vec<Item>,
    /// Number of items on all pages.
    total: usize,
    /// This page, counted from 1.
    page: usize,
    /// Number of pages.
    pages: usize,
}

/// A service item with everything that is published about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemDetail {
    #[serde(flatten)]
    item: Item,
    /// Name of the main item 主项 that it is a part of.
    main_item: Option<String>,
    guide: Option<ItemGuide>,
}

impl ItemDetail {
    fn new(view: ItemView, codes: CodeParty) -> Result<Self, portal::Internal> {
        let ItemView {
            row,
            main_item,
            department: _,
            departments: _,
            version,
            definition,
            changed_at: _,
        } = view;
        let guide = match (version, &definition) {
            (Some(version), Some(definition)) => {
                Some(ItemGuide::new(version, &definition.guide, codes)?)
            }
            _ => None,
        };
        Ok(Self {
            item: Item::new(&row, codes),
            main_item,
            guide,
        })
    }
}

/// Service items in use, 50 on a page. Those that can be applied for online come first.
#[utoipa::path(
    get,
    path = "/items",
    tag = "items",
    params(Wanted),
    security(("bearer" = [])),
    responses(
        (status = OK, body = ItemList),
        (status = BAD_REQUEST, description = "A parameter is unknown or has an unknown value", body = Problem, content_type = "application/problem+json"),
        (status = UNAUTHORIZED, description = "No valid token", body = Problem, content_type = "application/problem+json"),
        (status = FORBIDDEN, description = "The token lacks the scope catalogue:read", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(server): State<Shared>,
    client: Client,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<ItemList>, Problem> {
    client.with(Scope::CatalogueRead)?;
    let Query(wanted) = wanted.map_err(|_| bad("a parameter is unknown or is not a number"))?;
    let codes = party(wanted.codes.as_deref())?;
    let page = server
        .portal
        .catalogue()
        .browse(&filter(wanted, codes)?)
        .await?;
    Ok(Json(ItemList {
        items: page.rows.iter().map(|row| Item::new(row, codes)).collect(),
        total: page.total,
        page: page.page,
        pages: page.pages,
    }))
}

/// Whose numbers are asked for.
fn party(codes: Option<&str>) -> Result<CodeParty, Problem> {
    let Some(codes) = codes else {
        return Ok(CodeParty::default());
    };
    CodeParty::parse(codes).ok_or_else(|| bad("codes are those of `standard` or of `platform`"))
}

fn filter(wanted: Wanted, codes: CodeParty) -> Result<Filter, Problem> {
    let Wanted {
        topic,
        department,
        audience,
        life_event,
        group,
        q,
        page,
        codes: _,
    } = wanted;
    Ok(Filter {
        topic: topic
            .map(|key| Topic::parse(&key).ok_or_else(|| bad("there is no such topic")))
            .transpose()?,
        department: department.map(DepartmentCode::new),
        audience: audience
            .map(|code| {
                Audience::from_number(codes, code).ok_or_else(|| bad("there is no such audience"))
            })
            .transpose()?,
        life_event: life_event
            .map(|key| LifeEvent::parse(&key).ok_or_else(|| bad("there is no such event")))
            .transpose()?,
        group: group
            .map(|key| PeopleGroup::parse(&key).ok_or_else(|| bad("there is no such group")))
            .transpose()?,
        query: q,
        // 0 would ask for all at once.
        page: page.unwrap_or(1).max(1),
    })
}

fn bad(detail: &str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST).because(detail)
}

/// One service item with its guide.
#[utoipa::path(
    get,
    path = "/items/{code}",
    tag = "items",
    params(("code" = String, Path, description = "Code of the item"), Shown),
    security(("bearer" = [])),
    responses(
        (status = OK, body = ItemDetail),
        (status = BAD_REQUEST, description = "A parameter is unknown or has an unknown value", body = Problem, content_type = "application/problem+json"),
        (status = UNAUTHORIZED, description = "No valid token", body = Problem, content_type = "application/problem+json"),
        (status = FORBIDDEN, description = "The token lacks the scope catalogue:read", body = Problem, content_type = "application/problem+json"),
        (status = NOT_FOUND, description = "No such item is in use", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn one(
    State(server): State<Shared>,
    client: Client,
    Path(code): Path<String>,
    shown: Result<Query<Shown>, QueryRejection>,
) -> Result<Json<ItemDetail>, Problem> {
    client.with(Scope::CatalogueRead)?;
    let Query(shown) = shown.map_err(|_| bad("a parameter is unknown"))?;
    let codes = party(shown.codes.as_deref())?;
    let not_found = || Problem::new(StatusCode::NOT_FOUND);
    let code = ItemCode::parse(&code).map_err(|_| not_found())?;
    let item = server
        .portal
        .catalogue()
        .item(&code)
        .await?
        .ok_or_else(not_found)?;
    Ok(Json(ItemDetail::new(item, codes)?))
}
