//! What differs between ways of awaiting the same tasks, in words: four sentences on each.

use super::words::{Language, seconds};
use crate::scenario::combinators::Combinator;
use crate::trace::awaiting::{Account, Stand};
use crate::trace::{Outcome, Seconds};

/// More times than these are only counted.
const TIMES: usize = 5;

/// What each of the sentences is about: when it goes on, what it gets, failures, the rest.
pub fn aspects(language: Language) -> [&'static str; 4] {
    match language {
        Language::English => ["Goes on", "Gets", "Failures", "The rest"],
        Language::Chinese => ["何时继续", "得到什么", "失败", "其余任务"],
    }
}

/// The sentences about one way, from what became of it in its run; `raised` is what was raised in the awaiting code.
pub fn sentences(
    language: Language,
    way: Combinator,
    account: &Account,
    raised: Option<&str>,
) -> [String; 4] {
    let count = Count::of(account);
    // A group waits until all have ended, and who awaits coroutines is resumed within them: one goes on behind the last.
    let at = match way {
        Combinator::TaskGroup | Combinator::InTurn => {
            account.goes_on.get(account.goes_on.len().saturating_sub(1)..).unwrap_or_default()
        }
        _ => &account.goes_on,
    };
    match language {
        Language::English => [
            goes_on_in_english(at),
            gets_in_english(way, &count, raised.is_some()),
            failures_in_english(way, &count, raised),
            rest_in_english(way, &count),
        ],
        Language::Chinese => [
            goes_on_in_chinese(at),
            gets_in_chinese(way, &count, raised.is_some()),
            failures_in_chinese(way, &count, raised),
            rest_in_chinese(way, &count),
        ],
    }
}

/// How many tasks stand how when the awaiting code goes on.
struct Count {
    over: usize,
    failed: usize,
    cancelled: usize,
    runs: usize,
    /// Of those that run: they end by themselves, are cancelled, or are left.
    ends: usize,
    cancelled_later: usize,
}

impl Count {
    fn of(account: &Account) -> Self {
        Self {
            over: account.count(|stand| matches!(stand, Stand::Over(_))),
            failed: account.count(|stand| stand == Stand::Over(Outcome::Exception)),
            cancelled: account.count(|stand| stand == Stand::Over(Outcome::Cancelled)),
            runs: account.count(|stand| matches!(stand, Stand::Runs(_))),
            ends: account
                .count(|stand| matches!(stand, Stand::Runs(Some(Outcome::Result | Outcome::Exception)))),
            cancelled_later: account.count(|stand| stand == Stand::Runs(Some(Outcome::Cancelled))),
        }
    }
}

fn times(times: &[Seconds], comma: &str) -> String {
    let mut told: Vec<String> = times.iter().take(TIMES).map(|time| seconds(*time)).collect();
    if times.len() > TIMES {
        told.push("…".to_owned());
    }
    told.join(comma)
}

fn goes_on_in_english(at: &[Seconds]) -> String {
    match at {
        [] => "without waiting".to_owned(),
        [time] => format!("at {}, once", seconds(*time)),
        all => format!("{} times: at {}", all.len(), times(all, ", ")),
    }
}

fn goes_on_in_chinese(at: &[Seconds]) -> String {
    match at {
        [] => "无需等待".to_owned(),
        [time] => format!("一次，在 {}", seconds(*time)),
        all => format!("{} 次：{}", all.len(), times(all, "、")),
    }
}

fn gets_in_english(way: Combinator, count: &Count, is_raised: bool) -> String {
    match way {
        Combinator::Gather if is_raised => "no list: the exception takes its place".into(),
        Combinator::Gather => "one list, in the order of the arguments".into(),
        Combinator::GatherReturnExceptions => {
            "one list, in the order of the arguments; exceptions stand among the results".into()
        }
        Combinator::WaitAllCompleted | Combinator::WaitFirstCompleted | Combinator::WaitFirstException => {
            format!("two sets of tasks: {} done, {} pending", count.over, count.runs)
        }
        Combinator::AsCompleted => "one result at a time, the earliest first".into(),
        Combinator::TaskGroup if is_raised => "nothing: the block ends with an exception group".into(),
        Combinator::TaskGroup => "the tasks, all done: each is asked for its result".into(),
        Combinator::CreateTask => "one result at a time, in the order of the awaits".into(),
        Combinator::InTurn => "one result at a time; the next coroutine starts only then".into(),
    }
}

