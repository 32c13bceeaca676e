//! Links from the outside: every scenario survives one, no text whatever is too much for them, and
//! those once given open for ever.
//!
//! `tests/links/NAME.link` is a link as it was given, and `NAME.py` the program that it must open with,
//! under the settings in its first comments. They are never changed, only added to:
//! `interleave link NAME.py --title … > NAME.link`.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use interleave::scenario::link::{self, Fragment, LinkError, MAX_DOCUMENT};
use interleave::scenario::{PythonVersion, Scenario};
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

fn packed(document: &[u8]) -> String {
    "s1.d.".to_owned() + &URL_SAFE_NO_PAD.encode(compress_to_vec(document, 6))
}

prop_compose! {
    fn scenario()(
        code in prop_oneof!["\\PC{0,200}", prop::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter)],
        seed in any::<Option<u64>>(),
        title in ".{0,40}",
    ) -> Scenario {
        Scenario { code: code.into(), python: PythonVersion::V3_13, seed, title, ..Scenario::default() }
    }
}

/// Texts that are links more or less.
fn nearly_a_link() -> impl Strategy<Value = String> {
    let field = prop_oneof![
        "\"(v|code|python|seed|title)\":",
        "\"[^\\\\\"]{0,6}\"",
        "[0-9.eE+-]{1,5}",
        "[\\[\\]{},:]",
        "\\PC{0,3}"
    ];
    prop_oneof![
        any::<String>(),
        "s[0-9]{0,2}\\.[a-z]{0,2}\\.[A-Za-z0-9_-]{0,80}",
        prop::collection::vec(any::<u8>(), 0..120)
            .prop_map(|bytes| "s1.d.".to_owned() + &URL_SAFE_NO_PAD.encode(bytes)),
        prop::collection::vec(any::<u8>(), 0..120).prop_map(|bytes| packed(&bytes)),
        prop::collection::vec(field, 0..12)
            .prop_map(|fields| packed(format!("{{\"v\":1,{}}}", fields.concat()).as_bytes())),
        (scenario(), any::<prop::sample::Index>(), any::<char>()).prop_map(|(scenario, place, letter)| {
            let mut link = link::encode(&scenario).unwrap_or_default();
            let place = place.index(link.len());
            link.replace_range(place..=place, letter.encode_utf8(&mut [0; 4]));
            link
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn any_document_survives(scenario in scenario()) {
        let link = link::encode(&scenario).expect("it is small");
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)));
        prop_assert_eq!(link::decode(&link), Ok(scenario));
    }

    /// Whatever is opened is a document, and makes a link that opens as the same.
    #[test]
    fn any_text_is_read_or_refused(text in nearly_a_link()) {
        if let Some(Ok(scenario)) = Fragment::read(&text).scenario {
            let again = link::encode(&scenario).expect("it came from a link");
            prop_assert_eq!(link::decode(&again), Ok(scenario));
        }
    }
}

#[test]
fn a_link_without_its_end_is_refused() {
    let link = link::encode(&Scenario::default()).expect("it is small");
    for end in 0..link.len() {
        assert!(link::decode(&link[..end]).is_err(), "{end} of {} characters", link.len());
    }
}

/// Bombs are refused before they are held: the process never grows by what they would be.
#[test]
#[cfg(target_os = "linux")]
fn a_bomb_takes_no_more_memory_than_a_document() {
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it has a peak");
        line.trim().trim_end_matches(" kB").parse::<usize>().expect("a number")
    };
    let bomb = packed(&vec![b' '; 400_000_000]);
    // From here on the peak counts anew.
    fs::write("/proc/self/clear_refs", "5").expect("Linux lets us");
    let before = peak();
    for _ in 0..100 {
        assert_eq!(link::decode(&bomb), Err(LinkError::TooLarge));
    }
    let grown = peak() - before;
    assert!(grown * 1024 < 16 * MAX_DOCUMENT, "{grown} kB");
}

/// As people write them: the programs of the conformance tests that have about 30 lines.
#[test]
fn thirty_lines_are_a_short_link() {
    let mut lengths = Vec::new();
    for entry in fs::read_dir(folder("tests/conformance")).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let code = fs::read_to_string(&path).expect("a text");
        if (25..=32).contains(&code.lines().count()) {
            let scenario = Scenario { code: code.into(), ..Scenario::default() };
            lengths.push((link::encode(&scenario).expect("it is small").len(), path));
        }
    }
    lengths.sort();
    let typical = &lengths[lengths.len() * 9 / 10];
    println!("{} programs, nine of ten under {} characters", lengths.len(), typical.0);
    assert!(lengths.len() > 20 && typical.0 < 1_200, "{typical:?}");
}

#[test]
fn golden_links_open_for_ever() {
    let mut count = 0;
    for entry in fs::read_dir(folder("tests/links")).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "link") {
            continue;
        }
        count += 1;
        let told = fs::read_to_string(&path).expect("a text");
        let opened = Fragment::read(told.trim()).scenario;
        assert_eq!(opened, Some(Ok(golden(&path.with_extension("py")))), "{}", path.display());
    }
    assert!(count >= 5, "{count} links");
}

/// What the program beside a golden link says of itself: `# title: …`, `# seed: …`.
fn golden(path: &Path) -> Scenario {
    let code = fs::read_to_string(path).expect("a text");
    let told = |key: &str| {
        code.lines()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(": "))
            .map(str::to_owned)
    };
    let seed = told("seed").map(|seed| seed.parse().expect("a number"));
    let title = told("title").unwrap_or_default();
    Scenario { python: PythonVersion::V3_13, seed, title, code: code.into(), ..Scenario::default() }
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
