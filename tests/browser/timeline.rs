//! Editing on the timeline: what bars say of themselves, and the menu of their steps, by pointer,
//! by key and by finger.

use anyhow::{Result, ensure};

use crate::edits::follows;
use crate::harness::Page;
use crate::harness::keys::{CONTROL, DELETE, ESCAPE, F10, RIGHT, SHIFT};

const COMPUTED: &str = "import asyncio\nimport random\n\n\nasync def work(seconds):\n    await asyncio.sleep(seconds)\n\n\n\
     async def main():\n    await asyncio.gather(work(1), work(random.uniform(1, 2)))\n\n\nasyncio.run(main())\n";

const SHARED: &str = "import asyncio\n\n\nasync def work(seconds=1):\n    await asyncio.sleep(seconds)\n\n\n\
     async def main():\n    await asyncio.gather(work(), work())\n\n\nasyncio.run(main())\n";

const BAR: &str = "[data-segment='sleep'][role='slider']";

/// Where no number can be dragged, there is no handle, and a hint says why.
pub async fn a_bar_without_a_handle_says_why(page: &Page) -> Result<()> {
    page.write(COMPUTED).await?;
    follows(page).await?;
    page.until("one of two has a handle", async || Ok(page.count("[data-handle]").await? == 1)).await?;
    page.point("[data-segment='sleep'][role='button']").await?;
    page.until("the hint names what is computed", async || {
        Ok(page.texts("[data-part='why']").await?.concat().contains("random.uniform(1, 2)"))
    })
    .await
}

/// Bars that share a number are shown to belong together, and move together.
pub async fn bars_of_one_number_belong_together(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    page.point(BAR).await?;
    page.until("both are marked", async || Ok(page.count(".bar.linked").await? == 2)).await?;
    page.drag("[data-handle='duration']", 60.0).await?;
    page.until("the default has changed", async || Ok(!page.code().await?.contains("seconds=1)"))).await?;
    follows(page).await?;
    let lanes = page.lanes().await?;
    let lengths: Vec<f64> = lanes
        .iter()
        .flat_map(|lane| &lane.segments)
        .filter(|segment| segment.kind == "sleep")
        .map(|segment| segment.to - segment.from)
        .collect();
    ensure!(lengths.len() == 2 && lengths[0] == lengths[1] && lengths[0] != 1.0, "{lengths:?}");
    Ok(())
}

/// Arrows change a length, and the change is told; the menu key opens the menu, Delete deletes.
pub async fn a_step_is_edited_by_keys(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    page.focus(BAR).await?;
    page.chord(&[], RIGHT).await?;
    page.until("the number has grown", async || Ok(!page.code().await?.contains("seconds=1)"))).await?;
    follows(page).await?;
    page.until("it is told", async || {
        Ok(page.texts("[data-part='announcement']").await?.concat().starts_with("Length 1."))
    })
    .await?;
    page.chord(&[SHIFT], RIGHT).await?;
    follows(page).await?;
    page.chord(&[CONTROL], 'z').await?;
    page.until("keys on one number are undone together", async || {
        Ok(page.code().await?.contains("seconds=1)"))
    })
    .await?;
    follows(page).await?;
    page.focus(BAR).await?;
    page.chord(&[SHIFT], F10).await?;
    page.element("[role='menu']").await?;
    page.chord(&[], ESCAPE).await?;
    page.until("Escape closes it", async || Ok(page.count("[role='menu']").await? == 0)).await?;
    page.focus(BAR).await?;
    page.chord(&[], DELETE).await?;
    page.until("the sleep is gone", async || Ok(!page.code().await?.contains("sleep"))).await?;
    follows(page).await
}

/// A click on a bar opens its menu: a step is put before it, moved, and undone.
pub async fn a_step_is_inserted_from_the_menu(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    let before = page.code().await?;
    page.click(BAR).await?;
    page.element("[data-part='serves']").await?;
    page.click("[role='menu'] [data-item='before']").await?;
    page.click("[role='menu'] [data-item='block']").await?;
    page.click("[role='menu'] [data-item='insert']").await?;
    page.until("blocking work is in the code", async || Ok(page.code().await?.contains("time.sleep(")))
        .await?;
    follows(page).await?;
    page.element("[data-segment='block']").await?;
    page.action("undo").await?;
    page.until("it is undone", async || Ok(page.code().await? == before)).await
}

/// A finger's tap opens the same menu on a phone, and deletes.
pub async fn a_step_is_deleted_by_touch(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    page.look(390, 844, false).await?;
    page.tab("timeline").await?;
    page.tap(BAR).await?;
    page.tap("[role='menu'] [data-item='delete']").await?;
    page.until("the sleep is gone", async || Ok(!page.code().await?.contains("sleep"))).await?;
    follows(page).await
}

/// An empty page invites to add the first task.
pub async fn the_first_task_is_added_to_an_empty_page(page: &Page) -> Result<()> {
    page.write(" ").await?;
    follows(page).await?;
    page.action("add-task").await?;
    page.until("there is a task", async || Ok(page.lanes().await?.len() == 2)).await?;
    follows(page).await
}

/// Work is there after a reload; and without a storage the page works all the same.
pub async fn work_is_kept_over_a_reload(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    page.reload().await?;
    page.until("it is there again", async || Ok(page.code().await? == SHARED)).await?;
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
        .await?;
    page.write(COMPUTED).await?;
    follows(page).await
}

/// The menus, for eyes.
pub async fn menus_have_their_pictures_taken(page: &Page) -> Result<()> {
    page.write(SHARED).await?;
    follows(page).await?;
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            page.look(width, height, dark).await?;
            page.click(BAR).await?;
            page.screenshot(&format!("menu-{width}x{height}-{theme}")).await?;
            page.click("[role='menu'] [data-item='before']").await?;
            page.screenshot(&format!("menu-steps-{width}x{height}-{theme}")).await?;
            page.chord(&[], ESCAPE).await?;
            let fits: bool =
                page.ask("return document.documentElement.scrollWidth <= innerWidth", &[]).await?;
            ensure!(fits, "something sticks out at {width}");
        }
    }
    Ok(())
}
