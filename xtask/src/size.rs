//! `cargo xtask size`: what a visitor downloads.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::build;

/// What the whole page may weigh, in bytes of brotli.
const LIMIT: usize = 300_000;

/// Build the page as it is published, print each file's size, and fail if brotli makes them more than the limit.
pub fn run() -> Result<ExitCode> {
    build::release(&build::dist(), None)?;
    let mut files = Vec::new();
    weigh(&build::dist(), &mut files)?;
    files.sort_by_key(|file| std::cmp::Reverse(file.packed));
    println!("{:>10} {:>10}", "raw", "brotli");
    for file in &files {
        println!("{:>10} {:>10}  {}", file.raw, file.packed, file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let packed: usize = files.iter().map(|file| file.packed).sum();
    println!("{raw:>10} {packed:>10}  in all; {LIMIT} of brotli are allowed");
    Ok(if packed > LIMIT { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

struct Weighed {
    name: String,
    raw: usize,
    packed: usize,
}

/// Every file below a folder.
fn weigh(folder: &Path, files: &mut Vec<Weighed>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            weigh(&path, files)?;
            continue;
        }
        // Another form of the wasm, which only frames in a sandbox load, and a page that is the first one again.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".wasm.js") || name == "embed.html" {
            continue;
        }
        let content = fs::read(&path)?;
        let name = path.strip_prefix(build::dist()).unwrap_or(&path).display().to_string();
        files.push(Weighed { name, raw: content.len(), packed: brotli_size(&content)? });
    }
    Ok(())
}

/// Bytes that are left at brotli's best quality, as servers of static files send them.
fn brotli_size(content: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(content)?;
    writer.flush()?;
    Ok(writer.into_inner().len())
}
