//! Links, in the address and in the dialog; what is exported; and the page without a network.

use anyhow::{Context, Result, ensure};
use interleave::scenario::Scenario;
use interleave::scenario::link::{self, Fragment};
use serde_json::json;

use crate::harness::Page;

const SLEEPER: &str = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('half')\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n";

fn link_to(code: &str) -> Result<String> {
    Ok(link::encode(&Scenario { code: code.into(), title: "Sleeper".into(), ..Scenario::default() })?)
}

async fn fragment(page: &Page) -> Result<String> {
    page.ask("return location.hash", &[]).await
}

/// After an edit the address opens as that text, and the history has not grown.
pub async fn the_address_follows_the_work(page: &Page) -> Result<()> {
    let before: usize = page.ask("return history.length", &[]).await?;
    page.write(SLEEPER).await?;
    page.until("the address holds the text", async || {
        let scenario = Fragment::read(&fragment(page).await?).scenario;
        Ok(matches!(scenario, Some(Ok(scenario)) if *scenario.code == *SLEEPER))
    })
    .await?;
    ensure!(page.ask::<usize>("return history.length", &[]).await? == before, "the history has grown");
    page.action("back").await?;
    let step = page.position().await?;
    page.until("the address holds the step", async || {
        Ok(Fragment::read(&fragment(page).await?).parameters.get("step") == Some(step.to_string().as_str()))
    })
    .await
}

/// The scenario, and the step; the reader's own text is kept as it was.
pub async fn a_link_opens_at_its_step(page: &Page) -> Result<()> {
    page.write("print('mine')\n").await?;
    page.until("it is kept", async || Ok(kept(page).await? == "print('mine')\n")).await?;
    page.go_to(&format!("#{}&t=1", link_to(SLEEPER)?)).await?;
    page.until("the scenario is there", async || Ok(page.code().await? == SLEEPER)).await?;
    page.until("it stands at one second", async || {
        let clock = page.texts(".clock").await?;
        Ok(clock.first().is_some_and(|clock| clock == "1.00 s"))
    })
    .await?;
    ensure!(page.texts(".title").await? == ["Sleeper"], "the title is the link's");
    ensure!(kept(page).await? == "print('mine')\n", "the reader's own text is gone");
    Ok(())
}

/// However a program from a link is changed, the reader's own is kept until they say so; and each way leads back.
pub async fn what_came_by_a_link_is_kept_on_request(page: &Page) -> Result<()> {
    const MINE: &str = "print('mine')\n";
    const CHANGED: &str = "print('theirs, changed')\n";
    let is_kept = async |what: &str| page.until("it is kept", async || Ok(kept(page).await? == what)).await;
    page.write(MINE).await?;
    is_kept(MINE).await?;
    page.go_to(&format!("#{}", link_to(SLEEPER)?)).await?;
    page.element("[data-work='visit']").await?;
    page.screenshot("from-a-link").await?;
    page.write(CHANGED).await?;
    page.until("the address holds the change", async || {
        let scenario = Fragment::read(&fragment(page).await?).scenario;
        Ok(matches!(scenario, Some(Ok(scenario)) if *scenario.code == *CHANGED))
    })
    .await?;
    ensure!(kept(page).await? == MINE, "the reader's own is gone");
    page.reload().await?;
    ensure!(page.code().await? == CHANGED && kept(page).await? == MINE, "both last over a reload");

    page.action("keep").await?;
    is_kept(CHANGED).await?;
    page.element("[data-work='kept']").await?;
    page.action("unkeep").await?;
    is_kept(MINE).await?;
    ensure!(page.code().await? == CHANGED, "what is shown stays");

    page.action("back-to-mine").await?;
    page.until("it is shown", async || Ok(page.code().await? == MINE)).await?;
    page.element("[data-work='back']").await?;
    page.action("back-to-theirs").await?;
    page.until("it is shown", async || Ok(page.code().await? == CHANGED)).await?;
    page.action("keep").await?;
    is_kept(CHANGED).await?;
    page.action("settle").await?;
    page.until("nothing lies beside it", async || Ok(page.count("[data-part='beside']").await? == 0)).await
}

/// One sentence says what is wrong; nothing else changes.
pub async fn a_bad_link_leaves_the_work_alone(page: &Page) -> Result<()> {
    page.write("print('mine')\n").await?;
    page.until("it is kept", async || Ok(kept(page).await? == "print('mine')\n")).await?;
    let good = link_to(SLEEPER)?;
    for bad in [&good[..good.len() - 9], "s2.d.AA", "s1.d.!!!!", "s1.x.AA", "hello"] {
        page.go_to(&format!("#{bad}")).await?;
        page.until("it says what is wrong", async || {
            let told = page.texts("[data-part='link-error'][role='alert'] span").await?;
            Ok(told.len() == 1 && told[0].ends_with('.'))
        })
        .await?;
        ensure!(page.code().await? == "print('mine')\n" && kept(page).await? == "print('mine')\n", "{bad}");
    }
    page.screenshot("link-error").await
}

