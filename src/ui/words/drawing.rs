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
};
