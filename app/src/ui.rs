//! The kit: every component the screens are built of. It knows texts and looks, nothing else.
//! **Invariant**: a variant is an enum here and a `data-*` attribute in the page; the stylesheet
//! decides how it looks.
//!
//! `String` props take `&str` too, `Option` props may be left out. `[..]` = optional.
//!
//! | component | props |
//! |---|---|
//! | `Frame` | bar, `[tabs]`, children = outlet |
//! | `Page` | `[heading] [title] [caption] [back] [mistaken] [width: PageWidth] [above]` children |
//! | `Heading` | text — the h1 of a screen without `Page { heading }` |
//! | `AppBar` | town `[home] [area]` children = tools · `LanguageList` `[onchoose]` |
//! | `TabBar` | tabs: `Vec<Tab { to, label, icon, current }>` |
//! | `Anchor` | to `[label] [current] [download]` children |
//! | `Button` | `[tone: ButtonTone] [busy] [submit] [wide] [icon] [label] [pressed] [onpress]` children |
//! | `ButtonLink` | to `[tone] [wide] [icon] [label] [download]` children |
//! | `Field` | id label value oninput(String) `[kind: FieldKind] [width: FieldWidth] [hint] [error] [optional] [autocomplete]` |
//! | `TextArea` | id label value oninput `[rows] [hint] [error] [optional]` |
//! | `DateField` | id legend value: `TypedDate` oninput(TypedDate) `[hint] [error] [birthday] [heading]` |
//! | `Radios` | id legend choices: `Vec<Choice>` chosen: `Option<String>` onchoose(String) `[hint] [error] [heading]` |
//! | `Checkbox` | id label checked onchange(bool) `[hint] [error]` children · `CheckboxGroup` id legend `[hint] [error] [heading]` |
//! | `Select` | id label choices chosen onchoose `[hint] [error] [optional]` |
//! | `FileField` | id label state: `FileState` accept onpick(PickedFile) `[onremove] [megabytes] [hint] [error] [capture] [action]` |
//! | `ErrorSummary` | mistakes: `Vec<Mistake { field, text }>` `[attempt]` |
//! | `Notice` | `[tone: Tone] [title] [live]` children |
//! | `Tag` | `[tone]` children |
//! | `SummaryList` | `[title]` children: `SummaryRow` label `[value] [change]` children |
//! | `StatusSteps` | steps: `four_steps(t, [(StepState, note); 4])` |
//! | `Panel` | title `[reference]` children |
//! | `Dialog` | id title onclose children — mounted means open |
//! | `Table` | caption columns `[quiet_caption]` children: `TableRow` of `Cell` label `[numeric]` |
//! | `List` | `[label]` children: `ListRow` to title `[detail] [icon]` children, or `BenefitRow` to gain title partner `[detail]` |
//! | `Empty` | title `[icon]` children |
//! | `Skeleton` | `[lines]` · `Progress` label `[percent]` |
//! | `Freshness` | `[when] [offline] [tone] [onrefresh]` |
//! | `SearchField` | id label value oninput `[found]` |
//! | `Qr` | text label · `Ring` left of `[words]` |
//! | `FullCode` | name number label `[code] [age] [ring] [digits] [asker] [ontouch]` children = way back |
//! | `People` | label children: `PersonRow` to name detail face mark children · `PersonHead` · `Face` letters `[photo] [large]` |
//! | `CodeList` | label codes: `Vec<String>` · `QrPlate` children = `Qr` |
//! | `CodeList` | label children: `CodeRow` name face status `[tone]` children = button |
//! | `PersonSwitch` | people: `Vec<Person { id, name, current }>` onchoose(id) children: `PersonLink` · `PersonStrip` name onback · `UpdateNotice` `[typed]` onnow onlater |
//! | `ResidentCard` | town name number status `[tone] [code] [age: CodeAge] [photo]` children |
//! | `Verdict` | answer: `Answer` `[reason] [photo]` children · `Bars` bars: `Vec<Bar { label, count, tone }>` of |
//! | `KioskFrame` | town clock large contrast first + events, children · `KioskChoices` label children: `KioskChoice` icon title `[detail]` onpress |
//! | `Keyboard` | `[layout: KeyboardLayout]` value oninput `[limit]` · `TypedBox` id label value oninput `[hint] [error] [secret]` |
//!
//! Classes for layout: `stack` (even gaps), `stack-close`, `actions` (a row of buttons), `surface`
//! (a sheet of paper), `muted`, `small`, `number`, `hidden-text`.

