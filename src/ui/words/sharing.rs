//! What the page says of programs that came by a link.

/// The words of sharing.
pub struct Sharing {
    pub from_a_link: &'static str,
    pub keep_as_mine: &'static str,
    pub back_to_mine: &'static str,
    pub kept_as_mine: &'static str,
    pub mine_again: &'static str,
    pub back_to_theirs: &'static str,
}

pub static ENGLISH: Sharing = Sharing {
    from_a_link: "From a link. Yours is kept.",
    keep_as_mine: "Keep as mine",
    back_to_mine: "Back to mine",
    kept_as_mine: "Kept as yours, in the place of what you had.",
    mine_again: "Your own program.",
    back_to_theirs: "Back to the one from the link",
};

pub static CHINESE: Sharing = Sharing {
    from_a_link: "来自链接。你自己的程序仍原样保留。",
    keep_as_mine: "存为我的程序",
    back_to_mine: "回到我的程序",
    kept_as_mine: "已存为你的程序，取代了你原来的程序。",
    mine_again: "这是你自己的程序。",
    back_to_theirs: "回到链接中的程序",
};
