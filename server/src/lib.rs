//! The town's side of Karta: accounts, applications, the office, cards.
//!
//! Reading order: `app` (what there is), `http` (how it is called), `store` (where it is kept),
//! `mail`, `worker` and `vault` (files of strangers), `keys` (what signs), `status` (who is
//! blocked).

pub mod app;
pub mod audit;
pub mod bench;
pub mod clock;
pub mod config;
pub mod demo;
pub mod draw;
pub mod failure;
pub mod http;
pub mod job;
pub mod keys;
pub mod kiosk;
pub mod limits;
pub mod mail;
pub mod openapi;
pub mod passkey;
pub mod password;
pub mod print;
mod private;
pub mod session;
pub mod staff;
pub mod status;
pub mod store;
pub mod telemetry;
pub mod totp;
pub mod town;
pub mod vault;
pub mod worker;

use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use app::App;
use config::Serve;
use demo::DemoAccount;
pub use http::router;
use tokio::net::TcpListener;

/// Requests under way get this long after a signal to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// Runs the server until it is told to stop.
pub fn serve(config: &Serve) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(run(config));
    runtime.shutdown_timeout(Duration::from_secs(2));
    served
}

async fn run(config: &Serve) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(config.listen).await?;
    let address = listener.local_addr()?;
    let app = config.setup()?.open()?;
    let accounts = if app.demo {
        demo::people(&app).await?
    } else {
        demo::must_be_absent(&app).await?;
        &[]
    };
    greet(&app, address, accounts)?;
    job::start(&app);
    status::start(&app);
    let service = http::router(app, config.web.clone());
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    let (stop, mut stopping) = tokio::sync::watch::channel(false);
    tokio::spawn(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
    });
    let mut drained = stopping.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopping.wait_for(|stop| *stop).await;
    });
    // A client that never finishes must not keep the server from stopping.
    let patience = async move {
        let _ = drained.wait_for(|stop| *stop).await;
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        served = server => served?,
        () = patience => tracing::warn!("stopped with requests under way"),
    }
    Ok(())
}

fn greet(app: &App, address: SocketAddr, accounts: &[DemoAccount]) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Karta listening on http://{address}")?;
    if app.demo {
        writeln!(out, "Mails of this demo: http://{address}/mailbox")?;
        writeln!(out, "Accounts of this demo:")?;
        for DemoAccount { name, email, password, what, .. } in accounts {
            writeln!(out, "  {email:<28} {password:<22} {name} ({what})")?;
        }
        writeln!(out, "The office signs in with codes: http://{address}/mailbox shows them")?;
    }
    Ok(out.flush()?)
}

async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        _ = interrupted => {}
        () = terminated => {}
    }
}
