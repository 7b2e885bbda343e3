//! Topics (主题): the words under which people look for a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A topic.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 生育收养.
    Birth,
    /// 教育科研.
    Education,
    /// 就业创业.
    Employment,
    /// 社会保障.
    SocialSecurity,
    /// 医疗医保.
    MedicalInsurance,
    /// 户籍身份.
    Household,
    /// 住房不动产.
    Housing,
    /// 交通出行.
    Transport,
    /// 婚姻登记.
    Marriage,
    /// 离退休与身后.
    Retirement,
    /// 残疾人与优抚救助.
    Disability,
    /// 经营许可.
    Business,
    /// 税务.
    Tax,
    /// 证件办理.
    Certificates,
    /// 其他.
    Other,
}

keys!(Topic {
    Birth = "birth",
    Education = "education",
    Employment = "employment",
    SocialSecurity = "social_security",
    MedicalInsurance = "medical_insurance",
    Household = "household",
    Housing = "housing",
    Transport = "transport",
    Marriage = "marriage",
    Retirement = "retirement",
    Disability = "disability",
    Business = "business",
    Tax = "tax",
    Certificates = "certificates",
    Other = "other",
});

/// An event of a life or of a business (国办发〔2025〕24号) at which people need a service.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LifeEvent {
    /// 出生.
    Birth,
    /// 教育.
    School,
    /// 就业.
    Work,
    /// 生活.
    Living,
    /// 置业.
    Home,
    /// 出行.
    Travel,
    /// 就医.
    Care,
    /// 救助.
    Aid,
    /// 养老.
    OldAge,
    /// 身后.
    Death,
    /// 准入准营.
    Opening,
    /// 招聘用工.
    Hiring,
    /// 经营发展.
    Running,
    /// 工程建设.
    Building,
    /// 注销退出.
    Closing,
}

keys!(LifeEvent {
    Birth = "birth",
    School = "school",
    Work = "work",
    Living = "living",
    Home = "home",
    Travel = "travel",
    Care = "care",
    Aid = "aid",
    OldAge = "old_age",
    Death = "death",
    Opening = "opening",
    Hiring = "hiring",
    Running = "running",
    Building = "building",
    Closing = "closing",
});

impl LifeEvent {
    /// Whether it happens to a business and not to a person.
    pub const fn is_of_business(self) -> bool {
        matches!(
            self,
            Self::Opening | Self::Hiring | Self::Running | Self::Building | Self::Closing
        )
    }
}

/// A group of people that services are made for (特定人群).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PeopleGroup {
    /// 老年人.
    Elderly,
    /// 残疾人.
    Disabled,
    /// 婴幼儿和家长.
    Parents,
    /// 学生.
    Students,
    /// 求职者.
    JobSeekers,
    /// 退役军人.
    Veterans,
    /// 低收入家庭.
    LowIncome,
    /// 新市民.
    Newcomers,
    /// 港澳台居民和外国人.
    FromOutside,
}

keys!(PeopleGroup {
    Elderly = "elderly",
    Disabled = "disabled",
    Parents = "parents",
    Students = "students",
    JobSeekers = "job_seekers",
    Veterans = "veterans",
    LowIncome = "low_income",
    Newcomers = "newcomers",
    FromOutside = "from_outside",
});

