//! Searching and browsing.

use domain::catalogue::Topic;
use domain::ids::{DepartmentCode, ItemCode};
use portal::catalogue::{Filter, PAGE_SIZE};

use super::{definition, import, line, names, search};
use crate::support::both;

both!(names_that_begin_with_the_query_come_first, async |portal| {
    let lines = [
        line("A-1", "办理居住证", "公安局"),
        line("A-2", "居住证申领登记", "公安局"),
        line("A-3", "居住证签注", "公安局"),
        line("A-4", "开具居住证明材料", "公安局"),
        line("A-5", "护照", "公安局"),
    ];
    import(&portal, &lines).await;
    let before = search(&portal, "居住证").await;
    assert_eq!(
        names(&before),
        [
            "居住证签注",
            "居住证申领登记",
            "办理居住证",
            "开具居住证明材料"
        ]
    );
    for code in ["A-2", "A-4"] {
        portal
            .catalogue()
            .publish(&ItemCode::new(code), &definition())
            .await
            .unwrap();
    }
    let after = search(&portal, "居住证").await;
    assert_eq!(
        names(&after),
        [
            "居住证申领登记",
            "居住证签注",
            "开具居住证明材料",
            "办理居住证"
        ]
    );
});

both!(every_term_must_be_contained_somewhere, async |portal| {
    let lines = [
        line("A-1", "ＡＢ类许可（变更）", "水务局"),
        line("A-2", "ab类许可(变更)", "卫健局"),
        line("A-3", "许可注销", "水务局"),
    ];
    import(&portal, &lines).await;
    assert_eq!(search(&portal, "aB类 （变更）").await.total, 2);
    assert_eq!(names(&search(&portal, "许可　水务").await).len(), 2);
    assert_eq!(
        names(&search(&portal, "变 更 水务局").await),
        ["ＡＢ类许可（变更）"]
    );
    assert_eq!(search(&portal, "许可 没有").await.total, 0);
    assert_eq!(
        search(&portal, "更）水务").await.total,
        0,
        "not across name and department"
    );
    assert_eq!(
        search(&portal, " 　 ").await.total,
        3,
        "a blank query says nothing"
    );
    assert_eq!(search(&portal, "%_'\"\\").await.total, 0);
});

both!(pages_have_bounds, async |portal| {
    let lines: Vec<String> = (0..120)
        .map(|n| line(&format!("A-{n}"), &format!("事项{n:03}"), "甲局"))
        .collect();
    import(&portal, &lines).await;
    let catalogue = portal.catalogue();
    let page = async |page| {
        catalogue
            .browse(&Filter {
                page,
                ..Filter::default()
            })
            .await
            .unwrap()
    };
    let first = page(1).await;
    assert_eq!(
        (first.rows.len(), first.total, first.page, first.pages),
        (PAGE_SIZE, 120, 1, 3)
    );
    assert_eq!(names(&page(2).await)[0], "事项050");
    let last = page(3).await;
    assert_eq!((last.rows.len(), last.all_on_one), (20, false));
    let beyond = page(usize::MAX).await;
    assert_eq!((beyond.page, names(&beyond)), (3, names(&last)));
    let all = page(0).await;
    assert_eq!(
        (all.rows.len(), all.page, all.pages, all.all_on_one),
        (120, 1, 1, true)
    );
});

both!(an_empty_catalogue_has_one_empty_page, async |portal| {
    let catalogue = portal.catalogue();
    for page in [0, 1, 7] {
        let page = catalogue
            .browse(&Filter {
                page,
                ..Filter::default()
            })
            .await
            .unwrap();
        assert_eq!((page.rows.len(), page.page, page.pages), (0, 1, 1));
    }
    let home = catalogue.home().await.unwrap();
    assert_eq!(
        (home.total, home.topics.len(), home.departments.len()),
        (0, 0, 0)
    );
});

both!(filters_narrow_the_list, async |portal| {
    let lines = [
        line("A-1", "婚姻登记", "民政局"),
        line("A-2", "纳税申报", "税务局税局"),
        line("A-3", "收养登记", "民政局"),
    ];
    import(&portal, &lines).await;
    let catalogue = portal.catalogue();
    let department: DepartmentCode = catalogue
        .item(&ItemCode::new("A-1"))
        .await
        .unwrap()
        .unwrap()
        .department
        .code;
    let filter = Filter {
        department: Some(department),
        page: 1,
        ..Filter::default()
    };
    assert_eq!(catalogue.browse(&filter).await.unwrap().total, 2);
    for (topic, count) in catalogue.home().await.unwrap().topics {
        let filter = Filter {
            topic: Some(topic),
            page: 1,
            ..Filter::default()
        };
        assert_eq!(
            catalogue.browse(&filter).await.unwrap().total,
            count,
            "{topic:?}"
        );
    }
    let filter = Filter {
        topic: Some(Topic::Marriage),
        page: 1,
        ..Filter::default()
    };
    assert_eq!(
        names(&catalogue.browse(&filter).await.unwrap()),
        ["婚姻登记"]
    );
});
