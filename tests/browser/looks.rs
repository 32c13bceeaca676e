//! Pictures of the page, for eyes.

use anyhow::Result;

use crate::harness::Page;

/// Every size that the page is made for, light and dark; nothing sticks out sideways.
pub async fn at_three_sizes_light_and_dark(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for dark in [false, true] {
            page.look(width, height, dark).await?;
            page.until("the page fits its window", async || {
                page.ask("return document.documentElement.scrollWidth <= innerWidth", &[]).await
            })
            .await?;
            let theme = if dark { "dark" } else { "light" };
            page.screenshot(&format!("{width}x{height}-{theme}")).await?;
        }
    }
    Ok(())
}
