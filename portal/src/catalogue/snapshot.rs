//! The catalogue in memory: everything that reading pages need, loaded once per publication
//! version and shared until the next one.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use domain::calendar::Calendar;
use domain::catalogue::{
    Audience, HandlingType, ItemState, ItemType, LifeEvent, PeopleGroup, ServiceDefinition,
    ServiceItem, Topic,
};
use domain::ids::{DepartmentCode, DivisionCode, ItemCode};
use domain::text::Text;
use entities::{department, service_definition, service_item};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::Mutex;

use super::{Division, Region, calendar, divisions, filing, regions, search, store};
use crate::{Internal, Portal};

/// An implementing department 实施主体.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Code inside this portal.
    pub code: DepartmentCode,
    /// Name.
    pub name: Text,
    /// Unified social credit code 统一社会信用代码; a department without one issues no certificates.
    pub credit_code: Option<String>,
    /// The division 行政区划 that it serves.
    pub region: DivisionCode,
    /// Telephone number for the public.
    pub phone: Option<String>,
    /// Address for the public, in Chinese.
    pub address: Option<String>,
    /// Number of its items in the catalogue.
    pub items: usize,
}

/// A service item 事项 as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Implementation code.
    pub code: ItemCode,
    /// Name.
    pub name: Text,
    /// Code of the implementing department.
    pub department: DepartmentCode,
    /// Name of the implementing department.
    pub department_name: Text,
    /// Item type 事项类型.
    pub item_type: ItemType,
    /// Handling type 办件类型, where it is known.
    pub handling: Option<HandlingType>,
    /// The item has a published definition and can be applied for here.
    pub online: bool,
    /// A few questions lead to its scenario and materials 智能导办.
    pub guided: bool,
    /// Topics 主题 that it is filed under.
    pub topics: Vec<Topic>,
    /// Events of life 一件事 at which it is needed.
    pub life_events: Vec<LifeEvent>,
    /// Groups of people 特定人群 that it is made for.
    pub groups: Vec<PeopleGroup>,
    /// Audiences 服务对象 that it is for.
    pub audiences: Vec<Audience>,
}

/// One item with what is only needed inside: search forms and the definition's version.
pub(super) struct Entry {
    pub(super) row: Arc<ItemRow>,
    pub(super) main_item: Option<String>,
    pub(super) version: Option<u32>,
    /// When the item or its guide last changed.
    pub(super) changed_at: DateTime<Utc>,
    /// Name in the form that is searched.
    pub(super) name: String,
    /// Name, main item and department in the form that is searched. A term holds no white space,
    /// so the line breaks between them keep it from matching across.
    pub(super) haystack: String,
}

/// The catalogue at one publication version.
pub(super) struct Snapshot {
    version: u64,
    /// Items in use: those that can be done online first, then by department, then by name.
    pub(super) entries: Vec<Entry>,
    by_code: HashMap<ItemCode, usize>,
    /// Names of all items, also of those that are paused or cancelled.
    pub(super) names: HashMap<ItemCode, Text>,
    pub(super) departments: Vec<Department>,
    by_department: HashMap<DepartmentCode, usize>,
    /// Topics that have items, in their fixed order.
    pub(super) topics: Vec<(Topic, usize)>,
    /// The regions that departments serve, with those above them.
    pub(super) regions: Vec<Region>,
    pub(super) calendar: Arc<Calendar>,
    /// The divisions of the portal's own city.
    pub(super) divisions: Arc<Vec<Division>>,
}

impl Snapshot {
    pub(super) fn entry(&self, code: &ItemCode) -> Option<&Entry> {
        self.by_code.get(code).and_then(|at| self.entries.get(*at))
    }

    pub(super) fn department(&self, code: &DepartmentCode) -> Option<&Department> {
        self.by_department
            .get(code)
            .and_then(|at| self.departments.get(*at))
    }
}

/// Most definitions kept in memory. Each is some tens of kilobytes; a district has a few hundred
/// in use.
const MAX_DEFINITIONS: usize = 2_000;

