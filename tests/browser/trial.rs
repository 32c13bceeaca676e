//! What a newcomer does, with the pointer alone: from an empty page to three downloads, the second of which fails, the
//! first is cancelled after a second, and the program waits for the first exception. Each step has its picture taken.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::edits::follows;
use crate::harness::Page;
use crate::harness::keys::{CONTROL, DELETE};

/// With a mouse on a wide window, and with a finger on a phone.
pub async fn a_newcomer_builds_a_scenario(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844)] {
        page.look(width, height, false).await?;
        if width < 600 {
            page.tab("code").await?;
        }
        page.element("textarea[data-editor]").await?.click().await?;
        page.chord(&[CONTROL], 'a').await?;
        page.chord(&[], DELETE).await?;
        page.until("the page is empty", async || Ok(page.lanes().await?.is_empty())).await?;
        // The address follows a moment later.
        tokio::time::sleep(Duration::from_millis(600)).await;
        page.reload().await?;
        let code = page.code().await?;
        ensure!(code.is_empty(), "what is empty stays empty:\n{code}");
        if width < 600 {
            page.tab("timeline").await?;
        }
        Newcomer { page, width, is_touch: width < 600 }
            .builds()
            .await
            .with_context(|| format!("at {width}"))?;
    }
    Ok(())
}

struct Newcomer<'p> {
    page: &'p Page,
    width: u32,
    is_touch: bool,
}

impl Newcomer<'_> {
    async fn builds(&self) -> Result<()> {
        let page = self.page;
        self.picture("1-empty").await?;
        self.press("[data-action='add-task']").await?;
        self.lanes(2).await?;
        self.picture("2-first-task").await?;

        for more in 3..=4 {
            self.press(&label(2)).await?;
            self.picture("3-lane-menu").await?;
            self.press("[data-item='duplicate']").await?;
            self.lanes(more).await?;
        }
        self.picture("4-three-tasks").await?;

        self.press(&label(3)).await?;
        self.press("[data-item='own-function']").await?;
        page.until("the second has its own", async || Ok(page.count("[data-label='work_2']").await? == 1))
            .await?;
        self.press("[data-label='work_2'] .bar[data-segment='sleep']").await?;
        self.picture("5-step-menu").await?;
        self.press("[data-item='after']").await?;
        self.picture("6-steps").await?;
        self.press("[data-item='raise']").await?;
        self.picture("7-raise").await?;
        self.press("[data-item='insert']").await?;
        page.until("it fails", async || {
            Ok(page.count("[data-label='work_2'][data-outcome='exception']").await? == 1)
        })
        .await?;
        self.picture("8-second-fails").await?;

        let handle = format!("{} [data-handle]", row(2));
        if self.is_touch {
            page.drag_by_touch(&handle, 60.0).await?
        } else {
            page.drag(&handle, 120.0).await?
        }
        page.until("the first takes longer", async || {
            Ok(!page.code().await?.contains("work():\n    await asyncio.sleep(1)"))
        })
        .await?;
        // A hand needs a moment to get from there to the lane, and a browser takes a tap right after a drag for its end.
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.press(&label(2)).await?;
        self.picture("9-lane-menu").await?;
        self.press("[data-item='cancel']").await?;
        self.picture("9-cancel").await?;
        self.press("[data-item='insert']").await?;
        page.until("the first is cancelled", async || {
            Ok(page.count("[data-lane='Task-2'][data-outcome='cancelled']").await? == 1)
        })
        .await?;
        self.picture("10-first-cancelled").await?;

        page.choose("combinator", "wait_first_exception").await?;
        page.until("it waits", async || Ok(page.code().await?.contains("FIRST_EXCEPTION"))).await?;
        self.picture("11-first-exception").await?;
        follows(page).await?;
        let outcomes: Vec<_> = page.lanes().await?.into_iter().map(|lane| lane.outcome).collect();
        let outcomes: Vec<_> = outcomes.iter().map(Option::as_deref).collect();
        ensure!(outcomes[1..3] == [Some("cancelled"), Some("exception")], "{outcomes:?}");
        Ok(())
    }

    async fn press(&self, css: &str) -> Result<()> {
        if self.is_touch { self.page.tap(css).await } else { self.page.click(css).await }
    }

    async fn lanes(&self, count: usize) -> Result<()> {
        let page = self.page;
        page.until("there are so many lanes", async || Ok(page.lanes().await?.len() == count)).await?;
        follows(page).await
    }

    async fn picture(&self, name: &str) -> Result<()> {
        self.page.screenshot(&format!("trial-{}-{name}", self.width)).await
    }
}

fn row(place: usize) -> String {
    format!("[data-lane='Task-{place}']")
}

fn label(place: usize) -> String {
    format!("{} [data-part='label']", row(place))
}
