//! The icons: our own 24 px set with a 2 px stroke, drawn in code.
//! **Invariant**: an icon never speaks (`aria-hidden`); the text or label beside it does.

use dioxus::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Back,
    Book,
    Camera,
    Card,
    Check,
    Chevron,
    Clock,
    Cross,
    Cup,
    Document,
    Down,
    Eye,
    EyeOff,
    Family,
    Globe,
    Heart,
    Info,
    Lock,
    Mail,
    More,
    Offline,
    Percent,
    Person,
    Plus,
    Pin,
    Refresh,
    Search,
    Shield,
    Torch,
    Upload,
    Warning,
}

impl Icon {
    pub const ALL: [Self; 31] = [
        Self::Back,
        Self::Book,
        Self::Camera,
        Self::Card,
        Self::Check,
        Self::Chevron,
        Self::Clock,
        Self::Cross,
        Self::Cup,
        Self::Document,
        Self::Down,
        Self::Eye,
        Self::EyeOff,
        Self::Family,
        Self::Globe,
        Self::Heart,
        Self::Info,
        Self::Lock,
        Self::Mail,
        Self::More,
        Self::Offline,
        Self::Percent,
        Self::Person,
        Self::Plus,
        Self::Pin,
        Self::Refresh,
        Self::Search,
        Self::Shield,
        Self::Torch,
        Self::Upload,
        Self::Warning,
    ];

    /// One path on a 24 × 24 grid. A dot is a line of no length with a round cap.
    const fn path(self) -> &'static str {
        match self {
            Self::Back => "M10 5l-7 7l7 7M3 12h18",
            Self::Book => {
                "M12 6.5C10 5 7 4.5 3 5v13.5c4-.5 7 0 9 1.5c2-1.5 5-2 9-1.5V5c-4-.5-7 0-9 1.5zM12 6.5V20"
            }
            Self::Camera => "M4 7h4l2-3h4l2 3h4v12H4zM12 9a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7",
            Self::Card => "M3 5h18v14H3zM3 10h18M6.5 15h4",
            Self::Check => "M4 12.5l5.5 5.5L20 6.5",
            Self::Chevron => "M9 5l7 7l-7 7",
            Self::Clock => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5.5l3.5 2",
            Self::Cross => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::Cup => {
                "M4 9h13v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM17 10.5h1.5a2.5 2.5 0 0 1 0 5H17M8 3v2.5M12.5 3v2.5"
            }
            Self::Document => "M6 3h8l5 5v13H6zM14 3v5h5M9.5 13h6M9.5 17h6",
            Self::Down => "M5 9l7 7l7-7",
            Self::Eye => {
                "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6"
            }
            Self::EyeOff => {
                "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4 20L20 4"
            }
            Self::Family => {
                "M8 4a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M2 20c0-4 2.5-6 6-6s6 2 6 6M17 9a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M18 17c2.5 0 4 1.2 4 3"
            }
            Self::Globe => {
                "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"
            }
            Self::Heart => {
                "M12 20.5C5 15.5 3 12.5 3 9a4.6 4.6 0 0 1 9-1.5A4.6 4.6 0 0 1 21 9c0 3.5-2 6.5-9 11.5zM6.5 12h3l1.5-2.5l2 4l1-1.5h3.5"
            }
            Self::Info => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11.5V17M12 7.5v0",
            Self::Lock => "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2",
            Self::Mail => "M3 5h18v14H3zM3 7l9 6l9-6",
            Self::More => "M4 6h16M4 12h16M4 18h16",
            Self::Offline => {
                "M3 3l18 18M12 20v0M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 5-2.7M19 12.5a10 10 0 0 0-3.5-2.3M2 9a15 15 0 0 1 4.5-2.8M22 9A15 15 0 0 0 11 5"
            }
            Self::Percent => {
                "M5 19L19 5M7 4.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M17 14.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5"
            }
            Self::Person => "M12 3a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M4 21c0-4 3-6 8-6s8 2 8 6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Pin => {
                "M12 21c-5-5.5-7-8-7-11a7 7 0 0 1 14 0c0 3-2 5.5-7 11zM12 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5"
            }
            Self::Refresh => {
                "M20 11A8 8 0 0 0 5.5 7.5L3 10M3 4v6h6M4 13a8 8 0 0 0 14.5 3.5L21 14M21 20v-6h-6"
            }
            Self::Search => "M10.5 3.5a7 7 0 1 0 0 14a7 7 0 1 0 0-14M15.5 15.5L21 21",
            Self::Shield => "M12 3l8 3v6c0 4.5-3 7.5-8 9c-5-1.5-8-4.5-8-9V6zM8.5 12l2.5 2.5l4.5-5",
            Self::Torch => "M7 3h10v4l-2.5 4v10h-5V11L7 7zM7 7h10M12 13.5v1.5",
            Self::Upload => "M12 16V4M7 8.5L12 3.5l5 5M4 15v5.5h16V15",
            Self::Warning => "M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v0",
        }
    }

    /// The icon for the stylesheet's eyes; sized by the text around it.
    pub fn draw(self) -> Element {
        rsx! {
            svg {
                class: "icon",
                view_box: "0 0 24 24",
                width: "24",
                height: "24",
                fill: "none",
                stroke: "currentColor",
                stroke_width: "2",
                stroke_linecap: "round",
                stroke_linejoin: "round",
                "aria-hidden": "true",
                "focusable": "false",
                path { d: self.path() }
            }
        }
    }
}
