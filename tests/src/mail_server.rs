//! A mail server on this machine that takes what it is given, unless told otherwise (RFC 5321).
//! **Invariant**: what it answered 250 to is in `taken`, whole.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::Mail;
use crate::mails::read;

#[derive(Clone, Debug)]
pub struct MailServer {
    pub address: SocketAddr,
    /// What the next recipients are answered instead of 250.
    pub refusals: Arc<Mutex<VecDeque<String>>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = Self { address, refusals: Arc::default(), taken: Arc::default() };
        let own = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                own.converse(stream).await.expect("the other side keeps to the protocol");
            }
        });
        server
    }

    pub fn taken(&self) -> Vec<Mail> {
        self.taken.lock().unwrap().iter().map(|bytes| read(bytes)).collect()
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (input, mut output) = stream.into_split();
        let mut lines = BufReader::new(input).lines();
        output.write_all(b"220 karta.test\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                "RCPT" => self.refusals.lock().unwrap().pop_front(),
                "QUIT" => Some("221 bye".to_owned()),
                "DATA" => {
                    output.write_all(b"354 go on\r\n").await?;
                    let mut letter = Vec::new();
                    while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                        letter
                            .extend_from_slice(line.strip_prefix('.').unwrap_or(&line).as_bytes());
                        letter.extend_from_slice(b"\r\n");
                    }
                    self.taken.lock().unwrap().push(letter);
                    None
                }
                _ => None,
            };
            let answer = answer.unwrap_or_else(|| "250 ok".to_owned());
            output.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }
}
