//! From a pattern's text to its tree, with CPython's words for what is wrong with it.

use super::characters::{Alphabet, Class, Item, Member, Set, fold};
use super::error;
use super::flags::{self, ASCII, DOTALL, IGNORECASE, MULTILINE, TYPES, VERBOSE};
use super::node::{At, Greed, MAX_REPEAT, Node};
use super::reader::{Reader, quoted};
use crate::python::objects::{PyResult, Value};
use crate::python::vm::Vm;

/// What is known of a pattern once it is read.
pub struct Parsed {
    pub node: Node,
    pub flags: u32,
    /// The width of each group, that of the whole first.
    pub groups: Vec<Option<(usize, usize)>>,
    pub names: Vec<(String, usize)>,
}

struct Parser<'a> {
    reader: Reader<'a>,
    /// Of the whole pattern.
    flags: u32,
    /// None while a group is open.
    groups: Vec<Option<(usize, usize)>>,
    names: Vec<(String, usize)>,
    /// How many groups there were before the outermost lookbehind.
    behind: Option<usize>,
    /// Groups that conditions ask for, and where.
    asked: Vec<(usize, usize)>,
}

/// Read a pattern, a str or bytes.
///
/// # Errors
/// `re.PatternError`; ValueError for flags that do not go together; RecursionError.
pub fn parse(vm: &Vm, pattern: &Value, flags: u32) -> PyResult<Parsed> {
    let reader = Reader::new(vm, pattern);
    let mut parser =
        Parser { reader, flags, groups: vec![None], names: Vec::new(), behind: None, asked: Vec::new() };
    let node = parser.alternatives(flags, 0)?;
    let flags = flags::complete(vm, parser.flags, parser.reader.is_text)?;
    if parser.reader.peek().is_some() {
        return Err(parser.reader.error("unbalanced parenthesis", 0));
    }
    for &(group, place) in &parser.asked {
        if group >= parser.groups.len() {
            return Err(error(vm, &format!("invalid group reference {group}"), Some((pattern, place))));
        }
    }
    Ok(Parsed { node, flags, groups: parser.groups, names: parser.names })
}

