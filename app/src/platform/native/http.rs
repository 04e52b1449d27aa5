//! Requests of a native app, through one client with the patience of a mobile network.

use std::sync::OnceLock;
use std::time::Duration;

use crate::platform::{NoConnection, Reply, Request};

impl From<reqwest::Error> for NoConnection {
    fn from(_: reqwest::Error) -> Self {
        Self
    }
}

pub async fn exchange(request: &Request) -> Result<Reply, NoConnection> {
    let method =
        reqwest::Method::from_bytes(request.method.as_bytes()).map_err(|_| NoConnection)?;
    let mut asked = client().request(method, &request.url);
    for (name, value) in &request.headers {
        asked = asked.header(*name, value);
    }
    if let Some(body) = &request.body {
        asked = asked.body(body.clone());
    }
    let answer = asked.send().await?;
    let status = answer.status().as_u16();
    Ok(Reply { status, body: answer.bytes().await?.to_vec() })
}

fn client() -> &'static reqwest::Client {
    static CLIENT: OnceLock<reqwest::Client> = OnceLock::new();
    let build = || {
        let patient = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(60));
        patient.build().unwrap_or_default()
    };
    CLIENT.get_or_init(build)
}