/// What the catalogue keeps in memory between requests.
#[derive(Default)]
pub(crate) struct Cache {
    current: RwLock<Option<Arc<Snapshot>>>,
    /// Held while a snapshot is loaded, so that a crowd of readers loads it once.
    loading: Mutex<()>,
    definitions: RwLock<HashMap<(ItemCode, u32), Arc<ServiceDefinition>>>,
}

impl Cache {
    /// The snapshot of the current publication version.
    pub(super) async fn snapshot(&self, portal: &Portal) -> Result<Arc<Snapshot>, Internal> {
        let version = current_version(portal).await?;
        if let Some(snapshot) = self.at(version) {
            return Ok(snapshot);
        }
        let _loading = self.loading.lock().await;
        // Read again: while this one waited, another may have loaded this version or a newer one
        // been published. The version is read before the rows, so rows are never older than it.
        let version = current_version(portal).await?;
        if let Some(snapshot) = self.at(version) {
            return Ok(snapshot);
        }
        let snapshot = Arc::new(load(portal, version).await?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(snapshot.clone());
        Ok(snapshot)
    }

    fn at(&self, version: u64) -> Option<Arc<Snapshot>> {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .filter(|snapshot| snapshot.version == version)
            .cloned()
    }

    pub(super) fn definition(
        &self,
        item: &ItemCode,
        version: u32,
    ) -> Option<Arc<ServiceDefinition>> {
        self.definitions
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&(item.clone(), version))
            .cloned()
    }

    /// Keeps a definition. A published version never changes, so it never goes stale; when there
    /// are too many, all go, and those in use come back with the next requests.
    pub(super) fn keep(&self, item: &ItemCode, version: u32, definition: &Arc<ServiceDefinition>) {
        let mut definitions = self
            .definitions
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if definitions.len() >= MAX_DEFINITIONS {
            definitions.clear();
        }
        definitions.insert((item.clone(), version), definition.clone());
    }
}

/// The publication version from memory; looked up while nothing has been published or looked up,
/// as on a fresh node.
async fn current_version(portal: &Portal) -> Result<u64, Internal> {
    match portal.publication().current() {
        0 => portal.publication().refresh(portal.db()).await,
        version => Ok(version),
    }
}

async fn load(portal: &Portal, version: u64) -> Result<Snapshot, Internal> {
    let db = portal.db().read();
    let departments = department::Entity::find()
        .order_by_asc(department::Column::Sort)
        .order_by_asc(department::Column::Code)
        .all(db)
        .await?;
    let mut filings = filing::all(db).await?;
    let described = versions_with(db, service_definition::Column::Online.eq(false)).await?;
    let guided = versions_with(db, service_definition::Column::Guided.eq(true)).await?;
    let items = service_item::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            let filing = filings.remove(&row.code).unwrap_or_default();
            let changed_at = row.updated_at;
            let item = store::service_item(row, filing)?;
            let published = item
                .published_version
                .map(|version| (item.code.as_str().to_owned(), version));
            let is_online = |published| !described.contains(published);
            Ok(Listed {
                online: published.as_ref().is_some_and(is_online),
                guided: published.is_some_and(|published| guided.contains(&published)),
                item,
                changed_at,
            })
        })
        .collect::<Result<Vec<_>, Internal>>()?;
    let calendar = Arc::new(calendar::load(db).await?);
    let divisions = Arc::new(divisions::of_city(db, &portal.settings().region).await?);
    let mut snapshot = assemble(version, departments, items, calendar);
    snapshot.divisions = divisions;
    snapshot.regions = regions::load(db, &snapshot.departments).await?;
    Ok(snapshot)
}

/// An item with what the list says of it beside.
struct Listed {
    item: ServiceItem,
    online: bool,
    guided: bool,
    changed_at: DateTime<Utc>,
}

