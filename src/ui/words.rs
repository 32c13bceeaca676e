//! What the page says, in both of its languages. Names of Python and of asyncio stay as they are.

mod drawing;
mod editing;
mod predicting;
mod sharing;

use crate::trace::Seconds;

pub use drawing::Drawing;
pub use editing::Editing;
pub use predicting::Predicting;
pub use sharing::Sharing;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    Chinese,
}

impl Language {
    /// The language for a browser that prefers `tag` (`zh-CN`).
    pub fn for_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// The BCP 47 tag, for `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }

    /// All words of this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Chinese => &CHINESE,
        }
    }
}

/// Every text of the page.
pub struct Words {
    pub drawing: &'static Drawing,
    pub editing: &'static Editing,
    pub sharing: &'static Sharing,
    pub predicting: &'static Predicting,

    pub code: &'static str,
    pub timeline: &'static str,
    pub event_loop: &'static str,
    pub why: &'static str,
    pub output: &'static str,

    pub undo: &'static str,
    pub redo: &'static str,
    pub switch_language: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,

    pub share: &'static str,
    pub embed: &'static str,
    pub export: &'static str,
    pub close: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub link: &'static str,
    pub for_chat: &'static str,
    pub characters: fn(usize) -> String,
    pub open_at: fn(usize) -> String,
    pub too_long_for_qr: &'static str,
    pub open_in: &'static str,
    pub held: &'static str,
    pub run_anyway: &'static str,
    pub frame: &'static str,
    pub script: &'static str,
    pub panes: &'static str,
    pub read_only: &'static str,
    pub picture: &'static str,
    pub print: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub program: &'static str,
    pub trace_lines: &'static str,
    pub trace_events: &'static str,

    pub reset: &'static str,
    pub back: &'static str,
    pub run: &'static str,
    pub pause: &'static str,
    pub step: &'static str,
    pub next_turn: &'static str,
    pub back_turn: &'static str,
    pub end: &'static str,
    pub speed: &'static str,
    pub position: &'static str,
    pub computing: &'static str,
    pub step_of: fn(usize, usize) -> String,

    pub combinator: &'static str,
    pub combinator_none: &'static str,
    pub in_turn: &'static str,
    pub syntax_error: fn(u32, u32, &str) -> String,
    pub at_line: fn(u32) -> String,
    pub in_function: fn(&str, u32) -> String,
    pub chain: &'static str,
    pub deadlocked: &'static str,
    pub budget_spent: fn(&str) -> String,
    pub editor: &'static str,
    pub stands_here: fn(&str) -> String,

    pub sleep: fn(&str) -> String,
    pub sleep_zero: &'static str,
    pub blocks: fn(&str) -> String,
    pub ready: &'static str,
    pub running: &'static str,
    pub future: &'static str,
    pub waits_for: fn(&str) -> String,
    pub held_up: &'static str,
    pub unfinished: &'static str,
    pub loop_lane: &'static str,
    pub no_tasks: &'static str,
    pub goes_on: fn(&str) -> String,
    pub callbacks: &'static str,

    pub ready_queue: &'static str,
    pub timers: &'static str,
    pub waiting: &'static str,
    pub first_step: &'static str,
    pub next_turn_mark: &'static str,
    pub wakes_up: &'static str,
    pub callback: &'static str,
    pub nothing_runs: &'static str,
    pub idle_until: fn(&str) -> String,
    pub not_started: &'static str,
    pub program_over: &'static str,
    pub empty: &'static str,
    pub wakes: fn(&str) -> String,
    pub done: &'static str,
    pub raised: &'static str,
    pub cancelled: &'static str,
    pub set_by: fn(&str) -> String,
    pub line: fn(u32) -> String,
    pub turn: fn(usize) -> String,

    pub why_start: &'static str,
    pub jump: &'static str,

    pub no_output: &'static str,
    pub finished: fn(&str) -> String,
    pub failed: fn(&str) -> String,
    pub deadlock: fn(&str) -> String,
    pub budget: fn(&str) -> String,
}

