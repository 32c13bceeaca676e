//! The timeline as a picture for slides and paper: one SVG that needs nothing beside it.

use std::fmt::Write;

use super::lanes::{Doing, Lane};
use super::{Along, Lanes, Outcome, Seconds, Steps, Trace, Wait};

/// The words on the bars.
pub struct Labels {
    pub sleep: fn(&str) -> String,
    pub blocks: fn(&str) -> String,
    pub ready: &'static str,
    pub running: &'static str,
    pub future: &'static str,
    pub cancelled: &'static str,
    pub unfinished: &'static str,
    pub event_loop: &'static str,
}

impl Labels {
    pub const ENGLISH: Self = Self {
        sleep: |seconds| format!("sleep {seconds}"),
        blocks: |seconds| format!("blocks {seconds}"),
        ready: "ready",
        running: "running",
        future: "future",
        cancelled: "cancelled",
        unfinished: "unfinished",
        event_loop: "event loop",
    };
}

/// The colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    /// Black on white, told apart by patterns alone.
    Print,
}

struct Colours {
    surface: &'static str,
    ink: &'static str,
    muted: &'static str,
    hairline: &'static str,
    accent: &'static str,
    wash: &'static str,
    bad: &'static str,
}

impl Theme {
    fn colours(self) -> Colours {
        let [surface, ink, muted, hairline, accent, wash, bad] = match self {
            Self::Light => ["#ffffff", "#1d2125", "#646b73", "#e3e3de", "#0b7d72", "#d8eeea", "#b3261e"],
            Self::Dark => ["#1a1d21", "#e4e7ea", "#98a0a9", "#2b3036", "#56c7b7", "#1f3f3b", "#ff8b7e"],
            Self::Print => ["#ffffff", "#000000", "#333333", "#bbbbbb", "#000000", "#ffffff", "#000000"],
        };
        Colours { surface, ink, muted, hairline, accent, wash, bad }
    }
}

/// Pixels.
const LABEL: f64 = 150.0;
const TRACK: f64 = 640.0;
const TAIL: f64 = 170.0;
const ROW: f64 = 44.0;
const TOP: f64 = 44.0;
const BAR: f64 = 24.0;
/// About how wide a character is.
const CHARACTER: f64 = 6.6;

const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const MONO: &str = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/// A column of a step, where there is room for all of them.
const COLUMN: f64 = 26.0;
/// Wider than this no picture is; then the columns are narrower.
const WIDEST: f64 = 12_000.0;

/// Draw the lanes of a run on a proportional time axis, or with a column for each step.
pub fn draw(
    trace: &Trace,
    lanes: &Lanes,
    along: Along<'_>,
    title: &str,
    theme: Theme,
    labels: &Labels,
) -> String {
    let end = along.end(lanes);
    let end = if end > 0.0 { end } else { 1.0 };
    let track = match along {
        Along::Time => TRACK,
        Along::Steps(_) => (end * COLUMN).clamp(TRACK, WIDEST),
    };
    let colours = theme.colours();
    let mut drawing = Drawing { trace, lanes, along, labels, colours, end, track, out: String::new() };
    drawing.document(title);
    drawing.out
}

struct Drawing<'a> {
    trace: &'a Trace,
    lanes: &'a Lanes,
    along: Along<'a>,
    labels: &'a Labels,
    colours: Colours,
    end: f64,
    /// How wide the axis is.
    track: f64,
    out: String,
}

