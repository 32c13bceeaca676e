//! The output is predicted before it is seen.

use anyhow::{Result, ensure};
use interleave::scenario::Scenario;
use interleave::scenario::link;
use serde_json::json;

use crate::harness::Page;
use crate::harness::keys::{DOWN, END, HOME, UP};

const RACE: &str = "\
import asyncio

async def cook(name, seconds):
    print('start', name)
    await asyncio.sleep(seconds)
    print('done', name)

async def main():
    task = asyncio.create_task(cook('tea', 2))
    print('ordered')
    await cook('toast', 1)
    await task

asyncio.run(main())
";

/// As it is printed.
const PRINTED: [&str; 5] = ["ordered", "start toast", "start tea", "done toast", "done tea"];

async fn open(page: &Page, code: &str, parameters: &str) -> Result<()> {
    let document = link::encode(&Scenario { code: code.into(), ..Scenario::default() })?;
    page.go_to(&format!("#{document}&predict{parameters}")).await?;
    page.element("[data-predict='ordering']").await.map(drop)
}

async fn order(page: &Page) -> Result<Vec<String>> {
    page.texts("[data-predict='ordering'] .text").await
}

/// The row that holds a text.
async fn row(page: &Page, text: &str) -> Result<String> {
    let script = "return [...document.querySelectorAll('[data-item]')].find(row => row.querySelector('.text').textContent === arguments[0]).dataset.item";
    Ok(format!("[data-item='{}']", page.ask::<String>(script, &[json!(text)]).await?))
}

/// Nothing of the run is there to be seen; keys, a mouse, a finger and buttons put the lines in order.
pub async fn lines_are_put_in_order(page: &Page) -> Result<()> {
    open(page, RACE, "").await?;
    page.until("the lines are there", async || Ok(order(page).await?.len() == PRINTED.len())).await?;
    ensure!(order(page).await? != PRINTED, "they are not yet in order");
    for hidden in ["[data-view='timeline']", "[data-view='loop']", "[data-view='why']", ".deck", ".lines"] {
        ensure!(page.count(hidden).await? == 0, "{hidden} is there");
    }
    page.screenshot("predict-1440").await?;
    // Keys: the first line to the top, step by step.
    page.focus(&format!("{} .hold", row(page, "done tea").await?)).await?;
    page.chord(&[], END).await?;
    page.until("it is last", async || Ok(order(page).await?.last().is_some_and(|last| last == "done tea")))
        .await?;
    page.focus(&format!("{} .hold", row(page, "ordered").await?)).await?;
    page.chord(&[], HOME).await?;
    page.until("it is first", async || Ok(order(page).await?[0] == "ordered")).await?;
    ensure!(page.texts("[data-part='announcement']").await? == ["place 1 of 5"], "it is not announced");
    page.chord(&[], DOWN).await?;
    page.until("it is second, and has kept the focus", async || {
        Ok(order(page).await?[1] == "ordered"
            && page.ask::<bool>("return document.activeElement.matches('.hold')", &[]).await?)
    })
    .await?;
    page.chord(&[], UP).await?;
    page.until("it is first again", async || Ok(order(page).await?[0] == "ordered")).await?;
    // A mouse takes hold of a row anywhere, a finger by its handle.
    page.carry(&format!("{} .text", row(page, "start toast").await?), "[data-item]:nth-child(2)", false)
        .await?;
    page.until("it was dragged", async || Ok(order(page).await?[1] == "start toast")).await?;
    page.carry(&format!("{} .hold", row(page, "start tea").await?), "[data-item]:nth-child(3)", true).await?;
    page.until("it was dragged by touch", async || Ok(order(page).await?[2] == "start tea")).await?;
    ensure!(order(page).await? == PRINTED, "{:?}", order(page).await?);
    page.click(&format!("{} [data-move='up']", row(page, "done toast").await?)).await?;
    page.until("a button moved it", async || Ok(order(page).await?[2] == "done toast")).await?;

    page.action("run").await?;
    page.element("[data-predict='compared'] [data-score='4']").await?;
    ensure!(page.texts(".compared .text").await? == PRINTED, "in the order in which they were printed");
    let wrong = page.texts(".compared [data-right='false'] .wrong-place").await?;
    ensure!(
        wrong.len() == 1 && wrong[0].starts_with("You had it in place") && wrong[0].len() > 40,
        "{wrong:?}"
    );
    ensure!(page.sees("[data-view='timeline']").await?, "the run can be seen");
    page.until("the clock shows its end", async || Ok(page.texts(".clock").await? == ["2.00 s"])).await?;
    page.screenshot("predict-compared-1440").await?;
    page.action("predict-again").await?;
    page.element("[data-predict='ordering']").await?;
    page.action("run").await?;
    page.action("output-alone").await?;
    page.until("the output is as ever", async || {
        Ok(page.count("[data-view='output'] [data-line]").await? == 5
            && page.count("[data-predict]").await? == 0)
    })
    .await?;
    page.reload().await?;
    page.element("[data-predict='ordering']").await.map(drop)
}

/// Many lines, none, and lines alike each have their state; so has a phone.
pub async fn every_output_can_be_predicted(page: &Page) -> Result<()> {
    open(page, "for i in range(40):\n    print('line', i)\n", "").await?;
    page.until("twelve are asked for", async || Ok(order(page).await?.len() == 12)).await?;
    ensure!(
        page.texts("[data-part='left-out']").await? == ["These are the first 12 of 40 lines."],
        "it says so"
    );
    page.action("run").await?;
    page.element("[data-predict='compared']").await?;
    page.look(390, 844, true).await?;
    page.screenshot("predict-compared-390-dark").await?;
    page.look(1440, 900, false).await?;

    open(page, "x = 1\n", "").await?;
    page.until("it says that there are none", async || {
        Ok(page.texts("#predict-how").await? == ["This program prints nothing."])
    })
    .await?;
    page.action("run").await?;
    page.element("[data-predict='compared'] [data-score='0']").await?;

    open(page, RACE, "&x").await?;
    page.until("the lines are there", async || Ok(order(page).await?.len() == 5)).await?;
    page.look(390, 844, false).await?;
    page.screenshot("predict-390").await?;
    page.element("[data-control='language']").await?.click().await?;
    page.until("it asks in Chinese", async || Ok(page.texts("h2#output-title").await? == ["它会输出什么？"]))
        .await?;
    page.action("run").await?;
    page.until("it answers in Chinese", async || {
        Ok(page.texts(".verdict").await?.iter().any(|told| told.contains("符合你预计的顺序")))
    })
    .await
}
