//! Networks of the demo, with who was invited and who asks to come in.

use serde::Deserialize;

use super::Demo;
use crate::{
    error::Result,
    graphql::Id,
    i18n::Language,
    networks::{self, NetworkRole},
};

#[derive(Deserialize)]
pub(super) struct Networks {
    network: Vec<NetworkRow>,
}

#[derive(Deserialize)]
struct NetworkRow {
    slug: String,
    name: String,
    languages: Vec<Language>,
    organisation: Option<String>,
    coordinators: Vec<String>,
    members: Vec<String>,
    #[serde(default)]
    invitation: Vec<InvitationRow>,
    #[serde(default)]
    request: Vec<RequestRow>,
}

#[derive(Deserialize)]
struct InvitationRow {
    email: String,
    name: Option<String>,
    organisation: Option<String>,
    days_ago: u64,
}

#[derive(Deserialize)]
struct RequestRow {
    email: String,
    message: Option<String>,
    days_ago: u64,
}

impl Demo<'_> {
    pub(super) async fn networks(&mut self, rows: Networks) -> Result<()> {
        for row in rows.network {
            let organisation = row
                .organisation
                .as_deref()
                .map(|words| self.organisation(words))
                .transpose()?;
            let language = row.languages.first().copied().unwrap_or(Language::Sv);
            let network = networks::insert(
                self.app,
                &mut self.tx,
                row.slug.clone(),
                row.name,
                row.languages,
                organisation,
            )
            .await?;
            let coordinators = row.coordinators.iter().map(|email| (email, NetworkRole::Coordinator));
            for (email, role) in coordinators.chain(row.members.iter().map(|email| (email, NetworkRole::Member))) {
                let person = self.person(email)?;
                networks::add_member(self.app, &mut self.tx, network.id, &person, role).await?;
            }
            let inviter = self.person(&row.coordinators[0])?;
            for invitation in row.invitation {
                let at = self.days_ago(invitation.days_ago);
                let organisation_id = invitation
                    .organisation
                    .as_deref()
                    .map(|words| self.organisation(words))
                    .transpose()?;
                let sent = networks::Invitation {
                    id: Id::of(self.app.random.id(at)),
                    network_id: network.id,
                    email: invitation.email,
                    name: invitation.name,
                    organisation_id,
                    role: NetworkRole::Member,
                    language,
                    invited_by: Some(inviter.id),
                    invited_at: at,
                    mail_due_at: None,
                    mail_attempts: 1,
                    mailed_at: Some(at),
                };
                networks::joining::insert_mailed(&mut self.tx, &inviter, &sent).await?;
            }
            for request in row.request {
                let person = self.person(&request.email)?;
                let at = self.days_ago(request.days_ago);
                let asked = networks::MembershipRequest {
                    id: Id::of(self.app.random.id(at)),
                    network_id: network.id,
                    person_id: person.id,
                    message: request.message,
                    asked_at: at,
                };
                networks::joining::insert_request(&mut self.tx, &asked).await?;
            }
            self.networks.insert(row.slug, network);
        }
        Ok(())
    }
}
