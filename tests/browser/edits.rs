//! Edits by hand, by mouse and by finger: code and picture never disagree.

use anyhow::{Context, Result, ensure};

use crate::harness::Page;
use crate::harness::keys::{CONTROL, END, SHIFT};
use crate::live;
use crate::native::Native;

const HANDLE: &str = "[data-handle='duration']";

const COMBINATORS: [&str; 9] = [
    "gather",
    "gather_return_exceptions",
    "wait_all_completed",
    "wait_first_completed",
    "wait_first_exception",
    "as_completed",
    "task_group",
    "create_task",
    "in_turn",
];

/// The mouse carries the end of a sleep: the number in the code changes, and the timeline follows.
pub async fn a_bar_is_dragged(page: &Page) -> Result<()> {
    dragged(page, async || page.drag(HANDLE, 60.0).await).await
}

/// A finger does the same on a phone.
pub async fn a_bar_is_dragged_by_touch(page: &Page) -> Result<()> {
    page.look(390, 844, false).await?;
    page.tab("timeline").await?;
    dragged(page, async || page.drag_by_touch(HANDLE, 40.0).await).await
}

async fn dragged(page: &Page, drag: impl AsyncFn() -> Result<()>) -> Result<()> {
    let before = page.code().await?;
    let longest = longest_sleep(page).await?;
    ensure!(page.count(HANDLE).await? >= 3, "each of the three sleeps has a handle");
    drag().await?;
    page.until("the code has changed", async || Ok(page.code().await? != before)).await?;
    let after = page.code().await?;
    ensure!(after.lines().count() == before.lines().count(), "only a number changes:\n{after}");
    follows(page).await?;
    page.until("the timeline has changed", async || Ok(longest_sleep(page).await? != longest)).await
}

/// Each combinator is chosen: the statement is rewritten, and the program runs to its end, at once
/// and live, as it does natively.
pub async fn every_combinator_is_chosen(page: &Page) -> Result<()> {
    page.set_speed("10").await?;
    let mut seen = Vec::new();
    for value in COMBINATORS.into_iter().rev() {
        page.choose("combinator", value).await?;
        page.until("the code is a new one", async || Ok(!seen.contains(&page.code().await?))).await?;
        let code = page.code().await?;
        let native = Native::run(&code)?;
        ensure!(native.succeeds(), "{value} makes a program that fails:\n{code}");
        follows(page).await.with_context(|| format!("after {value}"))?;
        live::run(page, &native).await.with_context(|| format!("{value}, live"))?;
        live::shows(page, &native).await.with_context(|| format!("{value}, shown"))?;
        seen.push(code);
    }
    Ok(())
}

/// A syntax error is told in words while the last good picture stays, greyed; mended, all is well.
pub async fn a_mistake_is_told(page: &Page) -> Result<()> {
    let good = page.code().await?;
    let lanes = page.lanes().await?;
    page.write(&format!("{good}\nasync def broken(:\n")).await?;
    let alert = page.element("[role='alert']").await?;
    let line = (good.lines().count() + 2).to_string();
    page.until("the alert names the line", async || Ok(alert.text().await?.contains(&line))).await?;
    page.element("[data-stale]").await.context("the picture is not greyed")?;
    ensure!(page.lanes().await? == lanes, "the last good picture does not stay");
    page.write(&good).await?;
    page.until("the alert is gone", async || Ok(page.count("[role='alert'], [data-stale]").await? == 0))
        .await?;
    follows(page).await
}

/// Undo and redo are the history of the text, by button and by key, whatever made the change.
pub async fn a_change_is_undone_and_redone(page: &Page) -> Result<()> {
    let first = page.code().await?;
    page.drag(HANDLE, 60.0).await?;
    page.until("the code has changed", async || Ok(page.code().await? != first)).await?;
    let second = page.code().await?;
    page.choose("combinator", "wait_all_completed").await?;
    page.until("the code has changed", async || Ok(page.code().await? != second)).await?;
    let third = page.code().await?;
    for (action, expected) in [("undo", &second), ("undo", &first), ("redo", &second), ("redo", &third)] {
        page.action(action).await?;
        page.until(action, async || Ok(page.code().await? == *expected)).await?;
        follows(page).await?;
    }
    page.element("textarea[data-editor]").await?.click().await?;
    page.chord(&[CONTROL], 'z').await?;
    page.until("Ctrl+Z undoes", async || Ok(page.code().await? == second)).await?;
    page.chord(&[CONTROL, SHIFT], 'z').await?;
    page.until("Ctrl+Shift+Z does it again", async || Ok(page.code().await? == third)).await
}

/// Tab and Enter indent as one expects of an editor for Python.
pub async fn the_editor_indents(page: &Page) -> Result<()> {
    page.write("def f():").await?;
    page.chord(&[CONTROL], END).await?;
    page.keys("\n1\n\n").await?;
    page.until("Enter indents after a colon", async || {
        Ok(page.code().await?.starts_with("def f():\n    1\n"))
    })
    .await?;
    page.write("x").await?;
    page.keys("\t").await?;
    page.until("Tab indents", async || Ok(page.code().await? == "x   " || page.code().await? == "x    "))
        .await?;
    page.write("print('中文 😀')").await?;
    follows(page).await
}

/// The run that is shown is that of the code that is shown.
pub async fn follows(page: &Page) -> Result<()> {
    let native = Native::run(&page.code().await?)?;
    let shown =
        page.until("the run follows the code", async || Ok(page.trace().await? == native.trace)).await;
    match shown {
        Ok(()) => live::shows(page, &native).await,
        Err(error) => Err(native.same(&page.trace().await?).err().unwrap_or(error)),
    }
}

async fn longest_sleep(page: &Page) -> Result<String> {
    let sleeps = page.lanes().await?.into_iter().flat_map(|lane| lane.segments);
    Ok(format!("{:?}", sleeps.filter(|segment| segment.kind == "sleep").collect::<Vec<_>>()))
}