static ENGLISH: Words = Words {
    drawing: &drawing::ENGLISH,
    editing: &editing::ENGLISH,
    sharing: &sharing::ENGLISH,
    predicting: &predicting::ENGLISH,

    code: "Code",
    timeline: "Timeline",
    event_loop: "Event loop",
    why: "Why now",
    output: "Output",

    undo: "Undo",
    redo: "Redo",
    switch_language: "切换到中文",
    theme_auto: "Theme: as the system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",

    share: "Share",
    embed: "Embed",
    export: "Export",
    close: "Close",
    copy: "Copy",
    copied: "Copied",
    link: "Link",
    for_chat: "For chats",
    characters: |count| format!("{count} characters"),
    open_at: |step| format!("Open at step {step}"),
    too_long_for_qr: "This link is too long for a QR code.",
    open_in: "Open in Interleave",
    held: "This program came by a link, and it would run for long.",
    run_anyway: "Run it",
    frame: "A frame, for any page",
    script: "The program itself, for pages that allow scripts",
    panes: "Panes",
    read_only: "Read only",
    picture: "Timeline as a picture",
    print: "Print",
    light: "Light",
    dark: "Dark",
    program: "Python program",
    trace_lines: "Trace, as JSON lines",
    trace_events: "Trace, for Perfetto and Chrome",

    reset: "To the start",
    back: "One step back  ←",
    run: "Run",
    pause: "Pause",
    step: "One step on  →",
    next_turn: "One turn of the loop on  Shift →",
    back_turn: "One turn of the loop back  Shift ←",
    end: "To the end",
    speed: "Speed",
    position: "Position",
    computing: "computing",
    step_of: |step, last| format!("step {step} of {last}"),

    combinator: "How the tasks are awaited",
    combinator_none: "choose…",
    in_turn: "in turn, one by one",
    syntax_error: |line, column, message| format!("Line {line}, column {column}: {message}"),
    at_line: |line| format!("Line {line}: "),
    in_function: |function, line| format!("{function}, line {line}"),
    chain: "The calls and awaits that led there",
    deadlocked: "Deadlock: nothing is ready, and nothing will ever wake anything",
    budget_spent: |budget| format!("The playground's budget of {budget} for one run is spent"),
    editor: "Python program",
    stands_here: |who| format!("waiting here: {who}"),

    sleep: |seconds| format!("sleep {seconds}"),
    sleep_zero: "sleep 0",
    blocks: |seconds| format!("blocks {seconds}"),
    ready: "ready",
    running: "running",
    future: "future",
    waits_for: |what| format!("waits for {what}"),
    held_up: "the loop is blocked",
    unfinished: "unfinished",
    loop_lane: "event loop",
    no_tasks: "No task was made.",
    goes_on: |time| format!("Shown until {time}; the program goes on. Run it, and it runs past this."),
    callbacks: "callbacks",

    ready_queue: "Ready queue",
    timers: "Timers",
    waiting: "Waiting",
    first_step: "starts",
    next_turn_mark: "next turn",
    wakes_up: "goes on",
    callback: "callback",
    nothing_runs: "Idle: nothing is ready",
    idle_until: |time| format!("Idle until {time}"),
    not_started: "Not started",
    program_over: "The program is over",
    empty: "none",
    wakes: |who| format!("wakes {who}"),
    done: "done",
    raised: "failed",
    cancelled: "cancelled",
    set_by: |who| format!("set by {who}"),
    line: |line| format!("line {line}"),
    turn: |turn| format!("turn {turn}"),

    why_start: "Nothing has happened yet. Step on, and each step says why it happens.",
    jump: "Go to this moment",

    no_output: "Nothing printed yet",
    finished: |time| format!("Finished at {time}"),
    failed: |time| format!("Failed at {time}"),
    deadlock: |time| format!("Deadlock at {time}"),
    budget: |time| format!("Stopped at {time}"),
};

