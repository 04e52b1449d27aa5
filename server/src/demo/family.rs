//! Anna's family: three children, one of them almost grown up, and the grandmother.
//! **Invariant**: Hanna comes of age 30 days after the demo begins; the others keep their ages.

use karta_core::family::Relationship;
use karta_core::id::{AccountId, MemberId};
use karta_core::time::{Timestamp, day_of, plus_days, plus_years};

use super::people::{Settled, date, full_name, resident};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::members::Member;
use crate::store::residents::Resident;

pub(super) struct Family {
    pub zofia: Resident,
    pub jan: Resident,
    pub hanna: Resident,
    members: Vec<Member>,
}

impl Family {
    /// Anna's; Marek is Zofia's guardian as well.
    pub fn of(
        anna: &Settled,
        marek: &Settled,
        irena: &Settled,
        now: Timestamp,
        since: Timestamp,
    ) -> Result<Self, Failure> {
        let of_age = plus_days(day_of(now), 30);
        let zofia = resident(full_name("Zofia", "Zawada")?, Some(date(2016, 9, 3)?), since);
        let jan = resident(full_name("Jan", "Zawada")?, Some(date(2012, 2, 11)?), since);
        let born = plus_years(of_age, -18);
        let hanna = resident(full_name("Hanna", "Zawada")?, Some(born), since);
        let mut members = Vec::new();
        for (head, child) in [(anna, &zofia), (anna, &jan), (anna, &hanna), (marek, &zofia)] {
            members.extend(member(head.account.id, child, Relationship::Child, since));
        }
        let grandmother = member(anna.account.id, &irena.person, Relationship::Parent, since);
        members.extend(grandmother.map(|tie| Member {
            email: Some(irena.account.email.clone()),
            joined: Some(since),
            consent: Some(since),
            ..tie
        }));
        Ok(Self { zofia, jan, hanna, members })
    }

    pub fn write(&self, tx: &mut Tx<'_>) -> Result<(), Failure> {
        for child in [&self.zofia, &self.jan, &self.hanna] {
            tx.insert_resident(child)?;
        }
        for member in &self.members {
            tx.insert_member(member)?;
        }
        Ok(())
    }
}

/// As long as they have no address of their own.
fn member(
    head: AccountId,
    person: &Resident,
    relationship: Relationship,
    since: Timestamp,
) -> Option<Member> {
    Some(Member {
        id: MemberId::new(draw::uuid(since)),
        head,
        resident: Some(person.id),
        name: person.name.clone(),
        born: person.born?,
        relationship,
        email: None,
        created: since,
        joined: None,
        declined: None,
        consent: None,
        ended: None,
        version: 1,
    })
}
