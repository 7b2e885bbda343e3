//! The guide (办事指南): what an applicant must be told before applying (行政许可法 art. 30).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Authority, GuideMaterial, Place};
use crate::Text;
use crate::calendar::TimeLimit;

/// A guide. Lists that do not apply stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// What this is, in one or two plain sentences.
    pub summary: Text,
    /// Conditions of acceptance (受理条件).
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// What has to be handed in.
    #[serde(default)]
    pub materials: Vec<GuideMaterial>,
    /// The law that it rests on (设定依据).
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// The limit that the department promises (承诺时限). Zero: at once.
    pub promised: TimeLimit,
    /// The limit that the law sets (法定时限).
    pub statutory: TimeLimit,
    /// What the limits do not say by themselves: from when they count, what is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_note: Option<Text>,
    /// Steps outside the limit (特别程序): inspections, hearings, publications.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special: Vec<SpecialProcedure>,
    /// Services of others that an applicant must buy (中介服务), each by its basis in law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intermediaries: Vec<Intermediary>,
    /// Whose power it is, and how far it reaches.
    #[serde(default)]
    pub authority: Authority,
    /// Fees; empty means free of charge.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Whether fees can be paid online (网上支付).
    #[serde(default)]
    pub online_payment: bool,
    /// How often the applicant must come in person.
    #[serde(default)]
    pub on_site_visits: u8,
    /// Why, where the number is not zero.
    #[serde(default)]
    pub on_site_reason: Option<Text>,
    /// Where one can apply.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What happens after applying (办理流程).
    #[serde(default)]
    pub steps: Vec<GuideStep>,
    /// What the applicant gets.
    #[serde(default)]
    pub result: Option<GuideResult>,
    /// How the applicant gets it.
    #[serde(default)]
    pub delivery: Vec<Delivery>,
    /// How to book an hour at the counter; `None` where one need not (预约).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Text>,
    /// Where the counters are.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Telephone for questions (咨询电话), with area code.
    #[serde(default)]
    pub consult_phone: String,
    /// Telephone for complaints (投诉电话), with area code.
    #[serde(default)]
    pub complaint_phone: String,
    /// Questions and answers.
    #[serde(default)]
    pub faq: Vec<Faq>,
    /// Rights of the applicant.
    #[serde(default)]
    pub rights: Vec<Text>,
    /// Duties of the applicant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Text>,
    /// How to have a decision reviewed: 行政复议, 行政诉讼.
    #[serde(default)]
    pub review: Option<Text>,
}

/// An article of law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Name of the law or regulation, in Chinese.
    pub law: String,
    /// The article, such as `第三十二条`.
    #[serde(default)]
    pub article: Option<String>,
    /// The words of the article.
    #[serde(default)]
    pub text: Option<String>,
    /// Where it can be read, `https` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl LegalBasis {
    /// The title alone, and what stands behind it in round brackets: number or year, which title marks (书名号)
    /// leave out. A title's own brackets, such as those of a trial version, have no digit and stay.
    pub fn title(&self) -> (&str, &str) {
        let whole = (self.law.as_str(), "");
        let Some(at) = self
            .law
            .rfind('\u{ff08}')
            .filter(|_| self.law.ends_with('\u{ff09}'))
        else {
            return whole;
        };
        let (title, behind) = self.law.split_at(at);
        let is_number = behind.contains(|letter: char| letter.is_ascii_digit());
        if is_number { (title, behind) } else { whole }
    }
}

/// A step outside the limit (特别程序, 行政许可法 art. 45).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecialProcedure {
    /// What is done.
    pub name: Text,
    /// How long it takes; `None` when the law does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
}

/// A service that an applicant must buy from somebody else (中介服务).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intermediary {
    /// Its name.
    pub name: Text,
    /// The law that asks for it.
    pub basis: String,
}

/// A fee. Without a basis in law there must be none (行政许可法 art. 58).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What is paid for.
    pub name: Text,
    /// The amount as published, such as `20 元`.
    pub amount: String,
    /// The document that allows it.
    #[serde(default)]
    pub basis: Option<String>,
    /// Who pays less, and by which rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reduction: Option<Text>,
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// Its name.
    pub name: Text,
    /// Its share of the limit.
    #[serde(default)]
    pub limit: Option<TimeLimit>,
    /// Who does it.
    #[serde(default)]
    pub who: Option<Text>,
}

/// What an approval leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideResult {
    /// Its name.
    pub name: Text,
    /// Its kind.
    pub kind: ResultKind,
    /// How long it is valid, in words.
    #[serde(default)]
    pub validity: Option<Text>,
    /// What it looks like: the lines that stand on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sample: Vec<Text>,
    /// Whether it comes as an electronic certificate (电子证照) too.
    #[serde(default)]
    pub electronic: bool,
}

/// A question that people ask, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Text,
}

/// Where one can apply (办理形式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 窗口.
    Counter,
    /// 网上.
    Web,
    /// 移动端.
    Mobile,
    /// 自助终端.
    Kiosk,
    /// 快递.
    Post,
}

keys!(Channel {
    Counter = "channel-counter",
    Web = "channel-web",
    Mobile = "channel-mobile",
    Kiosk = "channel-kiosk",
    Post = "channel-post",
});

/// How the result reaches the applicant (送达方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// 窗口自取.
    PickUp,
    /// 邮寄.
    Post,
    /// 电子送达.
    Electronic,
}

keys!(Delivery {
    PickUp = "delivery-pick-up",
    Post = "delivery-post",
    Electronic = "delivery-electronic",
});

/// Kind of a result (结果类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// 证照.
    Certificate,
    /// 批文.
    Approval,
    /// 其他.
    Other,
}

keys!(ResultKind {
    Certificate = "result-kind-certificate",
    Approval = "result-kind-approval",
    Other = "result-kind-other",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_years_stand_outside_the_title_of_a_law() {
        for (law, title, behind) in [
            ("中华人民共和国行政许可法", "中华人民共和国行政许可法", ""),
            (
                "就业补助资金管理办法（财社〔2023〕181号）",
                "就业补助资金管理办法",
                "（财社〔2023〕181号）",
            ),
            (
                "中华人民共和国消防法（2021年修正）",
                "中华人民共和国消防法",
                "（2021年修正）",
            ),
            ("生育登记办法（试行）", "生育登记办法（试行）", ""),
            (
                "生育登记办法（试行）（国卫发〔2016〕43号）",
                "生育登记办法（试行）",
                "（国卫发〔2016〕43号）",
            ),
            ("“一件事”（2025年）清单", "“一件事”（2025年）清单", ""),
        ] {
            let basis = LegalBasis {
                law: law.to_owned(),
                article: None,
                text: None,
                url: None,
            };
            assert_eq!(basis.title(), (title, behind));
        }
    }
}
