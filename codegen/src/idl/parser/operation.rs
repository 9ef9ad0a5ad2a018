//! Operations, whose inputs and outputs can be defined where they are named (Smithy 2.0, "Inline input / output shapes").

use super::super::lexer::Kind;
use super::super::tree::{Applied, Name, Node, Statement, Value};
use super::{Parsed, Parser};

impl Parser<'_> {
    /// `{ input: Shape, output := { … }, errors: [Shape …] }`.
    pub(super) fn operation(&mut self, operation: &mut Statement) -> Parsed<()> {
        let open = self.token();
        self.sign('{')?;
        loop {
            self.whitespace();
            if self.kind() == Kind::Sign('}') {
                self.next();
                return Ok(());
            }
            // No property has a trait.
            if self.begins_statement(self.at) || self.kind() == Kind::Sign('@') && self.begins_line(self.at) {
                return Err(self.unclosed(open));
            }
            if let Err(stop) = self.property(operation) {
                self.next_member(stop)?;
            }
        }
    }

    fn property(&mut self, operation: &mut Statement) -> Parsed<()> {
        let name = self.identifier("`input`, `output`, `errors` or `}`")?;
        let is_twice = operation.properties.iter().any(|(other, _)| other.text == name.text);
        if is_twice {
            self.wrong(name.span, format!("`{}` is there twice", name.text), "remove one of the two");
        }
        self.whitespace();
        let shape = self.shape.clone();
        let value = match (name.text.as_str(), self.kind()) {
            ("input", Kind::Walrus) => self.inline(operation, "input", 0),
            ("output", Kind::Walrus) => self.inline(operation, "output", 1),
            ("input" | "output", _) => {
                self.sign(':')?;
                self.whitespace();
                self.shape_id("a structure's name")
                    .map(|target| Node { span: target.span, value: Value::Id(target.text) })
            }
            _ => {
                self.sign(':')?;
                self.whitespace();
                self.node()
            }
        };
        self.shape = shape;
        let value = value?;
        if !is_twice {
            operation.properties.push((name, value));
        }
        self.ends_word("the value")
    }

    /// `:= @traits for Resource with [Mixin] { … }`.
    fn inline(&mut self, operation: &Statement, role: &str, suffix: usize) -> Parsed<Node> {
        let walrus = self.token();
        let at = self.span(walrus.start, walrus.end);
        self.needs_2(at, &format!("defines its {role} within itself"));
        self.next();
        let documentation = self.documentation();
        let start = self.token().start;
        let mut traits = self.traits(documentation)?;
        let id = |text: String| Name { text, span: at };
        traits.push(Applied { name: id(format!("smithy.api#{role}")), value: None, span: at });
        let [input, output] = &self.suffixes;
        if input == output && operation.properties.iter().any(|(name, _)| name.text == "input" || name.text == "output")
        {
            let problem = format!("its input and output are both called `{}{input}`", operation.name.text);
            self.wrong(at, problem, "give `$operationInputSuffix` and `$operationOutputSuffix` values that differ");
        }
        let suffix = self.suffixes.get(suffix).map_or("", String::as_str);
        let name = format!("{}{suffix}", operation.name.text);
        self.shape = Some(format!("{}#{name}", self.file.namespace.as_deref().unwrap_or_default()));
        let resource = self.resource()?;
        let mixins = self.mixins()?;
        self.whitespace();
        let mut members = Vec::new();
        let ended = self.members("structure", true, &mut members);
        let (span, properties) = (self.since(start), Vec::new());
        let target = Node { value: Value::Id(name.clone()), span: at };
        let name = id(name);
        self.file.shapes.push(Statement {
            kind: "structure",
            name,
            span,
            traits,
            resource,
            mixins,
            members,
            properties,
        });
        ended?;
        Ok(target)
    }
}
