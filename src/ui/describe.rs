//! What a bar, a waiting task or a callback is called.

use super::words::{Language, Words, seconds};
use crate::player::Picture;
use crate::scenario::bars::{Untraceable, untraceable};
use crate::scenario::combinators::Reason;
use crate::scenario::link::LinkError;
use crate::scenario::refusal::Refusal;
use crate::trace::lanes::{Doing, Segment};
use crate::trace::{Outcome, TaskId, Trace, Wait};

/// The word for `data-segment`.
pub fn kind(doing: Doing) -> &'static str {
    match doing {
        Doing::Ready => "ready",
        Doing::Running => "running",
        Doing::Block { .. } => "block",
        Doing::Waiting(Wait::Sleep { .. }) => "sleep",
        Doing::Waiting(Wait::Yield) => "yield",
        Doing::Waiting(Wait::Task(_)) => "task",
        Doing::Waiting(Wait::Gather(_)) => "gather",
        Doing::Waiting(Wait::Future | Wait::Named { .. }) => "future",
    }
}

/// What stands on a bar.
pub fn bar(words: &Words, picture: &Picture, trace: &Trace, doing: Doing) -> String {
    match doing {
        Doing::Ready => words.ready.to_owned(),
        Doing::Running => words.running.to_owned(),
        Doing::Block { seconds: length, .. } => (words.blocks)(&seconds(length)),
        Doing::Waiting(on) => wait(words, picture, trace, on),
    }
}

/// What is waited for.
pub fn wait(words: &Words, picture: &Picture, trace: &Trace, on: Wait) -> String {
    match on {
        Wait::Yield => words.sleep_zero.to_owned(),
        Wait::Sleep { seconds: length, .. } => (words.sleep)(&seconds(length)),
        Wait::Task(task) => task_name(picture, trace, task).to_owned(),
        Wait::Gather(_) => "gather".to_owned(),
        Wait::Named { name, .. } => trace.text(name).to_owned(),
        Wait::Future => words.future.to_owned(),
    }
}

/// The whole story of a bar, to be read when one points at it.
pub fn story(words: &Words, picture: &Picture, trace: &Trace, segment: &Segment) -> String {
    let mut story = bar(words, picture, trace, segment.doing);
    if let Some(to) = segment.to {
        story = format!("{story}: {} – {}", seconds(segment.from), seconds(to));
    }
    if let Some(line) = segment.line {
        story = format!("{story}, {}", (words.line)(line));
    }
    story
}

/// Why the end of a bar that has a length cannot be dragged; None where it can.
pub fn why_fixed(words: &Words, source: &str, segment: &Segment) -> Option<String> {
    // A bar that is not over yet is as it must be.
    segment.to?;
    let length = match segment.doing {
        Doing::Block { seconds, .. } | Doing::Waiting(Wait::Sleep { seconds, .. }) => seconds,
        _ => return None,
    };
    let words = words.editing;
    Some(match untraceable(source, segment)? {
        Untraceable::CutShort => (words.cut_short)(&seconds(length)),
        Untraceable::Random { text } => (words.random_length)(&text),
        Untraceable::LoopVariable { name } => (words.loop_length)(&name),
        Untraceable::Computed { text } => (words.computed_length)(&text),
        Untraceable::Variable { name } => (words.variable_length)(&name),
        Untraceable::Unknown => words.unknown_length.to_owned(),
    })
}

/// The newest name of a task.
pub fn task_name<'a>(picture: &Picture, trace: &'a Trace, task: TaskId) -> &'a str {
    picture.lanes.lane(task).map_or("", |lane| trace.text(lane.name))
}

/// How a task ended.
pub fn outcome(words: &Words, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Result => words.done,
        Outcome::Exception => words.raised,
        Outcome::Cancelled => words.cancelled,
    }
}

