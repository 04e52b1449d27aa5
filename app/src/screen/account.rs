//! Registering, activating, signing in, a forgotten password.

mod activation;
mod code_page;
pub(super) mod consents;
mod forgotten;
pub(super) mod mistakes;
mod new_password;
mod register;
mod register_sent;
mod sign_in;

pub use activation::Activation;
pub use forgotten::Forgotten;
pub use new_password::NewPassword;
pub use register::Register;
pub use register_sent::RegisterSent;
pub use sign_in::{SignIn, SignInForm};
