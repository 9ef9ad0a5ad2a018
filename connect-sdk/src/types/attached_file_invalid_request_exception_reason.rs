// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `AttachedFileInvalidRequestExceptionReason`: What is wrong with an attached file; no operation in this SDK uploads one.

sdk_runtime::string_enum! {
    /// What is wrong with an attached file; no operation in this SDK uploads one.
    pub enum AttachedFileInvalidRequestExceptionReason {
        /// The size of the file is not accepted.
        InvalidFileSize = "INVALID_FILE_SIZE",
        /// The type of the file is not accepted.
        InvalidFileType = "INVALID_FILE_TYPE",
        /// The name of the file is not accepted.
        InvalidFileName = "INVALID_FILE_NAME",
    }
}
