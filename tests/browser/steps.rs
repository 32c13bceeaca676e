//! Stepping: every state of the run can be looked at, forth and back.

use anyhow::{Result, ensure};

use crate::harness::Page;
use crate::live;
use crate::native::Native;

/// From the beginning to the end, a step at a time, and all the way back.
pub async fn forth_and_back_over_the_whole_run(page: &Page) -> Result<()> {
    let native = Native::run(&page.code().await?)?;
    page.action("reset").await?;
    at(page, 0).await?;
    let last = page.last_position().await?;
    ensure!(last > 10, "a run of {last} steps is no run");
    let mut pictures = vec![picture(page).await?];
    for step in 1..=last {
        page.action("step").await?;
        at(page, step).await?;
        pictures.push(picture(page).await?);
    }
    live::shows(page, &native).await?;
    ensure!(pictures.windows(2).all(|pair| pair[0] != pair[1]), "each step changes what one sees");
    for step in (0..last).rev() {
        page.action("back").await?;
        at(page, step).await?;
        ensure!(
            Some(&picture(page).await?) == pictures.get(step),
            "step {step} looks different on the way back"
        );
    }
    page.action("end").await?;
    at(page, last).await?;
    live::shows(page, &native).await
}

async fn at(page: &Page, step: usize) -> Result<()> {
    page.until(&format!("the position is {step}"), async || Ok(page.position().await? == step)).await
}

/// What is seen of the state: the loop's queues, and the lines of output.
async fn picture(page: &Page) -> Result<Vec<String>> {
    page.texts("[data-view='loop'], [data-view='output'] [data-line], [data-control='position'] ~ *").await
}
