//! What the page says of editing on the timeline.

/// The words of editing.
pub struct Editing {
    pub bars_together: fn(usize) -> String,
    pub computed_length: fn(&str) -> String,
    pub cut_short: fn(&str) -> String,
    pub length_is: fn(&str) -> String,
    pub undone: &'static str,
    pub redone: &'static str,
}

pub static ENGLISH: Editing = Editing {
    bars_together: |bars| format!("{bars} bars share this number"),
    computed_length: |written| format!("Cannot be dragged: the program computes {written}"),
    cut_short: |seconds| format!("Cannot be dragged: it ended before its {seconds} were over"),
    length_is: |seconds| format!("Length {seconds}"),
    undone: "Undone",
    redone: "Done again",
};

pub static CHINESE: Editing = Editing {
    bars_together: |bars| format!("{bars} 个时间条共用这个数"),
    computed_length: |written| format!("不能拖动：{written} 由程序算出"),
    cut_short: |seconds| format!("不能拖动：未满 {seconds} 就提前结束了"),
    length_is: |seconds| format!("时长 {seconds}"),
    undone: "已撤销",
    redone: "已重做",
};