impl Drawing<'_> {
    fn document(&mut self, title: &str) {
        let Colours { surface, ink, hairline, accent, muted, .. } = self.colours;
        let rows = self.lanes.lanes().len() as f64;
        let (width, height) = (self.width(), TOP + (rows + 1.0) * ROW + self.foot());
        let _ = write!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{SANS}\" font-size=\"12\" fill=\"{ink}\">\n\
             <defs><pattern id=\"wait\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><circle cx=\"3.5\" cy=\"3.5\" r=\"1.2\" fill=\"{muted}\"/></pattern>\
             <pattern id=\"ready\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path d=\"M1 0v5\" stroke=\"{muted}\"/></pattern>\
             <pattern id=\"block\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0h8v8h-8z\" fill=\"{accent}\"/><path d=\"M1 0v8\" stroke=\"{surface}\" stroke-opacity=\".3\" stroke-width=\"2\"/></pattern></defs>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{surface}\"/>\n"
        );
        self.text(16.0, 27.0, "font-size=\"14\" font-weight=\"600\"", title);
        if let Along::Steps(steps) = self.along {
            self.instants(steps, TOP, TOP + (rows + 1.0) * ROW);
        }
        for (place, lane) in self.lanes.lanes().iter().enumerate() {
            self.lane(TOP + place as f64 * ROW, lane);
        }
        let y = TOP + rows * ROW;
        self.text(16.0, y + 26.0, &format!("fill=\"{muted}\""), self.labels.event_loop);
        let mut last = f64::NEG_INFINITY;
        for tick in self.ticks() {
            let x = self.x(tick);
            if x - last >= 2.0 {
                last = x;
                let _ = write!(
                    self.out,
                    "<path d=\"M{x:.1} {:.1}v16\" stroke=\"{muted}\" stroke-width=\"2\"/>",
                    y + 14.0
                );
            }
        }
        let _ = writeln!(self.out, "<path d=\"M0 {0:.1}H{width}\" stroke=\"{hairline}\"/>", y + ROW);
        self.axis(y + ROW);
        self.out.push_str("</svg>\n");
    }

    /// Where the loop ran a callback.
    fn ticks(&self) -> Vec<f64> {
        match self.along {
            Along::Time => self.lanes.ticks().to_vec(),
            Along::Steps(steps) => (1..=steps.last()).map(|step| step as f64 - 0.5).collect(),
        }
    }

    fn width(&self) -> f64 {
        LABEL + self.track + TAIL
    }

    /// The room for the texts below the axis.
    fn foot(&self) -> f64 {
        if matches!(self.along, Along::Time) { 34.0 } else { 52.0 }
    }

    fn axis(&mut self, y: f64) {
        let attributes = format!("fill=\"{}\" font-size=\"11\" text-anchor=\"middle\"", self.colours.muted);
        let is_time = matches!(self.along, Along::Time);
        let step = if is_time {
            round_up(self.end / 8.0)
        } else {
            round_up((self.end * 34.0 / self.track).max(1.0))
        };
        for place in 0..=(self.end / step + 1e-9) as usize {
            let at = place as f64 * step;
            if is_time {
                let x = self.x(at);
                let _ = write!(self.out, "<path d=\"M{x:.1} {y:.1}v5\" stroke=\"{}\"/>", self.colours.muted);
                self.text(x, y + 19.0, &attributes, &seconds(at));
            } else if place > 0 {
                self.text(self.x(at - 0.5), y + 19.0, &attributes, &at.to_string());
            }
        }
    }

    /// What happens at one instant stands between two lines, with its time below.
    fn instants(&mut self, steps: &Steps, top: f64, bottom: f64) {
        let Colours { hairline, muted, .. } = self.colours;
        let attributes = format!("fill=\"{muted}\" font-size=\"11\" font-weight=\"600\"");
        let (mut free, mut from) = (f64::NEG_INFINITY, 0);
        while from < steps.last() {
            let (to, time) = steps.instant(from + 1);
            let x = self.x(from as f64);
            let _ =
                write!(self.out, "<path d=\"M{x:.1} {top:.1}V{:.1}\" stroke=\"{hairline}\"/>", bottom + 40.0);
            let text = seconds(time);
            if x >= free {
                free = x + text_width(&text) + 10.0;
                self.text(x + 4.0, bottom + 38.0, &attributes, &text);
            }
            from = to;
        }
    }

    fn lane(&mut self, y: f64, lane: &Lane) {
        let Colours { muted, hairline, .. } = self.colours;
        let _ = writeln!(self.out, "<path d=\"M0 {y:.1}H{}\" stroke=\"{hairline}\"/>", self.width());
        let name = shortened(self.trace.text(lane.coro), LABEL - 24.0);
        self.text(16.0, y + 20.0, &format!("font-family=\"{MONO}\" font-weight=\"600\""), &name);
        self.text(
            16.0,
            y + 35.0,
            &format!("fill=\"{muted}\" font-size=\"10.5\""),
            self.trace.text(lane.name),
        );
        for (at, segment) in lane.segments.iter().enumerate() {
            if let Some((from, to)) = self.along.span(lane, at) {
                self.bar(y + (ROW - BAR) / 2.0, segment.doing, from, to.unwrap_or(self.end));
            }
        }
        self.ending(y + ROW / 2.0 + 4.0, lane);
    }

    fn bar(&mut self, y: f64, doing: Doing, from: f64, to: f64) {
        let x = self.x(from);
        let width = self.x(to) - x;
        if width < 1.0 && doing == Doing::Ready {
            return;
        }
        let Colours { accent, wash, surface, ink, muted, .. } = self.colours;
        let (fill, stroke) = match doing {
            Doing::Running => (accent, "none"),
            Doing::Block { .. } => ("url(#block)", "none"),
            Doing::Ready | Doing::Waiting(Wait::Yield) => ("url(#ready)", muted),
            Doing::Waiting(Wait::Sleep { .. }) => (wash, accent),
            Doing::Waiting(_) => ("url(#wait)", "none"),
        };
        let _ = write!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{BAR}\" rx=\"3\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-opacity=\".6\"/>",
            width.max(2.0)
        );
        let text = self.bar_text(doing);
        let room = text_width(&text) + 12.0;
        if room + 4.0 > width {
            return;
        }
        // A ground of its own keeps the text legible on any pattern.
        let ground = if matches!(doing, Doing::Waiting(Wait::Sleep { .. })) { wash } else { surface };
        let _ = write!(
            self.out,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{room:.1}\" height=\"16\" rx=\"2\" fill=\"{ground}\"/>",
            x + 4.0,
            y + 4.0
        );
        self.text(x + 10.0, y + 16.0, &format!("fill=\"{ink}\" font-size=\"11\""), &text);
    }

    fn bar_text(&self, doing: Doing) -> String {
        match doing {
            Doing::Ready => self.labels.ready.into(),
            Doing::Running => self.labels.running.into(),
            Doing::Block { seconds: length, .. } => (self.labels.blocks)(&seconds(length)),
            Doing::Waiting(Wait::Yield) => "sleep 0".into(),
            Doing::Waiting(Wait::Sleep { seconds: length, .. }) => (self.labels.sleep)(&seconds(length)),
            Doing::Waiting(Wait::Gather(_)) => "gather".into(),
            Doing::Waiting(Wait::Named { name, .. }) => self.trace.text(name).into(),
            Doing::Waiting(Wait::Future) => self.labels.future.into(),
            Doing::Waiting(Wait::Task(task)) => {
                self.lanes.lane(task).map_or_else(String::new, |lane| self.trace.text(lane.name).into())
            }
        }
    }

    fn ending(&mut self, y: f64, lane: &Lane) {
        let Colours { ink, muted, accent, bad, .. } = self.colours;
        let value = |text: &str| text.to_owned();
        let (mark, colour, text, at) = match lane.end {
            None => ("…", muted, value(self.labels.unfinished), self.end),
            Some(end) => {
                let told = end.value.map(|value| self.trace.text(value));
                let at = self.along.of(&end);
                let (colour, text) = match end.outcome {
                    Outcome::Result => (accent, told.unwrap_or_default()),
                    Outcome::Exception => (bad, told.unwrap_or_default()),
                    Outcome::Cancelled => (muted, told.unwrap_or(self.labels.cancelled)),
                };
                (end.outcome.sign(), colour, value(text), at)
            }
        };
        let x = self.x(at) + 8.0;
        self.text(x, y, &format!("fill=\"{colour}\" font-weight=\"600\""), mark);
        let room = self.width() - x - 24.0;
        let colour = if colour == accent { ink } else { colour };
        let text = shortened(&text, room);
        self.text(x + 16.0, y, &format!("fill=\"{colour}\" font-family=\"{MONO}\" font-size=\"11\""), &text);
    }

    fn x(&self, place: f64) -> f64 {
        LABEL + place / self.end * self.track
    }

    fn text(&mut self, x: f64, y: f64, attributes: &str, text: &str) {
        let _ = writeln!(self.out, "<text x=\"{x:.1}\" y=\"{y:.1}\" {attributes}>{}</text>", escaped(text));
    }
}

