//! The schema of changing networks: making them, who is in them, and keeping order.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    error::Result,
    graphql::{Ask, Id, sentence},
    i18n::Language,
    networks::{
        self, Invitation, Membership, MembershipRequest, Network, NetworkRole, NewNetwork,
        joining::{self, NewInvitation},
        silence,
    },
    people::{OrganisationId, Person},
};

/// A network of many organisations, or one organisation's own.
#[derive(InputObject)]
pub struct CreateNetworkInput {
    /// Its name in addresses: 2 to 60 small letters, digits and hyphens.
    slug: String,
    /// At most 120 characters.
    name: String,
    /// The languages that are written in it, its own first.
    languages: Vec<Language>,
    /// Whose own network it is; left out for one of many organisations.
    organisation_id: Option<ID>,
}

/// What came of making a network.
#[derive(SimpleObject)]
pub struct CreateNetworkPayload {
    /// The new network, which the viewer coordinates.
    network: Network,
}

/// Up to 500 invitations at once.
#[derive(InputObject)]
pub struct InviteMembersInput {
    /// The network.
    network_slug: String,
    /// Whom to invite.
    invitations: Vec<InvitationInput>,
}

/// Whom to invite.
#[derive(InputObject)]
pub struct InvitationInput {
    /// Where to send it.
    email: String,
    /// Who is meant.
    name: Option<String>,
    /// Who they work for: saying so lets them edit what is that organisation's.
    organisation_id: Option<ID>,
    /// What they will be.
    #[graphql(default_with = "NetworkRole::Member")]
    role: NetworkRole,
}

/// What came of inviting.
#[derive(SimpleObject)]
pub struct InviteMembersPayload {
    /// The network.
    network: Network,
    /// How many were made.
    invited: i64,
    /// Those that were not.
    problems: Vec<InvitationProblem>,
}

/// An invitation that was not made.
#[derive(SimpleObject)]
pub struct InvitationProblem {
    /// The address as it was given.
    email: String,
    /// Why, in the viewer's language.
    message: String,
}

/// A wish to join a network.
#[derive(InputObject)]
pub struct RequestMembershipInput {
    /// The network.
    network_slug: String,
    /// What to tell its coordinators, at most 1,000 characters.
    message: Option<String>,
}

/// What came of asking.
#[derive(SimpleObject)]
pub struct RequestMembershipPayload {
    /// The network.
    network: Option<Network>,
}

/// What somebody is to be in a network.
#[derive(InputObject)]
pub struct SetMemberRoleInput {
    /// The network.
    network_slug: String,
    /// Whose role.
    person_id: Id<Person>,
    /// The new one.
    role: NetworkRole,
}

/// What came of setting the role.
#[derive(SimpleObject)]
pub struct SetMemberRolePayload {
    /// As it is now.
    membership: Membership,
}

/// Who is to leave a network.
#[derive(InputObject)]
pub struct RemoveMemberInput {
    /// The network.
    network_slug: String,
    /// Who has to go.
    person_id: Id<Person>,
}

/// What came of removing them.
#[derive(SimpleObject)]
pub struct RemoveMemberPayload {
    /// The network without them.
    network: Network,
}

/// Which network to leave.
#[derive(InputObject)]
pub struct LeaveNetworkInput {
    /// The network.
    network_slug: String,
}

/// What came of leaving.
#[derive(SimpleObject)]
pub struct LeaveNetworkPayload {
    /// The network; null when it can no longer be found.
    network: Option<Network>,
}

/// Whom to remind.
#[derive(InputObject)]
pub struct RemindInvitationInput {
    /// The invitation.
    id: Id<Invitation>,
}

/// What came of reminding.
#[derive(SimpleObject)]
pub struct RemindInvitationPayload {
    /// As it is now.
    invitation: Invitation,
}

/// Which invitation to take back.
#[derive(InputObject)]
pub struct WithdrawInvitationInput {
    /// The invitation.
    id: Id<Invitation>,
}

/// What came of taking it back.
#[derive(SimpleObject)]
pub struct WithdrawInvitationPayload {
    /// Its network.
    network: Network,
}

/// An answer to somebody who asks to join.
#[derive(InputObject)]
pub struct AnswerMembershipRequestInput {
    /// The request.
    id: Id<MembershipRequest>,
    /// True makes the person a member; false takes the request away.
    accept: bool,
}

/// What came of answering.
#[derive(SimpleObject)]
pub struct AnswerMembershipRequestPayload {
    /// Its network.
    network: Network,
}

/// A word that somebody works where they say.
#[derive(InputObject)]
pub struct ConfirmOrganisationInput {
    /// A network that the viewer coordinates and the person is in.
    network_slug: String,
    /// Whose word is confirmed.
    person_id: Id<Person>,
}

/// What came of confirming.
#[derive(SimpleObject)]
pub struct ConfirmOrganisationPayload {
    /// As they are now.
    person: Person,
}

/// Who is not to speak for a time, and why.
#[derive(InputObject)]
pub struct SilenceMemberInput {
    /// Which network.
    network_slug: String,
    /// A member who does not coordinate it.
    person_id: Id<Person>,
    /// For how long: 1 to 720.
    hours: i32,
    /// One line of at most 300 characters, which the person sees.
    reason: String,
}

