//! The two axes of the timeline, and how closely one looks at them.

use anyhow::{Result, ensure};

use crate::edits::follows;
use crate::harness::Page;
use crate::harness::keys::ESCAPE;

const BUSY: &str = "import asyncio\nimport time\n\n\nasync def work(name, seconds):\n    await asyncio.sleep(seconds)\n    \
     print(name)\n    return name\n\n\nasync def fail():\n    await asyncio.sleep(1.5)\n    time.sleep(0.25)\n    \
     raise ValueError(\"no luck\")\n\n\nasync def main():\n    await asyncio.gather(\n        work(\"A\", 1), \
     work(\"B\", 2), work(\"C\", 0.25), fail(), return_exceptions=True\n    )\n\n\nasyncio.run(main())\n";

/// A menu above the timeline leaves it as it is: scrolled, and as wide as the window allows, however that changes then.
pub async fn a_menu_leaves_the_axis_as_it_is(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    page.run("document.querySelector('.canvas').isTheSame = true").await?;
    page.click("[data-segment='sleep'][role='slider']").await?;
    page.element("[data-part='step-menu']").await?;
    ensure!(
        page.ask::<bool>("return document.querySelector('.canvas').isTheSame === true", &[]).await?,
        "the timeline was made anew"
    );
    for width in [1024, 390, 1440] {
        page.look(width, 800, false).await?;
        page.until("the axis fits", async || page.ask(FITS, &[]).await).await?;
    }
    Ok(())
}

/// Whether the axis takes all the room that there is, and no more.
const FITS: &str = "const tracks = document.querySelector('.tracks'), axis = tracks.querySelector('.axis .track'); \
    return tracks.scrollWidth <= tracks.clientWidth + 1 \
    && Math.abs(axis.getBoundingClientRect().width - tracks.querySelector('.gauge i').getBoundingClientRect().width) < 1";

/// Who runs fills the column of the step, no two run in one column, and the playhead stands at a column's edge.
pub async fn each_step_has_a_column(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    page.click("[data-axis='steps']").await?;
    page.element("[data-part='axis'][data-axis='steps']").await?;
    let columns: Vec<(f64, f64)> = page.ask(COLUMNS, &[]).await?;
    ensure!(columns.len() >= 10, "{columns:?}");
    for (place, width) in &columns {
        ensure!((width - 1.0).abs() < 0.05, "a column is {width} wide");
        ensure!((place - place.round()).abs() < 0.05, "a bar begins at {place}");
    }
    let mut places: Vec<i64> = columns.iter().map(|(place, _)| place.round() as i64).collect();
    places.sort_unstable();
    places.dedup();
    ensure!(places.len() == columns.len(), "two tasks run in one step: {columns:?}");
    ensure!(page.count("[data-handle]").await? == 0, "a length can be dragged");
    page.point("[data-segment='sleep']").await?;
    page.until("it says why", async || Ok(page.count("[data-part='why']").await? == 1)).await?;
    page.action("reset").await?;
    for step in 1..=3 {
        page.action("step").await?;
        page.until("the playhead is at the column's edge", async || {
            let place: f64 = page.ask(PLAYHEAD, &[]).await?;
            Ok((place - f64::from(step)).abs() < 0.05)
        })
        .await?;
    }
    page.chord(&[], 't').await?;
    page.until("the time has handles", async || Ok(page.count("[data-handle]").await? > 0)).await
}

/// The axis stands in the address, and a link opens along it.
pub async fn a_link_names_the_axis(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    page.click("[data-axis='steps']").await?;
    page.until("the address says so", async || {
        page.ask("return location.hash.endsWith('&axis=steps')", &[]).await
    })
    .await?;
    page.reload().await?;
    page.element("[data-axis='steps'][aria-pressed='true']").await?;
    page.click("[data-axis='time']").await?;
    page.until("the time need not be named", async || {
        page.ask("return !location.hash.includes('axis')", &[]).await
    })
    .await
}