impl Parser<'_> {
    fn alternatives(&mut self, flags: u32, depth: usize) -> PyResult<Node> {
        self.reader.vm.enter_native()?;
        let result = self.alternatives_inside(flags, depth);
        self.reader.vm.leave_native();
        result
    }

    fn alternatives_inside(&mut self, flags: u32, depth: usize) -> PyResult<Node> {
        let mut nodes = Vec::new();
        loop {
            let flags = if depth == 0 { self.flags } else { flags };
            nodes.push(self.sequence(flags, depth, nodes.is_empty())?);
            if !self.reader.eat('|') {
                break;
            }
        }
        Ok(match nodes.len() {
            1 => nodes.pop().unwrap_or(Node::Sequence(Vec::new())),
            _ => Node::Branch(nodes),
        })
    }

    fn sequence(&mut self, mut flags: u32, depth: usize, is_first: bool) -> PyResult<Node> {
        let mut nodes = Vec::new();
        while let Some(next) = self.reader.peek() {
            self.reader.vm.tick()?;
            if next == '|' || next == ')' {
                break;
            }
            self.reader.skip();
            if flags & VERBOSE != 0 {
                if " \t\n\r\x0b\x0c".contains(next) {
                    continue;
                }
                if next == '#' {
                    while !matches!(self.reader.next()?, None | Some('\n')) {}
                    continue;
                }
            }
            match next {
                '\\' => nodes.push(self.escape(flags)?),
                '[' => nodes.push(Node::Item(self.set(flags)?)),
                '.' if flags & DOTALL != 0 => nodes.push(Node::Item(Item::Any)),
                '.' => nodes.push(Node::Item(Item::NotNewline)),
                '^' if flags & MULTILINE != 0 => nodes.push(Node::At(At::LineStart)),
                '^' => nodes.push(Node::At(At::Start)),
                '$' if flags & MULTILINE != 0 => nodes.push(Node::At(At::LineEnd)),
                '$' => nodes.push(Node::At(At::End)),
                '*' | '+' | '?' | '{' => match self.bounds(next)? {
                    Some((min, max, start)) => self.repeat(&mut nodes, min, max, start)?,
                    None => nodes.push(self.literal(next.into(), flags)),
                },
                '(' => {
                    let start = self.reader.place - 1;
                    match self.group(flags, depth, start)? {
                        Opened::Node(node) => nodes.push(node),
                        Opened::Nothing => {}
                        Opened::Flags(_) if depth > 0 || !is_first || !nodes.is_empty() => {
                            let back = self.reader.place - start;
                            let message = "global flags not at the start of the expression";
                            return Err(self.reader.error(message, back));
                        }
                        Opened::Flags(more) => {
                            self.flags |= more;
                            flags = self.flags;
                        }
                    }
                }
                literal => nodes.push(self.literal(literal.into(), flags)),
            }
        }
        Ok(match nodes.len() {
            // A repetition stays inside, so that another may follow where the pattern has a group.
            1 if !matches!(nodes[0], Node::Repeat { .. } | Node::At(_)) => {
                nodes.pop().unwrap_or(Node::Sequence(Vec::new()))
            }
            _ => Node::Sequence(nodes),
        })
    }

    fn literal(&self, character: u32, flags: u32) -> Node {
        let alphabet = self.alphabet(flags);
        Node::Item(match flags & IGNORECASE {
            0 => Item::Char(character),
            _ => Item::Folded(fold(character, alphabet), alphabet),
        })
    }

    fn alphabet(&self, flags: u32) -> Alphabet {
        match self.reader.is_text && flags & ASCII == 0 {
            true => Alphabet::Unicode,
            false => Alphabet::Ascii,
        }
    }

    /// The least and the most of a quantifier, and where it starts; None where its brace is a literal.
    fn bounds(&mut self, sign: char) -> PyResult<Option<(u32, u32, usize)>> {
        let here = self.reader.place;
        let (min, max) = match sign {
            '?' => (0, 1),
            '*' => (0, MAX_REPEAT),
            '+' => (1, MAX_REPEAT),
            _ => {
                if self.reader.peek() == Some('}') {
                    return Ok(None);
                }
                let low = self.reader.take_while(usize::MAX, |c| c.is_ascii_digit());
                let high = match self.reader.eat(',') {
                    true => self.reader.take_while(usize::MAX, |c| c.is_ascii_digit()),
                    false => low.clone(),
                };
                if !self.reader.eat('}') {
                    self.reader.place = here;
                    return Ok(None);
                }
                let (min, max) = (self.count(&low, 0)?, self.count(&high, MAX_REPEAT)?);
                if max < min {
                    let back = self.reader.place - here;
                    return Err(self.reader.error("min repeat greater than max repeat", back));
                }
                (min, max)
            }
        };
        Ok(Some((min, max, here - 1)))
    }

    fn count(&self, digits: &str, otherwise: u32) -> PyResult<u32> {
        match digits.parse() {
            _ if digits.is_empty() => Ok(otherwise),
            Ok(count) if count < MAX_REPEAT => Ok(count),
            _ => Err(self.reader.vm.overflow_error("the repetition number is too large")),
        }
    }

    fn repeat(&mut self, nodes: &mut Vec<Node>, min: u32, max: u32, start: usize) -> PyResult<()> {
        let message = match nodes.last() {
            None | Some(Node::At(_)) => "nothing to repeat",
            Some(Node::Repeat { .. }) => "multiple repeat",
            Some(_) => {
                let greed = match self.reader.eat('?') {
                    true => Greed::Lazy,
                    false if self.reader.eat('+') => Greed::Possessive,
                    false => Greed::Greedy,
                };
                if let Some(node) = nodes.pop() {
                    nodes.push(Node::Repeat { node: Box::new(node), min, max, greed });
                }
                return Ok(());
            }
        };
        Err(self.reader.error(message, self.reader.place - start))
    }

    /// `[...]`, behind its bracket.
    fn set(&mut self, flags: u32) -> PyResult<Item> {
        let here = self.reader.place - 1;
        let unterminated =
            |reader: &Reader<'_>| reader.error("unterminated character set", reader.place - here);
        let negated = self.reader.eat('^');
        let mut members = Vec::new();
        loop {
            let start = self.reader.place;
            let Some(this) = self.reader.next()? else { return Err(unterminated(&self.reader)) };
            if this == ']' && !members.is_empty() {
                break;
            }
            let low = self.member(this, flags)?;
            if !self.reader.eat('-') {
                members.push(low);
                continue;
            }
            let Some(that) = self.reader.next()? else { return Err(unterminated(&self.reader)) };
            if that == ']' {
                members.extend([low, Member::Range(45, 45)]);
                break;
            }
            let high = self.member(that, flags)?;
            match (low, high) {
                (Member::Range(low, _), Member::Range(high, _)) if low <= high => {
                    members.push(Member::Range(low, high));
                }
                _ => {
                    let back = self.reader.place - start;
                    let written = self.reader.text(start, self.reader.place);
                    return Err(self.reader.error(&format!("bad character range {written}"), back));
                }
            }
        }
        let fold = (flags & IGNORECASE != 0).then(|| self.alphabet(flags));
        Ok(Item::Set(Set { negated, members, fold }))
    }

    fn member(&mut self, character: char, flags: u32) -> PyResult<Member> {
        if character != '\\' {
            return Ok(Member::Range(character.into(), character.into()));
        }
        let start = self.reader.place - 1;
        let letter = self.reader.escaped()?;
        if "dDsSwW".contains(letter) {
            return Ok(Member::Class(Class(letter), self.alphabet(flags)));
        }
        let code = match (self.reader.simple_escape(letter, start)?, letter) {
            (Some(code), _) => code,
            (None, 'b') => 8,
            (None, '0'..='7') => self.reader.octal(start, 3)?,
            _ => return Err(self.reader.bad_escape(start)),
        };
        Ok(Member::Range(code, code))
    }

    /// What stands behind a backslash.
    fn escape(&mut self, flags: u32) -> PyResult<Node> {
        let start = self.reader.place - 1;
        let letter = self.reader.escaped()?;
        let alphabet = self.alphabet(flags);
        let at = match letter {
            'A' => At::Start,
            'Z' => At::VeryEnd,
            'b' => At::Boundary(alphabet),
            'B' => At::NotBoundary(alphabet),
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => {
                let members = vec![Member::Class(Class(letter), alphabet)];
                return Ok(Node::Item(Item::Set(Set { negated: false, members, fold: None })));
            }
            '0' => {
                let code = self.reader.octal(start, 3)?;
                return Ok(self.literal(code, flags));
            }
            '1'..='9' => return self.numbered(start, flags),
            _ => {
                let code = self.reader.simple_escape(letter, start)?;
                return match code {
                    Some(code) => Ok(self.literal(code, flags)),
                    None => Err(self.reader.bad_escape(start)),
                };
            }
        };
        Ok(Node::At(at))
    }

    /// `\12`: a group, or a character in three octal digits.
    fn numbered(&mut self, start: usize, flags: u32) -> PyResult<Node> {
        if self.reader.is_octal(start) {
            let code = self.reader.octal(start, 3)?;
            return Ok(self.literal(code, flags));
        }
        self.reader.take_while(1, |c| c.is_ascii_digit());
        let group: usize = self.reader.text(start + 1, self.reader.place).parse().unwrap_or(0);
        let back = self.reader.place - start;
        match self.groups.get(group) {
            None => Err(self.reader.error(&format!("invalid group reference {group}"), back - 1)),
            Some(None) => Err(self.reader.error("cannot refer to an open group", back)),
            Some(Some(_)) => self.reference(group, flags),
        }
    }

    fn reference(&mut self, group: usize, flags: u32) -> PyResult<Node> {
        self.check_behind(group)?;
        let fold = (flags & IGNORECASE != 0).then(|| self.alphabet(flags));
        Ok(Node::Ref(group, fold))
    }

    fn check_behind(&self, group: usize) -> PyResult<()> {
        let Some(before) = self.behind else { return Ok(()) };
        if !matches!(self.groups.get(group), Some(Some(_))) {
            return Err(self.reader.error("cannot refer to an open group", 0));
        }
        if group >= before {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.reader.error(message, 0));
        }
        Ok(())
    }
}

