//! The rows that every server of the list bench reads: Samverk's own tables, filled with the same invented people and actions
//! on both engines. Everything is drawn from one seeded sequence, so two runs, and two engines, hold the same data.

use std::collections::HashMap;

use uuid::Uuid;

use crate::Outcome;

pub const ACTIONS: usize = 5_000;
pub const PEOPLE: usize = 300;
/// The network in which the first fifty people, [`email`] 0 to 49, are members; the first of them is the one who asks for the list.
pub const NETWORK: &str = "bench-0";

const NETWORKS: usize = 6;
/// 2026-01-01T00:00:00Z; rows are younger than this, never younger than the machine's clock should be.
const EPOCH: i64 = 1_767_225_600_000;
const MINUTE: i64 = 60_000;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A value of a row; only ids and truth are written differently by the two engines.
#[derive(Clone)]
enum Value {
    Id(Uuid),
    Text(String),
    Integer(i64),
    Flag(bool),
    Null,
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}
impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

struct Table {
    name: &'static str,
    columns: &'static str,
    rows: Vec<Vec<Value>>,
}

impl Table {
    fn new(name: &'static str, columns: &'static str) -> Self {
        Self {
            name,
            columns,
            rows: Vec::new(),
        }
    }
}

macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Value::from($value)),*] };
}

pub fn email(person: usize) -> String {
    format!("bench-{person}@demo.example")
}

/// Fills a migrated, otherwise empty database. Municipalities that the migration already brought are kept.
pub fn fill_sqlite(path: &str, actions: usize) -> Outcome<()> {
    let mut connection = rusqlite::Connection::open(path)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let existing = connection
        .prepare("select country, code, id from organisation where kind = 'municipality'")?
        .query_map((), |row| {
            let id: [u8; 16] = row.get(2)?;
            Ok(((row.get(0)?, row.get(1)?), Uuid::from_bytes(id)))
        })?
        .collect::<Result<HashMap<_, _>, _>>()?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(&script(Engine::Sqlite, &existing, actions)?)?;
    transaction.commit()?;
    Ok(())
}

pub async fn fill_postgres(url: &str, actions: usize) -> Outcome<()> {
    let client = connect(url).await?;
    let existing = client
        .query(
            "select country, code, id from organisation where kind = 'municipality'",
            &[],
        )
        .await?
        .iter()
        .map(|row| ((row.get(0), row.get(1)), row.get(2)))
        .collect();
    let script = script(Engine::Postgres, &existing, actions)?;
    client.batch_execute(&format!("begin;\n{script}commit;")).await?;
    // The run is too short to wait for the autovacuum that any real server has had.
    client.batch_execute("vacuum analyze").await?;
    Ok(())
}

pub async fn connect(url: &str) -> Outcome<tokio_postgres::Client> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

fn script(engine: Engine, existing: &Municipalities, actions: usize) -> Outcome<String> {
    let mut text = String::new();
    for table in tables(existing, actions)? {
        for rows in table.rows.chunks(500) {
            let rows: Vec<String> = rows
                .iter()
                .map(|row| {
                    let values: Vec<String> = row.iter().map(|value| literal(engine, value)).collect();
                    format!("({})", values.join(", "))
                })
                .collect();
            text += &format!(
                "insert into {} ({}) values\n{};\n",
                table.name,
                table.columns,
                rows.join(",\n")
            );
        }
    }
    Ok(text)
}

fn literal(engine: Engine, value: &Value) -> String {
    match value {
        Value::Id(id) if engine == Engine::Sqlite => format!("x'{}'", id.simple()),
        Value::Id(id) => format!("'{id}'"),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Integer(number) => number.to_string(),
        Value::Flag(flag) if engine == Engine::Sqlite => i64::from(*flag).to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Null => "null".to_owned(),
    }
}

type Municipalities = HashMap<(String, String), Uuid>;

/// What a later row needs to know of an action drawn before it.
struct Drawn {
    id: Uuid,
    organisation: usize,
    published: Option<i64>,
    copies: i64,
    family: Uuid,
    generation: i64,
}

