//! The page as a visitor has it: what is seen, and what hands can do.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::keys;

/// How long the page may take to show what a gesture leads to.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// The one page of the browser.
pub struct Page {
    pub(super) client: Client,
    address: String,
}

/// A lane of the timeline, by its handles.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Lane {
    pub name: String,
    pub label: String,
    pub outcome: Option<String>,
    pub segments: Vec<Segment>,
}

/// A stretch of a lane, in seconds.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Segment {
    pub kind: String,
    pub from: f64,
    pub to: f64,
}

impl Page {
    pub(super) fn new(client: Client, address: String) -> Page {
        Page { client, address }
    }

    /// Open the page as on a first visit: nothing kept from earlier, a wide window, light.
    pub async fn open(&self) -> Result<()> {
        self.look(1440, 900, false).await?;
        self.client.goto(&self.address).await?;
        self.run("localStorage.clear()").await?;
        self.client.goto("about:blank").await?;
        self.console().await?;
        self.client.goto(&self.address).await?;
        self.ready().await
    }

    /// Go to an address on the page's own server, without leaving the page if it is only another fragment.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        Ok(self.client.goto(&format!("{}{address}", self.address)).await?)
    }

    /// The address of the page's folder.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Open another page.
    pub async fn open_at(&self, address: &str) -> Result<()> {
        Ok(self.client.goto(address).await?)
    }

    /// Do something within the page's first frame.
    pub async fn in_frame<T>(&self, what: impl AsyncFn() -> Result<T>) -> Result<T> {
        self.client.enter_frame(0).await?;
        let done = what().await;
        self.client.enter_parent_frame().await?;
        done
    }

    /// Load the page anew.
    pub async fn reload(&self) -> Result<()> {
        self.client.refresh().await?;
        self.ready().await
    }

    /// Take the network away, or give it back.
    pub async fn offline(&self, offline: bool) -> Result<()> {
        let network =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.emulateNetworkConditions", network).await.map(drop)
    }

    /// Run a script for what it gives to its last argument, a function.
    pub async fn ask_later<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_with(script, &[]).await
    }

    /// The same, with arguments before the function.
    pub async fn ask_with<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let answer = self.client.execute_async(script, arguments.to_vec()).await?;
        serde_json::from_value(answer).with_context(|| format!("the answer to {script}"))
    }

    async fn ready(&self) -> Result<()> {
        self.element("main[data-ready='true']").await.map(drop)
    }

    /// The element, once it is there.
    pub async fn element(&self, css: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE).every(PAUSE);
        wait.for_element(Locator::Css(css)).await.with_context(|| format!("there is no {css}"))
    }

    /// How many elements there are now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(css)).await?.len())
    }

    /// Whether the element is there and takes up room in the window.
    pub async fn sees(&self, css: &str) -> Result<bool> {
        Ok(self.element(css).await?.is_displayed().await?)
    }

    /// Whether there is such an element now, and it takes up room.
    pub async fn sees_now(&self, css: &str) -> Result<bool> {
        self.ask(
            "return (document.querySelector(arguments[0])?.getClientRects().length ?? 0) > 0",
            &[json!(css)],
        )
        .await
    }

    /// The texts of all such elements.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        self.ask("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", &[json!(css)])
            .await
    }

    /// Wait until the page is so.
    pub async fn until(&self, what: &str, so: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let mut left = PATIENCE;
        while !so().await? {
            left = left.checked_sub(PAUSE).with_context(|| format!("waited in vain until {what}"))?;
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Press a button of the page.
    pub async fn action(&self, name: &str) -> Result<()> {
        let css = format!("[data-action='{name}']");
        self.element(&css).await?.click().await.with_context(|| format!("{css} cannot be clicked"))
    }

    /// Choose an option, as a hand would.
    pub async fn choose(&self, control: &str, value: &str) -> Result<()> {
        let select = self.element(&format!("select[data-control='{control}']")).await?;
        select.select_by_value(value).await.with_context(|| format!("{control} has no {value}"))
    }

    /// What the editor holds.
    pub async fn code(&self) -> Result<String> {
        self.ask("return document.querySelector('textarea[data-editor]').value", &[]).await
    }

    /// Replace the whole program, as pasting would.
    pub async fn write(&self, code: &str) -> Result<()> {
        self.element("textarea[data-editor]").await?.click().await?;
        self.chord(&[keys::CONTROL], 'a').await?;
        self.paste(code).await
    }

    /// Put a text where the caret is, in one go.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.devtools("Input.insertText", json!({ "text": text })).await.map(drop)
    }

    /// Press a key while others are held.
    pub async fn chord(&self, held: &[char], key: char) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".into());
        for &value in held.iter().chain([&key]) {
            keys = keys.then(KeyAction::Down { value });
        }
        for &value in [&key].into_iter().chain(held.iter().rev()) {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Type into whatever has the focus, key by key.
    pub async fn keys(&self, text: &str) -> Result<()> {
        for key in text.chars() {
            // The protocol has names of its own for the keys that are no letters.
            let key = match key {
                '\n' => keys::ENTER,
                '\t' => '\u{e004}',
                letter => letter,
            };
            self.chord(&[], key).await?;
        }
        Ok(())
    }

    /// On a narrow window, bring this pane to the front.
    pub async fn tab(&self, view: &str) -> Result<()> {
        self.element(&format!("[data-tab='{view}']"))
            .await?
            .click()
            .await
            .context("the pane's tab cannot be clicked")
    }

    /// Virtual seconds a second.
    pub async fn set_speed(&self, speed: &str) -> Result<()> {
        self.choose("speed", speed).await
    }

    /// The step that is shown.
    pub async fn position(&self) -> Result<usize> {
        self.ask("return Number(document.querySelector('[data-control=position]').value)", &[]).await
    }

    /// The run's last step.
    pub async fn last_position(&self) -> Result<usize> {
        self.ask("return Number(document.querySelector('[data-control=position]').max)", &[]).await
    }

    /// Take hold of an element with the mouse and carry it sideways, by so many pixels.
    pub async fn drag(&self, css: &str, right: f64) -> Result<()> {
        let mouse = gesture(MouseActions::new("mouse".into()), self.middle(css).await?, right);
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// The same with a finger.
    pub async fn drag_by_touch(&self, css: &str, right: f64) -> Result<()> {
        let finger = gesture(TouchActions::new("finger".into()), self.middle(css).await?, right);
        Ok(self.client.perform_actions(finger).await?)
    }

    /// Carry an element to where another is, with the mouse or with a finger.
    pub async fn carry(&self, css: &str, to: &str, by_touch: bool) -> Result<()> {
        let ((x, y), to) = (self.middle(css).await?, self.middle(to).await?);
        if by_touch {
            let finger = carry(TouchActions::new("finger".into()), (x, y), to);
            return Ok(self.client.perform_actions(finger).await?);
        }
        let mouse = carry(MouseActions::new("mouse".into()), (x, y), to);
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Bring the mouse over an element.
    pub async fn point(&self, css: &str) -> Result<()> {
        let (x, y) = self.middle(css).await?;
        let there = PointerAction::MoveTo { duration: None, x, y };
        Ok(self.client.perform_actions(MouseActions::new("mouse".into()).then(there)).await?)
    }

    /// Click an element.
    pub async fn click(&self, css: &str) -> Result<()> {
        let mouse = gesture(MouseActions::new("mouse".into()), self.middle(css).await?, 0.0);
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Turn the wheel over an element, with Control held; below zero, away from oneself.
    pub async fn zoom_by_wheel(&self, css: &str, turn: f64) -> Result<()> {
        let (x, y) = self.middle(css).await?;
        let event =
            json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": turn, "modifiers": 2 });
        self.devtools("Input.dispatchMouseEvent", event).await.map(drop)
    }

    /// Put two fingers on an element, and move them to so many times their distance.
    pub async fn pinch(&self, css: &str, times: f64) -> Result<()> {
        let (x, y) = self.middle(css).await?;
        let fingers =
            |apart: f64| json!([{ "x": x - apart, "y": y, "id": 0 }, { "x": x + apart, "y": y, "id": 1 }]);
        let touch = async |kind: &str, points: Value| {
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await
        };
        touch("touchStart", fingers(20.0)).await?;
        for step in 1..=6 {
            touch("touchMove", fingers(20.0 * (1.0 + (times - 1.0) * f64::from(step) / 6.0))).await?;
        }
        touch("touchEnd", json!([])).await.map(drop)
    }

    /// Tap an element with a finger.
    pub async fn tap(&self, css: &str) -> Result<()> {
        let (x, y) = self.middle(css).await?;
        let finger = TouchActions::new("finger".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(finger).await?)
    }

    /// Give an element the focus, as the Tab key would.
    pub async fn focus(&self, css: &str) -> Result<()> {
        self.element(css).await?;
        self.ask::<()>("document.querySelector(arguments[0]).focus()", &[json!(css)]).await
    }

    async fn middle(&self, css: &str) -> Result<(f64, f64)> {
        self.element(css).await?;
        let script = "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'nearest', inline: 'nearest'}); \
                      const r = e.getBoundingClientRect(); \
                      return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]";
        self.ask(script, &[json!(css)]).await
    }

    /// The lanes of the timeline, from above.
    pub async fn lanes(&self) -> Result<Vec<Lane>> {
        let script = "const number = (e, name) => Number(e.dataset[name]); \
             return [...document.querySelectorAll('[data-lane]')].map(lane => ({ \
               name: lane.dataset.lane, label: lane.dataset.label ?? '', \
               outcome: lane.querySelector('[data-outcome]')?.dataset.outcome ?? lane.dataset.outcome ?? null, \
               segments: [...lane.querySelectorAll('[data-segment]')].map(e => \
                 ({ kind: e.dataset.segment, from: number(e, 'from'), to: number(e, 'to') })) }))";
        self.ask(script, &[]).await
    }

    /// The whole run that is shown, as the oracle's JSON lines.
    pub async fn trace(&self) -> Result<String> {
        self.ask("return window.interleave.trace()", &[]).await
    }

    /// Make the window that size, and the system light or dark.
    pub async fn look(&self, width: u32, height: u32, dark: bool) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let scheme = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
        // Nothing is in the middle of a transition when its picture is taken.
        let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [scheme, still] })).await.map(drop)
    }

    /// Keep a picture of the page in `target/screenshots`.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(name).with_extension("png"), self.client.screenshot().await?)?)
    }

    /// Errors and warnings of the console since it was last asked.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.command("se/log", json!({ "type": "browser" })).await?;
        let bad = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let entries = entries.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(entries
            .iter()
            .filter(bad)
            .map(|entry| format!("{}: {}", entry["level"], entry["message"]))
            .collect())
    }

    /// Run a script for what it does.
    pub async fn run(&self, script: &str) -> Result<()> {
        self.client.execute(script, Vec::new()).await?;
        Ok(())
    }

    /// Run a script for what it returns.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let answer = self.client.execute(script, arguments.to_vec()).await?;
        serde_json::from_value(answer).with_context(|| format!("the answer to {script}"))
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    async fn command(&self, path: &'static str, body: Value) -> Result<Value> {
        match self.client.issue_cmd(Extension { path, body }).await {
            Ok(answer) => Ok(answer),
            Err(CmdError::NotW3C(answer)) => bail!("{path} answers {answer}"),
            Err(error) => Err(error).context(path),
        }
    }
}

/// Down, sideways in steps as a hand moves, up.
fn gesture<S: InputSource<Action = PointerAction>>(source: S, (x, y): (f64, f64), right: f64) -> S {
    carry(source, (x, y), (x + right, y))
}

/// Down, to another place in steps as a hand moves, up.
fn carry<S: InputSource<Action = PointerAction>>(source: S, from: (f64, f64), to: (f64, f64)) -> S {
    let at = |part: f64| {
        let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
        PointerAction::MoveTo { duration: Some(Duration::from_millis(30)), x: x.round(), y: y.round() }
    };
    let mut source = source.then(at(0.0)).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    for step in 1..=6 {
        source = source.then(at(f64::from(step) / 6.0));
    }
    source.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
}

/// A command of chromedriver's own, beyond the standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
