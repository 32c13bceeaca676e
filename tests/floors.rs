//! The promises of the house: each floor knows only those below it, and the world outside
//! (browser, wall clock, parser, terminal) enters on few of them.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The floors from the ground up, each with those that it may know.
const FLOORS: [(&str, &[&str]); 7] = [
    ("trace", &[]),
    ("asyncio", &["trace"]),
    ("python", &["trace", "asyncio"]),
    ("scenario", &["trace", "asyncio", "python"]),
    ("player", &["trace", "asyncio", "python", "scenario"]),
    ("ui", &["trace", "asyncio", "python", "scenario", "player"]),
    ("cli", &["trace", "asyncio", "python", "scenario", "player"]),
];

/// Crates from outside, with the floors where they may be used.
const OUTSIDE: [(&str, &[&str]); 12] = [
    ("gloo", &["player"]),
    ("gloo_timers", &["player", "ui"]),
    ("web_sys", &["player", "ui"]),
    ("js_sys", &["player", "ui"]),
    ("wasm_bindgen", &["player", "ui"]),
    ("yew", &["ui"]),
    ("ruff_python_ast", &["python", "scenario"]),
    ("ruff_python_parser", &["python", "scenario"]),
    ("ruff_text_size", &["python", "scenario"]),
    ("base64", &["scenario"]),
    ("miniz_oxide", &["scenario"]),
    ("clap", &["cli"]),
];

#[test]
fn no_floor_knows_one_above_it() {
    let wrong = violations(|file, path| file.floor_named_by(path).is_none_or(|named| file.may_know(named)));
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_outside_enters_where_it_may() {
    let wrong = violations(|file, path| {
        let crates = OUTSIDE.iter().find(|(name, _)| path.first().is_some_and(|first| first == name));
        crates.is_none_or(|(_, floors)| floors.contains(&file.floor.as_str()))
    });
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let source = "// crate::ui is only talk\nuse crate::{trace::{Event, json}, ui};\nfn f() { super::super::cli::g(\"crate::player\") }";
    let found: Vec<_> =
        paths(source).into_iter().map(|(line, path)| format!("{line} {}", path.join("::"))).collect();
    for expected in ["2 crate::trace::Event", "2 crate::trace::json", "2 crate::ui", "3 super::super::cli::g"]
    {
        assert!(found.iter().any(|found| found == expected), "{expected} in {found:?}");
    }
    assert!(!found.iter().any(|found| found.contains("player")), "{found:?}");
    let file = File { floor: "python".into(), depth: 2, path: PathBuf::new() };
    let up: Vec<_> = ["super", "super", "cli", "g"].map(String::from).into();
    assert_eq!(file.floor_named_by(&up), Some("cli"));
    assert!(!file.may_know("cli") && file.may_know("asyncio"));
}

/// A source file of a floor.
struct File {
    floor: String,
    /// How many modules it is below the crate: `trace/mod.rs` 1, `trace/json.rs` 2.
    depth: usize,
    path: PathBuf,
}

impl File {
    fn new(path: PathBuf, source: &Path) -> File {
        let inside = path.strip_prefix(source).unwrap_or(&path).with_extension("");
        let mut modules: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if modules.last().is_some_and(|last| last == "mod") {
            modules.pop();
        }
        File { floor: modules.first().cloned().unwrap_or_default(), depth: modules.len(), path }
    }

    /// The floor that `crate::NAME::…`, or enough `super`, leads to.
    fn floor_named_by(&self, path: &[String]) -> Option<&'static str> {
        let supers = path.iter().take_while(|part| *part == "super").count();
        let place = if path.first().is_some_and(|first| first == "crate") { 1 } else { supers };
        let named =
            path.get(place).filter(|_| place == 1 && supers == 0 || supers > 0 && supers >= self.depth)?;
        FLOORS.iter().map(|(name, _)| *name).find(|name| name == named)
    }

    fn may_know(&self, named: &str) -> bool {
        FLOORS
            .iter()
            .any(|(floor, below)| *floor == self.floor && (named == self.floor || below.contains(&named)))
    }
}

/// Every path in the source that is not allowed, one a line with its place.
fn violations(allowed: impl Fn(&File, &[String]) -> bool) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&source).into_iter().map(|path| File::new(path, &source));
    let mut told = String::new();
    for file in files.filter(|file| !["lib", "main"].contains(&file.floor.as_str())) {
        let mut last = (0, Vec::new());
        for (line, path) in paths(&fs::read_to_string(&file.path).expect("a source file is text")) {
            // `crate::ui::words` is found as `crate::ui` before.
            if !allowed(&file, &path) && (last.0 != line || !path.starts_with(&last.1)) {
                last = (line, path.clone());
                told += &format!(
                    "{}:{line}: {} may not know {}\n",
                    file.path.display(),
                    file.floor,
                    path.join("::")
                );
            }
        }
    }
    told
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the source can be read") {
        let path = entry.expect("and its entries").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Every path `a::b::c` of a source with its line; `a::{b, c}` are two.
fn paths(source: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    collect(source.parse().expect("the source is Rust"), &[], &mut found);
    found
}

fn collect(tokens: TokenStream, prefix: &[String], found: &mut Vec<(usize, Vec<String>)>) {
    let mut path = prefix.to_vec();
    let mut colons = 2 * usize::from(!prefix.is_empty());
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    path.clear();
                }
                path.push(ident.to_string());
                found.push((ident.span().start().line, path.clone()));
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                collect(group.stream(), if is_tree(&group, colons) { &path } else { &[] }, found);
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' && !prefix.is_empty() => {
                path = prefix.to_vec();
                colons = 2;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => colons = 0,
        }
    }
}

/// `::{…}`, the branches of a `use`.
fn is_tree(group: &Group, colons: usize) -> bool {
    colons == 2 && group.delimiter() == Delimiter::Brace
}
