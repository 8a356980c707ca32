//! Assembles the schema from the rooms, and holds what all of them need: ids, scalars, connections, what a resolver may
//! ask of its request, limits, and the boundary where errors become sentences.

mod boundary;
mod connection;
mod context;
mod id;
mod operations;
mod scalars;

use async_graphql::{Context, ID, Interface, MergedObject, MergedSubscription, Object, Schema};

pub use boundary::{Asker, ClientRequest, LARGEST_REQUEST, execute, refusal, run, sentence, translate};
pub use connection::{Conn, Count, MOST as MOST_PER_PAGE, Place, Total, Window, cursor, read as read_cursor};
pub use context::{Ask, Loaders, Source};
pub use id::{Id, Kind, decode, encode};
pub use operations::{Operations, Prepared, bad};
pub use scalars::{Amount, Day};

use crate::{
    actions::{
        self, Action,
        example::graphql::ExampleQuery,
        family::graphql::{FamilyMutation, FamilyQuery},
        graphql::{ActionsMutation, ActionsQuery},
        library::graphql::LibraryQuery,
    },
    error::{ErrorCode, Result},
    files::graphql::{FilesMutation, FilesQuery},
    followup::graphql::{FollowUpQuery, editing::FollowUpMutation},
    imports::actions::graphql::{ImportsMutation, ImportsQuery},
    inventory::graphql::{InventoryMutation, InventoryQuery},
    live::{Channel, limits::Limit},
    networks::{
        self, Invitation, MembershipRequest, Network,
        graphql::{NetworksQuery, editing::NetworksMutation},
    },
    people::{
        self, Person,
        graphql::{Municipality, OtherOrganisation, PeopleMutation, PeopleQuery},
        organisations,
    },
    programmes::{
        Programme,
        graphql::{Programmes, ProgrammesMutation, ProgrammesQuery, editing::EditingMutation},
        indicators::{
            graphql::{IndicatorsMutation, IndicatorsQuery},
            incoming::graphql::{ValueImportMutation, ValueImportQuery},
        },
    },
    requests::graphql::{RequestsMutation, RequestsQuery},
    threads::{
        self, Message, Thread,
        graphql::{
            ThreadsMutation, ThreadsQuery,
            keeping::KeepingMutation,
            live::{Events, Presence, ThreadsSubscription},
        },
        waiting::graphql::{WaitingCount, WaitingMutation, WaitingQuery, WaitingSubscription},
    },
};

pub type Api = Schema<Query, Mutation, Subscription>;

/// Everything that can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    NodeQuery,
    PeopleQuery,
    NetworksQuery,
    ProgrammesQuery,
    IndicatorsQuery,
    ValueImportQuery,
    ActionsQuery,
    ExampleQuery,
    FilesQuery,
    LibraryQuery,
    RequestsQuery,
    FamilyQuery,
    ThreadsQuery,
    WaitingQuery,
    InventoryQuery,
    ImportsQuery,
    FollowUpQuery,
);

/// Everything that can be changed. A request holds one mutation.
#[derive(MergedObject, Default)]
pub struct Mutation(
    PeopleMutation,
    NetworksMutation,
    ProgrammesMutation,
    EditingMutation,
    IndicatorsMutation,
    ValueImportMutation,
    ActionsMutation,
    FilesMutation,
    RequestsMutation,
    FamilyMutation,
    ThreadsMutation,
    KeepingMutation,
    WaitingMutation,
    InventoryMutation,
    ImportsMutation,
    FollowUpMutation,
);

/// Everything that can be followed.
#[derive(MergedSubscription, Default)]
pub struct Subscription(ThreadsSubscription, WaitingSubscription);

/// Who may listen to which subscription.
pub static CHANNELS: [&dyn Channel; 3] = [&Events, &Presence, &WaitingCount];

/// How often which mutation may be asked for.
fn limit(mutation: &str) -> Limit {
    match mutation {
        "startThread" | "postMessage" | "editMessage" | "createRequest" | "answerRequest" => Limit::Posts,
        "setTyping" | "markThreadRead" | "markAllRead" => Limit::Signs,
        _ => Limit::Changes,
    }
}

/// Nested this deep at most; introspection alone is 15 deep.
const DEPTH: usize = 15;
/// Fields at most, those in lists counted as often as the list is long.
const COMPLEXITY: usize = 10_000;

/// The schema, without the data of an app: enough to print it.
#[must_use]
pub fn schema() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .register_output_type::<ErrorCode>()
        .limit_depth(DEPTH)
        .limit_complexity(COMPLEXITY)
        .limit_recursive_depth(32)
        .limit_directives(10)
}

/// Something with an id of its own.
#[expect(clippy::large_enum_variant, reason = "made once for a query, and moved once")]
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "A TypeID."))]
pub enum Node {
    Person(Person),
    Municipality(Municipality),
    OtherOrganisation(OtherOrganisation),
    Network(Network),
    Invitation(Invitation),
    MembershipRequest(MembershipRequest),
    Programme(Programme),
    Action(Action),
    Thread(Thread),
    Message(Message),
}

#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Whatever has this id; null when there is nothing that the viewer may see.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Node>> {
        let Some((prefix, id)) = decode(&id) else {
            return Ok(None);
        };
        let (app, viewer) = (ctx.app(), ctx.viewer());
        if prefix == organisations::MUNICIPALITY || prefix == organisations::OTHER {
            let found = match organisations::organisation(app, id).await {
                Ok(found) => people::graphql::Organisation::from(found),
                Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
                Err(error) => return Err(error),
            };
            return Ok(match found {
                people::graphql::Organisation::Municipality(node) if prefix == organisations::MUNICIPALITY => {
                    Some(node.into())
                }
                people::graphql::Organisation::OtherOrganisation(node) if prefix == organisations::OTHER => {
                    Some(node.into())
                }
                _ => None,
            });
        }
        if prefix == Action::PREFIX {
            return Ok(actions::action(app, viewer, Id::of(id)).await?.map(Node::from));
        }
        // Everything else is seen by people who are signed in.
        let Some(me) = viewer.maybe() else { return Ok(None) };
        Ok(match prefix {
            Person::PREFIX => match people::person(&app.db, Id::of(id)).await? {
                Some(person) if people::know_each_other(app, me, &person).await? => Some(person.into()),
                _ => None,
            },
            Network::PREFIX => networks::visible(app, me, Id::of(id)).await?.map(Node::from),
            Invitation::PREFIX => networks::joining::visible_invitation(app, me, Id::of(id))
                .await?
                .map(Node::from),
            MembershipRequest::PREFIX => networks::joining::visible_request(app, me, Id::of(id))
                .await?
                .map(Node::from),
            Programme::PREFIX => ctx.load::<Programmes>(Id::of(id)).await?.map(Node::from),
            Thread::PREFIX => threads::thread(app, viewer, Id::of(id)).await?.map(Node::from),
            Message::PREFIX => threads::message(app, viewer, Id::of(id)).await?.map(Node::from),
            _ => None,
        })
    }
}

/// The schema as it stands in `schema/schema.graphql`.
#[must_use]
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items();
    schema().finish().sdl_with_options(options)
}