/// As a text of XML, which has no control characters at all.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter if letter < ' ' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

fn text_width(text: &str) -> f64 {
    text.chars().map(|letter| if letter >= '\u{2e80}' { 2.0 * CHARACTER } else { CHARACTER }).sum()
}

/// As much as there is room for.
fn shortened(text: &str, room: f64) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut width = 2.0 * CHARACTER;
    let fits = text.chars().take_while(|&letter| {
        width += text_width(letter.encode_utf8(&mut [0; 4]));
        width <= room
    });
    fits.collect::<String>() + "…"
}

fn seconds(value: Seconds) -> String {
    let text = format!("{value:.3}");
    format!("{} s", text.trim_end_matches('0').trim_end_matches('.'))
}

/// The smallest of 1, 2, 5, 10, … (and of their tenths, …) not below `value`.
fn round_up(value: Seconds) -> Seconds {
    let power = 10f64.powi(value.log10().floor() as i32);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|&round| round >= value * 0.999)
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::super::sample::gather_of_two;
    use super::*;

    fn drawn(title: &str, theme: Theme) -> String {
        let trace = gather_of_two();
        let mut lanes = Lanes::default();
        lanes.extend(trace.events());
        draw(&trace, &lanes, Along::Time, title, theme, &Labels::ENGLISH)
    }

    #[test]
    fn along_the_steps_each_has_its_number_and_each_instant_its_time() {
        let trace = gather_of_two();
        let (mut lanes, mut steps) = (Lanes::default(), Steps::default());
        lanes.extend(trace.events());
        steps.extend(trace.events());
        let svg = draw(&trace, &lanes, Along::Steps(&steps), "Two", Theme::Light, &Labels::ENGLISH);
        for text in [">1<", ">10<", ">0 s<", ">1 s<", ">2 s<", ">✗<"] {
            assert!(svg.contains(text), "{text} in {svg}");
        }
        assert!(!svg.contains(">11<"));
    }

    #[test]
    fn every_lane_and_its_end_is_there() {
        let svg = drawn("Two", Theme::Light);
        for text in [">Task-1<", ">Task-2<", ">Task-3<", ">sleep 1 s<", ">✓<", ">✗<", ">2.5 s<"] {
            assert!(svg.contains(text), "{text} in {svg}");
        }
        assert!(!drawn("Two", Theme::Print).contains(Theme::Light.colours().accent));
    }

    #[test]
    fn texts_are_no_markup() {
        let svg = drawn("<script>\"&\u{1}\u{ffff}", Theme::Dark);
        assert!(svg.contains("&lt;script&gt;\"&amp; \u{fffd}"), "{svg}");
    }

    #[test]
    fn what_is_long_is_shortened_by_its_width() {
        assert_eq!(shortened("abcdefghij", 5.0 * CHARACTER), "abc…");
        assert_eq!(shortened("中文标题很长", 6.0 * CHARACTER), "中文…");
    }
}
