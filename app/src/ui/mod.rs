//! The component library: one component a file, one style sheet of the same name.