fn gets_in_chinese(way: Combinator, count: &Count, is_raised: bool) -> String {
    match way {
        Combinator::Gather if is_raised => "得不到列表：抛出的是异常".into(),
        Combinator::Gather => "一个列表，按参数的顺序排列".into(),
        Combinator::GatherReturnExceptions => "一个列表，按参数的顺序排列，异常也作为结果放在其中".into(),
        Combinator::WaitAllCompleted | Combinator::WaitFirstCompleted | Combinator::WaitFirstException => {
            format!("两个任务集合：done 有 {} 个，pending 有 {} 个", count.over, count.runs)
        }
        Combinator::AsCompleted => "每次一个结果，先完成的在前".into(),
        Combinator::TaskGroup if is_raised => "什么也得不到：代码块以异常组结束".into(),
        Combinator::TaskGroup => "全部完成的任务，再逐个取结果".into(),
        Combinator::CreateTask => "每次一个结果，按 await 的顺序".into(),
        Combinator::InTurn => "每次一个结果，得到后才启动下一个协程".into(),
    }
}

fn failures_in_english(way: Combinator, count: &Count, raised: Option<&str>) -> String {
    match (raised, count.failed) {
        (Some(raised), _) => format!("raised here: {raised}"),
        (None, 0) => "none by then".into(),
        (None, failed) => match way {
            Combinator::GatherReturnExceptions => format!("{failed}: not raised, but one of the results"),
            Combinator::WaitAllCompleted
            | Combinator::WaitFirstCompleted
            | Combinator::WaitFirstException => {
                format!("{failed}: not raised; the task keeps its exception until it is asked")
            }
            _ => format!("{failed}: caught in the program"),
        },
    }
}

fn failures_in_chinese(way: Combinator, count: &Count, raised: Option<&str>) -> String {
    match (raised, count.failed) {
        (Some(raised), _) => format!("在此抛出：{raised}"),
        (None, 0) => "此时还没有失败".into(),
        (None, failed) => match way {
            Combinator::GatherReturnExceptions => format!("{failed} 个：不抛出，作为结果之一"),
            Combinator::WaitAllCompleted
            | Combinator::WaitFirstCompleted
            | Combinator::WaitFirstException => {
                format!("{failed} 个：不抛出，异常留在任务里，取结果时才抛出")
            }
            _ => format!("{failed} 个：已由程序捕获"),
        },
    }
}

fn rest_in_english(way: Combinator, count: &Count) -> String {
    if way == Combinator::InTurn {
        return "there are no tasks: one coroutine runs at a time".into();
    }
    let mut told = Vec::new();
    if count.cancelled > 0 {
        told.push(format!("{} cancelled", count.cancelled));
    }
    if count.runs > 0 {
        told.push(format!("{} still running", count.runs));
    }
    let left = count.runs - count.ends - count.cancelled_later;
    let later = [
        (count.ends, "ends by itself later", "end by themselves later"),
        (count.cancelled_later, "is cancelled later", "are cancelled later"),
        (left, "never ends", "never end"),
    ];
    for (number, one, several) in later {
        match number {
            0 => {}
            1 => told.push(format!("1 {one}")),
            number => told.push(format!("{number} {several}")),
        }
    }
    if told.is_empty() { "all tasks are over by then".into() } else { told.join(", ") }
}

