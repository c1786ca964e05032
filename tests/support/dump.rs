//! A syntax tree as short text: its `Debug` form without places, with names for symbols.

use rolecall::source::Interner;
use rolecall::syntax::ast::{Ast, ItemKind};

/// One line for each statement, one more for each line of a block.
pub fn ast(ast: &Ast, names: &Interner) -> String {
    let mut out = String::new();
    for item in &ast.items {
        let debug = format!("{:?}", item.kind);
        let mut reader = Reader { rest: debug.as_str() };
        let value = reader.value();
        print(&value, names, 0, &mut out);
        out.push('\n');
    }
    for comment in &ast.comments {
        out.push_str(&format!(
            "{:?} {:?}{}\n",
            comment.kind,
            comment.text,
            if comment.own_line { "" } else { " (behind)" }
        ));
    }
    out
}

/// The kinds of statement that were kept.
pub fn kinds(ast: &Ast) -> String {
    let kinds: Vec<String> = ast.items.iter().map(|item| kind(&item.kind)).collect();
    kinds.join(" ")
}

fn kind(item: &ItemKind) -> String {
    let debug = format!("{item:?}");
    let name = debug.split(['(', '{', ' ']).next().unwrap_or_default().to_owned();
    let lines = match item {
        ItemKind::Role(role) => match &role.kind {
            rolecall::syntax::ast::RoleKind::Body(body) => Some(body.items.len()),
            rolecall::syntax::ast::RoleKind::Instance(_) => None,
        },
        ItemKind::Object(object) => Some(object.items.len()),
        ItemKind::Guarantees(lines) => Some(lines.len()),
        ItemKind::Test(test) => Some(test.items.len()),
        ItemKind::People(people) => Some(people.items.len()),
        _ => None,
    };
    lines.map_or(name.clone(), |lines| format!("{name}[{lines}]"))
}

/// A value of `Debug` text.
enum Value {
    Atom(String),
    Fields(String, Vec<(String, Value)>),
    Tuple(String, Vec<Value>),
    List(Vec<Value>),
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> String {
        self.skip();
        if self.rest.starts_with('"') {
            let mut end = 1;
            let bytes = self.rest.as_bytes();
            while bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            let (word, rest) = self.rest.split_at(end + 1);
            self.rest = rest;
            return word.to_owned();
        }
        let end = self.rest.find([' ', ',', '(', ')', '[', ']', '{', '}', ':']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn list(&mut self, close: &str) -> Vec<Value> {
        let mut values = Vec::new();
        while !self.take(close) {
            values.push(self.value());
            self.take(",");
        }
        values
    }

    fn value(&mut self) -> Value {
        if self.take("[") {
            return Value::List(self.list("]"));
        }
        if self.take("(") {
            return Value::Tuple(String::new(), self.list(")"));
        }
        let word = self.word();
        if word.starts_with('"') {
            return Value::Atom(word);
        }
        if self.take("(") {
            return Value::Tuple(word, self.list(")"));
        }
        if self.take("{") {
            let mut fields = Vec::new();
            while !self.take("}") {
                let name = self.word();
                self.take(":");
                fields.push((name, self.value()));
                self.take(",");
            }
            return Value::Fields(word, fields);
        }
        Value::Atom(word)
    }
}

/// What says nothing: places, absences, empty lists.
fn is_silent(value: &Value) -> bool {
    match value {
        Value::Atom(word) => word == "None" || word == "false",
        Value::List(values) => values.is_empty(),
        Value::Fields(name, fields) => {
            let may_be_empty = matches!(name.as_str(), "Window" | "Reason");
            name == "Span" || (may_be_empty && fields.iter().all(|(_, value)| is_silent(value)))
        }
        Value::Tuple(name, values) => name == "Some" && values.iter().all(is_silent),
    }
}

fn print(value: &Value, names: &Interner, depth: usize, out: &mut String) {
    match value {
        Value::Atom(word) => out.push_str(word),
        Value::List(values) => {
            let tall = values.iter().any(|value| matches!(value, Value::Fields(name, _) if name.ends_with("Item") || name == "Guarantee" || name == "Unit"));
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                if tall {
                    out.push('\n');
                    out.push_str(&"  ".repeat(depth + 1));
                } else if index > 0 {
                    out.push_str(", ");
                }
                print(value, names, depth + 1, out);
            }
            out.push(']');
        }
        Value::Tuple(name, values) => {
            let loud: Vec<&Value> = values.iter().filter(|value| !is_silent(value)).collect();
            if name == "Some" && loud.len() == 1 {
                return print(loud[0], names, depth, out);
            }
            out.push_str(name);
            out.push('(');
            for (index, value) in loud.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                print(value, names, depth, out);
            }
            out.push(')');
        }
        Value::Fields(name, fields) => fields_of(name, fields, names, depth, out),
    }
}

fn fields_of(name: &str, fields: &[(String, Value)], names: &Interner, depth: usize, out: &mut String) {
    if name == "Name" {
        let symbol = fields.iter().find_map(|(name, value)| match value {
            Value::Tuple(_, inner) if name == "symbol" => match &inner[0] {
                Value::Atom(number) => number.parse().ok(),
                _ => None,
            },
            _ => None,
        });
        let text = names.text(rolecall::source::Symbol(symbol.unwrap()));
        let quoted =
            fields.iter().any(|(name, value)| name == "quoted" && matches!(value, Value::Atom(word) if word == "true"));
        out.push_str(&if quoted { format!("'{text}'") } else { text.to_owned() });
        return;
    }
    let loud: Vec<&(String, Value)> = fields.iter().filter(|(_, value)| !is_silent(value)).collect();
    if name == "Operand" && loud.is_empty() {
        // The operand `none`, which looks like an absence in debug text.
        out.push_str("none");
        return;
    }
    if let Some(sign) = joint(name) {
        for (index, (_, value)) in loud.iter().enumerate() {
            if index > 0 {
                out.push_str(sign);
            }
            print(value, names, depth, out);
        }
        return;
    }
    out.push_str(name);
    out.push_str(" {");
    for (index, (name, value)) in loud.iter().enumerate() {
        out.push_str(if index > 0 { ", " } else { " " });
        out.push_str(name);
        out.push_str(": ");
        print(value, names, depth, out);
    }
    out.push_str(" }");
}

/// What stands between the fields of a node that needs no names for them.
fn joint(node: &str) -> Option<&'static str> {
    Some(match node {
        "Path" => ".",
        "Target" => " on ",
        "Declared" | "Text" | "Number" | "TimeOfDay" | "DateTime" | "Condition" | "Operand" | "Scope" | "TypeRef"
        | "Who" | "ObjectRef" | "TestAction" | "DateRange" | "RoleItem" | "ObjectItem" | "PeopleItem"
        | "CalendarItem" | "TestItem" => " ",
        _ => return None,
    })
}
