//! Places of the status list that are set though nobody was blocked, so that neither a place nor a
//! change of the list can be told to be about somebody.
//! **Invariant**: the same secret gives the same decoys after every restart; they are set a few at
//! an instant, as the devices of one card are, and cleared when a phone's would be. Paper stays
//! set longer than any decoy, and the average of months shows how many are real.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use karta_core::card::codes::LIST_DAYS;
use karta_core::time::{Timestamp, coarse_end, days, epoch};
use sha2::Sha256;

use crate::status::{KEPT, PLACES};

/// Instants of a day at which decoys are set.
const A_DAY: u32 = 18;
/// Most of them at one instant: a card on as many devices as most towns allow, and on paper.
const AT_ONCE: u8 = 6;
const DAY: i64 = 86_400;
/// The longest a decoy is set, and nobody gets its place while a list that has it set may be kept.
const LONGEST: i64 = 14 + 2 + LIST_DAYS;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decoy {
    place: u32,
    on: Timestamp,
    off: Timestamp,
}

pub struct Decoys {
    secret: [u8; 32],
    /// Those that matter on a day, drawn once for it.
    drawn: Mutex<(i64, Arc<Vec<Decoy>>)>,
}

impl Decoys {
    pub fn new(secret: [u8; 32]) -> Self {
        Self { secret, drawn: Mutex::new((i64::MIN, Arc::default())) }
    }

    /// Those that are set.
    pub fn set(&self, now: Timestamp) -> Vec<u32> {
        let drawn = self.of(now);
        let set = drawn.iter().filter(|decoy| decoy.on <= now && now < decoy.off);
        let places: BTreeMap<u32, ()> = set.map(|decoy| (decoy.place, ())).collect();
        places.into_keys().collect()
    }

    /// Nobody may get that place: it is set, will be today, or is set in a list some verifier has.
    pub fn holds(&self, place: u32, now: Timestamp) -> bool {
        let drawn = self.of(now);
        drawn.iter().any(|decoy| decoy.place == place && now < decoy.off + days(LIST_DAYS))
    }

    fn of(&self, now: Timestamp) -> Arc<Vec<Decoy>> {
        let today = epoch(now).div_euclid(DAY);
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.0 != today {
            let days = (0..=LONGEST).map(|ago| today - ago);
            let instants = days.flat_map(|day| (0..A_DAY).map(move |number| (day, number)));
            let all = instants.flat_map(|(day, number)| self.group(day, number));
            *drawn = (today, Arc::new(all.collect()));
        }
        Arc::clone(&drawn.1)
    }

    /// Those that are set at one instant of that day.
    fn group(&self, day: i64, number: u32) -> Vec<Decoy> {
        let [second, size, ..] = self.words(day, number, 0);
        let second = i64::from(second) % DAY;
        let Ok(on) = Timestamp::from_second(day * DAY + second) else { return Vec::new() };
        let members = 1..=1 + size % u32::from(AT_ONCE);
        let decoy = |member| {
            let [place, left, ..] = self.words(day, number, member);
            // A credential that is blocked has one or two weeks left, rarely less.
            let left = if left & 1 == 0 { 7 } else { 14 };
            Decoy { place: place % PLACES, on, off: coarse_end(on, left) + KEPT }
        };
        members.map(decoy).collect()
    }

    fn words(&self, day: i64, number: u32, member: u32) -> [u32; 8] {
        let mac = Hmac::<Sha256>::new_from_slice(&self.secret).expect("HMAC takes any key");
        let mac = mac.chain_update(b"karta-decoy-2\0").chain_update(day.to_be_bytes());
        let mac = mac.chain_update(number.to_be_bytes()).chain_update(member.to_be_bytes());
        let drawn: [u8; 32] = mac.finalize().into_bytes().into();
        let (words, _) = drawn.as_chunks::<4>();
        std::array::from_fn(|at| words.get(at).map_or(0, |word| u32::from_be_bytes(*word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-23T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn decoys_are_the_same_after_a_restart_and_others_elsewhere() {
        let set = Decoys::new([1; 32]).set(noon());
        assert_eq!(set, Decoys::new([1; 32]).set(noon()));
        let other = Decoys::new([2; 32]).set(noon());
        assert!(set.iter().filter(|place| other.contains(place)).count() < 5);
        assert!((350..1300).contains(&set.len()), "{}", set.len());
        assert!(set.iter().all(|place| *place < PLACES));
    }

    #[test]
    fn places_are_spread_over_the_whole_list() {
        let set = Decoys::new([3; 32]).set(noon());
        let mut quarters = [0; 4];
        for place in &set {
            quarters[(place / (PLACES / 4)) as usize] += 1;
        }
        let expected = set.len() / 4;
        for count in quarters {
            assert!(count > expected / 2 && count < expected * 2, "{quarters:?}");
        }
    }

    #[test]
    fn decoys_come_a_few_at_a_time_and_go_when_real_ones_would() {
        let decoys = Decoys::new([4; 32]);
        let seconds: Vec<Timestamp> = decoys
            .of(noon())
            .iter()
            .filter(|decoy| decoy.on <= noon())
            .map(|decoy| {
                let life = decoy.off.duration_since(decoy.on);
                assert!(life > KEPT && life <= days(16), "{life}");
                // Wednesday 03:00 UTC: two days after the Monday on which credentials end.
                assert_eq!((epoch(decoy.off) - 6 * DAY - 3 * 3600) % (7 * DAY), 0);
                decoy.on
            })
            .collect();
        let mut groups = BTreeMap::new();
        for second in seconds {
            *groups.entry(second).or_insert(0) += 1;
        }
        let sizes: std::collections::BTreeSet<u8> = groups.values().copied().collect();
        assert!((1..=AT_ONCE).all(|size| sizes.contains(&size)), "{sizes:?}");
        // Two instants of a day may fall on one second, once in a lifetime.
        assert!(sizes.iter().all(|size| *size <= 2 * AT_ONCE), "{sizes:?}");
    }

    #[test]
    fn a_place_is_held_before_during_and_after() {
        let decoys = Decoys::new([5; 32]);
        let set = decoys.set(noon());
        assert!(set.iter().all(|place| decoys.holds(*place, noon())));
        let week = noon() + days(LIST_DAYS);
        assert!(set.iter().all(|place| decoys.holds(*place, week)), "older lists have it set");
        let today = decoys.of(noon()).iter().find(|decoy| noon() < decoy.on).copied().unwrap();
        assert!(decoys.holds(today.place, noon()), "it is set later today");
        assert!(!decoys.set(noon()).contains(&today.place));
    }
}
