//! What the page says of editing on the timeline.

use crate::scenario::steps::Kind;

/// The words of editing.
pub struct Editing {
    pub bars_together: fn(usize) -> String,
    pub computed_length: fn(&str) -> String,
    pub cut_short: fn(&str) -> String,
    pub no_lengths: &'static str,
    pub length_is: fn(&str) -> String,
    pub undone: &'static str,
    pub redone: &'static str,
    pub changed: &'static str,

    pub serves: fn(&str, &[String]) -> String,
    pub own_function: &'static str,
    pub insert_before: &'static str,
    pub insert_after: &'static str,
    pub replace: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub duplicate: &'static str,
    pub delete: &'static str,
    pub insert: &'static str,
    /// The name of a kind of step, and what it does in a line.
    pub kind: fn(Kind) -> (&'static str, &'static str),
    pub add_first_task: &'static str,
}

pub static ENGLISH: Editing = Editing {
    bars_together: |bars| format!("{bars} bars share this number"),
    computed_length: |written| format!("Cannot be dragged: the program computes {written}"),
    cut_short: |seconds| format!("Cannot be dragged: it ended before its {seconds} were over"),
    no_lengths: "Steps have no lengths: change it with ← and →, or drag it along the time",
    length_is: |seconds| format!("Length {seconds}"),
    undone: "Undone",
    redone: "Done again",
    changed: "Program changed",

    serves: |function, tasks| {
        format!("{function}() serves {}: a change here changes them all", tasks.join(", "))
    },
    own_function: "Give this task a function of its own",
    insert_before: "Insert before",
    insert_after: "Insert after",
    replace: "Replace with",
    move_up: "Move earlier",
    move_down: "Move later",
    duplicate: "Duplicate",
    delete: "Delete",
    insert: "Insert",
    kind: kind_in_english,
    add_first_task: "Add the first task",
};

pub static CHINESE: Editing = Editing {
    bars_together: |bars| format!("{bars} 个时间条共用这个数"),
    computed_length: |written| format!("不能拖动：{written} 由程序算出"),
    cut_short: |seconds| format!("不能拖动：未满 {seconds} 就提前结束了"),
    no_lengths: "步骤轴不表示时长：可用 ← → 键调整，或切换到时间轴拖动",
    length_is: |seconds| format!("时长 {seconds}"),
    undone: "已撤销",
    redone: "已重做",
    changed: "程序已修改",

    serves: |function, tasks| {
        format!("{function}() 同时用于 {}：在此修改会影响所有这些任务", tasks.join("、"))
    },
    own_function: "让这个任务使用自己的函数",
    insert_before: "在前面插入",
    insert_after: "在后面插入",
    replace: "替换为",
    move_up: "前移",
    move_down: "后移",
    duplicate: "复制",
    delete: "删除",
    insert: "插入",
    kind: kind_in_chinese,
    add_first_task: "添加第一个任务",
};

fn kind_in_english(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Sleep => ("sleep", "waits, and lets others run"),
        Kind::Yield => ("sleep(0)", "lets others run once, without waiting"),
        Kind::Block => ("blocking work", "time.sleep: nobody else runs meanwhile"),
        Kind::Print => ("print", "writes a line"),
        Kind::AwaitTask => ("await a task", "waits until another task is done"),
        Kind::CancelTask => ("cancel a task", "asks another task to stop"),
        Kind::Raise => ("raise", "fails with an exception"),
        Kind::Return => ("return", "ends, with a result"),
        Kind::Lock => ("lock", "one task at a time inside"),
        Kind::Semaphore => ("semaphore", "so many tasks at a time inside"),
        Kind::Put => ("queue.put", "puts an item into a queue"),
        Kind::Get => ("queue.get", "waits for an item from a queue"),
        Kind::SetEvent => ("event.set", "wakes all who wait for the event"),
        Kind::WaitEvent => ("event.wait", "waits until the event is set"),
        Kind::Timeout => ("timeout", "cancels what takes too long"),
        Kind::Try => ("try / except", "catches what fails inside"),
        Kind::Repeat => ("repeat", "does the same several times"),
        Kind::Other => ("statement", ""),
    }
}

fn kind_in_chinese(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Sleep => ("sleep", "等待一段时间，期间其他任务可以运行"),
        Kind::Yield => ("sleep(0)", "让其他任务先运行一次，不等待"),
        Kind::Block => ("阻塞操作", "time.sleep：期间其他任务都不能运行"),
        Kind::Print => ("print", "输出一行"),
        Kind::AwaitTask => ("等待任务", "等到另一个任务完成"),
        Kind::CancelTask => ("取消任务", "请求另一个任务停止"),
        Kind::Raise => ("raise", "抛出异常"),
        Kind::Return => ("return", "返回结果并结束"),
        Kind::Lock => ("锁", "同一时刻只有一个任务能进入"),
        Kind::Semaphore => ("信号量", "限制同时进入的任务数"),
        Kind::Put => ("queue.put", "向队列放入一项"),
        Kind::Get => ("queue.get", "等待从队列取出一项"),
        Kind::SetEvent => ("event.set", "唤醒所有等待该事件的任务"),
        Kind::WaitEvent => ("event.wait", "等到事件被设置"),
        Kind::Timeout => ("timeout", "超过时限就取消"),
        Kind::Try => ("try / except", "捕获其中抛出的异常"),
        Kind::Repeat => ("重复", "把同样的步骤做几次"),
        Kind::Other => ("语句", ""),
    }
}
