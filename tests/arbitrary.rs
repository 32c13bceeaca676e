//! No text whatever may panic, hang or run out of memory: what strangers write is compiled, and run
//! within a small budget, as the page does it.

#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/pieces.rs"]
mod pieces;
#[path = "fuzz/survive.rs"]
mod survive;

use std::fs;
use std::path::Path;

use pieces::PIECES;
use proptest::prelude::*;

use survive::survives;

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text(source in "\\PC{0,80}") {
        survives(&source);
    }

    #[test]
    fn any_soup_of_python(source in soup()) {
        survives(&source);
    }
}

#[test]
fn a_built_in_loop_without_end_is_stopped() {
    for source in
        ["5.5 in range(10**15)", "sum(range(10**15))", "all(iter(int, 1))", "max(map(abs, iter(bool, 1)))"]
    {
        survives(source);
    }
}

/// What `cargo xtask fuzz` has found, ever.
#[test]
fn what_was_once_too_much() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/found");
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        println!("{}", path.display());
        survives(&fs::read_to_string(path).expect("a text"));
    }
}
