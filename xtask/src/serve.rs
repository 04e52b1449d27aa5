//! A town of our own for tests and measurements: a fresh server on a free port, gone afterwards.
//! **Invariant:** the server is asked to stop when the value is dropped, whatever happened before.

use std::io::Write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::step::{Doing, Done, Trouble};
use crate::{project, shell, web};

const PATIENCE: Duration = Duration::from_secs(60);

pub struct Town {
    child: Child,
    pub url: String,
    /// From the start of the process to an accepted connection.
    pub started_in: Duration,
}

impl Town {
    /// Starts a demo town over this data folder; its output goes to `target/xtask/server.log`.
    pub fn start(program: &Path, data: &Path) -> Done<Self> {
        Self::start_with(program, data, &[])
    }

    pub fn start_with(program: &Path, data: &Path, more: &[&str]) -> Done<Self> {
        let address = free_address()?;
        let mut command = project::command(program);
        command.args(["serve", "--demo", "--data"]).arg(data);
        command.arg("--web").arg(web::folder()).args(["--listen", &address.to_string()]);
        command.args(more);
        let start = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| shell::not_started(&command, &error))?;
        let (send, lines) = mpsc::channel();
        shell::forward(child.stdout.take(), send.clone());
        shell::forward(child.stderr.take(), send);
        let mut town = Self { child, url: format!("http://{address}"), started_in: Duration::ZERO };
        let said = town.wait(address, &lines, start)?;
        keep(said, lines);
        Ok(town)
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the line that names the address, then for the first connection.
    fn wait(
        &mut self,
        address: SocketAddr,
        lines: &Receiver<String>,
        start: Instant,
    ) -> Done<Vec<String>> {
        let port = format!(":{}", address.port());
        let mut said = Vec::new();
        while start.elapsed() < PATIENCE {
            match lines.recv_timeout(Duration::from_millis(500)) {
                Ok(line) => {
                    let names_us = line.contains(&port) || line.contains("listening");
                    said.push(line);
                    if names_us && TcpStream::connect(address).is_ok() {
                        self.started_in = start.elapsed();
                        return Ok(said);
                    }
                }
                Err(RecvTimeoutError::Timeout) if TcpStream::connect(address).is_ok() => {
                    self.started_in = start.elapsed();
                    return Ok(said);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        Err(Trouble::new("Mend the server: it did not start to listen.").with_tail(said))
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Goes on reading, so that the server never blocks on a full pipe.
fn keep(said: Vec<String>, lines: Receiver<String>) {
    let path = project::target().join("xtask").join("server.log");
    thread::spawn(move || {
        let folder = path.parent().map(std::fs::create_dir_all);
        let Some(Ok(())) = folder else { return };
        let Ok(mut log) = std::fs::File::create(path) else { return };
        for line in said.into_iter().chain(lines) {
            if writeln!(log, "{line}").is_err() {
                return;
            }
        }
    });
}

fn free_address() -> Done<SocketAddr> {
    let probe = TcpListener::bind("127.0.0.1:0").doing("find a free port")?;
    probe.local_addr().doing("find a free port")
}

/// An empty folder under `target`, removed when dropped.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Done<Self> {
        let folder = project::target().join("xtask").join(format!("{name}-{}", std::process::id()));
        if folder.exists() {
            std::fs::remove_dir_all(&folder).doing("clear an old scratch folder")?;
        }
        std::fs::create_dir_all(&folder).doing("make a scratch folder")?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
