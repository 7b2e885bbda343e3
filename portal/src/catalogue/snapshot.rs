//! The catalogue in memory: everything that reading pages need, loaded once per publication
//! version and shared until the next one.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use domain::calendar::Calendar;
use domain::catalogue::{
    Audience, HandlingType, ItemState, ItemType, ServiceDefinition, ServiceItem, Topic,
};
use domain::ids::{DepartmentCode, ItemCode};
use domain::text::Text;
use entities::{department, item_topic, service_definition, service_item};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::Mutex;

use super::{Division, calendar, divisions, search, store};
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
    /// Topics 主题 that it is filed under.
    pub topics: Vec<Topic>,
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
    let mut topics: HashMap<String, Vec<Topic>> = HashMap::new();
    for row in item_topic::Entity::find().all(db).await? {
        let topic = Topic::parse(&row.topic).ok_or(Internal::new("a stored topic is unknown"))?;
        topics.entry(row.item_code).or_default().push(topic);
    }
    let described = described_only(db).await?;
    let items = service_item::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            let mut topics = topics.remove(&row.code).unwrap_or_default();
            topics.sort_by_key(|topic| place(*topic));
            let changed_at = row.updated_at;
            let item = store::service_item(row, topics)?;
            let online = item.published_version.is_some_and(|version| {
                !described.contains(&(item.code.as_str().to_owned(), version))
            });
            Ok(Listed {
                item,
                online,
                changed_at,
            })
        })
        .collect::<Result<Vec<_>, Internal>>()?;
    let calendar = Arc::new(calendar::load(db).await?);
    let divisions = Arc::new(divisions::of_city(db, &portal.settings().region).await?);
    let mut snapshot = assemble(version, departments, items, calendar);
    snapshot.divisions = divisions;
    Ok(snapshot)
}

/// An item with what the list says of it beside.
struct Listed {
    item: ServiceItem,
    online: bool,
    changed_at: DateTime<Utc>,
}

/// The versions that describe a service and have no form.
async fn described_only(db: &impl ConnectionTrait) -> Result<HashSet<(String, u32)>, Internal> {
    use service_definition::Column;
    let rows: Vec<(String, i32)> = service_definition::Entity::find()
        .select_only()
        .columns([Column::ItemCode, Column::Version])
        .filter(Column::Online.eq(false))
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
        phone: row.phone,
        address: row.address,
        items: 0,
    }
}

fn entry(listed: Listed, department: Option<&Department>) -> Entry {
    let Listed {
        item,
        online,
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
        topics: item.topics,
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

fn place(topic: Topic) -> usize {
    Topic::ALL
        .iter()
        .position(|one| *one == topic)
        .unwrap_or(usize::MAX)
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
