//! From words to a tree, by precedence climbing: each word binds as strongly as JMESPath's grammar says.

use super::lexer::{Token, tokens};
use super::{Function, Kind, Literal, MAX_DEPTH, Node, Problem, Values};

/// What binds less strongly than this ends a projection.
const PROJECTION: u8 = 10;
const FLATTEN: u8 = 9;
const STAR: u8 = 20;
const FILTER: u8 = 21;
const DOT: u8 = 40;
const NOT: u8 = 45;

/// Parses a path.
///
/// # Errors
/// The first thing in it that is not JMESPath, or not supported.
pub fn parse(path: &str) -> Result<Node, Problem> {
    let mut parser = Parser { tokens: tokens(path)?, next: 0, depth: 0 };
    let node = parser.expression(0)?;
    match parser.peek() {
        Token::End => Ok(node),
        _ => Err(parser.unexpected("the path's end")),
    }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
    depth: usize,
}

type Parsed = Result<Node, Problem>;

/// What two nodes with an operator between them become.
type Joined = fn(Box<Node>, Box<Node>) -> Kind;

impl Parser {
    /// Everything that binds more strongly than `power`.
    fn expression(&mut self, power: u8) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.too_deep());
        }
        let mut left = self.beginning()?;
        while power < self.power() {
            left = self.continuation(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What can stand at the start of an expression.
    fn beginning(&mut self) -> Parsed {
        let (at, token) = self.advance();
        match token {
            Token::Literal(literal) => self.node(at, Kind::Literal(literal)),
            Token::Quoted(name) => self.node(at, Kind::Field(name)),
            Token::Name(name) if self.skip("(") => self.call(at, &name),
            Token::Name(name) => self.node(at, Kind::Field(name)),
            Token::Mark("@") => self.node(at, Kind::Current),
            Token::Mark("!") => {
                let of = self.expression(NOT)?;
                self.node(at, Kind::Not(Box::new(of)))
            }
            Token::Mark("(") => {
                let inner = self.expression(0)?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Mark("[") if !self.is_bracketed_selection() => self.list(at),
            Token::Mark("*" | "[" | "[]" | "[?") => {
                let current = self.node(at, Kind::Current)?;
                self.selection(at, token, current)
            }
            _ => {
                self.next = self.next.saturating_sub(1);
                Err(self.unexpected("a member, a literal or a function"))
            }
        }
    }

    /// What can follow `left`.
    fn continuation(&mut self, left: Node) -> Parsed {
        let (at, token) = self.advance();
        let (power, make): (u8, Joined) = match token {
            Token::Mark(".") if self.skip("*") => return self.selection(at, Token::Mark("*"), left),
            Token::Mark(".") => {
                let right = self.after_dot(DOT)?;
                return self.node(left.at, Kind::Then(Box::new(left), Box::new(right)));
            }
            Token::Mark("|") => (1, Kind::Then),
            Token::Mark("||") => (2, Kind::Or),
            Token::Mark("&&") => (3, Kind::And),
            Token::Compare(comparison) => {
                let right = self.expression(5)?;
                return self.node(left.at, Kind::Compare(comparison, Box::new(left), Box::new(right)));
            }
            token => return self.selection(at, token, left),
        };
        let right = self.expression(power)?;
        self.node(left.at, make(Box::new(left), Box::new(right)))
    }

    /// `[0]`, `[*]`, `[]`, `[?…]` or `*` on what is left of it, with whatever is projected onto the values.
    fn selection(&mut self, at: usize, token: Token, of: Node) -> Parsed {
        let (values, power) = match token {
            Token::Mark("*") => (Values::OfMap, STAR),
            Token::Mark("[]") => (Values::Flattened, FLATTEN),
            Token::Mark("[?") => {
                let condition = self.expression(0)?;
                self.expect("]")?;
                (Values::Where(Box::new(condition)), FILTER)
            }
            _ => match self.peek().clone() {
                Token::Number(index) => {
                    self.advance();
                    self.expect("]")?;
                    let index = self.node(at, Kind::Index(index))?;
                    return self.node(of.at, Kind::Then(Box::new(of), Box::new(index)));
                }
                Token::Mark(":") => return Err(self.unsupported("slices are")),
                Token::Mark("*") => {
                    self.advance();
                    self.expect("]")?;
                    (Values::Items, STAR)
                }
                _ => return Err(self.unexpected("a number, `*`, `]` or a filter")),
            },
        };
        let each = self.projected(power)?;
        self.node(of.at, Kind::Project { of: Box::new(of), values, each: Box::new(each) })
    }

    /// What is done to each value of a projection.
    fn projected(&mut self, power: u8) -> Parsed {
        if self.power() < PROJECTION {
            let at = self.place();
            return self.node(at, Kind::Current);
        }
        match self.peek() {
            Token::Mark("[" | "[?") => self.expression(power),
            Token::Mark(".") => {
                self.advance();
                self.after_dot(power)
            }
            _ => Err(self.unexpected("`.`, `[` or the projection's end")),
        }
    }

    fn after_dot(&mut self, power: u8) -> Parsed {
        match self.peek() {
            Token::Name(_) | Token::Quoted(_) | Token::Mark("*") => self.expression(power),
            Token::Mark("[") => {
                let (at, _) = self.advance();
                self.list(at)
            }
            _ => Err(self.unexpected("a member after `.`")),
        }
    }

    /// The rest of `[a, b]`.
    fn list(&mut self, at: usize) -> Parsed {
        let items = self.items("]")?;
        self.node(at, Kind::List(items))
    }

    /// The rest of a call.
    fn call(&mut self, at: usize, name: &str) -> Parsed {
        let (function, count) = match name {
            "length" => (Function::Length, 1),
            "keys" => (Function::Keys, 1),
            "values" => (Function::Values, 1),
            "contains" => (Function::Contains, 2),
            _ => return Err(Problem::new(at, format!("the function `{name}` is not supported"))),
        };
        let arguments = self.items(")")?;
        if arguments.len() != count {
            let message = format!("`{name}` takes {count} argument(s), not {}", arguments.len());
            return Err(Problem::new(at, message));
        }
        self.node(at, Kind::Call(function, arguments))
    }

    /// Expressions with commas between them, up to and with the closing mark.
    fn items(&mut self, closing: &'static str) -> Result<Vec<Node>, Problem> {
        let mut items = vec![self.expression(0)?];
        while self.skip(",") {
            items.push(self.expression(0)?);
        }
        self.expect(closing)?;
        Ok(items)
    }

    /// Whether what follows a `[` selects items, rather than lists expressions.
    fn is_bracketed_selection(&self) -> bool {
        let after = self.tokens.get(self.next + 1).map(|(_, token)| token);
        match self.peek() {
            Token::Number(_) | Token::Mark(":") => true,
            Token::Mark("*") => after == Some(&Token::Mark("]")),
            _ => false,
        }
    }

    /// How strongly the next word binds to what is left of it.
    fn power(&self) -> u8 {
        match self.peek() {
            Token::Mark("|") => 1,
            Token::Mark("||") => 2,
            Token::Mark("&&") => 3,
            Token::Compare(_) => 5,
            Token::Mark("[]") => FLATTEN,
            Token::Mark("*") => STAR,
            Token::Mark("[?") => FILTER,
            Token::Mark(".") => DOT,
            Token::Mark("[") => 55,
            _ => 0,
        }
    }

    fn node(&self, at: usize, kind: Kind) -> Parsed {
        let depth = 1 + match &kind {
            Kind::Current | Kind::Field(_) | Kind::Index(_) | Kind::Literal(_) => 0,
            Kind::Not(of) => of.depth,
            Kind::Then(a, b) | Kind::And(a, b) | Kind::Or(a, b) | Kind::Compare(_, a, b) => a.depth.max(b.depth),
            Kind::Project { of, values: Values::Where(condition), each } => {
                of.depth.max(each.depth).max(condition.depth)
            }
            Kind::Project { of, each, .. } => of.depth.max(each.depth),
            Kind::List(items) | Kind::Call(_, items) => items.iter().map(|item| item.depth).max().unwrap_or_default(),
        };
        if depth > MAX_DEPTH { Err(self.too_deep()) } else { Ok(Node { at, kind, depth }) }
    }

    fn peek(&self) -> &Token {
        self.tokens.get(self.next).map_or(&Token::End, |(_, token)| token)
    }

    /// Where the next word stands.
    fn place(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |(at, _)| *at)
    }

    fn advance(&mut self) -> (usize, Token) {
        let taken = (self.place(), self.peek().clone());
        self.next += 1;
        taken
    }

    /// Goes past a mark if it comes next.
    fn skip(&mut self, mark: &'static str) -> bool {
        let is_next = *self.peek() == Token::Mark(mark);
        self.next += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, mark: &'static str) -> Result<(), Problem> {
        if self.skip(mark) { Ok(()) } else { Err(self.unexpected(&format!("`{mark}`"))) }
    }

    fn too_deep(&self) -> Problem {
        Problem::new(self.place(), format!("the path nests more than {MAX_DEPTH} deep"))
    }

    fn unsupported(&self, what: &str) -> Problem {
        Problem::new(self.place(), format!("{what} not supported"))
    }

    fn unexpected(&self, expected: &str) -> Problem {
        let found = match self.peek() {
            Token::Mark("{") => return self.unsupported("multi-select hashes are"),
            Token::Mark("&") => return self.unsupported("expression references are"),
            Token::End => "the end".to_owned(),
            Token::Name(name) => format!("`{name}`"),
            Token::Quoted(name) => format!("{name:?}"),
            Token::Literal(Literal::Text(text)) => format!("'{text}'"),
            Token::Literal(_) => "a literal".to_owned(),
            Token::Number(number) => format!("`{number}`"),
            Token::Compare(_) => "a comparison".to_owned(),
            Token::Mark(mark) => format!("`{mark}`"),
        };
        Problem::new(self.place(), format!("expected {expected}, found {found}"))
    }
}
