//! The text of a selector → [`Selector`].

use super::{Assertion, Comparator, Comparison, Operand, Path, Segment, Selector, Step, Wrong};

/// How deep selectors are read that stand in each other.
const DEEPEST: usize = 32;

/// How many variables a selector sets: for each, what follows is done for each of the shapes before it.
const MOST_VARIABLES: usize = 16;

/// Comparators, those before others that begin the same.
const COMPARATORS: &[(&str, Comparator)] = &[
    ("{<<}", Comparator::ProperSubset),
    ("{<}", Comparator::Subset),
    ("{!=}", Comparator::OtherSet),
    ("{=}", Comparator::SameSet),
    ("^=", Comparator::StartsWith),
    ("$=", Comparator::EndsWith),
    ("*=", Comparator::Contains),
    ("!=", Comparator::NotEquals),
    ("?=", Comparator::Exists),
    (">=", Comparator::GreaterOrEqual),
    ("<=", Comparator::LessOrEqual),
    (">", Comparator::Greater),
    ("<", Comparator::Less),
    ("=", Comparator::Equals),
];

pub(super) fn parse(text: &str) -> Result<Selector, Wrong> {
    let mut parser = Parser { text, at: 0, roots: 0, variables: 0, depth: 0 };
    let steps = parser.steps()?;
    match parser.peek() {
        None => Ok(Selector { steps, roots: parser.roots }),
        Some(c) => Err(parser.wrong(format!("`{c}` doesn't belong here"))),
    }
}

