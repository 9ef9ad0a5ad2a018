//! What stands for a page.

use std::collections::HashMap;

/// What an answer gives to ask for the next page with. An empty one says, as an absent one does, that there is none.
pub trait PageToken: Clone + PartialEq {
    /// Whether it says that the page was the last.
    fn is_last(&self) -> bool;
}

impl PageToken for String {
    fn is_last(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Clone + PartialEq> PageToken for Vec<T> {
    fn is_last(&self) -> bool {
        self.is_empty()
    }
}

impl<V: Clone + PartialEq> PageToken for HashMap<String, V> {
    fn is_last(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! number {
    ($($ty:ty),*) => {$(
        impl PageToken for $ty {
            fn is_last(&self) -> bool {
                false
            }
        }
    )*};
}

number!(i8, i16, i32, i64);

#[cfg(test)]
mod tests {
    use super::PageToken;
    use std::collections::HashMap;

    #[test]
    fn an_empty_token_is_the_last_and_a_number_never_is() {
        assert!(String::new().is_last() && !"a".to_owned().is_last());
        assert!(HashMap::<String, i32>::new().is_last() && !HashMap::from([("key".to_owned(), 1)]).is_last());
        assert!(Vec::<String>::new().is_last() && !vec![""].is_last());
        assert!(!0_i64.is_last());
    }
}