/// Words in the name of an item that put it under a topic. An item can have several topics.
const NAME_WORDS: [(Topic, &str); 14] = [
    (
        Topic::Birth,
        "生育 新生儿 出生 收养 婚前医学 母婴 预防接种 弃婴 育儿",
    ),
    (
        Topic::Education,
        "入学 学校 学籍 学生 教师 教育 幼儿园 助学 招生 学历 学位 考试 校车 科技 体育 运动员 健身 保教费",
    ),
    (
        Topic::Employment,
        "就业 失业 创业 职业 人力资源 劳动 劳务 用工 见习 人事 招聘 培训补贴 技能 职称 工时 流动人员 政审",
    ),
    (
        Topic::SocialSecurity,
        "社会保险 社会保障 养老保险 工伤 参保 社保 企业年金 抚恤金 供养亲属 辅助器具",
    ),
    (
        Topic::MedicalInsurance,
        "医疗 医保 医院 医师 医生 护士 诊所 诊疗 药店 药品 住院 门诊 卫生 健康 体检 异地安置 异地长期居住 \
         常驻异地 转诊 医药 放射 义诊",
    ),
    (
        Topic::Household,
        "户口 户籍 落户 居民身份证 居住证 居住登记 姓名变更 民族成份 亲属关系",
    ),
    (
        Topic::Housing,
        "住房 房屋 不动产 公租房 公积金 物业 商品房 房地产 宅基地 住宅 供水 供电 燃气 建筑工程 建设工程 \
         建设项目 土地使用权 建设用地 施工 历史建筑 绿地 人防 防空",
    ),
    (
        Topic::Transport,
        "道路 公路 车辆 机动车 驾驶 客运 货运 货物运输 出租 网约车 教练车 船 水路 航道 通航 港口 运输 \
         交通 停车 桥梁 拖拉机",
    ),
    (Topic::Marriage, "结婚 离婚 婚姻"),
    (
        Topic::Retirement,
        "退休 养老 老年 高龄 殡葬 墓 死亡 遗属 丧葬 火化 骨灰",
    ),
    (
        Topic::Disability,
        "残疾 盲人 低保 最低生活保障 特困 救助 孤儿 抚恤 优待 伤残 退役 烈士 困难 慰问 扶助",
    ),
    (
        Topic::Business,
        "企业 经营 营业 个体 公司 生产 食品 餐饮 零售 投资 合伙 特种设备 计量 广告 娱乐 旅行社 演出 \
         招标 投标 工业 农药 兽药 种子 饲料 烟草 价格 商业 商标 危险 爆炸物品 易制毒 爆破 印刷 出版 \
         电影 上网服务 代理记账 社会组织 民办非企业 社会团体 合同 许可证 \
         股权 市场主体 合作社 证照 渔业 养殖",
    ),
    (Topic::Tax, "税 发票"),
    (
        Topic::Certificates,
        "身份证 居住证 驾驶证 资格证 优待证 社会保障卡 证办理 证新办 证补办 证换领 证换发 证补发 证申领 \
         证挂失 证明 公证",
    ),
];

/// Words in the name of a department, for items whose own name says nothing.
const DEPARTMENT_WORDS: [(Topic, &str); 10] = [
    (Topic::Education, "教育 教科 教体 体育 科技"),
    (Topic::SocialSecurity, "人社 人力资源 社会保障"),
    (Topic::MedicalInsurance, "医疗保障 医保 卫健 卫生健康"),
    (Topic::Household, "公安"),
    (Topic::Housing, "住建 住房 自然资源 规划"),
    (Topic::Transport, "交通"),
    (Topic::Disability, "残联 残疾 退役军人 民政"),
    (
        Topic::Business,
        "市监 市场监督 商务 经信 发改 发展和改革 烟草 文广旅 文化和旅游 农业农村",
    ),
    (Topic::Tax, "税务"),
    (Topic::Certificates, "司法"),
];

/// The topics of an imported item, guessed by words in its name, else by its department; at least
/// [`Topic::Other`]. Imported lists carry no topics of their own.
pub fn topics_for(name: &str, department: &str) -> Vec<Topic> {
    let mut topics = with_a_word_in(name, &NAME_WORDS);
    if topics.is_empty() {
        topics = with_a_word_in(department, &DEPARTMENT_WORDS);
    }
    if topics.is_empty() {
        topics.push(Topic::Other);
    }
    topics
}

fn with_a_word_in<T: Copy>(text: &str, rules: &[(T, &str)]) -> Vec<T> {
    let fits = |words: &str| words.split_whitespace().any(|word| text.contains(word));
    let fitting = rules.iter().filter(|(_, words)| fits(words));
    fitting.map(|(value, _)| *value).collect()
}

