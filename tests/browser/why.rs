//! The reason of each step, as the page says it.

use anyhow::{Result, ensure};

use crate::harness::Page;

const REASON: &str = "[data-part='reason']";

/// Each step of a run has its own sentence, in both languages, and the same one on the way back.
pub async fn each_step_says_why(page: &Page) -> Result<()> {
    page.action("reset").await?;
    let last = page.last_position().await?;
    let mut said = Vec::new();
    for step in 1..=last {
        page.action("step").await?;
        page.until("the step is made", async || Ok(page.position().await? == step)).await?;
        said.push(page.texts(REASON).await?.join(""));
    }
    ensure!(said.iter().all(|sentence| sentence.chars().count() > 10), "a step without a reason: {said:?}");
    ensure!(said.iter().any(|sentence| sentence.contains("has fired")), "no timer fires: {said:?}");
    ensure!(said.last().is_some_and(|sentence| sentence.contains("over")), "the end is not told: {said:?}");
    page.element("[data-control='language']").await?.click().await?;
    page.until("the sentence is Chinese", async || Ok(page.texts(REASON).await?.join("").contains('。')))
        .await
}

/// A turn of the loop at a time, by keys, forth and back; the speed by keys, too.
pub async fn turn_by_turn(page: &Page) -> Result<()> {
    page.action("reset").await?;
    page.run("document.activeElement.blur()").await?;
    let arrow = |key: &str| {
        format!("window.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', shiftKey: true}}))")
    };
    let mut places = vec![0];
    while places.last() != Some(&page.last_position().await?) && places.len() < 100 {
        let before = page.position().await?;
        page.run(&arrow("ArrowRight")).await?;
        page.until("a turn is made", async || Ok(page.position().await? > before)).await?;
        places.push(page.position().await?);
    }
    ensure!(places.len() > 5, "turns: {places:?}");
    ensure!(places.windows(2).any(|pair| pair[1] > pair[0] + 1), "no turn has two callbacks: {places:?}");
    for &place in places.iter().rev().skip(1) {
        page.run(&arrow("ArrowLeft")).await?;
        page.until("a turn is taken back", async || Ok(page.position().await? == place)).await?;
    }
    page.run("window.dispatchEvent(new KeyboardEvent('keydown', {key: '+'}))").await?;
    page.until("it is faster", async || {
        page.ask("return document.querySelector('[data-control=speed]').value === '2'", &[]).await
    })
    .await
}

/// The time of a line of output goes to the step that wrote it.
pub async fn output_leads_to_its_step(page: &Page) -> Result<()> {
    let last = page.last_position().await?;
    page.element("[data-view='output'] [data-line] button").await?.click().await?;
    page.until("the position is that of the line", async || {
        let position = page.position().await?;
        Ok(position > 0 && position < last && page.count("[data-view='output'] [data-line]").await? == 1)
    })
    .await
}

/// A mistake is told with its line, and mended by a button.
pub async fn a_mistake_is_mended(page: &Page) -> Result<()> {
    page.write(BLOCKING).await?;
    page.element("[data-lint='blocks']").await?;
    page.screenshot("lints").await?;
    page.element("[data-lint='blocks'] [data-action='fix']").await?.click().await?;
    page.until("the code is mended", async || Ok(page.code().await?.contains("await asyncio.sleep(1)")))
        .await?;
    page.until("the mistake is gone", async || Ok(page.count("[data-lint='blocks']").await? == 0)).await?;
    Ok(())
}

const BLOCKING: &str = "import asyncio\nimport time\n\n\nasync def slow():\n    time.sleep(1)\n\n\nasync def quick():\n    await asyncio.sleep(0.5)\n\n\nasync def main():\n    await asyncio.gather(quick(), slow())\n\n\nasyncio.run(main())\n";

/// Who waits says what it would take to wake it, and those of the next turn stand apart.
pub async fn the_loop_says_what_would_wake(page: &Page) -> Result<()> {
    page.action("reset").await?;
    let mut until = Vec::new();
    let mut apart = 0;
    for step in 1..=page.last_position().await? {
        page.action("step").await?;
        page.until("the step is made", async || Ok(page.position().await? == step)).await?;
        until.extend(page.texts("[data-part='waiting'] .until").await?);
        apart += page.count("[data-part='ready'] .next-turn").await?;
    }
    ensure!(until.iter().any(|text| text == "until 2 s"), "no sleeper says until when: {until:?}");
    ensure!(until.iter().any(|text| text.starts_with("1 of 3 done")), "gather does not count: {until:?}");
    ensure!(apart > 0, "nothing waits for the next turn");
    Ok(())
}

/// Pointing at a bar shows its line, and pointing at a line its bars; the line that has just run is marked.
pub async fn bars_and_lines_belong_together(page: &Page) -> Result<()> {
    let point = |css: &str, y: u32| {
        format!(
            "const e = document.querySelector(\"{css}\"), r = e.getBoundingClientRect(); \
             e.dispatchEvent(new PointerEvent('pointermove', {{bubbles: true, clientX: r.x + 2, clientY: r.y + {y}}}))"
        )
    };
    page.run(&point(".bar.sleep[data-line='6']", 2)).await?;
    page.until("the line is shown", async || page.sees(".pointed").await).await?;
    page.run(&point("[data-editor]", 4 + 21 * 11 + 10)).await?;
    page.until("its bars are shown", async || {
        let script = "return getComputedStyle(document.querySelector(\".bar[data-line='12']\")).outlineStyle === 'solid'";
        page.ask(script, &[]).await
    })
    .await?;
    page.action("reset").await?;
    for _ in 0..2 {
        page.action("step").await?;
    }
    page.element("[data-running='19']").await.map(drop)
}
