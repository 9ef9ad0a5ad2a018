//! Headers of messages: a name, a number that says of what type the value is, and the value.

/// A header's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    Boolean(bool),
    Byte(i8),
    Short(i16),
    Integer(i32),
    Long(i64),
    Bytes(Vec<u8>),
    Text(String),
    /// Milliseconds since 1970.
    Time(i64),
    Uuid([u8; 16]),
}

impl Header {
    /// The type's number, and the value's bytes.
    fn parts(&self) -> (u8, Vec<u8>) {
        let sized = |bytes: &[u8]| [&u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_be_bytes(), bytes].concat();
        match self {
            Self::Boolean(true) => (0, Vec::new()),
            Self::Boolean(false) => (1, Vec::new()),
            Self::Byte(number) => (2, number.to_be_bytes().to_vec()),
            Self::Short(number) => (3, number.to_be_bytes().to_vec()),
            Self::Integer(number) => (4, number.to_be_bytes().to_vec()),
            Self::Long(number) => (5, number.to_be_bytes().to_vec()),
            Self::Bytes(bytes) => (6, sized(bytes)),
            Self::Text(text) => (7, sized(text.as_bytes())),
            Self::Time(millis) => (8, millis.to_be_bytes().to_vec()),
            Self::Uuid(bytes) => (9, bytes.to_vec()),
        }
    }
}

/// The bytes of headers.
pub(crate) fn block(headers: &[(String, Header)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, header) in headers {
        let (kind, value) = header.parts();
        bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
        bytes.extend_from_slice(name.as_bytes());
        bytes.push(kind);
        bytes.extend_from_slice(&value);
    }
    bytes
}

/// The headers that bytes are.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<(String, Header)>, String> {
    let mut rest = Bytes(bytes);
    let mut headers: Vec<(String, Header)> = Vec::new();
    while !rest.0.is_empty() {
        let (name, header) = rest.header().ok_or("has a header that ends too early, or is of no type")?;
        let name = String::from_utf8(name.to_vec()).map_err(|_| "has a header whose name is not UTF-8")?;
        if headers.iter().any(|(known, _)| *known == name) {
            return Err(format!("has the header {name} twice"));
        }
        headers.push((name, header.map_err(|_| "has a header whose text is not UTF-8")?));
    }
    Ok(headers)
}

/// Bytes that are taken from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn header(&mut self) -> Option<(&'b [u8], Result<Header, std::string::FromUtf8Error>)> {
        let [length] = self.array()?;
        let name = self.take(length.into()).filter(|name| !name.is_empty())?;
        let [kind] = self.array()?;
        let header = match kind {
            0 => Header::Boolean(true),
            1 => Header::Boolean(false),
            2 => Header::Byte(i8::from_be_bytes(self.array()?)),
            3 => Header::Short(i16::from_be_bytes(self.array()?)),
            4 => Header::Integer(i32::from_be_bytes(self.array()?)),
            5 => Header::Long(i64::from_be_bytes(self.array()?)),
            6 => Header::Bytes(self.sized()?.to_vec()),
            7 => return Some((name, String::from_utf8(self.sized()?.to_vec()).map(Header::Text))),
            8 => Header::Time(i64::from_be_bytes(self.array()?)),
            9 => Header::Uuid(self.array()?),
            _ => return None,
        };
        Some((name, Ok(header)))
    }

    fn sized(&mut self) -> Option<&'b [u8]> {
        let length = u16::from_be_bytes(self.array()?);
        self.take(length.into())
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }
}