pub mod anchor;
pub mod app_bar;
pub mod bars;
pub mod benefit_row;
pub mod button;
pub mod case_view;
pub mod checkbox;
pub mod code_row;
pub mod date_field;
pub mod dialog;
pub mod document_guide;
pub mod document_view;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod file_field;
pub mod filter_chips;
pub mod focus;
pub mod fold;
pub mod freshness;
pub mod full_code;
pub mod hero;
pub mod keyboard;
pub mod kiosk_choice;
pub mod kiosk_frame;
pub mod list_row;
pub mod notice;
pub mod page;
pub mod pair;
pub mod panel;
pub mod person;
pub mod person_strip;
pub mod person_switch;
pub mod photo_guide;
pub mod progress;
pub mod qr;
pub mod radios;
pub mod resident_card;
pub mod ring;
pub mod scanner;
pub mod search_field;
pub mod secret_codes;
pub mod select;
pub mod skeleton;
pub mod steps;
pub mod summary_list;
pub mod tab_bar;
pub mod table;
pub mod tag;
pub mod task;
pub mod text_area;
pub mod timeline;
pub mod toggle_chips;
pub mod typed;
pub mod update_notice;
pub mod verdict;

#[cfg(test)]
mod tests;

/// Every style, theme first. The root mounts it once with `document::Style`; the web bundle makes
/// a file of this list.
pub fn stylesheet() -> String {
    STYLES.concat()
}

const STYLES: &[&str] = &[
    include_str!("theme.css"),
    include_str!("ui/anchor/style.css"),
    include_str!("ui/app_bar/style.css"),
    include_str!("ui/button/style.css"),
    include_str!("ui/field/style.css"),
    include_str!("ui/date_field/style.css"),
    include_str!("ui/radios/style.css"),
    include_str!("ui/select/style.css"),
    include_str!("ui/file_field/style.css"),
    include_str!("ui/error_summary/style.css"),
    include_str!("ui/notice/style.css"),
    include_str!("ui/tag/style.css"),
    include_str!("ui/summary_list/style.css"),
    include_str!("ui/steps/style.css"),
    include_str!("ui/panel/style.css"),
    include_str!("ui/dialog/style.css"),
    include_str!("ui/table/style.css"),
    include_str!("ui/list_row/style.css"),
    include_str!("ui/benefit_row/style.css"),
    include_str!("ui/empty/style.css"),
    include_str!("ui/skeleton/style.css"),
    include_str!("ui/progress/style.css"),
    include_str!("ui/freshness/style.css"),
    include_str!("ui/search_field/style.css"),
    include_str!("ui/qr/style.css"),
    include_str!("ui/ring/style.css"),
    include_str!("ui/resident_card/style.css"),
    include_str!("ui/verdict/style.css"),
    include_str!("ui/bars/style.css"),
    include_str!("ui/tab_bar/style.css"),
    include_str!("ui/page/style.css"),
    include_str!("ui/scanner/style.css"),
    include_str!("ui/full_code/style.css"),
    include_str!("ui/filter_chips/style.css"),
    include_str!("ui/case_view/style.css"),
    include_str!("ui/toggle_chips/style.css"),
    include_str!("ui/document_guide/style.css"),
    include_str!("ui/document_view/style.css"),
    include_str!("ui/fold/style.css"),
    include_str!("ui/pair/style.css"),
    include_str!("ui/photo_guide/style.css"),
    include_str!("ui/task/style.css"),
    include_str!("ui/timeline/style.css"),
    include_str!("ui/hero/style.css"),
    include_str!("ui/person/style.css"),
    include_str!("ui/person_switch/style.css"),
    include_str!("ui/person_strip/style.css"),
    include_str!("ui/code_row/style.css"),
    include_str!("ui/secret_codes/style.css"),
    include_str!("ui/update_notice/style.css"),
    include_str!("ui/kiosk_frame/style.css"),
    include_str!("ui/kiosk_choice/style.css"),
    include_str!("ui/keyboard/style.css"),
];
