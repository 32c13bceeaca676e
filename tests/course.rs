//! The programs of the example course page: each runs to its end, and both languages have the same lessons.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use interleave::python::{Run, Settings, compile};
use interleave::scenario::link::Fragment;
use interleave::trace::{EventKind, Exit};

/// What a page embeds: how, and the program.
struct Lesson {
    how: &'static str,
    source: String,
}

fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between two texts, in each place where they stand.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end).map(|(found, _)| found)).collect()
}

/// A text of HTML as it is read.
fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn lessons(page: &str) -> Vec<Lesson> {
    let html = read(&www().join(page));
    let mut lessons = Vec::new();
    for frame in between(&html, "<iframe ", "</iframe>") {
        let address = unescaped(between(frame, "src=\"", "\"").first().expect("a frame has an address"));
        let scenario = Fragment::read(&address).scenario.expect("it names a scenario").expect("it opens");
        assert_eq!(
            scenario.title,
            between(frame, "title=\"", "\"")[0],
            "the frame is called as its scenario"
        );
        lessons.push(Lesson { how: "a frame", source: scenario.code.to_string() });
    }
    for tag in between(&html, "<interleave-player ", "</interleave-player>") {
        let (attributes, inside) = tag.split_once('>').expect("it is a tag");
        lessons.push(match between(attributes, "src=\"", "\"").first() {
            Some(file) => Lesson { how: "a file", source: read(&www().join(file)) },
            None if attributes.starts_with("predict") => {
                Lesson { how: "a prediction", source: unescaped(between(inside, "<pre>", "</pre>")[0]) }
            }
            None => Lesson { how: "a tag", source: unescaped(between(inside, "<pre>", "</pre>")[0]) },
        });
    }
    for block in between(&html, "<pre class=\"interleave\"", "</pre>") {
        let (_, source) = block.split_once('>').expect("it is a tag");
        lessons.push(Lesson { how: "a block", source: unescaped(source) });
    }
    lessons
}

#[test]
fn every_program_runs_to_its_end() {
    for page in ["course.html", "course-zh.html"] {
        for Lesson { how, source } in lessons(page) {
            let program = compile(&source).unwrap_or_else(|error| panic!("{page}: {how}: {error:?}"));
            let mut run = Run::new(&program, Settings::default());
            run.finish();
            let recorder = run.recorder();
            let trace = recorder.trace();
            let last = trace.events().last().map(|event| event.kind);
            assert!(
                matches!(last, Some(EventKind::Exit { outcome: Exit::Ok, .. })),
                "{page}: {how}: {last:?}"
            );
            let prints =
                trace.events().iter().filter(|event| matches!(event.kind, EventKind::Print { .. })).count();
            assert!(prints > 1, "{page}: {how} prints next to nothing");
        }
    }
}

#[test]
fn both_languages_have_five_embeds_of_five_kinds() {
    let [english, chinese] = ["course.html", "course-zh.html"]
        .map(|page| lessons(page).into_iter().map(|lesson| lesson.how).collect::<Vec<_>>());
    assert_eq!(english, chinese);
    assert_eq!(english, ["a frame", "a tag", "a file", "a prediction", "a block"]);
}

#[test]
fn the_program_of_the_frame_is_the_file_that_is_kept_of_it() {
    for (page, file) in [("course.html", "gather.py"), ("course-zh.html", "gather-zh.py")] {
        assert_eq!(lessons(page)[0].source, read(&www().join("course").join(file)), "{page}");
    }
}

/// The types tell of every event, method and attribute that the script has.
#[test]
fn the_types_tell_all_that_the_script_can() {
    let (script, types) = (read(&www().join("embed.js")), read(&www().join("embed.d.ts")));
    for event in between(&script, "const EVENTS = [", "]")[0].split(", ").map(|name| name.trim_matches('"')) {
        assert!(types.contains(&format!("  {event}: CustomEvent<")), "{event}");
        assert!(types.contains(&format!("\"interleave:{event}\"")), "{event}");
    }
    for method in ["load(", "run(): void", "pause(): void", "seek(", "getSource(): Promise<string>"] {
        let name = method.split('(').next().unwrap_or_default();
        assert!(
            script.contains(&format!("    {name}(")) && types.contains(&format!("  {method}")),
            "{method}"
        );
    }
    let documented = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/embedding.md"));
    for attribute in between(&script, "const SAME = [", "]")[0].split(", ").map(|name| name.trim_matches('"'))
    {
        assert!(documented.contains(&format!("`{attribute}`")), "{attribute} is not in docs/embedding.md");
    }
}
