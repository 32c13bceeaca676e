//! The example course page: five embeds of five kinds.

use anyhow::{Result, ensure};
use serde_json::json;
use tokio::time::Instant;

use crate::harness::{Page, Site, dist};

/// How many of the page's frames can be used. Its server is also theirs, so that one may look into them.
const USABLE: &str = "return [...document.querySelectorAll('iframe')].filter(frame => \
    frame.contentDocument?.querySelector('main[data-ready=true] textarea')?.value.length > 0 \
    && (!frame.closest('interleave-player') || frame.closest('interleave-player').usable)).length";

/// In either language all five come from one download, can soon be used, and are as high as what is in them.
pub async fn five_embeds_share_the_download(page: &Page) -> Result<()> {
    for (language, file) in [("en", "course.html"), ("zh", "course-zh.html")] {
        let site = Site::new(dist()?);
        let address = site.serve()?;
        page.look(1440, 4600, false).await?;
        let start = Instant::now();
        page.open_at(&format!("{address}{file}")).await?;
        page.until("all five can be used", async || Ok(page.ask::<usize>(USABLE, &[]).await? == 5)).await?;
        println!("{file}: five embeds usable after {:?}", start.elapsed());
        for ending in ["_bg.wasm", ".css", ".js"] {
            let mut asked = site.asked();
            asked.retain(|name| {
                name.ends_with(ending) && (name.starts_with("interleave-") || name.starts_with("style-"))
            });
            ensure!(asked.len() == 1, "{ending} was downloaded {} times: {asked:?}", asked.len());
        }
        page.until("their heights follow what is in them", async || {
            page.ask(
                "return [...document.querySelectorAll('interleave-player iframe')].every(frame => \
                   Math.abs(frame.clientHeight - frame.contentDocument.querySelector('main').offsetHeight) <= 1)",
                &[],
            )
            .await
        })
        .await?;
        let languages = "return [...document.querySelectorAll('iframe')].map(f => f.contentDocument.documentElement.lang.slice(0, 2))";
        ensure!(
            page.ask::<Vec<String>>(languages, &[]).await?.iter().all(|tag| tag == language),
            "{language}"
        );
        ensure!(
            page.ask::<usize>("return localStorage.length", &[]).await? == 0,
            "an embed has kept something"
        );
    }
    Ok(())
}

/// The page hears how a prediction went, and answers.
pub async fn the_page_answers_a_prediction(page: &Page) -> Result<()> {
    let address = Site::new(dist()?).serve()?;
    page.look(1440, 900, false).await?;
    page.open_at(&format!("{address}course.html")).await?;
    ensure!(!page.sees_now("#explanation").await?, "the explanation is hidden at first");
    page.run("document.querySelector('interleave-player[predict]').run()").await?;
    page.until("it answers", async || page.sees_now("#explanation").await).await?;
    let told = page.texts("#verdict").await?;
    ensure!(told.len() == 1 && told[0].contains(" of 6 in order. The other lines"), "{told:?}");
    Ok(())
}

/// As it is seen, from above to below, wide and narrow, light and dark.
pub async fn the_page_has_its_picture_taken(page: &Page) -> Result<()> {
    let address = Site::new(dist()?).serve()?;
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for dark in [false, true] {
            page.look(width, 5200, dark).await?;
            page.open_at(&format!("{address}course.html")).await?;
            page.until("all can be used", async || Ok(page.ask::<usize>(USABLE, &[]).await? == 5)).await?;
            let wide = "return document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('iframe')] \
                .every(f => f.contentDocument.documentElement.scrollWidth <= f.clientWidth)";
            ensure!(page.ask::<bool>(wide, &[]).await?, "something is wider than the window of {width}");
            page.look(width, height, dark).await?;
            let name = |part: &str| format!("course-{width}-{}-{part}", if dark { "dark" } else { "light" });
            for anchor in ["top", "together", "in-turn", "failure", "blocking", "predict"] {
                page.ask::<()>(
                    "(document.getElementById(arguments[0]) ?? document.body).scrollIntoView()",
                    &[json!(anchor)],
                )
                .await?;
                page.screenshot(&name(anchor)).await?;
            }
        }
    }
    Ok(())
}
