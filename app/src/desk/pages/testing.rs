//! A case at the desk without a database, for tests of pages.

use domain::cases::Light;
use portal::cases::CaseView;
use portal::desk::{DeskCase, Thread};

/// A case of the own department with nothing beside it.
pub(crate) fn desk_case(view: CaseView) -> DeskCase {
    DeskCase {
        view,
        applicant_name: "林亦诺".to_owned(),
        applicant_id_masked: None,
        applicant_phone_masked: None,
        days_left: None,
        light: Light::Green,
        follow_ups: Vec::new(),
        open_steps: Vec::new(),
        looks: Vec::new(),
        is_own: true,
        has_papers: true,
        consultations: Vec::new(),
        holder: None,
        assignments: Vec::new(),
        colleagues: Vec::new(),
        notes: Vec::new(),
        thread: Thread::default(),
        correction: None,
        templates: Vec::new(),
    }
}
