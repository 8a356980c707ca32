import { ActionLine } from '$lib/actions/documents';
import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { OrganisationName, PersonName } from '$lib/people/documents';
import { ThreadLine } from '$lib/threads/documents';

export const NetworkLine = graphql(
	`
		fragment NetworkLine on Network {
			id
			slug
			name
			languages
			viewerRole
			viewerRequestedAt
			memberCount
			organisation {
				...OrganisationName
			}
		}
	`,
	[OrganisationName],
);
export type NetworkLine = FragmentOf<typeof NetworkLine>;

export const NetworkList = graphql(
	`
		query NetworkList($after: String) {
			mayCreateNetwork
			networks(first: 50, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						...NetworkLine
					}
				}
			}
		}
	`,
	[NetworkLine],
);

export const MayCreateNetwork = graphql(`
	query MayCreateNetwork {
		mayCreateNetwork
	}
`);

export const NetworkQuery = graphql(
	`
		query Network($slug: String!) {
			network(slug: $slug) {
				...NetworkLine
				threads(first: 8) {
					totalCount
					edges {
						node {
							...ThreadLine
						}
					}
				}
				organisations(first: 100) {
					totalCount
					edges {
						node {
							memberCount
							organisation {
								...OrganisationName
								... on Municipality {
									latitude
									longitude
								}
							}
						}
					}
				}
			}
			actions(filter: { networkSlug: $slug }, order: RECENT, first: 6) {
				totalCount
				edges {
					node {
						...ActionLine
					}
				}
			}
		}
	`,
	[NetworkLine, ThreadLine, OrganisationName, ActionLine],
);
export type Network = NonNullable<ResultOf<typeof NetworkQuery>['network']>;

export const MemberFields = graphql(
	`
		fragment MemberFields on Membership {
			role
			joinedAt
			silencedUntil
			silenceReason
			person {
				...PersonName
				organisationConfirmed
				email
				phone
			}
		}
	`,
	[PersonName],
);
export type Member = FragmentOf<typeof MemberFields>;

export const NetworkMembers = graphql(
	`
		query NetworkMembers($slug: String!, $after: String) {
			network(slug: $slug) {
				members(first: 100, after: $after) {
					totalCount
					pageInfo {
						hasNextPage
						endCursor
					}
					edges {
						node {
							...MemberFields
						}
					}
				}
			}
		}
	`,
	[MemberFields],
);

export const InvitationFields = graphql(`
	fragment InvitationFields on Invitation {
		id
		email
		name
		role
		invitedAt
		mailedAt
		mailFailing
		organisation {
			id
			name
		}
	}
`);
export type Invitation = FragmentOf<typeof InvitationFields>;

export const RequestFields = graphql(
	`
		fragment RequestFields on MembershipRequest {
			id
			message
			askedAt
			person {
				...PersonName
				email
			}
		}
	`,
	[PersonName],
);

export const NetworkManagement = graphql(
	`
		query NetworkManagement($slug: String!) {
			network(slug: $slug) {
				...NetworkLine
				invitations(first: 100) {
					totalCount
					edges {
						node {
							...InvitationFields
						}
					}
				}
				membershipRequests(first: 100) {
					totalCount
					edges {
						node {
							...RequestFields
						}
					}
				}
			}
		}
	`,
	[NetworkLine, InvitationFields, RequestFields],
);

export const CreateNetwork = graphql(`
	mutation CreateNetwork($input: CreateNetworkInput!) {
		createNetwork(input: $input) {
			network {
				slug
			}
		}
	}
`);

export const InviteMembers = graphql(`
	mutation InviteMembers($input: InviteMembersInput!) {
		inviteMembers(input: $input) {
			invited
			problems {
				email
				message
			}
		}
	}
`);

export const RemindInvitation = graphql(
	`
		mutation RemindInvitation($input: RemindInvitationInput!) {
			remindInvitation(input: $input) {
				invitation {
					...InvitationFields
				}
			}
		}
	`,
	[InvitationFields],
);

export const WithdrawInvitation = graphql(`
	mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
		withdrawInvitation(input: $input) {
			network {
				id
			}
		}
	}
`);

export const AnswerMembershipRequest = graphql(`
	mutation AnswerMembershipRequest($input: AnswerMembershipRequestInput!) {
		answerMembershipRequest(input: $input) {
			network {
				id
			}
		}
	}
`);

export const ConfirmOrganisation = graphql(`
	mutation ConfirmOrganisation($input: ConfirmOrganisationInput!) {
		confirmOrganisation(input: $input) {
			person {
				id
				organisationConfirmed
			}
		}
	}
`);

export const SetMemberRole = graphql(`
	mutation SetMemberRole($input: SetMemberRoleInput!) {
		setMemberRole(input: $input) {
			membership {
				role
			}
		}
	}
`);

export const RemoveMember = graphql(`
	mutation RemoveMember($input: RemoveMemberInput!) {
		removeMember(input: $input) {
			network {
				id
			}
		}
	}
`);

export const LeaveNetwork = graphql(`
	mutation LeaveNetwork($input: LeaveNetworkInput!) {
		leaveNetwork(input: $input) {
			network {
				id
			}
		}
	}
`);

export const RequestMembership = graphql(`
	mutation RequestMembership($input: RequestMembershipInput!) {
		requestMembership(input: $input) {
			network {
				id
			}
		}
	}
`);

export const CreateOrganisation = graphql(`
	mutation CreateOrganisation($input: CreateOrganisationInput!) {
		createOrganisation(input: $input) {
			organisation {
				id
				name
			}
		}
	}
`);

export const OrganisationNames = graphql(`
	query OrganisationNames($text: String!) {
		organisations(text: $text, first: 5) {
			edges {
				node {
					id
					name
				}
			}
		}
	}
`);
