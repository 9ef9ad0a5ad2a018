//! What is answered, but for the request's ID.

use super::{cbor, xml};
use crate::model::{Body, ErrorShape, Model, Object};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use http_body_util::Full;
use serde_json::Value;

/// A response but for the request's ID.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Where the body says the request's ID, if it does.
    pub(super) id: Option<IdPlace>,
    /// Why it isn't the operation's output.
    pub(crate) why: Option<String>,
}

/// Where a body says the request's ID: at which byte, and what is around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct IdPlace {
    pub(super) at: usize,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
}

/// What an error is called, and by whom it is known.
pub(super) struct Said<'m> {
    /// The model's error, if it is one.
    pub(super) shape: Option<&'m ErrorShape>,
    pub(super) status: StatusCode,
    /// Its name in the model, or what AWS's gateways call it.
    pub(super) name: &'m str,
    /// Its members, by names on the wire.
    pub(super) body: Object,
}

impl Answer {
    /// An error in the form of the service's protocol.
    pub(super) fn error(model: &Model, said: Said<'_>, why: String) -> Self {
        let Said { shape, status, name, mut body } = said;
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(model.protocol.media));
        let of_query = shape.and_then(|shape| shape.code.as_deref()).unwrap_or(name);
        let is_server = shape.map_or(status.is_server_error(), |shape| shape.is_server);
        if model.query_compatible {
            let fault = if is_server { "Receiver" } else { "Sender" };
            headers.extend(HeaderValue::try_from(format!("{of_query};{fault}")).map(|code| (QUERY_ERROR, code)));
        }
        headers.extend(model.protocol.said.map(|said| (PROTOCOL, HeaderValue::from_static(said))));
        let mut id = None;
        let body: Vec<u8> = match model.protocol.answer {
            Body::Xml(around) => {
                let code = if model.protocol.codes { of_query } else { name };
                let (text, place) = xml::error(model, around, code, is_server, shape, &body);
                id = Some(place);
                text.into()
            }
            Body::Cbor => {
                body.insert("__type".to_owned(), shape.map_or(name, |shape| &shape.id).into());
                cbor::error(model, shape, &body)
            }
            _ if model.protocol.is_called() => {
                let id = shape.filter(|_| model.protocol.said.is_some()).map(|shape| shape.id.as_str());
                body.insert("__type".to_owned(), id.unwrap_or(name).into());
                Value::Object(body).to_string().into()
            }
            _ => {
                headers.extend(HeaderValue::try_from(name).map(|code| (ERROR_TYPE, code)));
                Value::Object(body).to_string().into()
            }
        };
        Self { status, headers, body: Bytes::from(body), id, why: Some(why) }
    }

    /// Says which request it is the answer to.
    pub(crate) fn identify(&mut self, id: &str) {
        if let Ok(id) = HeaderValue::try_from(id) {
            self.headers.insert("x-amzn-requestid", id);
        }
        if let Some(IdPlace { at, before, after }) = self.id.take()
            && let Some((head, tail)) = self.body.split_at_checked(at)
        {
            let parts = [head, before.as_bytes(), id.as_bytes(), after.as_bytes(), tail];
            self.body = Bytes::from(parts.concat());
        }
    }

    /// The response.
    pub(crate) fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

/// By which answers of Smithy RPC v2 say what they are.
pub(super) const PROTOCOL: header::HeaderName = header::HeaderName::from_static("smithy-protocol");
const ERROR_TYPE: header::HeaderName = header::HeaderName::from_static("x-amzn-errortype");
const QUERY_ERROR: header::HeaderName = header::HeaderName::from_static("x-amzn-query-error");
