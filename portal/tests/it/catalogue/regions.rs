//! The regions that departments serve.

use entities::{department, division};
use portal::Portal;
use portal::catalogue::Region;
use sea_orm::{EntityTrait, Set};

use crate::support::both;

async fn fill(portal: &Portal) {
    let divisions = [
        ("990000", "和省", None, 1),
        ("990100", "通和市", Some("990000"), 2),
        ("990102", "云岭区", Some("990100"), 3),
        ("990102001", "梧桐街道", Some("990102"), 4),
    ];
    let rows = divisions.map(|(code, name, parent, level)| division::ActiveModel {
        code: Set(code.to_owned()),
        name: Set(name.to_owned()),
        parent: Set(parent.map(str::to_owned)),
        level: Set(level),
    });
    let db = portal.db().schema();
    division::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .unwrap();
    let departments = [
        ("D-2", "990102001000", 2),
        ("D-1", "990100", 1),
        ("D-3", "777777", 3),
    ];
    let rows = departments.map(|(code, region, sort)| department::ActiveModel {
        code: Set(code.to_owned()),
        name_zh: Set(code.to_owned()),
        name_en: Set(None),
        credit_code: Set(None),
        region: Set(region.to_owned()),
        phone: Set(None),
        address: Set(None),
        sort: Set(sort),
    });
    department::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .unwrap();
}

both!(regions_are_a_tree_of_what_is_served, async |portal| {
    fill(&portal).await;
    let regions = portal.catalogue().regions().await.unwrap();
    let told = |region: &Region| {
        let departments: Vec<_> = region
            .departments
            .iter()
            .map(|code| code.as_str())
            .collect();
        format!("{} {} {}", region.depth, region.name, departments.join(","))
    };
    let told: Vec<_> = regions.iter().map(told).collect();
    assert_eq!(
        told,
        ["0 通和市 D-1", "1 梧桐街道 D-2"],
        "a region that nobody serves and that divides nothing is no heading"
    );
});
