//! Publishing definitions.

use std::sync::Arc;

use domain::ids::ItemCode;
use domain::text::Text;
use portal::catalogue::{Filter, PublishError};

use super::{definition, import, line};
use crate::support::both;

both!(a_publication_is_seen_at_once, async |portal| {
    import(
        &portal,
        &[line("A-1", "一", "甲局"), line("A-2", "二", "甲局")],
    )
    .await;
    let catalogue = portal.catalogue();
    assert!(catalogue.home().await.unwrap().online.is_empty());
    let before = portal.publication().current();
    assert_eq!(
        catalogue
            .publish(&ItemCode::new("A-2"), &definition())
            .await
            .unwrap(),
        1
    );
    assert!(portal.publication().current() > before);
    let online = catalogue.home().await.unwrap().online;
    assert_eq!(online.len(), 1);
    let page = catalogue.browse(&Filter::default()).await.unwrap();
    assert_eq!(page.rows[0].code.as_str(), "A-2", "online comes first");
});

both!(versions_count_up_and_old_ones_stay, async |portal| {
    import(&portal, &[line("A-1", "一", "甲局")]).await;
    let (catalogue, code) = (portal.catalogue(), ItemCode::new("A-1"));
    let first = definition();
    let mut second = definition();
    second.guide.summary = Text::both("改过的", "Changed");
    assert_eq!(catalogue.publish(&code, &first).await.unwrap(), 1);
    assert_eq!(catalogue.publish(&code, &second).await.unwrap(), 2);
    let item = catalogue.item(&code).await.unwrap().unwrap();
    assert_eq!(item.version, Some(2));
    assert_eq!(*item.definition.unwrap(), second);
    assert_eq!(
        *catalogue.definition(&code, 1).await.unwrap().unwrap(),
        first
    );
    let again = catalogue.definition(&code, 1).await.unwrap().unwrap();
    assert!(Arc::ptr_eq(
        &again,
        &catalogue.definition(&code, 1).await.unwrap().unwrap()
    ));
    for missing in [0, 3, u32::MAX] {
        assert!(
            catalogue
                .definition(&code, missing)
                .await
                .unwrap()
                .is_none()
        );
    }
});

both!(a_bad_definition_is_not_published, async |portal| {
    import(&portal, &[line("A-1", "一", "甲局")]).await;
    let (catalogue, code) = (portal.catalogue(), ItemCode::new("A-1"));
    let mut bad = definition();
    bad.form.steps.clear();
    let error = catalogue.publish(&code, &bad).await.unwrap_err();
    assert!(matches!(error, PublishError::Problems(problems) if !problems.is_empty()));
    let error = catalogue
        .publish(&ItemCode::new("A-9"), &definition())
        .await
        .unwrap_err();
    assert!(matches!(error, PublishError::NotFound));
    assert!(
        catalogue
            .item(&code)
            .await
            .unwrap()
            .unwrap()
            .definition
            .is_none()
    );
});

both!(two_publications_at_once_take_two_versions, async |portal| {
    import(&portal, &[line("A-1", "一", "甲局")]).await;
    let code = ItemCode::new("A-1");
    let catalogue = portal.catalogue();
    let definition = definition();
    let publish = || catalogue.publish(&code, &definition);
    let (one, two, three) = tokio::join!(publish(), publish(), publish());
    let mut versions = [one.unwrap(), two.unwrap(), three.unwrap()];
    versions.sort();
    assert_eq!(versions, [1, 2, 3]);
});