static CHINESE: Words = Words {
    drawing: &drawing::CHINESE,
    editing: &editing::CHINESE,
    sharing: &sharing::CHINESE,
    predicting: &predicting::CHINESE,

    code: "代码",
    timeline: "时间线",
    event_loop: "事件循环",
    why: "为何此刻",
    output: "输出",

    undo: "撤销",
    redo: "重做",
    switch_language: "Switch to English",
    theme_auto: "主题：跟随系统",
    theme_light: "主题：浅色",
    theme_dark: "主题：深色",

    share: "分享",
    embed: "嵌入",
    export: "导出",
    close: "关闭",
    copy: "复制",
    copied: "已复制",
    link: "链接",
    for_chat: "用于聊天软件",
    characters: |count| format!("{count} 个字符"),
    open_at: |step| format!("打开时停在第 {step} 步"),
    too_long_for_qr: "这个链接太长，无法生成二维码。",
    open_in: "在 Interleave 中打开",
    held: "这个程序来自链接，运行时间会较长。",
    run_anyway: "运行",
    frame: "框架：适用于任何网页",
    script: "程序本身：适用于允许脚本的网页",
    panes: "显示",
    read_only: "只读",
    picture: "时间线图片",
    print: "打印",
    light: "浅色",
    dark: "深色",
    program: "Python 程序",
    trace_lines: "运行轨迹（JSON 行）",
    trace_events: "运行轨迹（用于 Perfetto 和 Chrome）",

    reset: "回到开头",
    back: "后退一步  ←",
    run: "运行",
    pause: "暂停",
    step: "前进一步  →",
    next_turn: "前进一轮循环  Shift →",
    back_turn: "后退一轮循环  Shift ←",
    end: "到结尾",
    speed: "速度",
    position: "位置",
    computing: "计算中",
    step_of: |step, last| format!("第 {step} 步，共 {last} 步"),

    combinator: "任务的等待方式",
    combinator_none: "请选择…",
    in_turn: "依次逐个等待",
    syntax_error: |line, column, message| format!("第 {line} 行，第 {column} 列：{message}"),
    at_line: |line| format!("第 {line} 行："),
    in_function: |function, line| format!("{function}（第 {line} 行）"),
    chain: "通向此处的调用与 await",
    deadlocked: "死锁：没有就绪的回调，也不会再有什么唤醒任何任务",
    budget_spent: |budget| {
        let name = match budget {
            "instructions" => "指令数",
            "events" => "事件数",
            "output" => "输出量",
            "memory" => "内存",
            other => other,
        };
        format!("本次运行的{name}已达到上限")
    },
    editor: "Python 程序",
    stands_here: |who| format!("在此等待：{who}"),

    sleep: |seconds| format!("sleep {seconds}"),
    sleep_zero: "sleep 0",
    blocks: |seconds| format!("阻塞 {seconds}"),
    ready: "就绪",
    running: "运行中",
    future: "future",
    waits_for: |what| format!("等待 {what}"),
    held_up: "事件循环被阻塞",
    unfinished: "未完成",
    loop_lane: "事件循环",
    no_tasks: "没有创建任务。",
    goes_on: |time| format!("只显示到 {time}，程序还没有结束。点“运行”可以继续看下去。"),
    callbacks: "次回调",

    ready_queue: "就绪队列",
    timers: "定时器",
    waiting: "等待中",
    first_step: "开始执行",
    next_turn_mark: "下一轮",
    wakes_up: "继续执行",
    callback: "回调",
    nothing_runs: "空闲：没有就绪的回调",
    idle_until: |time| format!("空闲至 {time}"),
    not_started: "尚未开始",
    program_over: "程序已结束",
    empty: "无",
    wakes: |who| format!("唤醒 {who}"),
    done: "完成",
    raised: "出错",
    cancelled: "已取消",
    set_by: |who| format!("由 {who} 设置"),
    line: |line| format!("第 {line} 行"),
    turn: |turn| format!("第 {turn} 轮"),

    why_start: "还没有发生任何事。前进一步，每一步都会说明它为何发生。",
    jump: "跳到这一时刻",

    no_output: "尚无输出",
    finished: |time| format!("于 {time} 结束"),
    failed: |time| format!("于 {time} 出错终止"),
    deadlock: |time| format!("于 {time} 死锁"),
    budget: |time| format!("于 {time} 停止"),
};

/// A time or a length for people: `1.5 s`, at most three decimals.
pub fn seconds(value: Seconds) -> String {
    format!("{} s", digits(value))
}

/// At most three decimals, and none that say nothing.
pub fn digits(value: Seconds) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses_the_language() {
        let tags = ["zh", "zh-TW", "ZH-cn", "en-US", ""];
        let chinese = tags.map(|tag| Language::for_tag(tag) == Language::Chinese);
        assert_eq!(chinese, [true, true, true, false, false]);
    }

    #[test]
    fn times_have_no_needless_digits() {
        let texts = [0.0, 10.0, 2.5, 1.0 / 3.0, 0.0004].map(seconds);
        assert_eq!(texts, ["0 s", "10 s", "2.5 s", "0.333 s", "0 s"]);
    }
}
