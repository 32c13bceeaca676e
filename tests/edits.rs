//! Every edit of steps, tasks and ways of awaiting, at every place of every conformance program: what comes out is
//! a program, only the lines are touched that the edit names, and back again gives the same bytes.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, thread};

use interleave::python::{Run, Settings, compile};
use interleave::scenario::combinators::{self, Combinator};
use interleave::scenario::edit::Edits;
use interleave::scenario::refusal::Refusal;
use interleave::scenario::steps::{self, Change, Direction, NewStep, Place};
use interleave::scenario::tasks;
use interleave::trace::Lanes;

/// The texts of all programs, with their names.
fn programs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let files =
        fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("it is readable").path());
    let python = files.filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let mut programs: Vec<_> = python
        .map(|path| {
            let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("it is text"))
        })
        .filter(|(_, source)| compile(source).is_ok())
        .collect();
    programs.sort();
    assert!(programs.len() > 100, "{} programs are too few", programs.len());
    programs
}

/// Checks every program, on a stack that deep programs fit on; the sum of what is counted.
fn each(check: impl Fn(&str, &str) -> usize + Sync) -> usize {
    let programs = programs();
    let half = programs.len() / 2;
    thread::scope(|scope| {
        let (early, late) = programs.split_at(half);
        let spawn = |part: &'_ [(String, String)]| {
            let (part, check) = (part.to_vec(), &check);
            let work = move || part.iter().map(|(name, source)| check(name, source)).sum::<usize>();
            thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work).expect("a thread starts")
        };
        [spawn(early), spawn(late)].into_iter().map(|worker| worker.join().expect("it holds")).sum()
    })
}

/// The text after the edits, which must be a program, and undone give the same bytes.
fn carried_out(name: &str, what: &str, source: &str, edits: &Edits) -> String {
    let after = edits.apply(source).expect("the edits fit");
    if let Err(error) = compile(&after) {
        panic!("{name}, {what}: {error:?}\n{after}");
    }
    let back = edits.inverse(source).expect("they can be undone").apply(&after);
    assert_eq!(back.as_deref(), Ok(source), "{name}, {what}");
    after
}

/// The lines (from 1) of which an edit takes bytes away.
fn lines_changed(source: &str, edits: &Edits) -> BTreeSet<usize> {
    let line = |at: usize| source[..at].matches('\n').count() + 1;
    let changed = edits.iter().filter(|edit| !edit.range.is_empty());
    changed.flat_map(|edit| line(edit.range.start)..=line(edit.range.end - 1)).collect()
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}

/// The places where the calls start that make the tasks of a run.
fn calls(source: &str) -> BTreeSet<usize> {
    let Ok(program) = compile(source) else { return BTreeSet::new() };
    let mut run = Run::new(&program, Settings::default());
    run.finish();
    let mut lanes = Lanes::default();
    lanes.extend(run.trace().events());
    lanes.lanes().iter().filter_map(|lane| usize::try_from(lane.call?).ok()).collect()
}

fn new_steps(call: Option<usize>) -> Vec<NewStep> {
    let text = "a \"b\"".to_owned();
    let mut new = vec![
        NewStep::Sleep { seconds: 0.5 },
        NewStep::Yield,
        NewStep::Block { seconds: 1.0 },
        NewStep::Print { text: text.clone() },
        NewStep::Raise { message: text.clone() },
        NewStep::Return { text: None },
        NewStep::Return { text: Some(text.clone()) },
        NewStep::Lock,
        NewStep::Semaphore { limit: 2 },
        NewStep::Put { text },
        NewStep::Get,
        NewStep::SetEvent,
        NewStep::WaitEvent,
        NewStep::Timeout { seconds: 1.0 },
        NewStep::Try,
        NewStep::Repeat { times: 3 },
    ];
    new.extend(call.map(|call| NewStep::AwaitTask { call }));
    new.extend(call.map(|call| NewStep::CancelTask { call }));
    new
}

#[test]
fn steps_are_edited_everywhere() {
    let done = each(|name, source| {
        let call = calls(source).first().copied();
        let mut done = 0;
        // Every third line, other ones in each program.
        for line in (1 + name.len() % 3..=source.lines().count()).step_by(3) {
            let Ok(step) = steps::step_at(source, u32::try_from(line).expect("few lines")) else { continue };
            if usize::try_from(step.line) != Ok(line) || step.function.is_none() {
                continue;
            }
            done += steps_at(name, source, &step, call);
        }
        done
    });
    assert!(done > 5_000, "only {done} edits could be made");
}

