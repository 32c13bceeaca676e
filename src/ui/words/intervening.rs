//! What the page says of what is done to tasks from outside of the program.

/// The words of interventions.
pub struct Intervening {
    /// What the menu's choices are.
    pub from_outside: &'static str,
    pub cancel: &'static str,
    pub copy: &'static str,
    pub is_done: &'static str,
    pub no_copy: &'static str,
    /// Of a task, at a time.
    pub cancels: fn(&str, &str) -> String,
    pub copies: fn(&str, &str) -> String,
    pub remove: &'static str,
    pub keys: &'static str,
    pub added: &'static str,
}

pub static ENGLISH: Intervening = Intervening {
    from_outside: "From outside, at the time shown. The program stays as it is.",
    cancel: "Cancel this task",
    copy: "Start another copy",
    is_done: "It is done already",
    no_copy: "Only a call of the program's own can be made again",
    cancels: |task, at| format!("Cancel {task} at {at}"),
    copies: |task, at| format!("Copy {task} at {at}"),
    remove: "Remove",
    keys: "Left and right move it, Delete removes it",
    added: "Intervention changed",
};

pub static CHINESE: Intervening = Intervening {
    from_outside: "在所示的时刻从外部干预，程序本身不变。",
    cancel: "取消这个任务",
    copy: "再启动一个相同的任务",
    is_done: "它已经结束了",
    no_copy: "只有程序自己的调用才能重做一次",
    cancels: |task, at| format!("在 {at} 取消 {task}"),
    copies: |task, at| format!("在 {at} 再启动一个 {task}"),
    remove: "移除",
    keys: "左右键移动，Delete 键移除",
    added: "干预已更改",
};
