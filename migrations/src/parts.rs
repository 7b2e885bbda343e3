//! The parts that every table is put together from.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema;

/// A table with its primary key.
pub(super) fn table(
    name: &'static str,
    key: &[&'static str],
    columns: impl IntoIterator<Item = ColumnDef>,
) -> TableCreateStatement {
    let mut primary_key = Index::create();
    for column in key {
        primary_key.col(*column);
    }
    let mut table = Table::create();
    table.table(name).primary_key(&mut primary_key);
    for column in columns {
        table.col(column);
    }
    table
}

/// An index, named `idx_<table>_<columns>`.
pub(super) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("idx_{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A unique index, named `uniq_<table>_<columns>`. Both databases let any number of rows hold null.
pub(super) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns)
        .name(format!("uniq_{table}_{}", columns.join("_")))
        .unique()
        .take()
}

/// An instant.
pub(super) fn instant(column: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone(column)
}

/// An instant that may be missing.
pub(super) fn instant_null(column: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone_null(column)
}
