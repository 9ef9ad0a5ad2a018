//! Paginators.

/// Declares an operation's paginator.
#[macro_export]
#[doc(hidden)]
macro_rules! paginated {
    // Pages without a list of items.
    ($input:ident, $fluent:ident, $paginator:ident {
        token $token:ident from $next:ident;
        $(page_size $size:ident;)?
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = ::std::convert::Infallible;
            $crate::__paginated! { $token from $next $(, $size)? }

            #[inline]
            fn into_items(_: Self::Output) -> ::std::vec::Vec<Self::Item> {
                ::std::vec::Vec::new()
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }
    };
    ($input:ident, $fluent:ident, $paginator:ident, $items:ident {
        token $token:ident from $next:ident;
        $(page_size $size:ident;)?
        items $presence:ident $list:ident: $item:ty;
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = $item;
            $crate::__paginated! { $token from $next $(, $size)? }

            #[inline]
            fn into_items(output: Self::Output) -> ::std::vec::Vec<Self::Item> {
                $crate::__items!($presence, output.$list)
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }

        /// The same, item by item.
        pub type $items = $crate::paginate::PaginatorItems<$input>;
    };
}

/// A paginated input's tokens and page size.
#[macro_export]
#[doc(hidden)]
macro_rules! __paginated {
    ($token:ident from $next:ident $(, $size:ident)?) => {
        #[inline]
        fn output_token(output: &Self::Output) -> ::std::option::Option<&str> {
            output.$next.as_deref()
        }

        #[inline]
        fn token(&self) -> ::std::option::Option<&str> {
            self.$token.as_deref()
        }

        #[inline]
        fn set_token(&mut self, token: ::std::option::Option<::std::string::String>) {
            self.$token = token;
        }

        #[inline]
        fn set_page_size(&mut self, _limit: i32) {
            $( self.$size = Some(_limit); )?
        }
    };
}

/// The paginator's name, and how a fluent builder becomes one.
#[macro_export]
#[doc(hidden)]
macro_rules! __paginator {
    ($input:ident, $fluent:ident, $paginator:ident) => {
        #[doc = concat!("Calls the operation of [`", stringify!($input), "`] page by page.")]
        pub type $paginator = $crate::paginate::Paginator<$input>;

        impl $fluent {
            /// Calls the operation page by page, beginning where the input says.
            #[inline]
            pub fn into_paginator(self) -> $paginator {
                $crate::paginate::Paginator::new(self.handle, $crate::body::MemberReader::corrected(self.inner))
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __items {
    (always, $list:expr) => {
        $list
    };
    (optional, $list:expr) => {
        $list.unwrap_or_default()
    };
}
