//! People of the demonstration city.

use sea_orm::DatabaseTransaction;

use super::data::{Citizen, Data};
use crate::{Internal, Portal};

/// Delivers what the registers hold of the citizens.
pub(super) async fn put_registers(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizens: &[Citizen],
) -> Result<(), Internal> {
    let registers = portal.registers();
    for citizen in citizens {
        for (register, entry) in &citizen.registers {
            registers
                .put(tx, *register, &citizen.account.resident_id, entry)
                .await?;
        }
    }
    Ok(())
}

/// Opens the accounts that are missing and says how many those were.
pub(super) async fn put_accounts(
    portal: &Portal,
    tx: &DatabaseTransaction,
    data: &Data,
    password_hash: &str,
) -> Result<usize, Internal> {
    let accounts = portal.accounts();
    let mut added = 0;
    for citizen in &data.citizens {
        let new = accounts
            .seed_citizen(tx, &citizen.account, password_hash)
            .await?;
        added += usize::from(new);
    }
    for officer in &data.officers {
        let new = accounts
            .seed_officer(tx, &officer.account, password_hash)
            .await?;
        added += usize::from(new);
    }
    Ok(added)
}