fn steps_at(name: &str, source: &str, step: &steps::Step, call: Option<usize>) -> usize {
    let at = step.range.start;
    let mut done = 0;
    let mut check = |what: String, change: Result<Change, Refusal>| {
        let Change { edits, .. } = change.ok()?;
        done += 1;
        Some(carried_out(name, &what, source, &edits))
    };
    let named = format!("line {}", step.line);
    // All kinds come by turns: all at each place would take minutes.
    let kinds = new_steps(call);
    let turn = usize::try_from(step.line).expect("few lines") % kinds.len();
    for new in kinds.into_iter().skip(turn).take(1) {
        let what = format!("{named}, {new:?}");
        check(format!("{what} before"), steps::insert(source, &Place::Before(at), &new));
        check(format!("{what} after"), steps::insert(source, &Place::After(at), &new));
        check(format!("{what} instead"), steps::replace(source, at, &new));
        if let Ok(around) = steps::wrap(source, at, &new) {
            let text = check(format!("{what} around"), Ok(around.clone())).expect("it was made");
            if matches!(new, NewStep::Timeout { .. } | NewStep::Repeat { .. })
                && let Ok(off) = steps::unwrap(&text, around.at)
                && around.edits.iter().count() == 1
            {
                assert_eq!(off.edits.apply(&text).as_deref(), Ok(source), "{name}, {what} around and off");
            }
        }
    }
    let copied = steps::duplicate(source, at);
    if let (Some(text), Ok(Change { at, .. })) = (check(format!("{named} twice"), copied.clone()), copied)
        && let Ok(gone) = steps::delete(&text, at)
        && source.ends_with('\n')
        && shares_no_line(source, step)
    {
        let back = gone.edits.apply(&text).expect("the edits fit");
        let only = |text: &str| text.lines().filter(|line| !line.trim_start().starts_with('#')).count();
        assert_eq!(only(&back), only(source), "{name}, {named} twice and once");
    }
    for direction in [Direction::Up, Direction::Down] {
        check(format!("{named} {direction:?}"), steps::shift(source, at, direction));
    }
    if let Ok(gone) = steps::delete(source, at) {
        check(format!("{named} away"), Ok(gone.clone()));
        let own = usize::try_from(step.line).expect("few lines")..=line_of(source, step.range.end);
        assert!(
            lines_changed(source, &gone.edits).iter().all(|line| own.contains(line)),
            "{name}, {named} away"
        );
    }
    done
}

/// Statements that share a line are taken apart, and stay so.
fn shares_no_line(source: &str, step: &steps::Step) -> bool {
    let start = source[..step.range.start].rfind('\n').map_or(0, |end| end + 1);
    let rest = source[step.range.end..].lines().next().unwrap_or("").trim_start();
    source[start..step.range.start].trim().is_empty() && (rest.is_empty() || rest.starts_with('#'))
}

#[test]
fn tasks_are_edited_everywhere() {
    let done = each(|name, source| {
        let calls = calls(source);
        let mut done = 0;
        let mut check = |what: String, change: Result<Change, Refusal>| {
            done += usize::from(change.is_ok());
            Some(carried_out(name, &what, source, &change.ok()?.edits))
        };
        check("one more".into(), tasks::add(source, None));
        for &call in &calls {
            let what = format!("the task of line {}", line_of(source, call));
            check(format!("one after {what}"), tasks::add(source, Some(call)));
            check(format!("{what} named"), tasks::rename(source, call, "中文 \"one\""));
            check(format!("{what} cancelled"), tasks::cancel_after(source, call, 0.5));
            check(format!("{what} away"), tasks::remove(source, call));
            let twice = tasks::duplicate(source, call);
            if let (Some(text), Ok(Change { at, .. })) =
                (check(format!("{what} twice"), twice.clone()), twice)
            {
                let gone =
                    tasks::remove(&text, at).unwrap_or_else(|why| panic!("{name}, {what}: {why:?}\n{text}"));
                assert_eq!(gone.edits.apply(&text).as_deref(), Ok(source), "{name}, {what} twice and once");
            }
            // Its neighbours, by a move each way.
            let neighbours = [calls.range(..call).next_back(), calls.range(call + 1..).next()];
            for &other in neighbours.into_iter().flatten() {
                check(
                    format!("{what} to line {}", line_of(source, other)),
                    tasks::move_to(source, call, other),
                );
            }
        }
        done
    });
    assert!(done > 1_000, "only {done} edits could be made");
}

#[test]
fn ways_of_awaiting_are_chosen_everywhere() {
    let done = each(|name, source| {
        let Ok(found) = combinators::detect(source) else { return 0 };
        let mut done = 0;
        for to in Combinator::ALL {
            let Ok(edits) = combinators::rewrite(source, to) else { continue };
            carried_out(name, to.name(), source, &edits);
            done += usize::from(to != found.combinator);
        }
        done
    });
    assert!(done > 500, "only {done} rewrites could be made");
}
