//! What an officer has narrowed the inbox down to, as it stands in the address.

use chrono::NaiveDate;

use super::Pile;
use crate::cases::Light;
use crate::{AccountId, ItemCode};

/// Most filters that one officer keeps: more are not found again in a list.
pub const MAX_SAVED_FILTERS: usize = 20;

/// Most characters of the name of a kept filter.
pub const MAX_FILTER_NAME_CHARS: usize = 40;

/// A list of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InboxTab {
    /// The officer's own open cases, and those of whom the officer stands in for.
    Mine,
    /// Open cases that are nobody's.
    Unassigned,
    /// Cases of other departments whose review asks this one for a step.
    Asked,
    /// Questions of other departments that wait for this one's opinion.
    Consulted,
    /// Questions of this department that wait for the opinion of others.
    Consulting,
    /// A pile of the department.
    Pile(Pile),
}

impl InboxTab {
    /// What comes before the piles.
    const OWN: [Self; 5] = [
        Self::Mine,
        Self::Unassigned,
        Self::Asked,
        Self::Consulted,
        Self::Consulting,
    ];

    /// All, in the order of the work.
    pub fn all() -> Vec<Self> {
        let piles = Pile::ALL.map(Self::Pile);
        Self::OWN.into_iter().chain(piles).collect()
    }

    /// What stands in an address, and the last part of a Fluent key `inbox-tab-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
            Self::Asked => "asked",
            Self::Consulted => "consulted",
            Self::Consulting => "consulting",
            Self::Pile(pile) => pile.key(),
        }
    }

    /// The tab with this key.
    pub fn parse(key: &str) -> Option<Self> {
        Self::all().into_iter().find(|tab| tab.key() == key)
    }

    /// The orders in which it can be read, the usual one first: those that an index keeps.
    pub const fn orders(self) -> &'static [InboxOrder] {
        match self {
            Self::Mine | Self::Unassigned | Self::Consulted | Self::Consulting => {
                &[InboxOrder::Due]
            }
            Self::Asked => &[InboxOrder::Submitted],
            Self::Pile(Pile::Closed) => &[InboxOrder::Latest],
            Self::Pile(_) => &[InboxOrder::Due, InboxOrder::Submitted],
        }
    }

    /// Whether it lists questions between departments instead of cases.
    pub const fn is_of_questions(self) -> bool {
        matches!(self, Self::Consulted | Self::Consulting)
    }

    /// Whether filters narrow it down; what others ask is short.
    pub const fn has_filters(self) -> bool {
        !matches!(self, Self::Asked | Self::Consulted | Self::Consulting)
    }

    /// Whether its cases have a light to filter by.
    pub const fn has_lights(self) -> bool {
        self.has_filters() && !matches!(self, Self::Pile(Pile::Closed))
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InboxOrder {
    /// What is due first.
    Due,
    /// What came first.
    Submitted,
    /// What came last.
    Latest,
}

keys!(InboxOrder { Due = "due", Submitted = "submitted", Latest = "latest" });

/// A list of the inbox, narrowed down. It names no person but officers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxFilter {
    /// Which list.
    pub tab: InboxTab,
    /// Its order; always one of [`InboxTab::orders`].
    pub order: InboxOrder,
    /// Only of this service.
    pub service: Option<ItemCode>,
    /// Only with this light.
    pub light: Option<Light>,
    /// Only by this channel.
    pub channel: Option<String>,
    /// Only of this officer.
    pub assignee: Option<AccountId>,
    /// Only handed in on this day or later.
    pub from: Option<NaiveDate>,
    /// Only handed in on this day or before.
    pub until: Option<NaiveDate>,
}

impl InboxFilter {
    /// The whole of a list, in its usual order.
    pub const fn whole(tab: InboxTab) -> Self {
        let order = match tab.orders() {
            [first, ..] => *first,
            [] => InboxOrder::Due,
        };
        Self {
            tab,
            order,
            service: None,
            light: None,
            channel: None,
            assignee: None,
            from: None,
            until: None,
        }
    }

    /// Reads what stands in an address. What cannot be read, or what the list does not have, is left out: an
    /// address may be old or mistyped, and a list that is too long does no harm.
    pub fn read<'a>(value: impl Fn(&str) -> Option<&'a str>) -> Self {
        let tab = value("tab").and_then(InboxTab::parse);
        let tab = tab.unwrap_or(InboxTab::Pile(Pile::ToAccept));
        let mut filter = Self::whole(tab);
        let order = value("order").and_then(InboxOrder::parse);
        if let Some(order) = order.filter(|order| tab.orders().contains(order)) {
            filter.order = order;
        }
        if !tab.has_filters() {
            return filter;
        }
        let day = |name| value(name).and_then(|day| day.trim().parse().ok());
        filter.service = value("service").and_then(|code| ItemCode::parse(code).ok());
        filter.light = value("light")
            .and_then(Light::parse)
            .filter(|_| tab.has_lights());
        let plain = |text: &&str| text.len() <= 20 && text.bytes().all(|b| b.is_ascii_lowercase());
        filter.channel = value("channel").filter(plain).map(str::to_owned);
        let is_id = |text: &&str| {
            text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        filter.assignee = value("assignee")
            .filter(is_id)
            .filter(|_| matches!(tab, InboxTab::Pile(_)))
            .map(AccountId::new);
        filter.from = day("from");
        filter.until = day("until");
        filter
    }

    /// What stands in the address: name and value of everything that is said.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let usual = Self::whole(self.tab).order;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let said = [
            ("tab", Some(self.tab.key().to_owned())),
            (
                "order",
                (self.order != usual).then(|| self.order.key().to_owned()),
            ),
            ("service", self.service.as_ref().map(ToString::to_string)),
            ("light", self.light.map(|light| light.key().to_owned())),
            ("channel", self.channel.clone()),
            ("assignee", self.assignee.as_ref().map(ToString::to_string)),
            ("from", day(self.from)),
            ("until", day(self.until)),
        ];
        said.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Whether anything narrows the list down.
    pub fn is_narrowed(&self) -> bool {
        *self
            != Self {
                order: self.order,
                ..Self::whole(self.tab)
            }
    }
}
