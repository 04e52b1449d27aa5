//! Partners of the demo and what they give. **Invariant**: only the partners' names may be real;
//! prices, hours and numbers are examples.

use karta_core::benefit::{Benefit, Partner};
use karta_core::id::{BenefitId, PartnerId};
use karta_core::town::{Key, Localised};

struct Offer {
    category: &'static str,
    title: [&'static str; 3],
    conditions: [&'static str; 3],
}

struct Shop {
    name: &'static str,
    address: &'static str,
    phone: &'static str,
    website: &'static str,
    hours: [&'static str; 3],
    offers: &'static [Offer],
}

pub(super) fn all(
    partner_id: impl Fn() -> PartnerId,
    benefit_id: impl Fn() -> BenefitId,
) -> Vec<(Partner, Vec<Benefit>)> {
    SHOPS
        .iter()
        .map(|shop| {
            let partner = Partner {
                id: partner_id(),
                name: shop.name.to_owned(),
                address: shop.address.to_owned(),
                phone: shop.phone.to_owned(),
                website: shop.website.to_owned(),
                hours: text(shop.hours),
            };
            let benefits = shop.offers.iter().filter_map(|offer| {
                Some(Benefit {
                    id: benefit_id(),
                    partner: partner.clone(),
                    category: Key::parse(offer.category).ok()?,
                    title: text(offer.title),
                    conditions: text(offer.conditions),
                })
            });
            let benefits = benefits.collect();
            (partner, benefits)
        })
        .collect()
}

fn text([pl, en, uk]: [&str; 3]) -> Localised {
    Localised { pl: pl.to_owned(), en: en.to_owned(), uk: uk.to_owned() }
}

static SHOPS: [Shop; 3] = [
    Shop {
        name: "Pływalnia Kapry",
        address: "ul. Andrzeja 3, Pruszków",
        phone: "+48220000101",
        website: "https://plywalnia.example",
        hours: ["codziennie 6:30–22:00", "daily 6:30–22:00", "щодня 6:30–22:00"],
        offers: &[
            Offer {
                category: "sport",
                title: [
                    "30% zniżki na bilet jednorazowy",
                    "30% off a single ticket",
                    "30% знижки на разовий квиток",
                ],
                conditions: [
                    "W\u{a0}dni robocze do 15:00. Pokaż kartę w\u{a0}kasie przed zakupem. Zniżki się nie łączą.",
                    "On working days until 15:00. Show the card at the till before you pay. Discounts do not add up.",
                    "У робочі дні до 15:00. Покажіть картку на касі перед оплатою. Знижки не додаються.",
                ],
            },
            Offer {
                category: "family",
                title: [
                    "Bilet rodzinny w\u{a0}cenie 35 zł",
                    "Family ticket for PLN 35",
                    "Сімейний квиток за 35 злотих",
                ],
                conditions: [
                    "Dwie osoby dorosłe i\u{a0}do trojga dzieci. Każda osoba pokazuje swoją kartę; kartę dziecka może pokazać rodzic.",
                    "Two adults and up to three children. Each person shows a card; a parent may show the child’s.",
                    "Двоє дорослих і до трьох дітей. Кожна особа показує свою картку; картку дитини може показати хтось із батьків.",
                ],
            },
        ],
    },
    Shop {
        name: "Miejska Biblioteka im. Henryka Sienkiewicza",
        address: "ul. Kraszewskiego 13, Pruszków",
        phone: "+48220000102",
        website: "https://biblioteka.example",
        hours: [
            "pn.–pt. 9:00–19:00, sob. 9:00–14:00",
            "Mon–Fri 9:00–19:00, Sat 9:00–14:00",
            "пн–пт 9:00–19:00, сб 9:00–14:00",
        ],
        offers: &[
            Offer {
                category: "culture",
                title: [
                    "Warsztaty dla dzieci za darmo",
                    "Free workshops for children",
                    "Безплатні майстер-класи для дітей",
                ],
                conditions: [
                    "W\u{a0}każdą sobotę o\u{a0}10:30, zapisy w\u{a0}czytelni. Karta dziecka albo rodzica.",
                    "Every Saturday at 10:30, sign up in the reading room. The child’s or the parent’s card.",
                    "Щосуботи о 10:30, запис у читальній залі. Картка дитини або когось із батьків.",
                ],
            },
            Offer {
                category: "culture",
                title: [
                    "Dwa razy dłuższy termin zwrotu",
                    "Twice as long to return books",
                    "Удвічі довший термін повернення",
                ],
                conditions: [
                    "60 dni zamiast 30 na książki i\u{a0}audiobooki. Wystarczy raz pokazać kartę przy zapisie.",
                    "60 days instead of 30 for books and audiobooks. Show the card once when you sign up.",
                    "60 днів замість 30 на книжки й аудіокниги. Досить один раз показати картку під час запису.",
                ],
            },
        ],
    },
    Shop {
        name: "Kawiarnia Pod Zegarem",
        address: "ul. Kościuszki 41, Pruszków",
        phone: "+48220000103",
        website: "https://podzegarem.example",
        hours: ["codziennie 8:00–20:00", "daily 8:00–20:00", "щодня 8:00–20:00"],
        offers: &[
            Offer {
                category: "food",
                title: [
                    "10% taniej na całe zamówienie",
                    "10% off your order",
                    "10% знижки на все замовлення",
                ],
                conditions: [
                    "Przez cały tydzień, także na wynos. Zniżka nie dotyczy zestawów.",
                    "All week, also to take away. Not for set menus.",
                    "Увесь тиждень, також навинос. Не поширюється на набори.",
                ],
            },
            Offer {
                category: "family",
                title: [
                    "Sok dla dziecka gratis do deseru",
                    "Free juice for a child with a dessert",
                    "Сік для дитини безплатно до десерту",
                ],
                conditions: [
                    "Dla dzieci do 12 lat z\u{a0}ważną kartą. Jeden sok do jednego deseru.",
                    "For children up to 12 with a valid card. One juice for one dessert.",
                    "Для дітей до 12 років із чинною карткою. Один сік до одного десерту.",
                ],
            },
        ],
    },
];