/// A program from a link that burns more than its share waits to be asked for.
pub async fn what_would_run_for_long_is_asked_for(page: &Page) -> Result<()> {
    page.go_to(&format!("#{}", link_to("for i in range(2_500_000):\n    pass\nprint('done')\n")?)).await?;
    page.element("[data-part='held']").await?;
    page.screenshot("held").await?;
    ensure!(page.count("[data-view='output'] [data-line]").await? == 0, "it has run");
    page.action("run-anyway").await?;
    page.until("it has run", async || Ok(page.count("[data-view='output'] [data-line]").await? == 1)).await
}

/// The dialog's link opens as the scenario in all its forms, and tells its length.
pub async fn the_link_is_shown_and_copied(page: &Page) -> Result<()> {
    page.write(SLEEPER).await?;
    page.until("it is kept", async || Ok(kept(page).await? == SLEEPER)).await?;
    page.action("share").await?;
    page.element("dialog[open] [data-part='qr'] path").await?;
    let shown: String = page.ask("return document.querySelector('[data-field=link]').value", &[]).await?;
    for field in ["link", "chat"] {
        let css = format!("[data-field={field}]");
        let text: String =
            page.ask("return document.querySelector(arguments[0]).value", &[json!(css)]).await?;
        let scenario = Fragment::read(&text).scenario.context("it holds a scenario")??;
        ensure!(*scenario.code == *SLEEPER, "{field}: {text}");
    }
    let length = page.texts("[data-part='length']").await?;
    ensure!(length == [format!("{} characters", shown.len())], "{length:?}");
    page.element("[data-copy='link']").await?.click().await?;
    page.until("it says so", async || Ok(page.texts("[data-copy='link']").await? == ["Copied"])).await?;
    for (dialog, width, height, dark) in [
        ("share", 1440, 900, false),
        ("embed", 1440, 900, true),
        ("export", 1440, 900, false),
        ("share", 390, 844, true),
    ] {
        page.look(width, height, dark).await?;
        page.element(&format!("dialog [data-tab='{dialog}']")).await?.click().await?;
        page.element(&format!("[data-dialog='{dialog}']")).await?;
        page.screenshot(&format!("dialog-{dialog}-{width}-{}", if dark { "dark" } else { "light" })).await?;
    }
    page.action("close").await?;
    page.until("it is closed", async || Ok(page.count("dialog").await? == 0)).await
}

/// Each file has the content that its name promises.
pub async fn files_are_exported(page: &Page) -> Result<()> {
    // What would be saved is looked at instead.
    page.run(
        "window.saved = {}; let blob; const create = URL.createObjectURL; \
         URL.createObjectURL = made => { blob = made; return create.call(URL, made); }; \
         HTMLAnchorElement.prototype.click = function () { \
           const name = this.download; \
           if (this.href.startsWith('blob:')) blob.text().then(text => { saved[name] = text; }); \
           else saved[name] = this.href; };",
    )
    .await?;
    page.action("export").await?;
    let cases = [
        ("svg-light", "timeline.svg", "<svg "),
        ("py", "main.py", "import asyncio"),
        ("jsonl", "trace.jsonl", "{\"t\": 0.0"),
        ("trace-event", "trace.json", "{\"displayTimeUnit\""),
        ("png-dark", "timeline.png", "data:image/png;base64,iVBOR"),
    ];
    for (button, file, start) in cases {
        page.element(&format!("[data-export='{button}']")).await?.click().await?;
        page.until(file, async || {
            let text: Option<String> = page.ask("return saved[arguments[0]] ?? null", &[json!(file)]).await?;
            Ok(text.is_some_and(|text| text.starts_with(start)))
        })
        .await?;
    }
    let program: String = page.ask("return saved['main.py']", &[]).await?;
    ensure!(program == *Scenario::default().code, "it is not the program");
    Ok(())
}

/// After the first visit it opens without its server.
pub async fn the_page_lasts_without_a_network(page: &Page) -> Result<()> {
    page.until("everything is kept", async || {
        page.ask_later(
            "const [done] = arguments; caches.open('interleave').then(c => c.keys()).then(keys => { const names = keys.map(k => k.url).join(' '); \
             done(navigator.serviceWorker.controller && /wasm/.test(names) && /embed.html/.test(names) ? true : false) })",
        )
        .await
    })
    .await?;
    page.offline(true).await?;
    page.reload().await?;
    page.offline(false).await?;
    ensure!(page.code().await? == *Scenario::default().code, "the first example is there");
    Ok(())
}

async fn kept(page: &Page) -> Result<String> {
    page.ask("return localStorage.getItem('interleave.code') ?? ''", &[]).await
}
