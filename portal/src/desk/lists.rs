//! The lists of the inbox as queries. Each is a walk along one index from where the last page ended, so a page
//! costs the same whether the department has ten thousand cases or a million.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::start_of;
use domain::cases::Light;
use domain::desk::{InboxFilter, InboxOrder, InboxTab, LightThresholds, Pile};
use domain::ids::{AccountId, DepartmentCode};
use entities::service_case::{self, Column, Entity};
use entities::{case_step, consultation};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use crate::{Internal, consultations};

/// Rows of one page: what fits on a screen without scrolling far.
pub(super) const PAGE_SIZE: u64 = 20;

/// As far as cases are counted. The exact number of a long pile helps nobody, and kept counters would be one
/// row for which all submissions of a department have to queue.
pub const MAX_COUNT: u64 = 1000;

/// What a list is made for.
pub(super) struct Reader<'a> {
    /// The department.
    pub department: &'a DepartmentCode,
    /// The officer, and those for whom the officer stands in today.
    pub officers: &'a [AccountId],
    /// The dates behind the colours.
    pub thresholds: LightThresholds,
}

/// The place in a list behind which a page begins: what the list is ordered by, and the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    key: Key,
    id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Day(NaiveDate),
    Instant(DateTime<Utc>),
}

impl Cursor {
    /// Reads what stands in an address; one that cannot be read begins at the first page.
    pub fn read(text: &str, order: InboxOrder) -> Option<Self> {
        let (key, id) = text.split_once('.')?;
        let key = match order {
            InboxOrder::Due => Key::Day(key.parse().ok()?),
            _ => Key::Instant(DateTime::from_timestamp_millis(key.parse().ok()?)?),
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let id = Some(id).filter(|id| id.len() <= 64 && id.bytes().all(plain))?;
        let id = id.to_owned();
        Some(Self { key, id })
    }

    /// The place of a row; none where a row is not in this order.
    pub fn of(row: &service_case::Model, order: InboxOrder) -> Option<Self> {
        let key = match order {
            InboxOrder::Due => Key::Day(row.next_due?),
            InboxOrder::Submitted | InboxOrder::Latest => Key::Instant(row.submitted_at?),
        };
        let id = row.id.clone();
        Some(Self { key, id })
    }

    /// The place of a step that another department asks.
    pub fn of_step(step: &case_step::Model) -> Self {
        Self {
            key: Key::Instant(step.opened_at),
            id: step.case_id.clone(),
        }
    }

    /// As it stands in an address.
    pub fn text(&self) -> String {
        match self.key {
            Key::Day(day) => format!("{day}.{}", self.id),
            Key::Instant(at) => format!("{}.{}", at.timestamp_millis(), self.id),
        }
    }

    /// The place of a question between departments.
    pub fn of_question(question: &consultation::Model) -> Self {
        Self {
            key: Key::Day(question.due),
            id: question.id.clone(),
        }
    }

    /// What a row behind this place is greater than.
    pub fn values(&self) -> Expr {
        let key = match self.key {
            Key::Day(day) => Expr::value(day),
            Key::Instant(at) => Expr::value(at),
        };
        Expr::tuple([key, Expr::value(self.id.as_str())])
    }
}

/// One page of a list and one row more, by which one sees that there is another page.
pub(super) fn page(
    reader: &Reader<'_>,
    filter: &InboxFilter,
    after: Option<&Cursor>,
) -> Select<Entity> {
    let key = match filter.order {
        InboxOrder::Due => Column::NextDue,
        InboxOrder::Submitted | InboxOrder::Latest => Column::SubmittedAt,
    };
    let place = || Expr::tuple([column(key), column(Column::Id)]);
    let mut list = narrowed(reader, filter).filter(key.is_not_null());
    if filter.tab == InboxTab::Unassigned {
        // It is null in all of them. PostgreSQL follows the index only where this is said.
        list = list.order_by_asc(Column::AssigneeId);
    }
    if filter.order == InboxOrder::Latest {
        if let Some(after) = after {
            list = list.filter(place().lt(after.values()));
        }
        list = list.order_by_desc(key).order_by_desc(Column::Id);
    } else {
        if let Some(after) = after {
            list = list.filter(place().gt(after.values()));
        }
        list = list.order_by_asc(key).order_by_asc(Column::Id);
    }
    list.limit(PAGE_SIZE + 1)
}

fn column(column: Column) -> Expr {
    Expr::col((Entity, column))
}

/// A page of what other departments ask this one, and one step more.
pub(super) fn asked(
    department: &DepartmentCode,
    after: Option<&Cursor>,
) -> Select<case_step::Entity> {
    use case_step::Column;
    let mut list = all_asked(department);
    if let Some(after) = after {
        let place = Expr::tuple([
            Expr::col((case_step::Entity, Column::OpenedAt)),
            Expr::col((case_step::Entity, Column::CaseId)),
        ]);
        list = list.filter(place.gt(after.values()));
    }
    // The first is null in all of them; PostgreSQL follows the index only where it is said.
    list.order_by_asc(Column::ConcludedAt)
        .order_by_asc(Column::OpenedAt)
        .order_by_asc(Column::CaseId)
        .limit(PAGE_SIZE + 1)
}

/// One page of the questions between departments, and one row more.
pub(super) fn questions(
    department: &DepartmentCode,
    tab: InboxTab,
    after: Option<&Cursor>,
) -> Select<consultation::Entity> {
    consultations::page(department, tab, after.map(Cursor::values), PAGE_SIZE + 1)
}

fn all_asked(department: &DepartmentCode) -> Select<case_step::Entity> {
    use case_step::Column;
    case_step::Entity::find()
        .filter(Column::AskedDepartment.eq(department.as_str()))
        .filter(Column::ConcludedAt.is_null())
}

/// A list with its filters. Only what was handed in lies on a pile, and only what is open has a day on which
/// something is due.
fn narrowed(reader: &Reader<'_>, filter: &InboxFilter) -> Select<Entity> {
    let mut list = whole(reader, filter.tab);
    if let Some(service) = &filter.service {
        list = list.filter(Column::ItemCode.eq(service.as_str()));
    }
    if let Some(light) = filter.light {
        list = lit(list, light, reader.thresholds);
    }
    if let Some(channel) = &filter.channel {
        list = list.filter(Column::Channel.eq(channel));
    }
    if let Some(assignee) = &filter.assignee {
        list = list.filter(Column::AssigneeId.eq(assignee.as_str()));
    }
    if let Some(from) = filter.from {
        list = list.filter(Column::SubmittedAt.gte(start_of(from)));
    }
    if let Some(next) = filter.until.and_then(|day| day.succ_opt()) {
        list = list.filter(Column::SubmittedAt.lt(start_of(next)));
    }
    list
}

fn whole(reader: &Reader<'_>, tab: InboxTab) -> Select<Entity> {
    let own = Entity::find().filter(Column::DepartmentCode.eq(reader.department.as_str()));
    match tab {
        InboxTab::Mine => {
            let officers = reader.officers.iter().map(AccountId::as_str);
            own.filter(Column::AssigneeId.is_in(officers))
                .filter(Column::NextDue.is_not_null())
        }
        InboxTab::Unassigned => own
            .filter(Column::AssigneeId.is_null())
            .filter(Column::NextDue.is_not_null()),
        InboxTab::Pile(pile) => own.filter(Column::Pile.eq(pile.key())),
        // What others ask is found by its steps, and questions are no cases; see `asked` and `questions`.
        InboxTab::Asked | InboxTab::Consulted | InboxTab::Consulting => {
            own.filter(Expr::value(false))
        }
    }
}

fn lit(list: Select<Entity>, light: Light, thresholds: LightThresholds) -> Select<Entity> {
    let waiting = Pile::ALL
        .into_iter()
        .filter(|pile| pile.waits_for_others())
        .map(Pile::key);
    let Some((from, before)) = thresholds.range(light) else {
        return list.filter(Column::Pile.is_in(waiting));
    };
    let mut list = list.filter(Column::Pile.is_not_in(waiting));
    if let Some(from) = from {
        list = list.filter(Column::NextDue.gte(from));
    }
    if let Some(before) = before {
        list = list.filter(Column::NextDue.lt(before));
    }
    list
}

/// How many cases a whole list has, counted as far as [`MAX_COUNT`] and one more.
pub(super) async fn count(
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    tab: InboxTab,
) -> Result<u64, Internal> {
    let rows = match tab {
        InboxTab::Asked => all_asked(reader.department)
            .select_only()
            .column(case_step::Column::CaseId)
            .limit(MAX_COUNT + 1)
            .into_query(),
        InboxTab::Consulted | InboxTab::Consulting => {
            let open = consultations::count(reader.department, tab);
            open.limit(MAX_COUNT + 1).into_query()
        }
        _ => whole(reader, tab)
            .select_only()
            .column(Column::Id)
            .limit(MAX_COUNT + 1)
            .into_query(),
    };
    let counted = Query::select()
        .expr(Func::count(Expr::value(1)))
        .from_subquery(rows, "counted")
        .to_owned();
    let row = db.query_one(&counted).await?;
    let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(count.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::plans::{self, Plans};

    fn index_of(tab: InboxTab, order: InboxOrder) -> &'static str {
        match (tab, order) {
            (InboxTab::Mine | InboxTab::Unassigned, _) => {
                "idx_service_case_department_code_assignee_id_next_due_id"
            }
            (InboxTab::Asked, _) => "idx_case_step_asked_department_concluded_at_opened_at_case_id",
            (InboxTab::Consulted, _) => "idx_consultation_asked_department_closed_at_due_id",
            (InboxTab::Consulting, _) => "idx_consultation_department_code_closed_at_due_id",
            (InboxTab::Pile(_), InboxOrder::Due) => {
                "idx_service_case_department_code_pile_next_due_id"
            }
            (InboxTab::Pile(_), _) => "idx_service_case_department_code_pile_submitted_at_id",
        }
    }

    #[tokio::test]
    async fn every_list_is_a_walk_along_its_index() {
        plans::on_both(lists_walk).await;
    }

    async fn lists_walk(db: Plans) {
        let department = DepartmentCode::new("D-1");
        let officers = [AccountId::new("me")];
        let day = NaiveDate::default();
        let reader = Reader {
            department: &department,
            officers: &officers,
            thresholds: LightThresholds {
                red_before: day,
                green_from: day,
            },
        };
        for tab in InboxTab::all() {
            for order in tab.orders() {
                let filter = InboxFilter {
                    order: *order,
                    ..InboxFilter::whole(tab)
                };
                let key = match order {
                    InboxOrder::Due => Key::Day(day),
                    // A place with everything after it: where nothing is left, any index is as good.
                    InboxOrder::Latest => {
                        Key::Instant(DateTime::UNIX_EPOCH + chrono::TimeDelta::days(40_000))
                    }
                    _ => Key::Instant(DateTime::UNIX_EPOCH),
                };
                let id = "case".to_owned();
                let after = Cursor { key, id };
                let query = match tab {
                    InboxTab::Asked => asked(&department, Some(&after)).into_query(),
                    InboxTab::Consulted | InboxTab::Consulting => {
                        questions(&department, tab, Some(&after)).into_query()
                    }
                    _ => page(&reader, &filter, Some(&after)).into_query(),
                };
                let index = index_of(tab, *order);
                // One officer's own are few; every other list comes in the order of its index.
                if tab == InboxTab::Mine {
                    db.walks(&query, index).await;
                } else {
                    db.walks_in_order(&query, index).await;
                }
            }
        }
    }
}
