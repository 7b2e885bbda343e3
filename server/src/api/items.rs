//! Service items.
#![expect(
    unused_qualifications,
    reason = "the macro names the type of the parameters by its whole path"
)]

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use domain::calendar::TimeLimit;
use domain::catalogue::{Audience, Guide, GuideMaterial, Topic};
use domain::{DepartmentCode, ItemCode};
use http::StatusCode;
use portal::catalogue::{Filter, ItemRow, ItemView};
use portal::integration::Scope;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::client::Client;
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
    /// Service object 服务对象: its number in GB/T 39046.
    audience: Option<u8>,
    /// Terms that stand in the name of the item or of its department.
    q: Option<String>,
    /// Page, counted from 1.
    #[param(minimum = 1)]
    page: Option<usize>,
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
    /// Service objects 服务对象: their numbers in GB/T 39046.
    audiences: Vec<u8>,
    /// Topics 主题.
    topics: Vec<&'static str>,
    /// Whether it can be applied for online.
    online: bool,
}

impl From<&ItemRow> for Item {
    fn from(row: &ItemRow) -> Self {
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
                .map(|audience| audience.code())
                .collect(),
            topics: row.topics.iter().map(|topic| topic.key()).collect(),
            online: row.online,
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

/// A time limit with its unit: `working_days`, `natural_days`, `hours`, `months` or `years`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Limit {
    number: u32,
    unit: serde_json::Value,
}

impl TryFrom<TimeLimit> for Limit {
    type Error = portal::Internal;

    fn try_from(limit: TimeLimit) -> Result<Self, Self::Error> {
        Ok(Self {
            number: limit.number,
            unit: serde_json::to_value(limit.unit)?,
        })
    }
}

/// A material 材料 of a guide.
#[derive(Debug, Serialize, ToSchema)]
pub struct Material {
    name: Text,
    /// `required`, `optional` or `deferred` 容缺.
    necessity: serde_json::Value,
    /// How it need not be handed in 免提交, where it need not.
    exempt: Option<Text>,
}

impl TryFrom<&GuideMaterial> for Material {
    type Error = portal::Internal;

    fn try_from(material: &GuideMaterial) -> Result<Self, Self::Error> {
        Ok(Self {
            name: (&material.name).into(),
            necessity: serde_json::to_value(material.necessity)?,
            exempt: material.exempt.as_ref().map(Text::from),
        })
    }
}

/// The guide 办事指南 of an item that can be applied for online.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemGuide {
    /// Version of the definition that new cases start on.
    version: u32,
    summary: Text,
    /// Conditions of acceptance 受理条件.
    conditions: Vec<Text>,
    materials: Vec<Material>,
    /// Promised limit 承诺时限.
    promised: Limit,
    /// Statutory limit 法定时限.
    statutory: Limit,
    /// Whether it costs nothing.
    free: bool,
    /// How often the applicant has to come in person.
    on_site_visits: u8,
    /// Telephone for questions.
    consult_phone: String,
}

impl ItemGuide {
    fn new(version: u32, guide: &Guide) -> Result<Self, portal::Internal> {
        Ok(Self {
            version,
            summary: (&guide.summary).into(),
            conditions: guide.conditions.iter().map(Text::from).collect(),
            materials: guide
                .materials
                .iter()
                .map(Material::try_from)
                .collect::<Result<_, _>>()?,
            promised: guide.promised.try_into()?,
            statutory: guide.statutory.try_into()?,
            free: guide.fees.is_empty(),
            on_site_visits: guide.on_site_visits,
            consult_phone: guide.consult_phone.clone(),
        })
    }
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

impl TryFrom<ItemView> for ItemDetail {
    type Error = portal::Internal;

    fn try_from(view: ItemView) -> Result<Self, Self::Error> {
        let ItemView {
            row,
            main_item,
            department: _,
            version,
            definition,
            changed_at: _,
        } = view;
        let guide = match (version, &definition) {
            (Some(version), Some(definition)) => Some(ItemGuide::new(version, &definition.guide)?),
            _ => None,
        };
        Ok(Self {
            item: row.as_ref().into(),
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
    let page = server.portal.catalogue().browse(&filter(wanted)?).await?;
    Ok(Json(ItemList {
        items: page.rows.iter().map(|row| row.as_ref().into()).collect(),
        total: page.total,
        page: page.page,
        pages: page.pages,
    }))
}

fn filter(wanted: Wanted) -> Result<Filter, Problem> {
    let Wanted {
        topic,
        department,
        audience,
        q,
        page,
    } = wanted;
    Ok(Filter {
        topic: topic
            .map(|key| Topic::parse(&key).ok_or_else(|| bad("there is no such topic")))
            .transpose()?,
        department: department.map(DepartmentCode::new),
        audience: audience
            .map(|code| Audience::from_code(code).ok_or_else(|| bad("there is no such audience")))
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
    params(("code" = String, Path, description = "Code of the item")),
    security(("bearer" = [])),
    responses(
        (status = OK, body = ItemDetail),
        (status = UNAUTHORIZED, description = "No valid token", body = Problem, content_type = "application/problem+json"),
        (status = FORBIDDEN, description = "The token lacks the scope catalogue:read", body = Problem, content_type = "application/problem+json"),
        (status = NOT_FOUND, description = "No such item is in use", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn one(
    State(server): State<Shared>,
    client: Client,
    Path(code): Path<String>,
) -> Result<Json<ItemDetail>, Problem> {
    client.with(Scope::CatalogueRead)?;
    let not_found = || Problem::new(StatusCode::NOT_FOUND);
    let code = ItemCode::parse(&code).map_err(|_| not_found())?;
    let item = server
        .portal
        .catalogue()
        .item(&code)
        .await?
        .ok_or_else(not_found)?;
    Ok(Json(item.try_into()?))
}
