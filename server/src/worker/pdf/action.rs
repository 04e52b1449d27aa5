//! Does a PDF do something by itself? Scripts, programs to start, attached files, players, forms
//! that are programs, addresses opened without a tap.
//! **Invariant**: where an action may stand, only the named harmless ones pass; what may hold
//! something that acts is refused wherever it stands, reachable or not.

use lopdf::{Dictionary, Document, Object};

/// Keys whose mere presence is refused.
const KEYS: [&[u8]; 10] = [
    b"AA",
    b"EF",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"JS",
    b"JavaScript",
    b"Launch",
    b"Rendition",
    b"RichMedia",
    b"XFA",
];

/// Names that mean something that acts, whatever they are the value of.
const NAMES: [&[u8]; 10] = [
    b"EmbeddedFile",
    b"GoToE",
    b"GoToR",
    b"ImportData",
    b"JavaScript",
    b"Launch",
    b"Rendition",
    b"RichMedia",
    b"RichMediaExecute",
    b"SubmitForm",
];

const PLAYERS: [&[u8]; 6] = [b"3D", b"FileAttachment", b"Movie", b"RichMedia", b"Screen", b"Sound"];

/// Keys under which an action stands: of a link, when it was preserved, and after another one.
const PLACES: [&[u8]; 3] = [b"A", b"PA", b"Next"];

pub fn anywhere(document: &Document) -> bool {
    let in_objects = document.objects.values().any(|object| acts(document, object));
    in_objects || dictionary_acts(document, &document.trailer)
}

fn acts(document: &Document, object: &Object) -> bool {
    match object {
        Object::Dictionary(dictionary) => dictionary_acts(document, dictionary),
        Object::Stream(stream) => dictionary_acts(document, &stream.dict),
        Object::Array(items) => items.iter().any(|item| acts(document, item)),
        Object::Name(name) => NAMES.contains(&name.as_slice()),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::String(..)
        | Object::Reference(_) => false,
    }
}

fn dictionary_acts(document: &Document, dictionary: &Dictionary) -> bool {
    let subtype = name(document, dictionary, b"Subtype");
    if subtype.is_some_and(|subtype| PLAYERS.contains(&subtype)) {
        return true;
    }
    // A tap on a link may open an address; nothing else may.
    let is_link = subtype == Some(b"Link");
    dictionary.iter().any(|(key, value)| match key.as_slice() {
        key if KEYS.contains(&key) => true,
        b"OpenAction" => !opens_harmlessly(document, value) || acts(document, value),
        key if PLACES.contains(&key) => {
            let may_open = is_link && key != b"Next";
            !is_harmless(document, value, may_open) || acts(document, value)
        }
        _ => acts(document, value),
    })
}

/// A place in the document: as an array, or as the action that goes there.
fn opens_harmlessly(document: &Document, value: &Object) -> bool {
    match resolved(document, value) {
        Object::Array(_) | Object::Null => true,
        Object::Dictionary(action) => name(document, action, b"S") == Some(b"GoTo"),
        _ => false,
    }
}

/// One action or a list of them. What has no `S` is something else under the same key.
fn is_harmless(document: &Document, value: &Object, may_open: bool) -> bool {
    match resolved(document, value) {
        Object::Array(list) => list.iter().all(|action| {
            let action = resolved(document, action);
            action.as_dict().map_or(true, |action| goes_nowhere(document, action, may_open))
        }),
        Object::Dictionary(action) => goes_nowhere(document, action, may_open),
        _ => true,
    }
}

fn goes_nowhere(document: &Document, action: &Dictionary, may_open: bool) -> bool {
    match (action.has(b"S"), name(document, action, b"S")) {
        (false, _) | (true, Some(b"GoTo" | b"Named")) => true,
        (true, Some(b"URI")) => may_open,
        (true, _) => false,
    }
}

fn name<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    dictionary.get(key).ok().and_then(|value| resolved(document, value).as_name().ok())
}

/// What a reference stands for; nothing if it leads nowhere.
fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    match document.dereference(object) {
        Ok((_, object)) => object,
        Err(_) => &Object::Null,
    }
}