fn tables(existing: &Municipalities, actions: usize) -> Outcome<Vec<Table>> {
    let mut draw = Draw(20);

    let mut organisation = Table::new(
        "organisation",
        "id, kind, country, code, name, sort_key, folded, county_code, county, population, created_at",
    );
    let mut organisations = Vec::new();
    let mut reference = csv::Reader::from_path("reference/municipalities.csv")?;
    for record in reference.deserialize() {
        let record: HashMap<String, String> = record?;
        let field = |name: &str| {
            record
                .get(name)
                .cloned()
                .ok_or_else(|| format!("municipalities.csv has no column {name}"))
        };
        let (country, code, name) = (field("country")?, field("code")?, field("name")?);
        let id = existing.get(&(country.clone(), code.clone())).copied();
        organisations.push(id.unwrap_or_else(|| draw.id(EPOCH)));
        if id.is_none() {
            organisation.rows.push(row![
                organisations[organisations.len() - 1],
                "municipality",
                country,
                code,
                name.as_str(),
                name.to_lowercase(),
                name.to_lowercase(),
                field("county_code")?,
                field("county_name")?,
                field("population")?.parse::<i64>().ok(),
                EPOCH,
            ]);
        }
    }

    let mut network = Table::new("network", "id, slug, name, sort_key, languages, created_at");
    let networks: Vec<Uuid> = (0..NETWORKS).map(|_| draw.id(EPOCH)).collect();
    for (n, id) in networks.iter().enumerate() {
        let name = format!("Nätverk {n}");
        network.rows.push(row![
            *id,
            format!("bench-{n}"),
            name.as_str(),
            name.to_lowercase(),
            r#"["sv","nn","nb"]"#,
            EPOCH
        ]);
    }

    let mut person = Table::new(
        "person",
        "id, email, name, sort_key, title, language, organisation_id, organisation_confirmed, shares_email, shares_phone, founder, created_at",
    );
    let mut membership = Table::new(
        "membership",
        "network_id, person_id, organisation_id, role, sort_key, joined_at",
    );
    let mut people = Vec::new();
    for n in 0..PEOPLE {
        let (id, place) = (draw.id(EPOCH), draw.below(organisations.len()));
        let name = format!("{} {} nr {n}", draw.of(&FIRST_NAMES), draw.of(&LAST_NAMES));
        person.rows.push(row![
            id,
            email(n),
            name.as_str(),
            name.to_lowercase(),
            draw.of(&TITLES),
            draw.of(&LANGUAGES),
            organisations[place],
            true,
            true,
            false,
            false,
            EPOCH,
        ]);
        // Everybody is in one network, the first fifty also in the one where the thread bench takes place.
        let second = 1 + n % (NETWORKS - 1);
        for joined in (n < 50).then_some(0).into_iter().chain([second]) {
            let role = if n == 0 { "COORDINATOR" } else { "MEMBER" };
            membership.rows.push(row![
                networks[joined],
                id,
                organisations[place],
                role,
                name.to_lowercase(),
                EPOCH
            ]);
        }
        people.push((id, place));
    }
    let viewer_place = people[0].1;

    let mut programme = Table::new("programme", "id, organisation_id, name, sort_key, created_at");
    let mut programmes = HashMap::new();
    for (_, place) in &people {
        programmes.entry(*place).or_insert_with(|| {
            let id = draw.id(EPOCH);
            let name = "Klimat- och miljöprogram 2026–2034";
            programme
                .rows
                .push(row![id, organisations[*place], name, name.to_lowercase(), EPOCH]);
            id
        });
    }

    let themes = theme_keys()?;
    let mut action = Table::new(
        "action",
        "id, organisation_id, programme_id, revision, published_revision, visibility, origin_id, origin_revision, copied_at, copied_by, \
         copy_count, created_at, updated_at, recent_at, deleted_at, family_id, generation",
    );
    let mut revision = Table::new(
        "action_revision",
        "action_id, revision, title, title_language, description, description_language, lessons, lessons_language, status, themes, \
         starts, ends, cost_amount, cost_currency, contact_id, author_id, at, sort_key, folded",
    );
    let mut drawn: Vec<Drawn> = Vec::new();
    // As long a time, however many they are.
    let step = MINUTE * 30 * i64::try_from(ACTIONS)? / i64::try_from(actions)?;
    for n in 0..actions {
        let at = EPOCH + i64::try_from(n)? * step;
        // Published again in another order than created (the factor is prime), else the newest page would never have been copied.
        let recent = EPOCH + i64::try_from(actions + n * 2_741 % actions)? * step;
        let id = draw.id(at);
        let (author, place) = people[draw.below(people.len())];
        let contact = people[draw.below(people.len())].0;

        // The viewer's own drafts would be seen by the viewer alone: there are none, so that "published" is the whole rule.
        let own = place == viewer_place;
        let published = (own || draw.percent(95)).then(|| 1 + i64::from(draw.percent(30)));
        let newest = published.unwrap_or(1) + i64::from(!own && draw.percent(15));
        let deleted = (!own && draw.percent(1)).then_some(at);
        let visibility = match draw.below(10) {
            0 => "ORGANISATION",
            1..4 => "NETWORK",
            _ => "PUBLIC",
        };

        let mut origin = None;
        let (mut family, mut generation) = (id, 0);
        if n >= 100 && draw.percent(40) {
            // Half of the copies are of the first 200 actions: a few are copied often, and copies are copied on.
            let of = if draw.percent(50) {
                draw.below(200.min(n))
            } else {
                draw.below(n)
            };
            if let Some(origin_revision) = drawn[of].published.filter(|_| drawn[of].organisation != place) {
                drawn[of].copies += 1;
                origin = Some((drawn[of].id, origin_revision));
                (family, generation) = (drawn[of].family, drawn[of].generation + 1);
            }
        }

        let language = draw.of(&LANGUAGES);
        let title = format!("{} {}", draw.of(&DEEDS), draw.of(&PLACES));
        let description = (0..4).map(|_| draw.of(&SENTENCES)).collect::<Vec<_>>().join(" ");
        let keys = format!(" {} {} ", draw.of(&themes), draw.of(&themes));
        for number in 1..=newest {
            revision.rows.push(row![
                id,
                number,
                title.as_str(),
                language,
                description.as_str(),
                language,
                None::<&str>,
                None::<&str>,
                draw.of(&STATUSES),
                keys.as_str(),
                "2026-01-01",
                "2028-12-31",
                100_000 + i64::try_from(draw.below(900_000))?,
                "SEK",
                contact,
                author,
                at,
                title.to_lowercase(),
                format!("{title} {description}").to_lowercase(),
            ]);
        }
        action.rows.push(row![
            id,
            organisations[place],
            programmes[&place],
            newest,
            published,
            visibility,
            origin.map(|o| o.0),
            origin.map(|o| o.1),
            origin.map(|_| at),
            origin.map(|_| author),
            0,
            at,
            recent,
            recent,
            deleted,
            family,
            generation,
        ]);
        drawn.push(Drawn {
            id,
            organisation: place,
            published,
            copies: 0,
            family,
            generation,
        });
    }
    for (row, drawn) in action.rows.iter_mut().zip(&drawn) {
        row[COPY_COUNT] = Value::Integer(drawn.copies);
    }

    Ok(vec![
        organisation,
        network,
        person,
        membership,
        programme,
        action,
        revision,
    ])
}

