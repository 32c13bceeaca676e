//! The built page on a static host that is not of its choosing: below a folder, under a strict policy.

use anyhow::{Result, ensure};

use crate::harness::{Page, Site, dist};

/// What README.md tells a host to send.
const POLICY: &str = "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; \
                      object-src 'none'; base-uri 'self'; form-action 'none'\r\n";

/// Below a folder and under the policy as a header, everything works: the page, a link, an embed, the course, the worker.
pub async fn below_a_folder_under_a_policy(page: &Page) -> Result<()> {
    let site = Site::below("/a/b/", POLICY, dist()?);
    let home = site.serve()?;
    page.open_at(&home).await?;
    page.element("main[data-ready='true']").await?;
    page.write("import asyncio\nasyncio.run(asyncio.sleep(1))\nprint('here')\n").await?;
    page.until("it runs", async || Ok(page.texts("[data-view='output'] .text").await? == ["here"])).await?;
    page.action("share").await?;
    page.element("dialog[open] [data-part='qr'] path").await?;
    let link: String = page.ask("return document.querySelector('[data-field=link]').value", &[]).await?;
    ensure!(link.starts_with(&format!("{home}#s1.d.")), "{link}");
    page.element("dialog [data-tab='embed']").await?.click().await?;
    page.element("[data-field='frame']").await?;
    let frame: String = page.ask("return document.querySelector('[data-field=frame]').value", &[]).await?;
    ensure!(frame.contains(&format!("src=\"{home}embed.html#s1.d.")), "{frame}");
    // Where it is evaluated, the policy says no: what is written into the page runs no script.
    page.run("const s = document.createElement('script'); s.textContent = 'window.injected = true'; document.body.append(s)").await?;
    ensure!(page.ask::<bool>("return !window.injected", &[]).await?, "an inline script has run");
    let told = page.console().await?;
    ensure!(told.iter().all(|line| line.contains("Executing inline script violates")), "{told:?}");

    page.open_at(&link.replace(&home, &format!("{home}embed.html"))).await?;
    page.until(
        "the embed shows it",
        async || Ok(page.texts("[data-view='output'] .text").await? == ["here"]),
    )
    .await?;
    page.look(1440, 5200, false).await?;
    page.open_at(&format!("{home}course.html")).await?;
    page.until("the course can be used", async || {
        page.ask(
            "return [...document.querySelectorAll('interleave-player')].filter(p => p.usable).length === 4",
            &[],
        )
        .await
    })
    .await
}

/// After the first visit nothing is asked of the host any more that has not changed, and the page lasts without it.
pub async fn a_second_visit_downloads_little(page: &Page) -> Result<()> {
    let site = Site::below("/a/b/", POLICY, dist()?);
    let home = site.serve()?;
    page.open_at(&home).await?;
    page.element("main[data-ready='true']").await?;
    page.until("everything is kept", async || {
        page.ask_later(
            "const [done] = arguments; caches.keys().then(async names => { for (const name of names) { \
               const urls = (await (await caches.open(name)).keys()).map(request => request.url).join(' '); \
               if (navigator.serviceWorker.controller && /_bg\\.wasm /.test(urls + ' ') && urls.includes('embed.html')) return done(true); } done(false) })",
        )
        .await
    })
    .await?;
    let wasm = |asked: &[String]| asked.iter().filter(|name| name.ends_with("_bg.wasm")).count();
    ensure!(wasm(&site.asked()) == 1, "the first visit: {:?}", site.asked());
    for path in ["", "embed.html"] {
        page.open_at("about:blank").await?;
        page.open_at(&format!("{home}{path}")).await?;
        page.element("main[data-ready='true']").await?;
    }
    ensure!(wasm(&site.asked()) == 1, "the second visit: {:?}", site.asked());
    page.offline(true).await?;
    let mut lasts = true;
    for path in ["", "embed.html", "?from=a-chat"] {
        page.open_at("about:blank").await?;
        lasts &= page.open_at(&format!("{home}{path}")).await.is_ok()
            && page.element("main[data-ready='true']").await.is_ok();
    }
    page.offline(false).await?;
    ensure!(lasts, "it does not last without its host");
    // The worker of this test goes, as the next begins on another port.
    page.ask_later::<bool>(
        "const [done] = arguments; navigator.serviceWorker.getRegistrations().then(all => Promise.all(all.map(r => r.unregister()))).then(() => done(true))",
    )
    .await
    .map(drop)
}
