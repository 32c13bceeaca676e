//! Folders, each served on a free port of this machine for as long as the tests run.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A folder, and how its host serves it.
#[derive(Clone)]
pub struct Site {
    folder: PathBuf,
    /// Where the folder is found: `/`, or a path that ends in one.
    below: &'static str,
    /// Sent with each page, as one or more whole lines that end in `\r\n`.
    headers: &'static str,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    pub fn new(folder: impl Into<PathBuf>) -> Site {
        Site::below("/", "", folder)
    }

    /// Below a path, with headers of its own.
    pub fn below(below: &'static str, headers: &'static str, folder: impl Into<PathBuf>) -> Site {
        Site { folder: folder.into(), below, headers, asked: Arc::default() }
    }

    /// Serve it; the address to open.
    pub fn serve(&self) -> io::Result<String> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = format!("http://{}{}", listener.local_addr()?, self.below);
        let site = self.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = site.clone();
                // A browser that goes away in the middle is no failure of the server's.
                thread::spawn(move || site.answer(stream).ok());
            }
        });
        Ok(address)
    }

    /// The files that were sent so far, one for each time, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn answer(&self, mut stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut request = String::new();
        reader.read_line(&mut request)?;
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            header.clear();
        }
        let (status, kind, body) = match self.file(&request) {
            Some(path) => ("200 OK", kind(&path), fs::read(&path)?),
            None => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        let (length, headers, keep) = (body.len(), self.headers, keep(&request));
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: {keep}\r\n{headers}Connection: close\r\n\r\n"
        )?;
        stream.write_all(&body)
    }

    /// The file that `GET /path?query HTTP/1.1` asks for, if it is in the folder.
    fn file(&self, request: &str) -> Option<PathBuf> {
        let path = request.split(' ').nth(1)?.split('?').next()?.strip_prefix(self.below)?;
        let path = if path.is_empty() { "index.html" } else { path };
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let file = Some(self.folder.join(path)).filter(|file| inside && file.is_file())?;
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        Some(file)
    }
}

/// Serve a folder as it is; the address to open.
pub fn serve(folder: PathBuf) -> io::Result<String> {
    Site::new(folder).serve()
}

/// What is named by a hash never changes; a static host says so, or has the browser ask each time.
fn keep(request: &str) -> &'static str {
    let name = request.split(' ').nth(1).unwrap_or_default();
    let is_hash = |part: &str| part.len() >= 15 && part.bytes().all(|letter| letter.is_ascii_hexdigit());
    if name.split(['-', '.', '_']).any(is_hash) { "max-age=31536000, immutable" } else { "no-cache" }
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        // A browser compiles wasm while it arrives only if it is called that.
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("py") => "text/x-python; charset=utf-8",
        _ => "application/octet-stream",
    }
}