/// What came of silencing.
#[derive(SimpleObject)]
pub struct SilenceMemberPayload {
    /// As it is now.
    membership: Membership,
}

/// Who may speak again.
#[derive(InputObject)]
pub struct EndSilenceInput {
    /// Which network.
    network_slug: String,
    /// A member.
    person_id: Id<Person>,
}

/// What came of ending the silence.
#[derive(SimpleObject)]
pub struct EndSilencePayload {
    /// As it is now.
    membership: Membership,
}

#[derive(Default)]
pub struct NetworksMutation;

#[Object]
impl NetworksMutation {
    /// Makes a network, coordinated by the viewer.
    async fn create_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateNetworkInput,
    ) -> Result<CreateNetworkPayload> {
        let me = ctx.me()?;
        let organisation = match &input.organisation_id {
            Some(id) => Some(OrganisationId::parse("organisationId", id)?),
            None => None,
        };
        let new = NewNetwork {
            slug: input.slug,
            name: input.name,
            languages: input.languages,
            organisation,
        };
        Ok(CreateNetworkPayload {
            network: networks::create(ctx.app(), me, new).await?,
        })
    }

    /// Invites people by mail. Each address that does not do is told; the others are invited all the same.
    async fn invite_members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: InviteMembersInput,
    ) -> Result<InviteMembersPayload> {
        let me = ctx.me()?;
        let new = input.invitations.into_iter().map(|i| NewInvitation {
            email: i.email,
            name: i.name,
            organisation: i.organisation_id,
            role: i.role,
        });
        let (network, invited, problems) = joining::invite(ctx.app(), me, &input.network_slug, new.collect()).await?;
        let problems = problems
            .into_iter()
            .map(|problem| InvitationProblem {
                email: problem.email,
                message: sentence(ctx.language(), &problem.error),
            })
            .collect();
        Ok(InviteMembersPayload {
            network,
            invited,
            problems,
        })
    }

    /// Asks to be let in. Asking again replaces what was said before.
    async fn request_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RequestMembershipInput,
    ) -> Result<RequestMembershipPayload> {
        let network = joining::request_membership(ctx.app(), ctx.me()?, &input.network_slug, input.message).await?;
        Ok(RequestMembershipPayload { network: Some(network) })
    }

    /// Makes a member a coordinator, or the other way round. Coordinators may.
    async fn set_member_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetMemberRoleInput,
    ) -> Result<SetMemberRolePayload> {
        let membership =
            networks::set_role(ctx.app(), ctx.me()?, &input.network_slug, input.person_id, input.role).await?;
        Ok(SetMemberRolePayload { membership })
    }

    /// Takes somebody out of a network, and ends whatever they have open of it. Coordinators may.
    async fn remove_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RemoveMemberInput,
    ) -> Result<RemoveMemberPayload> {
        let network = networks::remove(ctx.app(), ctx.me()?, &input.network_slug, input.person_id).await?;
        Ok(RemoveMemberPayload { network })
    }

    /// Leaves a network.
    async fn leave_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: LeaveNetworkInput,
    ) -> Result<LeaveNetworkPayload> {
        let me = ctx.me()?;
        let network = networks::leave(ctx.app(), me, &input.network_slug).await?;
        Ok(LeaveNetworkPayload {
            network: networks::visible(ctx.app(), me, network.id).await?,
        })
    }

    /// Mails an invitation again, ten minutes after the last mail at the earliest. Coordinators may.
    async fn remind_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RemindInvitationInput,
    ) -> Result<RemindInvitationPayload> {
        Ok(RemindInvitationPayload {
            invitation: joining::remind(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// Takes an invitation back. Coordinators may.
    async fn withdraw_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: WithdrawInvitationInput,
    ) -> Result<WithdrawInvitationPayload> {
        Ok(WithdrawInvitationPayload {
            network: joining::withdraw(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// Lets somebody in who asked, or does not. Coordinators may.
    async fn answer_membership_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AnswerMembershipRequestInput,
    ) -> Result<AnswerMembershipRequestPayload> {
        let network = joining::answer_request(ctx.app(), ctx.me()?, input.id, input.accept).await?;
        Ok(AnswerMembershipRequestPayload { network })
    }

    /// Says that a member works where they say, so that they may edit what is that organisation's. Coordinators may.
    async fn confirm_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ConfirmOrganisationInput,
    ) -> Result<ConfirmOrganisationPayload> {
        let person = networks::confirm_organisation(ctx.app(), ctx.me()?, &input.network_slug, input.person_id).await?;
        Ok(ConfirmOrganisationPayload { person })
    }
    /// For a time, somebody may read but not speak in a network. Coordinators may.
    async fn silence_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SilenceMemberInput,
    ) -> Result<SilenceMemberPayload> {
        let (slug, reason) = (&input.network_slug, &input.reason);
        let membership = silence::silence(ctx.app(), ctx.me()?, slug, input.person_id, input.hours, reason).await?;
        Ok(SilenceMemberPayload { membership })
    }

    /// Lets somebody speak again before the time is over. Coordinators may.
    async fn end_silence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: EndSilenceInput,
    ) -> Result<EndSilencePayload> {
        let membership = silence::end(ctx.app(), ctx.me()?, &input.network_slug, input.person_id).await?;
        Ok(EndSilencePayload { membership })
    }
}
