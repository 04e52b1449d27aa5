//! The description of the API, made from the contract itself.
//! **Invariant**: every operation of `core::api` is in it and nothing else; the same contract
//! gives the same bytes.

use std::collections::BTreeMap;

use karta_core::api::problem::{Code, Problem};
use karta_core::api::who::Caller;
use karta_core::api::{Download, Endpoint, Method, Upload, Visitor, Wire};
use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};

/// OpenAPI 3.1 as pretty JSON with a line end.
pub fn document() -> String {
    let mut paths = Paths::default();
    karta_core::api::visit(&mut paths);
    paths.wire::<Problem>();
    let schemas: Map<String, Value> = paths.schemas.into_iter().collect();
    let mut all: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for (path, method, operation) in paths.operations {
        all.entry(path).or_default().insert(method, operation);
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Karta",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "An open resident card. Every answer of status 400 and above is an \
                `application/problem+json` with one of a closed set of codes.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "paths": all,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "cookie": { "type": "apiKey", "in": "cookie", "name": crate::http::who::COOKIE },
                "bearer": { "type": "http", "scheme": "bearer" },
            },
            "responses": { "problem": {
                "description": "Refused; see `code`.",
                "content": { "application/problem+json": { "schema": reference("Problem") } },
            } },
        },
    });
    let mut text = serde_json::to_string_pretty(&sorted(document)).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Default)]
struct Paths {
    operations: Vec<(String, String, Value)>,
    schemas: BTreeMap<String, Value>,
    /// Two types of one name; a test says that there are none.
    clashes: Vec<String>,
}

impl Paths {
    /// Keeps the schema of a type and of all it mentions; gives a reference to it.
    fn wire<T: Wire>(&mut self) -> Value {
        let mut found: Vec<(String, RefOr<Schema>)> = Vec::new();
        T::schemas(&mut found);
        let name = T::name().into_owned();
        found.push((name.clone(), T::schema()));
        for (name, schema) in found {
            let schema = serde_json::to_value(schema).unwrap_or_default();
            let known = self.schemas.get(&name);
            if known.is_some_and(|known| *known != schema) {
                self.clashes.push(name.clone());
            }
            self.schemas.insert(name, schema);
        }
        reference(&name)
    }

    fn add<W: Caller>(&mut self, name: &str, method: Method, path: &str, rest: Value) {
        let tag = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
        let mut operation = json!({
            "operationId": name,
            "tags": [tag],
            "x-caller": W::NAME,
            "parameters": parameters(path),
        });
        if W::NAME != "anyone"
            && let Some(operation) = operation.as_object_mut()
        {
            operation.insert("security".into(), json!([{ "cookie": [] }, { "bearer": [] }]));
        }
        if let (Some(operation), Value::Object(rest)) = (operation.as_object_mut(), rest) {
            operation.extend(rest);
        }
        let method = method.name().to_lowercase();
        self.operations.push((path.to_owned(), method, operation));
    }
}

impl Visitor for Paths {
    fn endpoint<E: Endpoint>(&mut self) {
        let answer = self.wire::<E::Answer>();
        let mut rest = json!({ "responses": responses("application/json", &answer) });
        if matches!(E::METHOD, Method::Post | Method::Put) {
            let input = self.wire::<E::Input>();
            let body = json!({
                "required": true,
                "content": { "application/json": { "schema": input } },
            });
            if let Some(rest) = rest.as_object_mut() {
                rest.insert("requestBody".into(), body);
            }
        }
        self.add::<E::Who>(E::NAME, E::METHOD, E::PATH, rest);
    }

    fn upload<U: Upload>(&mut self) {
        let answer = self.wire::<U::Answer>();
        let rest = json!({
            "requestBody": { "required": true, "content": { "*/*": { "schema": file() } } },
            "responses": responses("application/json", &answer),
        });
        self.add::<U::Who>(U::NAME, Method::Put, U::PATH, rest);
    }

    fn download<D: Download>(&mut self) {
        let rest = json!({ "responses": responses("*/*", &file()) });
        self.add::<D::Who>(D::NAME, Method::Get, D::PATH, rest);
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn file() -> Value {
    json!({ "type": "string", "format": "binary" })
}

fn responses(media: &str, schema: &Value) -> Value {
    let mut all = Map::new();
    let content = json!({ "description": "Done.", "content": { media: { "schema": schema } } });
    all.insert("200".into(), content);
    let mut statuses: Vec<u16> = Code::ALL.into_iter().map(Code::status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    for status in statuses {
        all.insert(status.to_string(), json!({ "$ref": "#/components/responses/problem" }));
    }
    Value::Object(all)
}

fn parameters(path: &str) -> Value {
    let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameter = |name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    names.map(parameter).collect()
}

/// Keys in order, whatever map the JSON library was built with.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let map: BTreeMap<String, Value> = map.into_iter().collect();
            map.into_iter().map(|(key, value)| (key, sorted(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(list) => list.into_iter().map(sorted).collect(),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After a change of the contract: `cargo run -p karta-server -- openapi > server/openapi.json`
    #[test]
    fn the_committed_description_is_the_contract() {
        let committed = include_str!("../openapi.json");
        assert!(committed == document(), "server/openapi.json is not what `openapi` prints");
    }

    #[test]
    fn no_two_types_share_a_name() {
        let mut paths = Paths::default();
        karta_core::api::visit(&mut paths);
        assert_eq!(paths.clashes, Vec::<String>::new());
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let value: Value = serde_json::from_str(&document).unwrap();
        for reference in document.split("\"#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(value["components"]["schemas"][name].is_object(), "{name}");
        }
    }
}
