//! How a program ends, or does not, is told where one looks.

use anyhow::{Result, ensure};

use crate::harness::Page;

const FAILS: &str = "\
import asyncio

async def fetch(name):
    await asyncio.sleep(1)
    raise ValueError(f'no {name}')

async def page(name):
    return await fetch(name)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(page('<b>news</b>'))

asyncio.run(main())
";

const SERVES: &str = "\
import asyncio

async def main():
    while True:
        await asyncio.sleep(1)
        print('tick')

asyncio.run(main())
";

/// An uncaught exception is told at its line, with the awaits that led there.
pub async fn an_error_stands_at_its_line(page: &Page) -> Result<()> {
    page.write(FAILS).await?;
    page.until("the error is told", async || Ok(page.count("[role='alert'][data-error]").await? == 1))
        .await?;
    let alert = page.element("[data-error] p").await?.text().await?;
    ensure!(alert.starts_with("Line 5: ExceptionGroup: unhandled errors in a TaskGroup"), "{alert}");
    let chain = page.texts("[data-error] .chain li").await?.join(" ");
    let expected = "<module>, line 14 main, line 11 page, line 8 fetch, line 5";
    ensure!(chain.replace("→ ", "") == expected, "{chain}");
    ensure!(page.count(".line.failed").await? == 1, "the line is not marked");
    page.screenshot("error").await
}

/// A program without an end is shown as far as the horizon, which is no error; live it goes past.
pub async fn a_server_is_shown_to_the_horizon(page: &Page) -> Result<()> {
    page.write(SERVES).await?;
    page.until("the horizon is told", async || Ok(page.count("[data-part='horizon']").await? == 1)).await?;
    ensure!(page.count("[role='alert'], [data-exit]").await? == 0, "it is told as an error");
    ensure!(!page.trace().await?.contains("\"exit\""), "it has an end");
    page.screenshot("horizon").await?;
    let seen = page.trace().await?.lines().count();
    let last = page.last_position().await?.saturating_sub(3).to_string();
    page.run(&format!(
        "const input = document.querySelector('[data-control=\"position\"]');\
         input.value = {last}; input.dispatchEvent(new Event('input', {{bubbles: true}}));"
    ))
    .await?;
    page.set_speed("10").await?;
    page.action("run").await?;
    page.until(
        "it has gone on past the horizon",
        async || Ok(page.trace().await?.lines().count() > seen + 9),
    )
    .await?;
    ensure!(page.count("[data-part='horizon']").await? == 0, "the live run has no horizon");
    page.action("pause").await
}
