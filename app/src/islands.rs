//! Islands that belong to no single feature.

use leptos::prelude::*;
