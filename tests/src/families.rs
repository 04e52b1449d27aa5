//! Families: adding, inviting and accepting, and the other side's consent.
//! **Invariant**: an invitation is used by the link of a letter, as it came.

use karta_core::api::Nothing;
use karta_core::api::family::{
    AcceptInvitation, Acceptance, AddMember, ChangedMember, ConsentToAct, DeclineInvitation,
    EditMember, GetMember, InvitationToken, InvitationView, InviteGuardian, JoinFamily, Joining,
    LeaveFamily, ListFamily, ListTies, LookAtInvitation, MemberView, NewMember, RemoveMember,
    ResendInvitation, SecondGuardian, SetConsentToAct, TieView,
};
use karta_core::api::problem::Problem;
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::id::MemberId;
use karta_core::secret::Secret;
use karta_core::town::Moment;

use crate::Resident;
use crate::people::full_name;

/// The page that asks whether somebody accepts.
const INVITATION: &str = "/zaproszenie?t=";

impl<'t> Resident<'t> {
    /// This account, acting for that member.
    #[track_caller]
    pub fn acting_for(&self, member: &MemberView) -> Resident<'t> {
        let whom = Some(member.resident.expect("somebody this account may act for"));
        Resident { name: member.name.clone(), born: member.born, whom, ..self.clone() }
    }

    pub async fn family(&self) -> Vec<MemberView> {
        self.client.call::<ListFamily>((), Nothing {}).await.unwrap().members
    }

    pub async fn looks_up(&self, member: MemberId) -> MemberView {
        self.client.call::<GetMember>(member, Nothing {}).await.unwrap()
    }

    pub async fn adds(
        &self,
        name: &str,
        born: &str,
        relationship: Relationship,
        email: Option<&Email>,
    ) -> Result<MemberView, Problem> {
        let (name, born) = (full_name(name), born.parse().unwrap());
        let (email, language) = (email.cloned(), self.language);
        let new = NewMember { name, born, relationship, email, language };
        self.client.call::<AddMember>((), new).await
    }

    /// A child without an address.
    pub async fn adds_child(&self, name: &str, born: &str) -> MemberView {
        self.adds(name, born, Relationship::Child, None).await.unwrap()
    }

    /// Changes what the family says of a member now.
    pub async fn edits(
        &self,
        member: MemberId,
        change: impl FnOnce(&mut ChangedMember),
    ) -> Result<MemberView, Problem> {
        let known = self.looks_up(member).await;
        let mut changed = ChangedMember {
            version: known.version,
            name: known.name,
            born: known.born,
            relationship: known.relationship,
            email: known.email,
            language: self.language,
        };
        change(&mut changed);
        self.client.call::<EditMember>(member, changed).await
    }

    pub async fn removes(&self, member: MemberId) -> Result<Vec<MemberView>, Problem> {
        Ok(self.client.call::<RemoveMember>(member, Nothing {}).await?.members)
    }

    pub async fn invites_again(&self, member: MemberId) -> Result<MemberView, Problem> {
        self.client.call::<ResendInvitation>(member, Nothing {}).await
    }

    pub async fn shares(&self, child: MemberId, with: &Email) -> Result<MemberView, Problem> {
        let second = SecondGuardian { email: with.clone(), language: self.language };
        self.client.call::<InviteGuardian>(child, second).await
    }

    /// What the newest invitation leads to.
    pub async fn invitation(&self) -> Secret {
        let mails = self.town.mails_to(&self.email).await;
        let newest = mails.iter().rev().find(|mail| mail.text.contains(INVITATION));
        let link = newest.expect("an invitation").link(INVITATION);
        Secret::new(link.split_once("?t=").unwrap().1)
    }

    pub async fn looks_at_it(&self) -> Result<InvitationView, Problem> {
        let token = self.invitation().await;
        self.client.call::<LookAtInvitation>((), InvitationToken { token }).await
    }

    /// Makes an account with the link; an adult gives the consents of registration.
    pub async fn accepts(&self, consent_to_act: bool) -> Result<Nothing, Problem> {
        let is_minor = self.looks_at_it().await?.is_minor;
        let consents = self.town.consents(Moment::Registration);
        let acceptance = Acceptance {
            token: self.invitation().await,
            password: self.password.clone(),
            language: self.language,
            consents: if is_minor { Vec::new() } else { consents },
            consent_to_act,
        };
        self.client.call::<AcceptInvitation>((), acceptance).await
    }

    /// Makes the account and signs in to it.
    pub async fn moves_in(&mut self, consent_to_act: bool) {
        self.accepts(consent_to_act).await.unwrap();
        self.signs_in().await.unwrap();
    }

    /// Uses the link with the account that is signed in.
    pub async fn joins(&mut self, consent_to_act: bool) -> Result<(), Problem> {
        let token = self.invitation().await;
        self.client.call::<JoinFamily>((), Joining { token, consent_to_act }).await?;
        self.signs_in().await?;
        Ok(())
    }

    pub async fn declines(&self) -> Result<Nothing, Problem> {
        let token = self.invitation().await;
        self.client.call::<DeclineInvitation>((), InvitationToken { token }).await
    }

    pub async fn ties(&self) -> Vec<TieView> {
        self.client.call::<ListTies>((), Nothing {}).await.unwrap().ties
    }

    /// Says of the one family this person is in whether it may act.
    pub async fn lets_act(&self, may_act: bool) -> Result<TieView, Problem> {
        let tie = self.ties().await[0].id;
        let consent = ConsentToAct { may_act };
        let ties = self.client.call::<SetConsentToAct>(tie, consent).await?.ties;
        Ok(ties.into_iter().find(|known| known.id == tie).expect("the tie stays"))
    }

    /// Leaves the one family this person is in.
    pub async fn leaves(&self) -> Result<Vec<TieView>, Problem> {
        let tie = self.ties().await[0].id;
        Ok(self.client.call::<LeaveFamily>(tie, Nothing {}).await?.ties)
    }
}
