//! Tasks, from their lanes: added, duplicated, named, moved, cancelled and taken away, by pointer, key and finger.

use anyhow::{Result, ensure};

use crate::edits::follows;
use crate::harness::Page;
use crate::harness::keys::{ALT, DELETE, DOWN, ENTER, ESCAPE, UP};

const THREE: &str = "import asyncio\n\n\nasync def a():\n    await asyncio.sleep(1)\n\n\nasync def b():\n    await asyncio.sleep(2)\n\n\n\
     async def c():\n    await asyncio.sleep(3)\n\n\nasync def main():\n    await asyncio.gather(\n        a(),  # first\n        b(),\n        c(),\n    )\n\n\n\
     asyncio.run(main())\n";

const LOOP: &str = "import asyncio\n\n\nasync def work(n):\n    await asyncio.sleep(n)\n\n\nasync def main():\n    \
     await asyncio.gather(*[work(n) for n in (1, 2)])\n\n\nasyncio.run(main())\n";

/// The labels of the lanes, from above.
async fn labels(page: &Page) -> Result<Vec<String>> {
    Ok(page.lanes().await?.into_iter().map(|lane| lane.label).collect())
}

async fn lanes_are(page: &Page, expected: &[&str]) -> Result<()> {
    page.until(&format!("the lanes are {expected:?}"), async || Ok(labels(page).await? == expected)).await?;
    follows(page).await
}

fn label(name: &str) -> String {
    format!("[data-label='{name}'] [data-part='label']")
}

/// By pointer, from the button above the lanes and from a lane's menu.
pub async fn tasks_are_edited_by_pointer(page: &Page) -> Result<()> {
    page.write(THREE).await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.action("add-task").await?;
    lanes_are(page, &["main", "a", "b", "c", "task"]).await?;
    page.click(&label("b")).await?;
    page.click("[data-part='lane-menu'] [data-item='duplicate']").await?;
    lanes_are(page, &["main", "a", "b", "b", "c", "task"]).await?;
    page.click(&label("a")).await?;
    page.click("[data-part='lane-menu'] [data-item='remove']").await?;
    lanes_are(page, &["main", "b", "b", "c", "task"]).await?;
    page.click(&label("c")).await?;
    page.click("[data-part='lane-menu'] [data-item='rename']").await?;
    page.paste("sea").await?;
    page.click("[data-part='lane-menu'] [data-item='insert']").await?;
    page.until("the task has a name", async || Ok(page.count("[data-lane='sea']").await? == 1)).await?;
    follows(page).await?;
    ensure!(page.code().await?.contains("name=\"sea\""), "the name is in the code");
    page.click("[data-lane='sea'] [data-part='label']").await?;
    page.click("[data-part='lane-menu'] [data-item='cancel']").await?;
    page.click("[data-part='lane-menu'] [data-item='insert']").await?;
    page.until("it is cancelled", async || {
        Ok(page.count("[data-lane='sea'][data-outcome='cancelled']").await? == 1)
    })
    .await?;
    follows(page).await?;
    for _ in 0..5 {
        page.action("undo").await?;
    }
    page.until("all is undone", async || Ok(page.code().await? == THREE)).await?;
    follows(page).await
}

/// A lane is carried to the place of another, by mouse and by finger.
pub async fn lanes_are_carried(page: &Page) -> Result<()> {
    page.write(THREE).await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.carry(&label("c"), &label("a"), false).await?;
    lanes_are(page, &["main", "c", "a", "b"]).await?;
    ensure!(
        page.code().await?.contains("        c(),\n        a(),  # first\n        b(),\n"),
        "comments go along"
    );
    page.look(390, 844, false).await?;
    page.tab("timeline").await?;
    page.carry("[data-label='c'] [data-part='grip']", &label("b"), true).await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.until("nothing has scrolled", async || {
        page.ask("return scrollY === 0 && document.querySelector('.tracks').scrollTop === 0", &[]).await
    })
    .await?;
    ensure!(page.code().await? == THREE, "there and back again");
    Ok(())
}

/// The keys of a lane: the menu key, Delete, and Alt with arrows.
pub async fn tasks_are_edited_by_keys(page: &Page) -> Result<()> {
    page.write(THREE).await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.focus(&label("b")).await?;
    page.chord(&[ALT], UP).await?;
    lanes_are(page, &["main", "b", "a", "c"]).await?;
    page.until("it is told", async || {
        Ok(page.texts("[data-part='announcement']").await?.concat() == "Program changed")
    })
    .await?;
    page.focus(&label("a")).await?;
    page.chord(&[], DELETE).await?;
    lanes_are(page, &["main", "b", "c"]).await?;
    page.focus(&label("c")).await?;
    page.chord(&[], ENTER).await?;
    page.element("[data-part='lane-menu']").await?;
    page.chord(&[], ESCAPE).await?;
    page.until("the focus is back on the lane", async || {
        page.ask("return document.activeElement?.closest('[data-label]')?.dataset.label === 'c'", &[]).await
    })
    .await?;
    page.chord(&[], ENTER).await?;
    page.element("[data-part='lane-menu']").await?;
    // To the entry that is the third: duplicate.
    page.chord(&[], DOWN).await?;
    page.chord(&[], DOWN).await?;
    page.chord(&[], ENTER).await?;
    lanes_are(page, &["main", "b", "c", "c"]).await
}

/// A finger's tap opens the menu of a lane.
pub async fn a_task_is_removed_by_touch(page: &Page) -> Result<()> {
    page.write(THREE).await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.look(390, 844, false).await?;
    page.tab("timeline").await?;
    page.tap(&label("b")).await?;
    page.tap("[data-part='lane-menu'] [data-item='remove']").await?;
    lanes_are(page, &["main", "a", "c"]).await
}

/// What cannot be done says why: the program's own task, and tasks that one call in a loop makes.
pub async fn a_refused_edit_says_why(page: &Page) -> Result<()> {
    page.write(LOOP).await?;
    lanes_are(page, &["main", "work", "work"]).await?;
    for (lane, why) in [("main", "asyncio.run()"), ("work", "line 9")] {
        page.click(&label(lane)).await?;
        page.until("it says why", async || {
            Ok(page.texts("[data-part='why-not']").await?.concat().contains(why))
        })
        .await?;
        page.chord(&[], ESCAPE).await?;
    }
    page.write(
        &THREE
            .replace("    await asyncio.gather", "    [x, y, z] = await asyncio.gather")
            .replace("    )\n", "    )\n    print(y)\n"),
    )
    .await?;
    lanes_are(page, &["main", "a", "b", "c"]).await?;
    page.click(&label("b")).await?;
    page.until("the entry says why", async || {
        Ok(page.texts("[data-item='remove'][aria-disabled] em").await?.concat().contains('y'))
    })
    .await
}