fn rest_in_chinese(way: Combinator, count: &Count) -> String {
    if way == Combinator::InTurn {
        return "没有任务：同一时刻只有一个协程在运行".into();
    }
    let mut told = Vec::new();
    if count.cancelled > 0 {
        told.push(format!("{} 个已取消", count.cancelled));
    }
    if count.runs > 0 {
        told.push(format!("{} 个仍在运行", count.runs));
    }
    let left = count.runs - count.ends - count.cancelled_later;
    let later = [(count.ends, "稍后自行结束"), (count.cancelled_later, "稍后被取消"), (left, "始终没有结束")];
    for (number, what) in later {
        if number > 0 {
            told.push(format!("{number} 个{what}"));
        }
    }
    if told.is_empty() { "此时所有任务都已结束".into() } else { told.join("，") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::{Run, Settings, compile};
    use crate::scenario::combinators;
    use crate::trace::{Lanes, awaiting};

    const SOURCE: &str = "import asyncio\n\n\nasync def work(name, seconds):\n    await asyncio.sleep(seconds)\n    \
         return name\n\n\nasync def fail():\n    await asyncio.sleep(1.5)\n    raise ValueError('no luck')\n\n\n\
         async def main():\n    await asyncio.gather(work('A', 1), work('B', 2), fail())\n\n\nasyncio.run(main())\n";

    fn told(way: Combinator, source: &str) -> [String; 4] {
        let edits = combinators::rewrite(source, way).expect("it can be written so");
        let text = edits.apply(source).expect("they are of this text");
        let site = combinators::site(&text).expect("it awaits");
        let mut run = Run::new(&compile(&text).expect("it is a program"), Settings::default());
        run.finish();
        let mut lanes = Lanes::default();
        lanes.extend(run.trace().events());
        let account = awaiting::account(&run.trace(), &lanes, &site).expect("main awaits");
        let trace = run.trace();
        let raised = account.raised.map(|value| trace.text(value));
        sentences(Language::English, way, &account, raised)
    }

    #[test]
    fn gather_goes_on_at_the_first_failure_and_leaves_the_others() {
        let [goes_on, gets, failures, rest] = told(Combinator::Gather, SOURCE);
        assert_eq!(goes_on, "at 1.5 s, once");
        assert_eq!(gets, "no list: the exception takes its place");
        assert_eq!(failures, "raised here: ValueError: no luck");
        assert_eq!(rest, "1 still running, 1 is cancelled later");
    }

    #[test]
    fn with_return_exceptions_it_goes_on_when_all_are_over() {
        let [goes_on, _, failures, rest] = told(Combinator::GatherReturnExceptions, SOURCE);
        assert_eq!((goes_on.as_str(), rest.as_str()), ("at 2 s, once", "all tasks are over by then"));
        assert_eq!(failures, "1: not raised, but one of the results");
    }

    #[test]
    fn wait_gives_two_sets() {
        let [goes_on, gets, failures, rest] = told(Combinator::WaitFirstCompleted, SOURCE);
        assert_eq!(
            (goes_on.as_str(), gets.as_str()),
            ("at 1 s, once", "two sets of tasks: 1 done, 2 pending")
        );
        assert_eq!(
            (failures.as_str(), rest.as_str()),
            ("none by then", "2 still running, 2 are cancelled later")
        );
        let [goes_on, gets, ..] = told(Combinator::WaitFirstException, SOURCE);
        assert_eq!(
            (goes_on.as_str(), gets.as_str()),
            ("at 1.5 s, once", "two sets of tasks: 2 done, 1 pending")
        );
    }

    #[test]
    fn a_group_cancels_and_raises_a_group() {
        let [goes_on, _, failures, rest] = told(Combinator::TaskGroup, SOURCE);
        assert_eq!(goes_on, "at 1.5 s, once");
        assert!(failures.starts_with("raised here: ExceptionGroup"), "{failures}");
        assert_eq!(rest, "1 cancelled");
    }

    #[test]
    fn one_at_a_time() {
        let fine = SOURCE.replace(", fail()", ", work('C', 0.5)");
        assert_eq!(told(Combinator::AsCompleted, &fine)[0], "3 times: at 0.5 s, 1 s, 2 s");
        assert_eq!(told(Combinator::CreateTask, &fine)[0], "2 times: at 1 s, 2 s");
        assert_eq!(told(Combinator::InTurn, &fine)[0], "at 3.5 s, once");
        assert_eq!(told(Combinator::InTurn, &fine)[3], "there are no tasks: one coroutine runs at a time");
    }
}
