use proptest::prelude::*;

use super::*;
use crate::time::{plus_days, start_of};

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

fn point() -> Key {
    Key::parse("station").unwrap()
}

#[test]
fn from_the_order_to_the_holder() {
    let plastic = Plastic::Ordered { at: now() };
    let plastic = plastic.step(PlasticStep::Produce, now()).unwrap();
    let plastic = plastic.step(PlasticStep::Misprint, now()).unwrap();
    assert_eq!(plastic, Plastic::Ordered { at: now() });
    let plastic = plastic.step(PlasticStep::Produce, now()).unwrap();
    let plastic = plastic.step(PlasticStep::Arrive { point: point() }, now()).unwrap();
    assert!(plastic.is_coming());
    let plastic = plastic.step(PlasticStep::HandOver, now()).unwrap();
    assert_eq!(plastic, Plastic::HandedOver { at: now(), point: point() });
    assert_eq!(plastic.step(PlasticStep::HandOver, now()), Err(Refused::WrongState));
}

#[test]
fn a_card_waits_its_days_out() {
    let waiting = Plastic::InProduction { at: now() };
    let waiting = waiting.step(PlasticStep::Arrive { point: point() }, now()).unwrap();
    let Plastic::AtPickupPoint { until, .. } = waiting else { panic!("it waits") };
    let last_day = start_of(until);
    assert_eq!(waiting.clone().step(PlasticStep::GiveUp, last_day), Err(Refused::TooEarly));
    let after = start_of(plus_days(until, 1));
    assert_eq!(waiting.step(PlasticStep::GiveUp, after), Ok(Plastic::Uncollected { at: after }));
}

#[test]
fn a_voucher_is_read_as_people_write_it() {
    let voucher = Voucher::drawn(0x1_2345_6789_abcd);
    for text in [
        voucher.spaced(),
        voucher.to_code(),
        voucher.spaced().to_lowercase(),
        format!(" {} ", voucher.to_code()),
    ] {
        assert_eq!(Voucher::parse(&text).as_ref(), Ok(&voucher), "{text}");
    }
    assert_eq!(Voucher::parse("OIL00-00000"), Voucher::parse("0110000000"));
    for bad in ["", "123456789", "12345678901", "1234U67890", "RKC1:1234567890", "żółć567890"] {
        assert_eq!(Voucher::parse(bad), Err(NotAVoucher), "{bad}");
    }
    assert!(!format!("{voucher:?}").contains(&voucher.to_code()));
}

proptest! {
    #[test]
    fn every_voucher_reads_back(random in any::<u64>()) {
        let voucher = Voucher::drawn(random);
        prop_assert_eq!(Voucher::parse(&voucher.spaced()), Ok(voucher));
    }
}