/// Words in the name of an item that tell at which event people need it, the more special ones first.
const EVENT_WORDS: [(LifeEvent, &str); 10] = [
    (LifeEvent::Death, "死亡 殡葬 墓 遗属 丧葬 火化 骨灰 遗产"),
    (LifeEvent::OldAge, "退休 养老 老年 高龄"),
    (
        LifeEvent::Birth,
        "生育 新生儿 出生 收养 婚前医学 母婴 预防接种 育儿",
    ),
    (
        LifeEvent::Aid,
        "残疾 盲人 低保 最低生活保障 特困 救助 孤儿 抚恤 优待 伤残 退役 烈士 困难 慰问 扶助",
    ),
    (LifeEvent::Closing, "注销 解散 清算 歇业"),
    (
        LifeEvent::Building,
        "施工 建设工程 建筑工程 建设项目 建设用地 人防 防空 竣工",
    ),
    (
        LifeEvent::Hiring,
        "用工 招用 劳务派遣 集体合同 工时 单位参保",
    ),
    (LifeEvent::Opening, "设立 开办 开业 经营许可 许可证核发"),
    (LifeEvent::Work, "就业 失业 创业 求职 见习 技能 职称"),
    (
        LifeEvent::Care,
        "医疗 医保 住院 门诊 异地安置 转诊 体检 生育津贴",
    ),
];

/// Words in the name of an item that tell for which people it is made.
const GROUP_WORDS: [(PeopleGroup, &str); 9] = [
    (PeopleGroup::Elderly, "老年 高龄 养老"),
    (PeopleGroup::Disabled, "残疾 盲人 伤残"),
    (
        PeopleGroup::Parents,
        "新生儿 生育 育儿 母婴 幼儿 预防接种 收养 独生子女",
    ),
    (PeopleGroup::Students, "学生 学籍 入学 助学 毕业生 学历"),
    (PeopleGroup::JobSeekers, "失业 求职 就业"),
    (PeopleGroup::Veterans, "退役 军人 烈士 优抚"),
    (
        PeopleGroup::LowIncome,
        "低保 最低生活保障 特困 困难 救助 低收入",
    ),
    (PeopleGroup::Newcomers, "居住证 居住登记 落户 流动人口"),
    (
        PeopleGroup::FromOutside,
        "港澳 台湾 香港 澳门 外国人 华侨 涉外",
    ),
];

/// The events of an imported item, guessed by words in its name, else by its topics; none where neither
/// tells. Imported lists carry no events of their own.
pub fn events_for(name: &str, topics: &[Topic]) -> Vec<LifeEvent> {
    let mut events = with_a_word_in(name, &EVENT_WORDS);
    if events.is_empty() {
        events.extend(topics.iter().copied().filter_map(event_of));
        events.sort_unstable();
        events.dedup();
    }
    events
}

/// The groups of people that the name of an imported item speaks of.
pub fn groups_for(name: &str) -> Vec<PeopleGroup> {
    with_a_word_in(name, &GROUP_WORDS)
}

/// The event that a topic is about most; of some topics nothing can be told.
const fn event_of(topic: Topic) -> Option<LifeEvent> {
    match topic {
        Topic::Birth => Some(LifeEvent::Birth),
        Topic::Education => Some(LifeEvent::School),
        Topic::Employment | Topic::SocialSecurity => Some(LifeEvent::Work),
        Topic::MedicalInsurance => Some(LifeEvent::Care),
        Topic::Household | Topic::Marriage | Topic::Certificates => Some(LifeEvent::Living),
        Topic::Housing => Some(LifeEvent::Home),
        Topic::Transport => Some(LifeEvent::Travel),
        Topic::Retirement => Some(LifeEvent::OldAge),
        Topic::Disability => Some(LifeEvent::Aid),
        Topic::Business => Some(LifeEvent::Running),
        Topic::Tax => Some(LifeEvent::Running),
        Topic::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_and_groups_are_guessed_from_names() {
        let cases: [(&str, &[LifeEvent], &[PeopleGroup]); 5] = [
            ("个体工商户注销登记", &[LifeEvent::Closing], &[]),
            (
                "高龄津贴发放",
                &[LifeEvent::OldAge],
                &[PeopleGroup::Elderly],
            ),
            ("失业登记", &[LifeEvent::Work], &[PeopleGroup::JobSeekers]),
            ("停车场备案", &[LifeEvent::Travel], &[]),
            ("未知事项", &[], &[]),
        ];
        for (name, events, groups) in cases {
            let topics = topics_for(name, "");
            assert_eq!(events_for(name, &topics), events, "{name}");
            assert_eq!(groups_for(name), groups, "{name}");
        }
    }
}
