//! Made-up applicants, each told by a running number.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::Locale;
use domain::desk::normal_name;
use domain::identity::{MobilePhone, ResidentId};
use entities::account;
use portal::accounts::Citizen;
use portal::sealing::Keys;
use sea_orm::Set;

/// One person of so many has the same name: ten times as often as the most frequent name of a real city.
const NAMESAKES: usize = 500;
/// That name.
pub const FREQUENT: &str = "王芳";

const SURNAMES: [&str; 20] = [
    "林", "周", "陈", "赵", "孙", "吴", "郑", "冯", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦",
    "尤", "许", "何", "吕",
];
const LETTERS: [&str; 50] = [
    "安", "博", "晨", "丹", "恩", "帆", "国", "涵", "嘉", "凯", "兰", "敏", "宁", "鹏", "琪", "然",
    "思", "涛", "文", "欣", "雅", "泽", "志", "子", "梓", "一", "以", "言", "彦", "燕", "阳", "怡",
    "逸", "英", "颖", "永", "宇", "雨", "玉", "元", "远", "月", "云", "芸", "哲", "真", "正", "知",
    "中", "舟",
];

/// A person.
pub struct Person(pub usize);

impl Person {
    /// The account.
    pub fn id(&self) -> String {
        format!("applicant-{}", self.0)
    }

    /// The person of an account; none of those that were not made here.
    pub fn of(id: &str) -> Option<Self> {
        Some(Self(id.strip_prefix("applicant-")?.parse().ok()?))
    }

    /// Whether it has the name of many.
    pub fn is_namesake(&self) -> bool {
        self.0.is_multiple_of(NAMESAKES)
    }

    pub fn name(&self) -> String {
        if self.is_namesake() {
            return FREQUENT.to_owned();
        }
        let rest = self.0 / SURNAMES.len();
        let (first, second) = (rest % LETTERS.len(), rest / LETTERS.len() % LETTERS.len());
        let surname = SURNAMES[self.0 % SURNAMES.len()];
        format!("{surname}{}{}", LETTERS[first], LETTERS[second])
    }

    pub fn phone(&self) -> MobilePhone {
        MobilePhone::parse(&format!("138{:08}", self.0)).expect("a mobile number")
    }

    pub fn resident_id(&self) -> ResidentId {
        let day = NaiveDate::from_ymd_opt(1950, 1, 1).expect("a day");
        let birth = day + Days::new(self.0 as u64 % 18_000);
        let sequence = u16::try_from(self.0 / 18_000).expect("a small number");
        ResidentId::compose("990100", birth, sequence).expect("an identity number")
    }

    /// The person, signed in.
    pub fn citizen(&self) -> Citizen {
        Citizen {
            attended_by: None,
            id: domain::AccountId::new(self.id()),
            name: self.name(),
            locale: Locale::ZhHans,
        }
    }

    /// What the person's cases are found by, as the desk makes it.
    pub fn words(&self, keys: &Keys) -> [Vec<u8>; 3] {
        let index = |word: &str| keys.blind_index("case-search", word);
        [
            index(&normal_name(&self.name())),
            index(self.resident_id().as_str()),
            index(self.phone().as_str()),
        ]
    }

    /// The account, into which nobody can sign in.
    pub fn account(&self, keys: &Keys, at: DateTime<Utc>) -> account::ActiveModel {
        let id = self.id();
        let seal = |column, text: &str| {
            let sealed = keys.seal_text("account", column, &id, text);
            sealed.expect("a sealed value")
        };
        let number = self.resident_id();
        account::ActiveModel {
            kind: Set("citizen".to_owned()),
            login_index: Set(keys.blind_index("login", &id)),
            email: Set(Some(seal("email", &format!("{id}@example.com")))),
            phone: Set(Some(seal("phone", self.phone().as_str()))),
            name: Set(seal("name", &self.name())),
            resident_index: Set(Some(keys.blind_index("resident-id", number.as_str()))),
            resident_id: Set(Some(seal("resident_id", number.as_str()))),
            password_hash: Set(String::new()),
            locale: Set("zh-Hans".to_owned()),
            failed_count: Set(0),
            locked_until: Set(None),
            created_at: Set(at),
            disabled: Set(false),
            id: Set(id),
        }
    }
}
