//! Pages of another origin that embed the player, each way.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, ensure};
use interleave::scenario::Scenario;
use interleave::scenario::link;
use serde_json::json;

use crate::harness::{Page, Site, dist, serve};

const PROGRAM: &str = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('a < b')\n\nasyncio.run(main())\n";

/// A folder for a page, on a port of its own.
fn host_folder() -> Result<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("host");
    fs::create_dir_all(&folder)?;
    let address = serve(folder.clone())?;
    Ok((folder, address))
}

/// A page of the body, on a port of its own.
fn host(page: &Page, body: &str) -> Result<String> {
    let (folder, address) = host_folder()?;
    fill(&folder, page.address(), body)?;
    Ok(address)
}

/// Write the page.
fn fill(folder: &Path, home: &str, body: &str) -> Result<()> {
    let head = "<!DOCTYPE html><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>A course</title><link rel='icon' href='data:,'><script>window.said = []; \
         addEventListener('message', e => said.push(e.data.type));</script>";
    fs::write(
        folder.join("index.html"),
        format!("{head}<script src='{home}embed.js'></script>{}", body.replace("HOME/", home)),
    )?;
    Ok(())
}

/// The tag, the tag in a sandbox, and a block of code are all players of their program.
pub async fn a_page_embeds_by_tags(page: &Page) -> Result<()> {
    let code = PROGRAM.replace('<', "&lt;");
    let body = format!(
        "<interleave-player id='a' view='timeline,output' lang='en'><pre>{code}</pre></interleave-player>\
         <interleave-player id='b' sandbox view='code,output' readonly><pre>{code}</pre></interleave-player>\
         <pre class='interleave' data-view='timeline' data-theme='dark'>{code}</pre>\
         <pre><code class='language-interleave'>{code}</code></pre>\
         <div class='interleave highlight-python'><div class='highlight'><pre><span></span>{code}</pre></div></div>"
    );
    page.open_at(&host(page, &body)?).await?;
    page.look(1000, 1600, false).await?;
    ensure!(page.count("interleave-player").await? == 5, "one for each");
    for place in 0..5 {
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

/// Every method and every event, from another origin, in a sandbox and without.
pub async fn methods_and_events(page: &Page) -> Result<()> {
    let code = PROGRAM.replace('<', "&lt;");
    let player = |id: &str, attributes: &str| {
        format!(
            "<interleave-player id='{id}' {attributes} lang='en' title='A <lesson>'><pre>\n{code}</pre></interleave-player>"
        )
    };
    let body = player("plain", "view='timeline,output'") + &player("sandboxed", "sandbox view='code,output'");
    let log = "<script>window.log = {}; \
        for (const player of document.querySelectorAll('interleave-player')) { const heard = log[player.id] = []; \
          for (const kind of ['ready', 'change', 'step', 'done', 'predicted']) \
            player.addEventListener(kind, event => heard.push({ kind, ...event.detail })); } \
        window.first = plain.getSource(); plain.seek(0);</script>";
    page.open_at(&host(page, &(body + log))?).await?;
    for id in ["plain", "sandboxed"] {
        let heard = async |what: &str, script: &str| {
            let script = format!(
                "const player = document.getElementById(arguments[0]), heard = log[player.id]; return {script}"
            );
            page.until(what, async || page.ask(&script, &[json!(id)]).await).await
        };
        let tell = async |script: &str| {
            page.run(&format!(
                "const player = document.getElementById('{id}'); log['{id}'].length = 0; {script}"
            ))
            .await
        };
        heard("it is ready", "heard.some(e => e.kind === 'ready')").await?;
        tell("player.seek({ step: 2 })").await?;
        heard("it stands at a step", "heard.some(e => e.kind === 'step' && e.step === 2)").await?;
        tell("player.seek(0)").await?;
        heard(
            "it stands at the start",
            "heard.some(e => e.kind === 'step' && e.step === 0 && e.last > 1 && e.time === 0)",
        )
        .await?;
        tell("player.seek({ time: 1 })").await?;
        heard("it stands at one second", "heard.some(e => e.kind === 'step' && e.time === 1)").await?;
        tell("player.load({ source: 'print(1)\\n', title: 'Other', seed: 3 })").await?;
        heard(
            "another program is ready",
            "heard.some(e => e.kind === 'change' && e.source === 'print(1)\\n') && heard.some(e => e.kind === 'ready')",
        )
        .await?;
        tell("player.load('print(1)\\n')").await?;
        heard("the same program again is ready again", "heard.some(e => e.kind === 'ready')").await?;
        tell("player.seek(0); player.run()").await?;
        heard("it has run", "heard.some(e => e.kind === 'done' && e.time === 0)").await?;
        tell("player.load('import asyncio\\nasyncio.run(asyncio.sleep(600))\\n')").await?;
        heard("a long program is ready", "heard.some(e => e.kind === 'ready')").await?;
        tell("player.seek(0); player.run(); setTimeout(() => player.pause(), 300)").await?;
        heard("it has begun", "heard.some(e => e.kind === 'step' && e.step > 0)").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        tell("player.getSource().then(source => log[player.id].push({ kind: 'source', source }))").await?;
        heard(
            "it tells its program",
            "heard.some(e => e.kind === 'source' && e.source.includes('sleep(600)'))",
        )
        .await?;
        ensure!(
            page.ask::<bool>("return log[arguments[0]].every(e => e.kind !== 'done')", &[json!(id)]).await?,
            "it paused"
        );
    }
    ensure!(
        page.ask_later::<String>("const [done] = arguments; first.then(done)").await? == PROGRAM,
        "what was asked before it was there"
    );

    // Another window may say what it likes; so may the right one in words that are not ours.
    page.run("log.plain.length = 0; const f = document.createElement('iframe'); document.body.append(f); \
              f.contentWindow.eval(\"parent.postMessage({ type: 'interleave:done', version: 1, time: 7 }, '*')\"); \
              window.answers = []; addEventListener('message', e => e.data.id && answers.push(e.data.id)); \
              const to = document.querySelector('#plain iframe').contentWindow; \
              for (const [type, version, id] of [['interleave:getSource', 2, 'version'], ['getSource', 1, 'prefix'], \
                ['interleave:getsource', 1, 'kind'], ['interleave:getSource', 1, 'right']]) to.postMessage({ type, version, id }, '*'); \
              to.postMessage(null, '*'); to.postMessage('interleave:run', '*'); to.postMessage([1], '*');")
        .await?;
    page.until("the right one is answered", async || page.ask("return answers.includes('right')", &[]).await)
        .await?;
    ensure!(page.ask::<Vec<String>>("return answers", &[]).await? == ["right"], "others were answered, too");
    ensure!(
        page.ask::<bool>("return log.plain.every(e => e.time !== 7)", &[]).await?,
        "a stranger was believed"
    );
    Ok(())
}

/// The page around hears how the reader's order compares.
pub async fn a_prediction_is_told(page: &Page) -> Result<()> {
    let code = "import asyncio\n\nasync def say(word):\n    print(word)\n\nasync def main():\n    task = asyncio.create_task(say('second'))\n    print('first')\n    await task\n\nasyncio.run(main())\n";
    let body = format!(
        "<interleave-player predict autoplay sandbox view='code' lang='zh'><pre>{code}</pre></interleave-player>\
         <script>window.told = []; const player = document.querySelector('interleave-player'); \
         for (const kind of ['ready', 'step', 'done', 'predicted']) player.addEventListener(kind, e => told.push([kind, e.detail]));</script>"
    );
    page.look(360, 1000, false).await?;
    page.open_at(&host(page, &body)?).await?;
    page.until("it is ready", async || page.ask("return told.length > 0", &[]).await).await?;
    page.screenshot("embed-predict-360").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    ensure!(
        page.ask::<bool>("return told.every(([kind]) => kind === 'ready')", &[]).await?,
        "the run is told before it is predicted"
    );
    page.run("player.run()").await?;
    page.until("it is compared", async || {
        page.ask("return told.some(([kind]) => kind === 'predicted')", &[]).await
    })
    .await?;
    let told: serde_json::Value =
        page.ask("return told.find(([kind]) => kind === 'predicted')[1]", &[]).await?;
    ensure!(
        told == json!({ "order": ["second", "first"], "printed": ["first", "second"], "score": 1, "of": 2 }),
        "{told}"
    );
    page.until("then the run is told", async || {
        page.ask("return told.some(([kind]) => kind === 'done')", &[]).await
    })
    .await?;
    page.screenshot("embed-predicted-360").await
}

/// A frame in a sandbox, in a page that allows no script; and a page that is opened from the disk.
pub async fn the_poorest_pages_can_embed(page: &Page) -> Result<()> {
    let document = link::encode(&Scenario { code: PROGRAM.into(), ..Scenario::default() })?;
    let (folder, address) = host_folder()?;
    let frame = format!(
        "<!DOCTYPE html><meta charset='utf-8'><link rel='icon' href='data:,'><meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"><h1>A post</h1>\
         <iframe src='{}embed.html#{document}&view=timeline,output' sandbox='allow-scripts' loading='lazy' width='100%' height='480'></iframe>",
        page.address()
    );
    fs::write(folder.join("post.html"), frame)?;
    page.open_at(&format!("{address}post.html")).await?;
    page.in_frame(async || {
        page.element("main[data-ready='true']").await?;
        ensure!(page.texts("[data-view='output'] .text").await? == ["a < b"], "it shows another program");
        page.action("reset").await?;
        page.until("it goes to the start", async || Ok(page.position().await? == 0)).await
    })
    .await?;

    fill(
        &folder,
        page.address(),
        &format!("<interleave-player view='output'><pre>{PROGRAM}</pre></interleave-player>"),
    )?;
    page.open_at(&format!("file://{}", folder.join("index.html").display())).await?;
    page.until("a page from the disk has its player", async || {
        page.ask("return document.querySelector('interleave-player').usable === true", &[]).await
    })
    .await
}

/// From 320 pixels of width on nothing is cut off, in either language, and the way to the whole page is there.
pub async fn a_narrow_frame_can_be_used(page: &Page) -> Result<()> {
    let code = "import asyncio\n\nasync def fetch_everything(name, seconds):\n    await asyncio.sleep(seconds)\n    print('a line of some length by', name)\n\nasync def main():\n    await asyncio.gather(fetch_everything('first', 1.25), fetch_everything('second', 2))\n\nasyncio.run(main())\n";
    for (width, language, more) in [
        (320, "en", ""),
        (320, "zh", ""),
        (320, "en", "&predict"),
        (400, "zh", "&predict"),
        (640, "en", "&controls=0"),
    ] {
        let document = link::encode(&Scenario { code: code.into(), ..Scenario::default() })?;
        let body = format!(
            "<style>body {{ margin: 0 }} iframe {{ display: block; width: 100%; height: 1500px; border: 0 }}</style>\
             <iframe src='HOME/embed.html#{document}&view=timeline,code,loop,why,output&lang={language}&origin=ORIGIN{more}'></iframe>"
        );
        let (folder, address) = host_folder()?;
        let body = body.replace("ORIGIN", address.trim_end_matches('/'));
        fill(&folder, page.address(), &body)?;
        page.look(width, 1500, more.is_empty()).await?;
        page.open_at(&address).await?;
        page.until("it is ready", async || page.ask("return said.includes('interleave:ready')", &[]).await)
            .await?;
        page.in_frame(async || {
            let cut = "return [...document.querySelectorAll('main > *:not([role=status])')].map(e => [e.className, e.scrollWidth - e.clientWidth]).filter(([_, more]) => more > 0)";
            let cut: Vec<(String, i32)> = page.ask(cut, &[]).await?;
            ensure!(cut.is_empty(), "{width} {language} {more}: {cut:?}");
            ensure!(page.sees("[data-action='open']").await?, "there is no way out");
            ensure!(page.ask::<bool>("return location.hash.includes('view=')", &[]).await?, "it has rewritten its address");
            Ok(())
        })
        .await?;
        page.screenshot(&format!("embed-{width}-{language}{}", more.replace('&', "-"))).await?;
    }
    Ok(())
}

/// Five on a page of another origin fetch the wasm once, and can soon be used. A browser gives each sandbox a cache of
/// its own: there each fetches it for itself, and nothing twice.
pub async fn five_share_the_download(page: &Page) -> Result<()> {
    for attribute in ["", "sandbox"] {
        let home = Site::new(dist()?);
        let player =
            format!("<interleave-player {attribute} view='timeline'><pre>print(1)</pre></interleave-player>");
        let (folder, address) = host_folder()?;
        fill(&folder, &home.serve()?, &player.repeat(5))?;
        page.look(1000, 3000, false).await?;
        let start = tokio::time::Instant::now();
        page.open_at(&address).await?;
        let usable =
            "return [...document.querySelectorAll('interleave-player')].filter(p => p.usable).length";
        page.until("all five can be used", async || Ok(page.ask::<usize>(usable, &[]).await? == 5)).await?;
        println!("five embeds {attribute} usable after {:?}", start.elapsed());
        let mut asked = home.asked();
        asked.retain(|name| name.contains("_bg.wasm"));
        let most = if attribute.is_empty() { 1 } else { 5 };
        ensure!(asked.len() <= most, "{attribute}: downloaded {} times: {asked:?}", asked.len());
    }
    Ok(())
}
