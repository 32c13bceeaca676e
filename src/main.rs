//! Two doors: in a browser the page, elsewhere the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    interleave::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    interleave::cli::main()
}
