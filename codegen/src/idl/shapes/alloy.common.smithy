$version: "2.0"

// What many strings are, said with alloy.
namespace alloy.common

@trait(selector: ":test(string, member > string)")
structure emailFormat {}
@trait(selector: ":test(string, member > string)")
structure countryCodeFormat {}
@trait(selector: ":test(string, member > string)")
structure languageCodeFormat {}
@trait(selector: ":test(string, member > string)")
structure languageTagFormat {}
@trait(selector: ":test(string, member > string)")
structure hexColorCodeFormat {}