/// What an opening parenthesis turned out to be.
enum Opened {
    Node(Node),
    /// A comment.
    Nothing,
    /// `(?i)`: flags of the whole pattern.
    Flags(u32),
}

impl Parser<'_> {
    /// A parenthesis, behind its opening.
    fn group(&mut self, flags: u32, depth: usize, start: usize) -> PyResult<Opened> {
        if !self.reader.eat('?') {
            return self.capture(None, flags, depth, start);
        }
        let Some(sign) = self.reader.next()? else {
            return Err(self.reader.error("unexpected end of pattern", 0));
        };
        match sign {
            'P' => self.named(flags, depth, start),
            ':' => Ok(Opened::Node(self.inside(flags, depth, start)?)),
            '>' => Ok(Opened::Node(Node::Atomic(Box::new(self.inside(flags, depth, start)?)))),
            '#' => loop {
                match self.reader.next()? {
                    Some(')') => return Ok(Opened::Nothing),
                    Some(_) => {}
                    None => {
                        let back = self.reader.place - start;
                        return Err(self.reader.error("missing ), unterminated comment", back));
                    }
                }
            },
            '=' | '!' => self.look(sign, false, flags, depth, start),
            '<' => match self.reader.next()? {
                Some(sign @ ('=' | '!')) => self.look(sign, true, flags, depth, start),
                None => Err(self.reader.error("unexpected end of pattern", 0)),
                Some(_) => Err(self.unknown(start)),
            },
            '(' => self.condition(flags, depth, start),
            _ if sign == '-' || flags::of(sign).is_some() => {
                let (add, remove) = match self.inline_flags(sign)? {
                    (add, None) => return Ok(Opened::Flags(add)),
                    (add, Some(remove)) => (add, remove),
                };
                let kept = if add & TYPES != 0 { flags & !TYPES } else { flags };
                let flags = (kept | add) & !remove;
                Ok(Opened::Node(self.inside(flags, depth, start)?))
            }
            _ => Err(self.unknown(start)),
        }
    }

    /// `unknown extension ?P;`.
    fn unknown(&self, start: usize) -> crate::python::objects::Raised {
        let written = self.reader.text(start + 1, self.reader.place);
        self.reader.error(&format!("unknown extension {written}"), self.reader.place - start - 1)
    }

    /// What a parenthesis holds, and its end.
    fn inside(&mut self, flags: u32, depth: usize, start: usize) -> PyResult<Node> {
        let node = self.alternatives(flags, depth + 1)?;
        match self.reader.eat(')') {
            true => Ok(node),
            false => {
                let back = self.reader.place - start;
                Err(self.reader.error("missing ), unterminated subpattern", back))
            }
        }
    }

    fn capture(&mut self, name: Option<String>, flags: u32, depth: usize, start: usize) -> PyResult<Opened> {
        let number = self.groups.len();
        if let Some(name) = name {
            if let Some((_, known)) = self.names.iter().find(|(known, _)| *known == name) {
                let shown = quoted(&name);
                let message =
                    format!("redefinition of group name {shown} as group {number}; was group {known}");
                return Err(self.reader.error(&message, name.chars().count() + 1));
            }
            self.names.push((name, number));
        }
        self.groups.push(None);
        let node = self.inside(flags, depth, start)?;
        let width = node.width(&self.groups);
        if let Some(group) = self.groups.get_mut(number) {
            *group = Some(width);
        }
        Ok(Opened::Node(Node::Group(number, Box::new(node))))
    }

    /// `(?P<name>...)` or `(?P=name)`, behind the P.
    fn named(&mut self, flags: u32, depth: usize, start: usize) -> PyResult<Opened> {
        if self.reader.eat('<') {
            let name = self.reader.group_name('>')?;
            return self.capture(Some(name), flags, depth, start);
        }
        if self.reader.eat('=') {
            let name = self.reader.group_name(')')?;
            let group = self.number_of(&name)?;
            if !matches!(self.groups.get(group), Some(Some(_))) {
                let back = name.chars().count() + 1;
                return Err(self.reader.error("cannot refer to an open group", back));
            }
            return Ok(Opened::Node(self.reference(group, flags)?));
        }
        match self.reader.next()? {
            None => Err(self.reader.error("unexpected end of pattern", 0)),
            Some(_) => Err(self.unknown(start)),
        }
    }

    fn number_of(&self, name: &str) -> PyResult<usize> {
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, number)) => Ok(*number),
            None => {
                let message = format!("unknown group name {}", quoted(name));
                Err(self.reader.error(&message, name.chars().count() + 1))
            }
        }
    }

    fn look(&mut self, sign: char, behind: bool, flags: u32, depth: usize, start: usize) -> PyResult<Opened> {
        let outer = self.behind;
        if behind {
            self.behind = outer.or(Some(self.groups.len()));
        }
        let node = self.inside(flags, depth, start)?;
        self.behind = outer;
        if behind {
            let (least, most) = node.width(&self.groups);
            if least != most {
                let message = "look-behind requires fixed-width pattern";
                return Err(error(self.reader.vm, message, None));
            }
        }
        Ok(Opened::Node(Node::Look { node: Box::new(node), behind, negative: sign == '!' }))
    }

    fn condition(&mut self, flags: u32, depth: usize, start: usize) -> PyResult<Opened> {
        let name = self.reader.until(')', "group name")?;
        let back = name.chars().count() + 1;
        let group = match name.bytes().all(|byte| byte.is_ascii_digit()) {
            true => {
                let group = name.parse().unwrap_or(usize::MAX);
                if group == 0 {
                    return Err(self.reader.error("bad group number", back));
                }
                self.asked.push((group, self.reader.place - back));
                group
            }
            false => {
                self.reader.check_group_name(&name)?;
                self.number_of(&name)?
            }
        };
        self.check_behind(group)?;
        let yes = self.sequence(flags, depth + 1, false)?;
        let no = match self.reader.eat('|') {
            true => self.sequence(flags, depth + 1, false)?,
            false => Node::Sequence(Vec::new()),
        };
        if self.reader.peek() == Some('|') {
            return Err(self.reader.error("conditional backref with more than two branches", 0));
        }
        if !self.reader.eat(')') {
            let back = self.reader.place - start;
            return Err(self.reader.error("missing ), unterminated subpattern", back));
        }
        Ok(Opened::Node(Node::Condition(group, Box::new(yes), Box::new(no))))
    }

    /// Inline flags from the first on: those that are added, and those that are removed, or None where they
    /// are the whole pattern's.
    fn inline_flags(&mut self, first: char) -> PyResult<(u32, Option<u32>)> {
        let (mut add, mut remove, mut sign) = (0, 0, first);
        while sign != '-' {
            let wrong = match (self.reader.is_text, sign) {
                (true, 'L') => "bad inline flags: cannot use 'L' flag with a str pattern",
                (false, 'u') => "bad inline flags: cannot use 'u' flag with a bytes pattern",
                _ => "",
            };
            if !wrong.is_empty() {
                return Err(self.reader.error(wrong, 0));
            }
            let flag = flags::of(sign).unwrap_or(0);
            add |= flag;
            if flag & TYPES != 0 && add & TYPES != flag {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.reader.error(message, 0));
            }
            sign = self.flag_sign("missing -, : or )")?;
            match sign {
                ')' => return Ok((add, None)),
                ':' => return Ok((add, Some(0))),
                _ => {}
            }
        }
        sign = self.flag_sign("missing flag")?;
        if flags::of(sign).is_none() {
            return Err(self.reader.error("missing flag", 1));
        }
        while sign != ':' {
            let flag = flags::of(sign).unwrap_or(0);
            if flag & TYPES != 0 {
                let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                return Err(self.reader.error(message, 0));
            }
            remove |= flag;
            sign = self.flag_sign("missing :")?;
            if sign != ':' && flags::of(sign).is_none() {
                return Err(self.reader.error("missing :", 1));
            }
        }
        match add & remove {
            0 => Ok((add, Some(remove))),
            _ => Err(self.reader.error("bad inline flags: flag turned on and off", 1)),
        }
    }

    /// The next letter of inline flags, or the sign that ends them.
    fn flag_sign(&mut self, missing: &str) -> PyResult<char> {
        match self.reader.next()? {
            None => Err(self.reader.error(missing, 0)),
            Some(sign) if "-:)".contains(sign) || flags::of(sign).is_some() => Ok(sign),
            Some(sign) => {
                let message = if sign.is_alphabetic() { "unknown flag" } else { missing };
                Err(self.reader.error(message, 1))
            }
        }
    }
}
