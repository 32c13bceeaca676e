//! What the page says of how the timeline is drawn.

/// The words of the axes, and of what does not fit.
pub struct Drawing {
    /// What the timeline is drawn along.
    pub axis: &'static str,
    pub time: &'static str,
    pub steps: &'static str,
    pub by_time: &'static str,
    pub by_steps: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub fit: &'static str,
    /// So many bars are drawn as one.
    pub crowd: fn(usize) -> String,
    pub compare: &'static str,
    pub compare_hint: &'static str,
    /// The way of awaiting that the program has now.
    pub as_it_is: &'static str,
    pub adopt: &'static str,
    pub impossible: &'static str,
    /// Marks what is otherwise than in the first one.
    pub differs: &'static str,
}

pub static ENGLISH: Drawing = Drawing {
    axis: "Axis",
    time: "time",
    steps: "steps",
    by_time: "Along the time: bars are as long as they last  T",
    by_steps: "Along the steps: each has a column, so that the order within an instant is seen  S",
    zoom_in: "Closer  ]",
    zoom_out: "Farther  [",
    fit: "The whole run  0",
    crowd: |bars| format!("{bars} bars, too narrow to be told apart: zoom in"),
    compare: "Compare",
    compare_hint: "The same tasks, awaited in several ways. What differs from the first is marked.",
    as_it_is: "as it is now",
    adopt: "Use this",
    impossible: "Cannot be written so:",
    differs: "differs",
};

pub static CHINESE: Drawing = Drawing {
    axis: "坐标轴",
    time: "时间",
    steps: "步骤",
    by_time: "按时间：条的长度就是持续的时间  T",
    by_steps: "按步骤：每一步占一列，同一时刻内的先后一目了然  S",
    zoom_in: "放大  ]",
    zoom_out: "缩小  [",
    fit: "显示全程  0",
    crowd: |bars| format!("{bars} 个时间条，太窄无法分辨：请放大"),
    compare: "对比",
    compare_hint: "同样的任务，用几种方式等待。与第一种不同之处有标记。",
    as_it_is: "当前写法",
    adopt: "采用",
    impossible: "无法改写：",
    differs: "不同",
};
