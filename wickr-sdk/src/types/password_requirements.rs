// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `PasswordRequirements`: what a password must contain for members of a security group.

sdk_runtime::structure! {
    /// What a password must contain for members of a security group.
    pub struct PasswordRequirements {
        /// Lowercase letters needed, at least.
        pub lowercase: Option<i32>,
        /// Shortest password allowed, in characters.
        pub min_length: Option<i32>,
        /// Digits needed, at least.
        pub numbers: Option<i32>,
        /// Special characters needed, at least.
        pub symbols: Option<i32>,
        /// Uppercase letters needed, at least.
        pub uppercase: Option<i32>,
    }
    shared PasswordRequirementsBuilder {
        lowercase, set_lowercase, get_lowercase: optional copy(i32) = member "lowercase";
        min_length, set_min_length, get_min_length: optional copy(i32) = member "minLength";
        numbers, set_numbers, get_numbers: optional copy(i32) = member "numbers";
        symbols, set_symbols, get_symbols: optional copy(i32) = member "symbols";
        uppercase, set_uppercase, get_uppercase: optional copy(i32) = member "uppercase";
    }
}
