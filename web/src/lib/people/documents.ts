import { graphql, type FragmentOf } from '$lib/api/graphql';

/** Enough of an organisation to name it. */
export const OrganisationName = graphql(`
	fragment OrganisationName on Organisation {
		__typename
		id
		name
		country
	}
`);

/** Enough of a person to say who speaks. */
export const PersonName = graphql(
	`
		fragment PersonName on Person {
			id
			name
			title
			organisation {
				...OrganisationName
			}
		}
	`,
	[OrganisationName],
);

export const ViewerFields = graphql(
	`
		fragment ViewerFields on Person {
			...PersonName
			language
			organisationConfirmed
			email
			phone
			sharesEmail
			sharesPhone
			hidePresence
			notices
			unit {
				id
				name
			}
			memberships {
				role
				network {
					id
					slug
					name
					languages
					organisation {
						id
					}
				}
			}
		}
	`,
	[PersonName],
);
export type Viewer = FragmentOf<typeof ViewerFields>;

export const ViewerQuery = graphql(
	`
		query Viewer {
			viewer {
				...ViewerFields
			}
		}
	`,
	[ViewerFields],
);

/** Only who it is: asked before something goes out that one person wrote. */
export const ViewerId = graphql(`
	query ViewerId {
		viewer {
			id
		}
	}
`);

export const UpdateViewer = graphql(
	`
		mutation UpdateViewer($input: UpdateViewerInput!) {
			updateViewer(input: $input) {
				viewer {
					...ViewerFields
				}
			}
		}
	`,
	[ViewerFields],
);

export const OrganisationSearch = graphql(
	`
		query OrganisationSearch($text: String) {
			organisations(text: $text, first: 12) {
				edges {
					node {
						...OrganisationName
					}
				}
			}
		}
	`,
	[OrganisationName],
);

export const MySettings = graphql(`
	query MySettings {
		sessions {
			id
			kind
			name
			createdAt
			usedAt
			expiresAt
			current
		}
		viewer {
			id
			organisation {
				id
				units {
					id
					name
				}
			}
		}
	}
`);

export const CreateUnit = graphql(`
	mutation CreateUnit($input: CreateUnitInput!) {
		createUnit(input: $input) {
			unit {
				id
				name
			}
		}
	}
`);

export const CreateApiToken = graphql(`
	mutation CreateApiToken($input: CreateApiTokenInput!) {
		createApiToken(input: $input) {
			token
		}
	}
`);

export const EndSession = graphql(`
	mutation EndSession($input: EndSessionInput!) {
		endSession(input: $input) {
			sessions {
				id
				kind
				name
				createdAt
				usedAt
				expiresAt
				current
			}
		}
	}
`);
