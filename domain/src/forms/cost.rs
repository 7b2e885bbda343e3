//! What an expression costs at worst, and which names it needs, read from its tree.

use std::collections::BTreeSet;

use cel::IdedExpr;
use cel::common::ast::{EntryExpr, Expr};

use super::MAX_ROWS;

/// The functions that expressions may call beside the operators, which begin with `_`, `!`, `-` or `@`.
/// The rest of the standard library reads formats and times that answers do not have.
const FUNCTIONS: [&str; 13] = [
    "age",
    "contains",
    "days_between",
    "double",
    "endsWith",
    "has",
    "int",
    "matches",
    "size",
    "startsWith",
    "string",
    "sum",
    "today",
];

/// Longest list, for a value of which nothing else is known: the rows of a group.
const LONGEST: u64 = MAX_ROWS as u64;

/// A node with the names bound around it.
type Visit<'v, 'e> = &'v mut dyn FnMut(&'e Expr, &BTreeSet<&'e str>);

/// Most steps that an evaluation takes.
pub(super) fn steps(expr: &IdedExpr) -> u64 {
    let inner = |parts: &mut dyn Iterator<Item = &IdedExpr>| {
        parts.fold(1_u64, |sum, part| sum.saturating_add(steps(part)))
    };
    match &expr.expr {
        Expr::Comprehension(loops) => {
            let round = steps(&loops.loop_cond).saturating_add(steps(&loops.loop_step));
            steps(&loops.iter_range)
                .saturating_add(steps(&loops.accu_init))
                .saturating_add(steps(&loops.result))
                .saturating_add(round.saturating_mul(length(&loops.iter_range)))
        }
        Expr::Call(call) => inner(&mut call.target.as_deref().into_iter().chain(&call.args)),
        Expr::List(list) => inner(&mut list.elements.iter()),
        Expr::Select(select) => steps(&select.operand).saturating_add(1),
        Expr::Map(map) => inner(&mut map.entries.iter().flat_map(|entry| parts(&entry.expr))),
        Expr::Struct(_) | Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => 1,
    }
}

/// How many parts lie inside one another: 1 for a name or a word.
pub(super) fn depth(expr: &IdedExpr) -> usize {
    let inner: Vec<&IdedExpr> = match &expr.expr {
        Expr::Call(call) => call
            .target
            .as_deref()
            .into_iter()
            .chain(&call.args)
            .collect(),
        Expr::List(list) => list.elements.iter().collect(),
        Expr::Map(map) => map
            .entries
            .iter()
            .flat_map(|entry| parts(&entry.expr))
            .collect(),
        Expr::Select(select) => vec![&select.operand],
        Expr::Comprehension(loops) => vec![&loops.iter_range, &loops.loop_step],
        Expr::Struct(_) | Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => Vec::new(),
    };
    1 + inner.into_iter().map(depth).max().unwrap_or_default()
}

/// Most elements of the list that an expression gives.
fn length(expr: &IdedExpr) -> u64 {
    match &expr.expr {
        Expr::List(list) => list.elements.iter().fold(0_u64, |sum, element| {
            sum.saturating_add(length(element).max(1))
        }),
        Expr::Call(call) => call
            .target
            .as_deref()
            .into_iter()
            .chain(&call.args)
            .fold(0_u64, |sum, part| sum.saturating_add(length(part)))
            .max(LONGEST),
        Expr::Comprehension(loops) => length(&loops.iter_range).max(LONGEST),
        Expr::Literal(_) => 1,
        _ => LONGEST,
    }
}

fn parts(entry: &EntryExpr) -> Vec<&IdedExpr> {
    match entry {
        EntryExpr::MapEntry(entry) => vec![&entry.key, &entry.value],
        EntryExpr::StructField(field) => vec![&field.value],
    }
}

/// The names that must be given from outside.
pub(super) fn free_names(expr: &IdedExpr) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    walk(expr, &BTreeSet::new(), &mut |expr, bound| {
        if let Expr::Ident(name) = expr
            && !bound.contains(name.as_str())
        {
            names.insert(name.trim_start_matches('.'));
        }
    });
    names
}

/// The first function that is called and that forms do not have.
pub(super) fn unknown_function(expr: &IdedExpr) -> Option<&str> {
    let mut unknown = None;
    walk(expr, &BTreeSet::new(), &mut |expr, _| match expr {
        Expr::Call(call) if unknown.is_none() && !is_known(&call.func_name) => {
            unknown = Some(call.func_name.as_str());
        }
        Expr::Struct(made) if unknown.is_none() => unknown = Some(made.type_name.as_str()),
        _ => {}
    });
    unknown
}

fn is_known(function: &str) -> bool {
    let is_operator = function.starts_with(['_', '!', '-', '@']);
    is_operator || FUNCTIONS.contains(&function)
}

/// Shows every node, outer ones first.
pub(super) fn each<'e>(expr: &'e IdedExpr, show: &mut dyn FnMut(&'e Expr)) {
    walk(expr, &BTreeSet::new(), &mut |expr, _| show(expr));
}

/// Visits every node, outer ones first.
fn walk<'e>(expr: &'e IdedExpr, bound: &BTreeSet<&'e str>, visit: Visit<'_, 'e>) {
    visit(&expr.expr, bound);
    match &expr.expr {
        Expr::Call(call) => {
            for part in call.target.as_deref().into_iter().chain(&call.args) {
                walk(part, bound, visit);
            }
        }
        Expr::Comprehension(loops) => {
            walk(&loops.iter_range, bound, visit);
            let mut inside = bound.clone();
            inside.extend([loops.iter_var.as_str(), loops.accu_var.as_str()]);
            inside.extend(loops.iter_var2.as_deref());
            for part in [
                &loops.accu_init,
                &loops.loop_cond,
                &loops.loop_step,
                &loops.result,
            ] {
                walk(part, &inside, visit);
            }
        }
        Expr::List(list) => list
            .elements
            .iter()
            .for_each(|part| walk(part, bound, visit)),
        Expr::Map(map) => {
            for part in map.entries.iter().flat_map(|entry| parts(&entry.expr)) {
                walk(part, bound, visit);
            }
        }
        Expr::Select(select) => walk(&select.operand, bound, visit),
        Expr::Struct(_) | Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => {}
    }
}
