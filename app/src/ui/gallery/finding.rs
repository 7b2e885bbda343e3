//! What leads on. Landmarks of one name stand on a page only once, so most have one example.

use leptos::prelude::*;

use super::{Example, HOSTILE, here};
use crate::ui::words::own;
use crate::ui::{
    Accordion, AccordionPart, Breadcrumb, Disclosure, Pagination, SearchBox, StepIndicator,
    StepLabel, TabLink, TabLinks,
};

pub(super) fn examples() -> Vec<Example> {
    let mut all = vec![
        Example::new("Breadcrumb", "default", || {
            let trail = [
                own("site-name"),
                own("nav-services"),
                own("gallery-long"),
                HOSTILE,
            ];
            let trail = trail.map(|name| (here(), name.into())).to_vec();
            view! { <Breadcrumb trail=trail/> }.into_any()
        }),
        Example::new("SearchBox", "large", || {
            let label = own("search-label");
            view! { <SearchBox action=here() label=label id="example-search" large=true/> }
                .into_any()
        }),
        Example::new("SearchBox", "hostile", || {
            view! { <SearchBox action=here() label=HOSTILE value=HOSTILE id="example-hostile"/> }
                .into_any()
        }),
        Example::new("TabLinks", "default", tabs),
        Example::new("Pagination", "middle", || {
            view! { <Pagination page=10 pages=23 href=|_| here()/> }.into_any()
        }),
    ];
    let steps = [
        ("two", 1, 2),
        ("five", 3, 5),
        ("seven", 7, 7),
        ("many", 4, 12),
    ];
    all.extend(steps.map(|(state, current, count)| {
        Example::new("StepIndicator", state, move || indicator(current, count))
    }));
    all.extend([false, true].map(|open| {
        let state = if open { "open" } else { "shut" };
        Example::new("Accordion", state, move || accordion(state, open))
    }));
    all.push(Example::new("Disclosure", "shut", || {
        view! { <Disclosure summary=own("gallery-long")>{HOSTILE}</Disclosure> }.into_any()
    }));
    all.push(Example::new("Disclosure", "open", || {
        let text = own("gallery-about");
        view! { <Disclosure summary=own("gallery-label") open=true>{text}</Disclosure> }.into_any()
    }));
    all
}

fn tabs() -> AnyView {
    let tab = |label: &'static str, count, current| TabLink {
        href: here(),
        label: label.into(),
        count,
        current,
    };
    let tabs = vec![
        tab(own("nav-services"), Some(3), true),
        tab(own("nav-my-cases"), Some(0), false),
        tab(own("gallery-long"), None, false),
        tab(HOSTILE, None, false),
    ];
    view! { <TabLinks label=own("nav-inbox") tabs=tabs/> }.into_any()
}

fn indicator(current: usize, count: usize) -> AnyView {
    let names = [
        own("register-field-name"),
        own("register-field-address"),
        own("register-field-social_security_number"),
        HOSTILE,
        own("register-field-card_bank"),
    ];
    let steps = names
        .into_iter()
        .cycle()
        .take(count)
        .zip(1..)
        .map(|(name, number)| {
            let step = StepLabel::new(name);
            if number < current {
                step.href(here())
            } else {
                step
            }
        })
        .collect();
    view! { <StepIndicator current=current steps=steps/> }.into_any()
}

fn accordion(state: &str, open: bool) -> AnyView {
    let part = |name: &str, title: &'static str, body: &'static str| AccordionPart {
        id: format!("example-{state}-{name}"),
        title: title.into(),
        body: body.into_any(),
    };
    let parts = vec![
        part("one", own("gallery-label"), own("gallery-about")),
        part("two", own("gallery-long"), HOSTILE),
    ];
    view! { <Accordion parts=parts open=open all=here()/> }.into_any()
}
