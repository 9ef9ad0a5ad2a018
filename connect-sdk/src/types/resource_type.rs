// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ResourceType`: The kind of resource that an error is about.

sdk_runtime::string_enum! {
    /// The kind of resource that an error is about.
    pub enum ResourceType {
        /// A contact.
        Contact = "CONTACT",
        /// A flow.
        ContactFlow = "CONTACT_FLOW",
        /// An Amazon Connect instance.
        Instance = "INSTANCE",
        /// A participant in a contact.
        Participant = "PARTICIPANT",
        /// A level of the user hierarchy.
        HierarchyLevel = "HIERARCHY_LEVEL",
        /// A group in the user hierarchy.
        HierarchyGroup = "HIERARCHY_GROUP",
        /// A user.
        User = "USER",
        /// A phone number.
        PhoneNumber = "PHONE_NUMBER",
    }
}
