//! Pages of another origin that embed the player, each way.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, ensure};
use interleave::scenario::Scenario;
use interleave::scenario::link;
use serde_json::json;

use crate::harness::{Page, serve};

const PROGRAM: &str = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('a < b')\n\nasyncio.run(main())\n";

/// A page of the body, on a port of its own.
fn host(page: &Page, body: &str) -> Result<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("host");
    fs::create_dir_all(&folder)?;
    let head = "<!DOCTYPE html><meta charset='utf-8'><title>A course</title><link rel='icon' href='data:,'><script>window.said = []; \
         addEventListener('message', e => said.push(e.data.type));</script>";
    let home = page.address();
    fs::write(
        folder.join("index.html"),
        format!("{head}<script src='{home}embed.js'></script>{}", body.replace("HOME/", home)),
    )?;
    Ok(serve(folder)?)
}

/// The tag, the tag in a sandbox, and a block of code are all players of their program.
pub async fn a_page_embeds_by_tags(page: &Page) -> Result<()> {
    let code = PROGRAM.replace('<', "&lt;");
    let body = format!(
        "<interleave-player id='a' view='timeline,output' lang='en'><pre>{code}</pre></interleave-player>\
         <interleave-player id='b' sandbox view='code,output' readonly><pre>{code}</pre></interleave-player>\
         <pre class='interleave' data-view='timeline' data-theme='dark'>{code}</pre>"
    );
    page.open_at(&host(page, &body)?).await?;
    page.look(1000, 1600, false).await?;
    for place in 0..3 {
        let ask = "const [place, done] = arguments; const player = document.querySelectorAll('interleave-player')[place]; \
                   if (!player.loaded) return done(''); player.getSource().then(done)";
        page.until("the player has its program", async || {
            Ok(page.ask_with(ask, &[json!(place)]).await.unwrap_or(String::new()) == PROGRAM)
        })
        .await?;
    }
    page.until("their heights follow what is in them", async || {
        page.ask(
            "const heights = [...document.querySelectorAll('interleave-player iframe')].map(f => f.style.height); \
             return heights.every(h => h !== '420px' && parseFloat(h) > 100)",
            &[],
        )
        .await
    })
    .await?;
    page.run("window.done = 0; const a = document.querySelector('#a'); a.addEventListener('done', () => done++); a.seek({time: 0});")
        .await?;
    page.run("document.querySelector('#a').run()").await?;
    page.until("the run is done", async || page.ask("return done > 0", &[]).await).await?;
    page.screenshot("embeds").await
}

/// A frame alone needs no script around it, and listens to nobody but the window around it.
pub async fn a_frame_hears_its_own_page_alone(page: &Page) -> Result<()> {
    let document = link::encode(&Scenario { code: PROGRAM.into(), ..Scenario::default() })?;
    let body = format!(
        "<iframe id='good' width='320' height='500' src='HOME/embed.html#{document}&view=code,output'></iframe>\
         <iframe id='other' width='320' height='500' src='HOME/embed.html#{document}&origin=https://example.org'></iframe>"
    );
    page.open_at(&host(page, &body)?).await?;
    let send = "for (const f of document.querySelectorAll('iframe')) for (const type of ['hello', 'getSource']) \
                f.contentWindow.postMessage({ type: 'interleave:' + type, version: 1, id: f.id }, '*'); \
                window.sources ??= (addEventListener('message', e => e.data.type === 'interleave:source' && sources.push(e.data.id)), [])";
    page.until("the frame answers", async || {
        page.run(send).await?;
        page.ask("return sources.includes('good')", &[]).await
    })
    .await?;
    // Another window than the one around it is not heard, whatever it says.
    page.run("const f = document.createElement('iframe'); document.body.append(f); \
              f.contentWindow.eval(\"parent.frames[0].postMessage({ type: 'interleave:load', version: 1, source: 'print(1)' }, '*')\")")
        .await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.run("window.source = null; addEventListener('message', e => { if (e.data.source) source = e.data.source }); \
              good.contentWindow.postMessage({ type: 'interleave:getSource', version: 1, id: 'last' }, '*')")
        .await?;
    page.until("it tells its source", async || page.ask("return source !== null", &[]).await).await?;
    ensure!(page.ask::<String>("return source", &[]).await? == PROGRAM, "it was changed by a stranger");
    ensure!(!page.ask::<bool>("return sources.includes('other')", &[]).await?, "a wrong origin was answered");
    // The browser tells that it kept the messages for the other origin to itself.
    let told = page.console().await?;
    ensure!(
        told.iter().all(|line| line.contains("target origin provided ('https://example.org')")),
        "{told:?}"
    );
    Ok(())
}

/// Five on one page fetch the wasm once, and can soon be used.
pub async fn five_share_the_download(page: &Page) -> Result<()> {
    let player = "<interleave-player view='timeline'><pre>print(1)</pre></interleave-player>";
    page.look(1000, 3000, false).await?;
    let start = tokio::time::Instant::now();
    page.open_at(&host(page, &player.repeat(5))?).await?;
    page.until("all five are loaded", async || {
        page.ask(
            "return [...document.querySelectorAll('interleave-player')].filter(p => p.loaded).length === 5",
            &[],
        )
        .await
    })
    .await?;
    println!("five embeds usable after {:?}", start.elapsed());
    Ok(())
}
