//! The list as one SQL statement that returns the finished JSON.

use std::{cell::RefCell, net::SocketAddr, sync::Arc};

use axum::{Router, body::Bytes, extract::State, http::header, response::IntoResponse, routing::post};
use deadpool_postgres::{Manager, Pool};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use uuid::Uuid;

use crate::{Outcome, data::Engine};

/// As many as Samverk and the peers may have.
const POOL: usize = 8;

pub async fn serve(listen: SocketAddr, database_url: &str, viewer: Uuid) -> Outcome<()> {
    let router = match database_url.strip_prefix("sqlite://") {
        Some(path) => Router::new()
            .route("/graphql", post(sqlite))
            .with_state(Arc::new(Sqlite {
                path: path.to_owned(),
                statement: statement(Engine::Sqlite),
                viewer,
            })),
        None => {
            let pool = Pool::builder(Manager::new(database_url.parse()?, tokio_postgres::NoTls))
                .max_size(POOL)
                .build()?;
            let postgres = Postgres {
                pool,
                statement: statement(Engine::Postgres),
                viewer,
            };
            Router::new()
                .route("/graphql", post(from_postgres))
                .with_state(Arc::new(postgres))
        }
    };
    let listener = tokio::net::TcpListener::bind(listen).await?;
    axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |stream| _ = stream.set_nodelay(true)),
        router,
    )
    .await?;
    Ok(())
}

struct Postgres {
    pool: Pool,
    statement: String,
    viewer: Uuid,
}

async fn from_postgres(State(floor): State<Arc<Postgres>>, _question: Bytes) -> impl IntoResponse {
    let client = floor.pool.get().await.expect("the bench's database answers");
    let statement = client
        .prepare_cached(&floor.statement)
        .await
        .expect("the statement is valid");
    let row = client
        .query_one(&statement, &[&floor.viewer])
        .await
        .expect("the statement runs");
    ([(header::CONTENT_TYPE, "application/json")], row.get::<_, String>(0))
}

struct Sqlite {
    path: String,
    statement: String,
    viewer: Uuid,
}

thread_local! {
    static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// The statement runs on the server's own threads, a connection each: there is nothing else that they could do meanwhile.
async fn sqlite(State(floor): State<Arc<Sqlite>>, _question: Bytes) -> impl IntoResponse {
    let json = CONNECTION.with_borrow_mut(|connection| {
        let connection = connection.get_or_insert_with(|| open(&floor.path).expect("the bench's database opens"));
        let mut statement = connection
            .prepare_cached(&floor.statement)
            .expect("the statement is valid");
        statement
            .query_row([floor.viewer.as_bytes()], |row| row.get::<_, String>(0))
            .expect("the statement runs")
    });
    ([(header::CONTENT_TYPE, "application/json")], json)
}

fn open(path: &str) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Else each bound value that the plan might depend on makes SQLite prepare the statement anew.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// The two engines name their JSON functions differently; the questions are the same.
fn statement(engine: Engine) -> String {
    let (object, group, json, id) = match engine {
        Engine::Postgres => ("json_build_object", "json_agg", "cast(%s as json)", "%s"),
        Engine::Sqlite => ("json_object", "json_group_array", "json(%s)", "lower(hex(%s))"),
    };
    let id = |column: &str| id.replace("%s", column);
    let json = |text: &str| json.replace("%s", text);
    let truth = if engine == Engine::Sqlite {
        json("case when count(*) > 20 then 'true' else 'false' end")
    } else {
        "count(*) > 20".into()
    };
    let themes = json(r#"'[{"key":"' || replace(trim(p.themes), ' ', '"},{"key":"') || '"}]'"#);
    let text = if engine == Engine::Postgres { "::text" } else { "" };
    let municipality = |o: &str| {
        format!(
            "{object}('id', {}, 'name', {o}.name, 'country', {o}.country, 'code', {o}.code, 'county', {o}.county)",
            id(&format!("{o}.id"))
        )
    };
    let (place, contact_place, origin_place) = (municipality("o"), municipality("co"), municipality("oo"));
    let (action_id, contact_id, origin_id, last) = (id("p.id"), id("c.id"), id("oa.id"), id("p.id"));
    let (visible, origin_visible) = (visible("a"), visible("oa"));
    format!(
        "select {object}('data', {object}('actions', {object}(
            'edges', {group}({object}('node', {object}(
                'id', {action_id}, 'title', {object}('value', p.title, 'language', upper(p.title_language)), 'status', p.status,
                'themes', {themes}, 'organisation', {place},
                'contact', case when c.id is not null then
                    {object}('id', {contact_id}, 'name', c.name, 'title', c.title, 'organisation', {contact_place}) end,
                'copyCount', p.copy_count,
                'origin', case when p.origin_id is not null then {object}('revision', p.origin_revision, 'action',
                    case when orv.action_id is not null then {object}('id', {origin_id},
                        'title', {object}('value', orv.title, 'language', upper(orv.title_language)), 'organisation', {origin_place}) end) end
            )) order by p.n) filter (where p.n <= 20),
            'pageInfo', {object}('hasNextPage', {truth}, 'endCursor', max(case when p.n = 20 then p.recent_at || '_' || {last} end))
        ))){text}
        from (
            select a.id, a.organisation_id, a.copy_count, a.origin_id, a.origin_revision, a.recent_at, r.title, r.title_language, r.status, r.themes, r.contact_id,
                row_number() over (order by a.recent_at desc, a.id desc) as n
            from action a join action_revision r on r.action_id = a.id and r.revision = a.published_revision
            where {visible}
            order by a.recent_at desc, a.id desc limit 21
        ) p
        join organisation o on o.id = p.organisation_id
        left join person c on c.id = p.contact_id
        left join organisation co on co.id = c.organisation_id
        left join action oa on oa.id = p.origin_id and {origin_visible}
        left join action_revision orv on orv.action_id = oa.id and orv.revision = oa.published_revision
        left join organisation oo on oo.id = oa.organisation_id"
    )
}

/// Published, and shown to the person who asks. Every peer has the same condition.
fn visible(action: &str) -> String {
    format!(
        "{action}.deleted_at is null and {action}.published_revision is not null and (
            {action}.visibility = 'PUBLIC'
            or {action}.organisation_id = (select organisation_id from person where id = $1)
            or ({action}.visibility = 'NETWORK' and exists (
                select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id
                where theirs.organisation_id = {action}.organisation_id and mine.person_id = $1)))"
    )
}