/// The published versions of which this holds.
async fn versions_with(
    db: &impl ConnectionTrait,
    condition: SimpleExpr,
) -> Result<HashSet<(String, u32)>, Internal> {
    use service_definition::Column;
    let rows: Vec<(String, i32)> = service_definition::Entity::find()
        .select_only()
        .columns([Column::ItemCode, Column::Version])
        .filter(condition)
        .into_tuple()
        .all(db)
        .await?;
    let negative = |_| Internal::new("a stored version is negative");
    rows.into_iter()
        .map(|(item, version)| Ok((item, u32::try_from(version).map_err(negative)?)))
        .collect()
}

fn assemble(
    version: u64,
    rows: Vec<department::Model>,
    items: Vec<Listed>,
    calendar: Arc<Calendar>,
) -> Snapshot {
    let mut departments: Vec<Department> = rows.into_iter().map(department).collect();
    let by_department: HashMap<DepartmentCode, usize> = departments
        .iter()
        .enumerate()
        .map(|(at, one)| (one.code.clone(), at))
        .collect();
    let names = items
        .iter()
        .map(|Listed { item, .. }| (item.code.clone(), item.name.clone()))
        .collect();
    let mut entries: Vec<Entry> = items
        .into_iter()
        .filter(|listed| listed.item.state == ItemState::InUse)
        .map(|listed| {
            let department = by_department
                .get(&listed.item.department)
                .and_then(|at| departments.get(*at));
            entry(listed, department)
        })
        .collect();
    entries.sort_by(|a, b| {
        let key = |entry: &Entry| {
            (
                !entry.row.online,
                by_department.get(&entry.row.department).copied(),
            )
        };
        key(a)
            .cmp(&key(b))
            .then_with(|| a.row.name.zh.cmp(&b.row.name.zh))
            .then_with(|| a.row.code.as_str().cmp(b.row.code.as_str()))
    });
    for entry in &entries {
        if let Some(department) = by_department
            .get(&entry.row.department)
            .and_then(|at| departments.get_mut(*at))
        {
            department.items += 1;
        }
    }
    let by_code = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.row.code.clone(), at))
        .collect();
    let topics = count_topics(&entries);
    Snapshot {
        version,
        entries,
        by_code,
        names,
        departments,
        by_department,
        topics,
        regions: Vec::new(),
        calendar,
        divisions: Arc::default(),
    }
}

fn department(row: department::Model) -> Department {
    Department {
        code: DepartmentCode::new(row.code),
        name: Text {
            zh: row.name_zh,
            en: row.name_en,
        },
        credit_code: row.credit_code,
        region: DivisionCode::new(row.region),
        phone: row.phone,
        address: row.address,
        items: 0,
    }
}

fn entry(listed: Listed, department: Option<&Department>) -> Entry {
    let Listed {
        item,
        online,
        guided,
        changed_at,
    } = listed;
    let department_name = department.map_or_else(
        || Text::zh(item.department.as_str()),
        |department| department.name.clone(),
    );
    let name = search::normalise(&item.name.zh);
    let mut haystack = name.clone();
    let others = [
        item.name.en.as_deref(),
        item.main_item.as_deref(),
        Some(department_name.zh.as_str()),
        department_name.en.as_deref(),
    ];
    for other in others.into_iter().flatten() {
        haystack.push('\n');
        haystack.push_str(&search::normalise(other));
    }
    let row = ItemRow {
        code: item.code,
        name: item.name,
        department: item.department,
        department_name,
        item_type: item.item_type,
        handling: item.handling,
        online,
        guided,
        topics: item.topics,
        life_events: item.life_events,
        groups: item.groups,
        audiences: item.audiences,
    };
    Entry {
        row: Arc::new(row),
        main_item: item.main_item,
        version: item.published_version,
        changed_at,
        name,
        haystack,
    }
}

fn count_topics(entries: &[Entry]) -> Vec<(Topic, usize)> {
    Topic::ALL
        .iter()
        .map(|topic| {
            let count = entries
                .iter()
                .filter(|entry| entry.row.topics.contains(topic))
                .count();
            (*topic, count)
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}
