//! Paginators.

/// Declares an operation's paginator: the input's token and where in an output the next one is, the input's page size,
/// and where in an output the items are.
#[macro_export]
#[doc(hidden)]
macro_rules! paginated {
    // Pages without a list of items.
    ($input:ident, $fluent:ident, $paginator:ident {
        token $token:ident: $token_type:ty = $next:expr;
        $(page_size $size:ident: $size_type:ty;)?
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = ::std::convert::Infallible;
            $crate::__paginated! { $token: $token_type = $next }
            $crate::__page_size! { $($size: $size_type)? }

            #[inline]
            fn into_items(_: Self::Output) -> ::std::vec::Vec<Self::Item> {
                ::std::vec::Vec::new()
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }
    };
    ($input:ident, $fluent:ident, $paginator:ident, $items:ident {
        token $token:ident: $token_type:ty = $next:expr;
        $(page_size $size:ident: $size_type:ty;)?
        items $item:ty = $list:expr;
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = $item;
            $crate::__paginated! { $token: $token_type = $next }
            $crate::__page_size! { $($size: $size_type)? }

            #[inline]
            fn into_items(output: Self::Output) -> ::std::vec::Vec<Self::Item> {
                let list: fn(Self::Output) -> ::std::option::Option<_> = $list;
                ::std::option::Option::into_iter(list(output)).flatten().collect()
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }

        #[doc = concat!("Goes through what [`", stringify!($input), "`] lists, item by item and from page to page.")]
        pub type $items = $crate::paginate::PaginatorItems<$input>;
    };
}

/// A paginated input's tokens.
#[macro_export]
#[doc(hidden)]
macro_rules! __paginated {
    ($token:ident: $token_type:ty = $next:expr) => {
        type Token = $token_type;

        #[inline]
        fn output_token(output: &Self::Output) -> ::std::option::Option<Self::Token> {
            let next: fn(&Self::Output) -> ::std::option::Option<&Self::Token> = $next;
            next(output).cloned()
        }

        #[inline]
        fn token(&self) -> ::std::option::Option<&Self::Token> {
            self.$token.as_ref()
        }

        #[inline]
        fn set_token(&mut self, token: ::std::option::Option<Self::Token>) {
            self.$token = token;
        }
    };
}

/// A paginated input's page size.
#[macro_export]
#[doc(hidden)]
macro_rules! __page_size {
    // Nobody has a value of this type, so that no program sets a size that would not be sent.
    () => {
        type PageSize = ::std::convert::Infallible;

        #[inline]
        fn set_page_size(&mut self, limit: Self::PageSize) {
            match limit {}
        }
    };
    ($size:ident: $size_type:ty) => {
        type PageSize = $size_type;

        #[inline]
        fn set_page_size(&mut self, limit: Self::PageSize) {
            self.$size = ::std::option::Option::Some(limit);
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
                let (client, input) = self.__with(());
                $crate::paginate::Paginator::new(client, $crate::codec::MemberReader::corrected(input))
            }
        }

        $crate::__blocking_paginator! { $input, $fluent }
    };
}