type Read<T> = Result<T, Wrong>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    roots: usize,
    variables: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character that isn't a blank.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        self.rest().chars().next()
    }

    /// Takes this text, if it comes next.
    fn takes(&mut self, text: &str) -> bool {
        self.peek();
        let is_next = self.rest().starts_with(text);
        if is_next {
            self.at += text.len();
        }
        is_next
    }

    fn expect(&mut self, text: &str) -> Read<()> {
        if self.takes(text) { Ok(()) } else { Err(self.wrong(format!("`{text}` should stand here"))) }
    }

    fn wrong(&self, problem: impl Into<String>) -> Wrong {
        Wrong { at: self.at, problem: problem.into() }
    }

    fn identifier(&mut self) -> Read<String> {
        self.peek();
        let name = self.while_of(|c| c.is_ascii_alphanumeric() || c == '_');
        match name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            true => Ok(name.to_owned()),
            false => Err(self.wrong("a name should stand here")),
        }
    }

    fn while_of(&mut self, is_fit: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !is_fit(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// One step, and those that follow it.
    fn steps(&mut self) -> Read<Vec<Step>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong(format!("more than {DEEPEST} selectors stand in each other")));
        }
        let mut steps = vec![self.step()?];
        while self.peek().is_some_and(|c| c != ',' && c != ')') {
            steps.push(self.step()?);
        }
        self.depth -= 1;
        Ok(steps)
    }

    fn step(&mut self) -> Read<Step> {
        match self.peek() {
            None => Err(self.wrong("the selector ends too early")),
            Some('*') => self.after("*", Step::Any),
            Some('>') => self.after(">", Step::Forward(None)),
            Some('~') => {
                self.expect("~>")?;
                Ok(Step::Recursive)
            }
            Some('-') => {
                self.expect("-[")?;
                let relationships = self.relationships()?;
                self.expect("->")?;
                Ok(Step::Forward(Some(relationships)))
            }
            Some('<') if self.takes("<-[") => {
                let relationships = self.relationships()?;
                self.expect("-")?;
                Ok(Step::Reverse(Some(relationships)))
            }
            Some('<') => self.after("<", Step::Reverse(None)),
            Some('[') if self.takes("[@") => self.scoped(),
            Some('[') => self.attribute(),
            Some(':') => self.function(),
            Some('$') if self.takes("${") => {
                let name = self.identifier()?;
                self.expect("}")?;
                Ok(Step::Get(name))
            }
            Some('$') => {
                self.variables += 1;
                if self.variables > MOST_VARIABLES {
                    return Err(self.wrong(format!("more than {MOST_VARIABLES} variables are set")));
                }
                self.expect("$")?;
                let name = self.identifier()?;
                self.expect("(")?;
                let steps = self.steps()?;
                self.expect(")")?;
                Ok(Step::Set(name, steps))
            }
            Some(c) if c.is_ascii_alphabetic() || c == '_' => Ok(Step::Type(self.identifier()?)),
            Some(c) => Err(self.wrong(format!("`{c}` doesn't belong here"))),
        }
    }

    fn after(&mut self, text: &str, step: Step) -> Read<Step> {
        self.expect(text).map(|()| step)
    }

    /// Names up to `]`.
    fn relationships(&mut self) -> Read<Vec<String>> {
        let mut names = vec![self.identifier()?];
        while self.takes(",") {
            names.push(self.identifier()?);
        }
        self.expect("]")?;
        Ok(names)
    }

    /// What follows `[`.
    fn attribute(&mut self) -> Read<Step> {
        self.expect("[")?;
        let path = self.key()?;
        if self.takes("]") {
            return Ok(Step::Attribute(path, None));
        }
        let comparator = self.comparator()?;
        let mut values = vec![self.value()?];
        while self.takes(",") {
            values.push(self.value()?);
        }
        let ignores_case = self.takes("i");
        self.expect("]")?;
        Ok(Step::Attribute(path, Some(Comparison { comparator, values, ignores_case })))
    }

    /// What follows `[@`.
    fn scoped(&mut self) -> Read<Step> {
        let path = if self.peek() == Some(':') { Path::new() } else { self.key()? };
        self.expect(":")?;
        let mut assertions = vec![self.assertion()?];
        while self.takes("&&") {
            assertions.push(self.assertion()?);
        }
        self.expect("]")?;
        Ok(Step::Scoped(path, assertions))
    }

    fn assertion(&mut self) -> Read<Assertion> {
        let left = self.operand()?;
        let comparator = self.comparator()?;
        let mut right = vec![self.operand()?];
        while self.takes(",") {
            right.push(self.operand()?);
        }
        Ok(Assertion { left, comparator, right, ignores_case: self.takes("i") })
    }

    fn operand(&mut self) -> Read<Operand> {
        if !self.takes("@{") {
            return self.value().map(Operand::Literal);
        }
        let path = self.path()?;
        self.expect("}")?;
        Ok(Operand::Context(path))
    }

    fn comparator(&mut self) -> Read<Comparator> {
        let found = COMPARATORS.iter().find(|(text, _)| self.takes(text));
        found.map(|(_, comparator)| *comparator).ok_or_else(|| self.wrong("a comparator should stand here, e.g. `=`"))
    }

    /// A path that begins with a name.
    fn key(&mut self) -> Read<Path> {
        let mut path = vec![Segment::Name(self.identifier()?)];
        if self.takes("|") {
            path.extend(self.path()?);
        }
        Ok(path)
    }

    fn path(&mut self) -> Read<Path> {
        let mut path = vec![self.segment()?];
        while self.takes("|") {
            path.push(self.segment()?);
        }
        Ok(path)
    }

    fn segment(&mut self) -> Read<Segment> {
        if !self.takes("(") {
            return self.value().map(Segment::Name);
        }
        let name = self.identifier()?;
        self.expect(")")?;
        Ok(Segment::Function(name))
    }

    /// A quoted text, a number, or an ID.
    fn value(&mut self) -> Read<String> {
        if let Some(quote) = self.peek().filter(|c| ['"', '\''].contains(c)) {
            self.at += 1;
            let text = self.while_of(|c| c != quote);
            if text.is_empty() || !self.rest().starts_with(quote) {
                return Err(self.wrong(format!("a text should stand here, and `{quote}` after it")));
            }
            self.at += 1;
            return Ok(text.to_owned());
        }
        let text = self.while_of(|c| c.is_ascii_alphanumeric() || "_.#+-".contains(c));
        let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
        let is_name = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !text.contains(['+', '-']);
        if is_number || is_name { Ok(text.to_owned()) } else { Err(self.wrong("a value should stand here")) }
    }

    fn function(&mut self) -> Read<Step> {
        self.expect(":")?;
        let start = self.at;
        let name = self.identifier()?;
        self.expect("(")?;
        let mut arguments = vec![self.steps()?];
        while self.takes(",") {
            arguments.push(self.steps()?);
        }
        self.expect(")")?;
        let mut arguments = arguments.into_iter();
        let (first, second, more) = (arguments.next().unwrap_or_default(), arguments.next(), arguments.len());
        let many = |wanted: &str| Err(Wrong { at: start, problem: format!("`:{name}` takes {wanted}") });
        let is_single = second.is_none();
        Ok(match name.as_str() {
            "test" => Step::Test([first].into_iter().chain(second).chain(arguments).collect()),
            // The first is how it is called now.
            "is" | "each" => Step::Is([first].into_iter().chain(second).chain(arguments).collect()),
            "not" | "in" | "root" if !is_single => return many("one selector"),
            "not" => Step::Not(first),
            "in" => Step::In(first),
            "root" => {
                self.roots += 1;
                Step::Root(self.roots - 1, first)
            }
            "topdown" if more > 0 => return many("one selector or two"),
            "topdown" => Step::Topdown(first, second),
            _ => Step::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_is_no_selector_is_refused_where_it_goes_wrong() {
        for (text, at) in [
            ("", 0),
            ("string,", 6),
            ("[trait|", 7),
            ("[trait|x ~ y]", 9),
            ("[id = ]", 6),
            ("[id = 'x]", 9),
            ("-[member->", 8),
            (":not(string, blob)", 1),
            (":topdown(*, *, *)", 1),
            (":test()", 6),
            ("structure > member)", 18),
            ("$x string", 3),
            ("${x", 3),
            ("é", 0),
            ("[@trait|range: @{min} > @{max}", 30),
        ] {
            let wrong = parse(text).expect_err(text);
            assert_eq!(wrong.at, at, "{text}: {}", wrong.problem);
        }
    }

    #[test]
    fn variables_are_few() {
        let some = |count: usize| format!("structure{}", " > $a(*) >".repeat(count));
        assert!(parse(&some(16)).is_ok());
        assert!(parse(&some(17)).is_err() && parse(&some(100_000)).is_err());
    }

    #[test]
    fn selectors_in_selectors_are_read_to_a_depth() {
        let nested = |depth: usize| format!("{}*{}", ":test(".repeat(depth), ")".repeat(depth));
        assert!(parse(&nested(31)).is_ok());
        assert!(parse(&nested(32)).is_err());
        assert!(parse(&nested(100_000)).is_err());
    }
}
