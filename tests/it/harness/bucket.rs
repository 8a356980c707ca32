//! A bucket for files: an S3 that is not ours (s3s), over a folder, which checks every signature. It runs on threads of its
//! own, so that it can go away with all its connections and come back.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::{Router, error_handling::HandleError, http::StatusCode};
use s3s::{HttpError, auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use socket2::{Domain, Socket, Type};
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
};

use super::fresh_folder;

const NAME: &str = "filer";
const PREFIX: &str = "samverk";
const KEY: &str = "AKIASAMVERK";
/// As they are: with signs that mean something in an address.
const SECRET: &str = "hunter2/+%";
const SECRET_IN_ADDRESS: &str = "hunter2%2F+%25";

pub struct Bucket {
    folder: PathBuf,
    /// Keeps the port for it while it is away.
    _port: Socket,
    address: SocketAddr,
    /// Until it goes away.
    running: Option<Runtime>,
}

impl Bucket {
    pub fn start() -> Self {
        let folder = fresh_folder();
        std::fs::create_dir(folder.join(NAME)).expect("it is new");
        let port = bound(([127, 0, 0, 1], 0).into());
        let address = port.local_addr().ok().and_then(|address| address.as_socket());
        let mut bucket = Self {
            folder,
            _port: port,
            address: address.expect("it is bound"),
            running: None,
        };
        bucket.come_back();
        bucket
    }

    /// After [`Bucket::go_away`], at the same address, with all that was in it.
    pub fn come_back(&mut self) {
        let socket = bound(self.address);
        socket.listen(128).expect("it is bound");
        socket.set_nonblocking(true).expect("it is a socket");
        let mut service = S3ServiceBuilder::new(FileSystem::new(&self.folder).expect("the folder is there"));
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = HandleError::new(service.build(), async |error: HttpError| {
            (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}"))
        });
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime needs nothing but threads");
        runtime.spawn(async move {
            let listener = TcpListener::from_std(socket.into()).expect("it does not block");
            axum::serve(listener, Router::new().fallback_service(service)).await
        });
        self.running = Some(runtime);
    }

    /// Its connections end, and new ones are refused.
    pub fn go_away(&mut self) {
        let running = self.running.take();
        // Beside the test's own runtime, in which none may be ended.
        let ended = std::thread::spawn(move || drop(running));
        ended.join().expect("nothing in it panics");
    }

    /// For `SAMVERK_FILES`.
    pub fn url(&self) -> String {
        format!("s3+http://{KEY}:{SECRET_IN_ADDRESS}@{}/{NAME}/{PREFIX}", self.address)
    }

    /// The files in it.
    pub fn files(&self) -> usize {
        names(&self.folder.join(NAME).join(PREFIX)).len()
    }

    /// The large uploads that are not whole: a note of each, and its parts.
    pub fn unfinished(&self) -> usize {
        let names = names(&self.folder);
        names.iter().filter(|name| name.starts_with(".upload")).count()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.go_away();
    }
}

/// A socket that another of ours may stand beside.
fn bound(address: SocketAddr) -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket is to be had");
    socket.set_reuse_port(true).expect("Linux knows it");
    socket.set_reuse_address(true).expect("it is not bound yet");
    socket.bind(&address.into()).expect("a free port");
    socket
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}
