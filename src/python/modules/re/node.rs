//! A pattern as a tree.

use super::characters::{Alphabet, Item};

/// How often "as often as possible" is at most.
pub const MAX_REPEAT: u32 = u32::MAX;

/// A part of a pattern.
pub enum Node {
    Item(Item),
    At(At),
    Sequence(Vec<Node>),
    /// Alternatives, the first one first.
    Branch(Vec<Node>),
    Group(usize, Box<Node>),
    /// `\1` or `(?P=name)`; in any case by that alphabet.
    Ref(usize, Option<Alphabet>),
    /// `(?(1)yes|no)`.
    Condition(usize, Box<Node>, Box<Node>),
    Repeat {
        node: Box<Node>,
        min: u32,
        max: u32,
        greed: Greed,
    },
    /// `(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`.
    Look {
        node: Box<Node>,
        behind: bool,
        negative: bool,
    },
    /// `(?>...)`.
    Atomic(Box<Node>),
}

/// Which number of repetitions is tried first, and whether others are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// A place between characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// `\A`, and `^` of one line.
    Start,
    LineStart,
    /// `$` of one line: before a newline at the end, too.
    End,
    LineEnd,
    /// `\Z`.
    VeryEnd,
    Boundary(Alphabet),
    NotBoundary(Alphabet),
}

impl Node {
    /// The least and the most characters that it takes. `groups` are the widths of the groups so far.
    pub fn width(&self, groups: &[Option<(usize, usize)>]) -> (usize, usize) {
        let add = |one: (usize, usize), other: (usize, usize)| {
            (one.0.saturating_add(other.0), one.1.saturating_add(other.1))
        };
        let either = |one: (usize, usize), other: (usize, usize)| (one.0.min(other.0), one.1.max(other.1));
        match self {
            Self::Item(_) => (1, 1),
            Self::At(_) | Self::Look { .. } => (0, 0),
            Self::Sequence(nodes) => nodes.iter().map(|node| node.width(groups)).fold((0, 0), add),
            Self::Branch(nodes) => {
                nodes.iter().map(|node| node.width(groups)).reduce(either).unwrap_or_default()
            }
            Self::Group(_, node) | Self::Atomic(node) => node.width(groups),
            Self::Ref(group, _) => groups.get(*group).copied().flatten().unwrap_or_default(),
            Self::Condition(_, yes, no) => either(yes.width(groups), no.width(groups)),
            Self::Repeat { node, min, max, .. } => {
                let (least, most) = node.width(groups);
                (least.saturating_mul(*min as usize), most.saturating_mul(*max as usize))
            }
        }
    }
}
