//! Importing items.

use std::fs::File;
use std::io::BufReader;

use domain::ids::{DepartmentCode, ItemCode};
use entities::{item_topic, service_item};
use portal::catalogue::ImportReport;
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{definition, import, line, line_of, names, search, shared};
use crate::support::both;

both!(the_real_catalogue_is_imported_once, async |portal| {
    let Some(path) = shared("sichuan-items/items.jsonl") else {
        return;
    };
    let read = || BufReader::new(File::open(&path).unwrap());
    let first = portal.catalogue().import_items(read()).await.unwrap();
    assert_eq!(
        first,
        ImportReport {
            new: 1135,
            ..ImportReport::default()
        }
    );
    let home = portal.catalogue().home().await.unwrap();
    assert_eq!(home.total, 1135);
    assert_eq!(home.departments.len(), 34);
    assert_eq!(
        home.departments.iter().map(|one| one.items).sum::<usize>(),
        1135
    );
    let version = portal.publication().refresh(portal.db()).await.unwrap();
    let second = portal.catalogue().import_items(read()).await.unwrap();
    assert_eq!(
        second,
        ImportReport {
            unchanged: 1135,
            ..ImportReport::default()
        }
    );
    assert_eq!(
        portal.publication().refresh(portal.db()).await.unwrap(),
        version
    );
    assert!(search(&portal, "社会保障卡").await.total > 0);
});

both!(a_bad_line_is_refused_alone, async |portal| {
    let mut source = Vec::new();
    let mut put = |line: &[u8]| {
        source.extend_from_slice(line);
        source.push(b'\n');
    };
    put("\u{FEFF}"
        .as_bytes()
        .iter()
        .chain(line("A-1", "一", "甲局").as_bytes())
        .copied()
        .collect::<Vec<_>>()
        .as_slice());
    put(b"{\"name\": \"\xc9\xe7\xb1\xa3\"}"); // 2: GBK
    put(format!("{{\"name\": \"{}\"}}", "长".repeat(40_000)).as_bytes()); // 3: 120 kB
    put(line("A-2", "二", "甲局")
        .replace("\"1\"", "\"11\"")
        .as_bytes()); // 4: no such type
    put(line("A-1", "又一", "甲局").as_bytes()); // 5: the code of line 1
    put(b"{\"name\": \"half"); // 6
    put(b""); // 7: blank, passed over
    put(b"[1, 2]"); // 8
    put(line("A-3", "三", "甲局")
        .replace("511602000000", "5116")
        .as_bytes()); // 9
    put((line("A-4", "四", "甲局") + "\r").as_bytes()); // 10: good, from Windows
    put(line_of("A-5", "五", "乙局", "75325c40").as_bytes()); // 11: the code of 甲局
    source.extend_from_slice(line("A-6", "六", "甲局").as_bytes()); // 12: good, no line end

    let report = portal
        .catalogue()
        .import_items(source.as_slice())
        .await
        .unwrap();
    let refused: Vec<_> = report.refused.iter().map(|one| one.line).collect();
    assert_eq!(refused, [2, 3, 4, 5, 6, 8, 9, 11], "{:?}", report.refused);
    let reasons = [
        "not UTF-8",
        "longer than",
        "task_type",
        "line 1 already",
        "no record",
        "no record",
        "area_code",
        "belongs to the department 甲局",
    ];
    for (refused, reason) in report.refused.iter().zip(reasons) {
        assert!(
            refused.reason.contains(reason),
            "{refused:?} does not say {reason}"
        );
    }
    assert_eq!(report.new, 3);
    let home = portal.catalogue().home().await.unwrap();
    assert_eq!((home.total, home.departments.len()), (3, 1));
});

both!(changed_lines_are_updated, async |portal| {
    let code = ItemCode::new("A-1");
    import(
        &portal,
        &[line("A-1", "旧名", "甲局"), line("A-2", "不变", "甲局")],
    )
    .await;
    portal
        .catalogue()
        .publish(&code, &definition())
        .await
        .unwrap();
    let report = import(
        &portal,
        &[line("A-1", "新名", "甲局"), line("A-2", "不变", "甲局")],
    )
    .await;
    assert_eq!((report.new, report.changed, report.unchanged), (0, 1, 1));
    let item = portal.catalogue().item(&code).await.unwrap().unwrap();
    assert_eq!(item.row.name.zh, "新名");
    assert_eq!(item.version, Some(1));
    assert!(item.definition.is_some());
    let topics = item_topic::Entity::find()
        .count(portal.db().read())
        .await
        .unwrap();
    assert!(topics >= 2);
    assert!(search(&portal, "旧名").await.rows.is_empty());
});

both!(the_portals_own_items_are_left_alone, async |portal| {
    import(&portal, &[line("A-1", "自有", "甲局")]).await;
    portal
        .db()
        .write::<_, portal::Internal, _>(|tx| {
            Box::pin(async move {
                service_item::Entity::update_many()
                    .col_expr(service_item::Column::Source, Expr::value("seed"))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    let report = import(&portal, &[line("A-1", "他人", "甲局")]).await;
    assert_eq!(
        report,
        ImportReport {
            unchanged: 1,
            ..ImportReport::default()
        }
    );
    assert_eq!(names(&search(&portal, "自有").await), ["自有"]);
});

both!(one_department_may_come_with_several_codes, async |portal| {
    let lines = [
        line_of("A-1", "一", "区人社局", "1151130108778239R"),
        line_of("A-2", "二", "区人社局", "1151130108778239R_6391"),
        line_of("A-3", "三", "区人社局", "11511301008778386B"),
        line_of("A-4", "四", "区水务局", "00877844X"),
    ];
    import(&portal, &lines).await;
    let departments = portal.catalogue().departments().await.unwrap();
    let codes: Vec<_> = departments
        .iter()
        .map(|one| (one.code.as_str(), one.items))
        .collect();
    assert_eq!(codes, [("00877844X", 1), ("1151130108778239R", 3)]);
    let code = DepartmentCode::new("1151130108778239R");
    let department = portal.catalogue().department(&code).await.unwrap();
    assert_eq!(
        department.credit_code.as_deref(),
        Some("11511301008778386B")
    );
    let again = import(&portal, &lines).await;
    assert_eq!(
        again,
        ImportReport {
            unchanged: 4,
            ..ImportReport::default()
        }
    );
});

both!(
    paused_items_leave_the_lists_but_keep_their_names,
    async |portal| {
        import(
            &portal,
            &[line("A-1", "暂停的", "甲局"), line("A-2", "在用的", "甲局")],
        )
        .await;
        portal
            .db()
            .write::<_, portal::Internal, _>(|tx| {
                Box::pin(async move {
                    use sea_orm::{ColumnTrait, QueryFilter};
                    service_item::Entity::update_many()
                        .col_expr(service_item::Column::State, Expr::value(2))
                        .filter(service_item::Column::Code.eq("A-1"))
                        .exec(tx)
                        .await?;
                    portal::publication::bump(tx).await
                })
            })
            .await
            .unwrap();
        portal.publication().refresh(portal.db()).await.unwrap();
        let catalogue = portal.catalogue();
        assert_eq!(catalogue.home().await.unwrap().total, 1);
        assert!(
            catalogue
                .item(&ItemCode::new("A-1"))
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(
            catalogue.item_name(&ItemCode::new("A-1")).await.unwrap().zh,
            "暂停的"
        );
        assert_eq!(
            catalogue.item_name(&ItemCode::new("A-9")).await.unwrap().zh,
            "A-9"
        );
    }
);
