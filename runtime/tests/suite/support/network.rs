//! Answers without a network, as the test says at present.

use super::time::Noted;
use super::{SERVICE, config, get};
use sdk_doubles::{response, transport};
use sdk_runtime::Handle;
use sdk_runtime::config::Builder;
use sdk_runtime::config::http::{HttpRequest, HttpResponse};
use sdk_runtime::config::retry::ErrorKind;
use sdk_runtime::error::ConnectorError;
use std::sync::{Arc, Mutex};

/// How a request is answered.
#[derive(Clone, Copy, Debug)]
pub enum Says {
    /// With a status, a code in a header, and a date; both may be empty.
    Http(u16, &'static str, &'static str),
    Broken,
    Late,
    Passing,
}

/// Answers what the test says, at present, and keeps the requests' headers.
#[derive(Clone, Debug)]
pub struct Network {
    says: Arc<Mutex<Vec<Says>>>,
    asked: Arc<Mutex<Vec<http::HeaderMap>>>,
}

impl Network {
    /// The last one is said for ever.
    pub fn new(says: &[Says]) -> Self {
        Self { says: Arc::new(Mutex::new(says.to_vec())), asked: Arc::default() }
    }

    pub fn says(&self, says: &[Says]) {
        *self.says.lock().expect("no test panics with it") = says.to_vec();
    }

    pub fn config(&self) -> Builder {
        let network = self.clone();
        let transport = transport(move |request| network.answer(request));
        config("http://service.example.com").sleep_impl(Noted::new()).http_client(transport)
    }

    fn answer(&self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let request = request.try_into_http1x().expect("the request is right");
        self.asked.lock().expect("no test panics with it").push(request.headers().clone());
        let mut says = self.says.lock().expect("no test panics with it");
        let says = if says.len() > 1 { says.remove(0) } else { says[0] };
        match says {
            Says::Http(status, code, date) => {
                let mut response = response(status, "{}");
                for (name, value) in [("x-amzn-errortype", code), ("date", date)] {
                    if !value.is_empty() {
                        response.headers_mut().insert(name, value);
                    }
                }
                Ok(response)
            }
            Says::Broken => Err(ConnectorError::io("broken".into())),
            Says::Late => Err(ConnectorError::timeout("late".into())),
            Says::Passing => Err(ConnectorError::other("it passes".into(), Some(ErrorKind::TransientError))),
        }
    }

    pub fn handle(&self) -> Handle {
        Handle::new(&SERVICE, self.config().build())
    }

    pub fn asked(&self) -> Vec<http::HeaderMap> {
        std::mem::take(&mut *self.asked.lock().expect("no test panics with it"))
    }

    /// How many attempts a call makes.
    pub async fn attempts(&self, handle: &Handle) -> usize {
        self.asked();
        let _ = handle.send(&mut get("1")).await;
        self.asked().len()
    }
}