/// Where `copy_count` stands in a row of `action`: it is known only when all copies are drawn.
const COPY_COUNT: usize = 10;

fn theme_keys() -> Outcome<Vec<String>> {
    let mut reference = csv::Reader::from_path("reference/themes.csv")?;
    let column = reference
        .headers()?
        .iter()
        .position(|name| name == "key")
        .ok_or("themes.csv has no column key")?;
    Ok(reference
        .records()
        .map(|record| Ok(record?[column].to_owned()))
        .collect::<csv::Result<_>>()?)
}

/// SplitMix64: a sequence that is the same on every machine, without a dependency.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn of<'a, T: AsRef<str>>(&mut self, choices: &'a [T]) -> &'a str {
        choices[self.below(choices.len())].as_ref()
    }

    /// A UUIDv7 of that instant.
    fn id(&mut self, at: i64) -> Uuid {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_le_bytes());
        random[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(at.unsigned_abs(), &random).into_uuid()
    }
}

const LANGUAGES: [&str; 3] = ["sv", "nn", "nb"];
const STATUSES: [&str; 4] = ["IDEA", "PLANNED", "ONGOING", "DONE"];
const FIRST_NAMES: [&str; 8] = [
    "Astrid", "Bjørn", "Cecilia", "Dag", "Elsa", "Frøydis", "Gunnar", "Hedda",
];
const LAST_NAMES: [&str; 8] = [
    "Prøve",
    "Provström",
    "Måling",
    "Mätare",
    "Vekt",
    "Vågman",
    "Linjal",
    "Tumstock",
];
const TITLES: [&str; 4] = ["Miljöstrateg", "Klimarådgivar", "Klimatstrateg", "Klimarådgiver"];
const DEEDS: [&str; 10] = [
    "Solceller på taken till",
    "Fossilfria transporter för",
    "Mindre matsvinn i",
    "Laddning av tjänstebilar vid",
    "Utslippsfrie anleggsplassar ved",
    "Energioppfølging i",
    "Ombruk av möbler i",
    "Regnvatten som resurs kring",
    "Sykkelparkering ved",
    "Massivtre i nye",
];
const PLACES: [&str; 10] = [
    "skolorna i centrum",
    "äldreboendena",
    "kommunhuset",
    "idrettshallane",
    "förskolorna",
    "barnehagane på øyane",
    "biblioteken",
    "hamna",
    "verkstäderna",
    "sykehjemmene",
];
const SENTENCES: [&str; 6] = [
    "Åtgärden började som ett försök på två platser och sprids nu till hela kommunen.",
    "Tiltaket vert følgt opp kvart kvartal, og tala går til kommunestyret saman med økonomirapporten.",
    "Kostnaden är återbetald på sex till nio år, räknat på dagens energipris.",
    "Det viktigste er at driftspersonalet er med frå starten og eig løysinga etterpå.",
    "Upphandlingen gjordes med funktionskrav, så att mindre leverantörer kunde vara med.",
    "Erfaringene deles med nabokommunene i et fast møte hver vår.",
];
