//! Electronic certificates (电子证照, GB/T 36901 to 36906).

mod body;
mod identifier;

pub use body::{
    CertificateBody, CertificateField, CertificateState, CertificateTemplate, LineSource, ResultOf,
    state_on,
};
pub use identifier::{CertificateIdentifier, CertificateIdentifierError};