/// From near, what is under the pointer stays there, and bars are dragged as finely as one sees.
pub async fn what_is_looked_at_from_near_is_dragged(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    let width = async || page.ask::<f64>(WIDTH, &[]).await;
    let far = width().await?;
    let end = "[data-lane='Task-2'] [data-handle]";
    let edge = "return document.querySelector(\"[data-lane='Task-2'] [data-segment='sleep']\").getBoundingClientRect().right";
    let before: f64 = page.ask(edge, &[]).await?;
    let one_second = ".axis span:nth-of-type(6)";
    ensure!(page.texts(one_second).await? == ["1 s"]);
    page.zoom_by_wheel(one_second, -500.0).await?;
    page.until("it is nearer", async || Ok(width().await? > 2.0 * far)).await?;
    page.until("it stays under the pointer", async || {
        let now: f64 = page.ask(edge, &[]).await?;
        Ok((now - before).abs() < 4.0)
    })
    .await?;
    page.drag(end, 40.0).await?;
    page.until("it is longer by a little", async || {
        let code = page.code().await?;
        let number = code.split("work(\"A\", ").nth(1).and_then(|rest| rest.split(')').next());
        let number: f64 = number.and_then(|number| number.parse().ok()).unwrap_or_default();
        Ok(number > 1.0 && number < 1.15)
    })
    .await?;
    page.chord(&[], ESCAPE).await?;
    page.run("document.activeElement.blur()").await?;
    page.chord(&[], '0').await?;
    page.until("all of it is seen", async || Ok((width().await? - far).abs() < 2.0)).await?;
    page.chord(&[], ']').await?;
    page.until("a key goes nearer", async || Ok(width().await? > 1.3 * far)).await?;
    page.action("zoom-fit").await?;
    page.until("a button goes back", async || Ok((width().await? - far).abs() < 2.0)).await
}

/// Fingers do the same on a phone.
pub async fn two_fingers_zoom(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    page.look(390, 844, false).await?;
    page.tab("timeline").await?;
    let far: f64 = page.ask(WIDTH, &[]).await?;
    page.pinch(".rows", 4.0).await?;
    page.until("it is nearer", async || Ok(page.ask::<f64>(WIDTH, &[]).await? > 2.0 * far)).await?;
    let inside: bool = page.ask("return document.documentElement.scrollWidth <= innerWidth", &[]).await?;
    ensure!(inside, "the page itself has grown");
    Ok(())
}

/// For eyes; and no two texts of an axis touch.
pub async fn both_axes_have_their_pictures_taken(page: &Page) -> Result<()> {
    page.write(BUSY).await?;
    follows(page).await?;
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            page.look(width, height, dark).await?;
            for axis in ["steps", "time"] {
                page.click(&format!("[data-axis='{axis}']")).await?;
                page.element(&format!("[data-part='axis'][data-axis='{axis}']")).await?;
                let touching: Vec<String> = page.ask(TOUCHING, &[]).await?;
                ensure!(touching.is_empty(), "{width}, {axis}: {touching:?}");
                page.screenshot(&format!("axis-{axis}-{width}x{height}-{theme}")).await?;
            }
        }
    }
    Ok(())
}

const COLUMNS: &str = "const track = document.querySelector('.axis .track').getBoundingClientRect(); \
     const last = Number(document.querySelector('[data-control=position]').max); \
     return [...document.querySelectorAll('[data-segment=running], [data-segment=block]')].map(bar => { \
       const r = bar.getBoundingClientRect(); const column = track.width / last; \
       return [(r.left - track.left) / column, r.width / column]; })";

const PLAYHEAD: &str = "const track = document.querySelector('.axis .track').getBoundingClientRect(); \
     const line = document.querySelector('.playhead i').getBoundingClientRect(); \
     const last = Number(document.querySelector('[data-control=position]').max); \
     return (line.left + line.width / 2 - track.left) / track.width * last";

const WIDTH: &str = "return document.querySelector('.axis .track').getBoundingClientRect().width";

const TOUCHING: &str = "const texts = [...document.querySelectorAll('.axis span, .axis em b')]; const found = []; \
     const boxes = texts.map(e => [e.textContent, e.getBoundingClientRect()]); \
     for (const [one, a] of boxes) for (const [other, b] of boxes) \
       if (one !== other && a.left < b.left && a.right > b.left && a.top < b.bottom && b.top < a.bottom) found.push(one + '|' + other); \
     return found";
