//! Makes a program small that shows something, as long as it still shows it.

/// A line without its indentation, and how deep it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    depth: usize,
    text: String,
}

type Lines = Vec<Line>;

/// The smallest program found that still `shows` it, asking at most `budget` times.
pub fn shrink(source: &str, budget: usize, mut shows: impl FnMut(&str) -> bool) -> String {
    let mut lines = parse(source);
    let mut left = budget;
    let mut still = |lines: &Lines| {
        left = left.saturating_sub(1);
        left > 0 && shows(&text(lines))
    };
    loop {
        let before = lines.clone();
        without_statements(&mut lines, &mut still);
        without_heads(&mut lines, &mut still);
        with_shorter_lines(&mut lines, &mut still);
        if lines == before {
            return text(&lines);
        }
    }
}

fn parse(source: &str) -> Lines {
    let filled = source.lines().filter(|line| !line.trim().is_empty());
    filled
        .map(|line| {
            let text = line.trim_start();
            Line { depth: (line.len() - text.len()) / 4, text: text.trim_end().to_owned() }
        })
        .collect()
}

/// A block that has become empty gets a `pass`.
fn text(lines: &Lines) -> String {
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        let indent = "    ".repeat(line.depth);
        text += &format!("{indent}{}\n", line.text);
        let next = lines.get(place + 1).map_or(0, |next| next.depth);
        if line.text.ends_with(':') && next <= line.depth {
            text += &format!("{indent}    pass\n");
        }
    }
    text
}

/// Where the statement ends that begins there: with its block, and its other clauses if `whole`.
fn end(lines: &Lines, start: usize, whole: bool) -> usize {
    let depth = lines[start].depth;
    let belongs = |line: &Line| line.depth > depth || (whole && line.depth == depth && is_clause(&line.text));
    start + 1 + lines[start + 1..].iter().take_while(|line| belongs(line)).count()
}

fn is_clause(text: &str) -> bool {
    ["except", "finally", "else", "elif"].iter().any(|word| text.starts_with(word))
}

/// Leave statements out, the last first: whole ones, then single clauses.
fn without_statements(lines: &mut Lines, still: &mut impl FnMut(&Lines) -> bool) {
    for whole in [true, false] {
        let mut start = lines.len();
        while start > 0 {
            start -= 1;
            if start >= lines.len() {
                continue;
            }
            let mut shorter = lines.clone();
            shorter.drain(start..end(lines, start, whole));
            accept(lines, shorter, still);
        }
    }
}

/// Put what stands in a block in the place of the whole statement.
fn without_heads(lines: &mut Lines, still: &mut impl FnMut(&Lines) -> bool) {
    let mut start = lines.len();
    while start > 0 {
        start -= 1;
        if start >= lines.len() || !lines[start].text.ends_with(':') {
            continue;
        }
        let (block, whole) = (end(lines, start, false), end(lines, start, true));
        let mut shorter = lines.clone();
        shorter.drain(block..whole);
        for line in &mut shorter[start + 1..block] {
            line.depth -= 1;
        }
        shorter.remove(start);
        accept(lines, shorter, still);
    }
}

/// Leave arguments out, and make what stands in a call's place simpler.
fn with_shorter_lines(lines: &mut Lines, still: &mut impl FnMut(&Lines) -> bool) {
    for place in 0..lines.len() {
        let mut tried = 0;
        while let Some(text) = simpler(&lines[place].text).into_iter().nth(tried) {
            let mut shorter = lines.clone();
            shorter[place].text = text;
            if !accept(lines, shorter, still) {
                tried += 1;
            }
        }
    }
}

fn accept(lines: &mut Lines, shorter: Lines, still: &mut impl FnMut(&Lines) -> bool) -> bool {
    let accepted = shorter != *lines && still(&shorter);
    if accepted {
        *lines = shorter;
    }
    accepted
}

/// Shorter lines that may do as well.
fn simpler(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (start, stop) in arguments(line) {
        let inner = &line[start..stop];
        // A call that is given as an argument may do in place of the statement.
        all.push(format!("{}{}", &line[..start], line[stop..].trim_start_matches(", ")));
        all.push(format!("{}{}", line[..start].trim_end_matches(", "), &line[stop..]));
        if inner.len() > 1 && !inner.contains('=') {
            all.push(format!("{}0{}", &line[..start], &line[stop..]));
        }
    }
    if let Some((before, after)) = line.split_once("print(")
        && let Some((_, value)) = after.split_once(", ")
        && before.is_empty()
    {
        all.push(value.trim_end_matches(')').to_owned());
        all.push(value.strip_suffix(')').unwrap_or(value).to_owned());
    }
    if let Some((_, value)) = line.split_once(" = ") {
        all.push(value.to_owned());
    }
    all.retain(|text| text.len() < line.len() && !text.is_empty());
    all
}

/// Where each argument of each call begins and ends.
fn arguments(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (place, character) in line.char_indices() {
        match character {
            '(' | '[' | '{' => open.push(place + 1),
            ',' => {
                if let Some(start) = open.last_mut() {
                    found.push((*start, place));
                    *start = (place + 2).min(line.len());
                }
            }
            ')' | ']' | '}' => {
                if let Some(start) = open.pop().filter(|start| *start < place) {
                    found.push((start, place));
                }
            }
            _ => {}
        }
    }
    found.retain(|&(start, stop)| start < stop && line.is_char_boundary(start));
    found
}
