//! The chooser of a phone, through an input that the page itself makes.
//! **Invariant**: a file larger than asked for is not read at all; the input is gone afterwards.

use dioxus::prelude::*;
use karta_core::base64;
use serde::Deserialize;

use crate::platform::{NotChosen, PickedFile};

const CHOOSE: &str = "const [accept, capture, most] = await dioxus.recv();
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    if (capture) input.setAttribute('capture', capture);
    document.body.append(input);
    try {
      const file = await new Promise((choose) => {
        input.onchange = () => choose(input.files[0] ?? null);
        input.oncancel = () => choose(null);
        input.click();
      });
      if (!file) return null;
      if (file.size > most) return { trouble: 'large' };
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      }
      return { name: file.name, type: file.type, bytes: btoa(text) };
    } catch { return { trouble: 'unreadable' }; } finally { input.remove(); }";

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Trouble {
        trouble: String,
    },
    File {
        name: String,
        #[serde(rename = "type")]
        media_type: String,
        bytes: String,
    },
}

pub async fn choose_file(
    accept: &str,
    capture: Option<&str>,
    most_bytes: u64,
) -> Result<Option<PickedFile>, NotChosen> {
    let asked = document::eval(CHOOSE);
    asked.send((accept, capture, most_bytes)).map_err(|_| NotChosen::Unreadable)?;
    let answer = asked.join::<Option<Answer>>().await.map_err(|_| NotChosen::Unreadable)?;
    answer.map(read).transpose()
}

fn read(answer: Answer) -> Result<PickedFile, NotChosen> {
    match answer {
        Answer::Trouble { trouble } if trouble == "large" => Err(NotChosen::TooLarge),
        Answer::Trouble { .. } => Err(NotChosen::Unreadable),
        Answer::File { name, media_type, bytes } => {
            let bytes = base64::decode(&super::plain_base64(&bytes));
            bytes
                .map(|bytes| PickedFile { name, media_type, bytes })
                .map_err(|_| NotChosen::Unreadable)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_or_its_trouble_is_read_from_what_the_page_says() {
        let said = |text: &str| read(serde_json::from_str::<Answer>(text).unwrap());
        let file = said(r#"{"name":"pit.pdf","type":"application/pdf","bytes":"+/8="}"#).unwrap();
        assert_eq!((file.name.as_str(), file.bytes), ("pit.pdf", vec![0xfb, 0xff]));
        assert_eq!(said(r#"{"trouble":"large"}"#), Err(NotChosen::TooLarge));
        assert_eq!(said(r#"{"trouble":"unreadable"}"#), Err(NotChosen::Unreadable));
        let odd = said(r#"{"name":"a","type":"","bytes":"%%"}"#);
        assert_eq!(odd, Err(NotChosen::Unreadable));
    }
}