/// Why an edit on the timeline cannot be made.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let is_chinese = language == Language::Chinese;
    let say = |english: String, chinese: String| if is_chinese { chinese } else { english };
    match refusal {
        Refusal::Syntax { line } => reason(language, &Reason::Syntax { line: *line }),
        Refusal::Combinator(why) => reason(language, why),
        Refusal::SharesLine => {
            say("It shares its line with other statements.".into(), "它与其他语句写在同一行。".into())
        }
        Refusal::Unwritable => reason(language, &Reason::Unwritable),
        Refusal::NoFunction { name } => {
            say(format!("The program defines no function {name}."), format!("程序没有定义函数 {name}。"))
        }
        Refusal::NoStatement => say("No statement stands there.".into(), "那里没有语句。".into()),
        Refusal::AtTheEdge => say("It cannot go further.".into(), "已经到头了。".into()),
        Refusal::NeedsName { name, line } => say(
            format!("`{name}` is made or used on line {line}, and the order matters."),
            format!("第 {line} 行定义或使用了 `{name}`，顺序不能颠倒。"),
        ),
        Refusal::NeededElsewhere { name, line } => {
            say(format!("Line {line} still uses `{name}`."), format!("第 {line} 行还要用到 `{name}`。"))
        }
        Refusal::MadeInLoop { line } => say(
            format!("One call on line {line} makes several tasks."),
            format!("第 {line} 行的一处调用创建了多个任务。"),
        ),
        Refusal::NoCall => {
            say("That calls no function of this program.".into(), "那里没有调用本程序定义的函数。".into())
        }
        Refusal::NotATask => say(
            "The coroutine is awaited where it is made: it is no task.".into(),
            "协程在创建处就被等待，并不是任务。".into(),
        ),
        Refusal::NotYetMade { line } => say(
            format!("That task is made later, on line {line}."),
            format!("那个任务要到第 {line} 行才创建。"),
        ),
        Refusal::AwaitsItself { function } => say(
            format!("That task runs {function}() too and would wait for itself."),
            format!("那个任务也运行 {function}()，会等待自己。"),
        ),
        Refusal::NameTaken { name } => {
            say(format!("`{name}` is used already."), format!("名称 `{name}` 已被使用。"))
        }
        Refusal::NotAName { name } => {
            say(format!("`{name}` cannot be a name."), format!("`{name}` 不能作为名称。"))
        }
        Refusal::NoTask => {
            say("That task is not written in the program.".into(), "程序中没有写出这个任务。".into())
        }
        Refusal::TheEntry => say(
            "This is the task that asyncio.run() starts: the program's own.".into(),
            "这是 asyncio.run() 启动的任务，即程序本身。".into(),
        ),
        Refusal::NotSideBySide => say(
            "The two tasks are started in different places of the program.".into(),
            "这两个任务在程序的不同位置启动。".into(),
        ),
        Refusal::LastTask => {
            say("At least one task is needed there.".into(), "此处至少需要一个任务。".into())
        }
        Refusal::NoEntry => say(
            "The program runs no async function that could start a task.".into(),
            "程序没有运行任何能启动任务的异步函数。".into(),
        ),
        Refusal::NoOption => say("That is no option here.".into(), "此处没有这个选项。".into()),
    }
}

/// Why a program cannot be made to await in another way.
pub fn reason(language: Language, reason: &Reason) -> String {
    match language {
        Language::English => reason.to_string(),
        Language::Chinese => reason_in_chinese(reason),
    }
}

fn reason_in_chinese(reason: &Reason) -> String {
    match reason {
        Reason::Syntax { line } => format!("程序第 {line} 行有语法错误。"),
        Reason::NothingAwaited => "没有异步函数等待可以换一种方式等待的协程。".into(),
        Reason::Conditional => "这个 await 所在的表达式可能不会被求值，或被多次求值。".into(),
        Reason::PassedOn { call } => format!("{call}() 的返回值没有就地等待，而是传给了别处。"),
        Reason::Option { text } => format!("`{text}` 的值要到程序运行时才能知道。"),
        Reason::Timeout => "这种等待方式本身没有超时选项。".into(),
        Reason::SharesLine => "这个 await 与其他语句写在同一行。".into(),
        Reason::NotACoroutine { text } => format!("TaskGroup 只接受协程，而 `{text}` 可能不是协程。"),
        Reason::AlreadyStarted { text } => format!("任务 `{text}` 之前已经启动，其他代码还要用到它。"),
        Reason::NeedsEarlierResult { child, name } => format!("`{child}` 需要前一个的结果 `{name}`。"),
        Reason::NeedsAllResults { text } => {
            format!("后面的代码要 `{text}` 的结果，而第一个任务完成时其他任务还没有结果。")
        }
        Reason::LoopDoesMore => "遍历 as_completed() 的循环除了在开头逐个等待之外还做了别的事。".into(),
        Reason::GroupDoesMore => "TaskGroup 的代码块除了创建任务之外还做了别的事。".into(),
        Reason::Unwritable => "改写后的程序将不合法。".into(),
    }
}

/// Why a link cannot be opened.
pub fn link_error(language: Language, error: LinkError) -> String {
    match language {
        Language::English => error.to_string(),
        Language::Chinese => link_error_in_chinese(error).to_owned(),
    }
}

fn link_error_in_chinese(error: LinkError) -> &'static str {
    match error {
        LinkError::NotALink => "这个网址中没有场景。",
        LinkError::UnknownVersion => "这个链接由更新版本的 Interleave 生成，当前版本无法打开。",
        LinkError::UnknownCodec => "当前版本的 Interleave 不认识这个链接的压缩方式。",
        LinkError::WrongAlphabet => "这个链接中含有不该出现的字符。",
        LinkError::Truncated => "这个链接不完整，缺少结尾，请复制完整的链接。",
        LinkError::Damaged => "这个链接已损坏，无法解压。",
        LinkError::TooLarge => "这个场景太大：链接最多只能容纳 1 MB。",
        LinkError::NotJson => "这个链接的内容不是有效的文档。",
        LinkError::NotADocument => "这个链接的内容不是场景。",
        LinkError::UnknownPython => "这个场景需要的 Python 版本在此不可用。",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a link is one sentence of its own, in either language.
    #[test]
    fn each_link_error_is_a_sentence() {
        for (language, stop) in [(Language::English, '.'), (Language::Chinese, '。')] {
            let mut told: Vec<String> = LinkError::ALL.map(|error| link_error(language, error)).into();
            assert!(
                told.iter().all(|text| text.ends_with(stop) && text.matches(stop).count() == 1),
                "{told:?}"
            );
            told.sort();
            told.dedup();
            assert_eq!(told.len(), LinkError::ALL.len());
        }
    }
}
