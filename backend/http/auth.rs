//! Signing in and out by browser. JSON in, JSON out, same origin only; what it is about is in `people/sign_in.rs`.

use std::sync::Arc;

use async_graphql::ID;
use axum::{
    Json,
    body::Bytes,
    extract::{State, rejection::JsonRejection},
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, RETRY_AFTER, SET_COOKIE},
    },
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::visitor::{COOKIE_NAME, Visitor};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql,
    i18n::Language,
    people::{
        OrganisationId, organisations,
        sign_in::{self, Arrival, Profile, Purpose},
    },
};

type Body<T> = Result<Json<T>, JsonRejection>;

/// An error in the same shape as GraphQL's.
pub fn refuse(language: Language, status: StatusCode, error: &Error) -> impl IntoResponse + use<> {
    (
        status,
        [(CACHE_CONTROL, "no-store")],
        retry_after(error.retry_after()),
        Json(graphql::refusal(language, error)),
    )
}

/// When to come again, for whoever reads only headers.
pub fn retry_after(seconds: Option<u64>) -> Option<[(HeaderName, HeaderValue); 1]> {
    seconds.map(|seconds| [(RETRY_AFTER, seconds.into())])
}

/// The status that says the same as a code.
pub fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::LinkSpent => StatusCode::GONE,
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    }
}

/// Runs what a route does and puts its error into words.
pub(super) async fn told(app: &Arc<App>, visitor: &Visitor, work: impl Future<Output = Result<Response>>) -> Response {
    match work.await {
        Ok(response) => response,
        Err(error) => {
            let language = match visitor.viewer(app).await {
                Ok((_, language)) => language,
                Err(_) => visitor.language(),
            };
            refuse(language, status(error.code()), &error).into_response()
        }
    }
}

fn given<T>(body: Body<T>) -> Result<T> {
    body.map(|Json(given)| given)
        .map_err(|_| Error::new(ErrorCode::BadRequest).saying("error-body"))
}

pub(super) fn answer(value: Value) -> Response {
    ([(CACHE_CONTROL, "no-store")], Json(value)).into_response()
}

/// What the sign-in page needs to know.
pub async fn options(State(app): State<Arc<App>>, visitor: Visitor) -> Response {
    told(&app, &visitor, async {
        let mut people = Vec::new();
        for person in sign_in::demo_people(&app).await? {
            let organisation = organisations::organisation(&app, person.organisation_id).await?;
            people.push(json!({
                "email": person.email,
                "name": person.name,
                "organisation": organisation.name,
                "language": person.language,
            }));
        }
        Ok(answer(json!({ "demo": people, "language": visitor.language() })))
    })
    .await
}

#[derive(Deserialize)]
pub struct LinkRequest {
    email: String,
    language: Option<Language>,
}

/// Sends a link. The answer never says whether there is such a person.
pub async fn link(State(app): State<Arc<App>>, visitor: Visitor, body: Body<LinkRequest>) -> Response {
    told(&app, &visitor, async {
        let request = given(body)?;
        let language = request.language.unwrap_or(visitor.language());
        sign_in::request_link(&app, &request.email, language, &visitor.address).await?;
        Ok((StatusCode::ACCEPTED, answer(json!({}))).into_response())
    })
    .await
}

#[derive(Deserialize)]
pub struct LookRequest {
    token: String,
}

/// What a link's page shows. It spends nothing: mail scanners look too.
pub async fn look(State(app): State<Arc<App>>, visitor: Visitor, body: Body<LookRequest>) -> Response {
    told(&app, &visitor, async {
        let request = given(body)?;
        sign_in::arriving(&app, &visitor.address).await?;
        let look = sign_in::look(&app, &request.token).await?;
        let purpose = match look.link.purpose {
            Purpose::SignIn => "sign_in",
            Purpose::SignUp => "sign_up",
            Purpose::Invitation => "invitation",
            Purpose::Founder => "founder",
        };
        let mut shown = json!({
            "purpose": purpose,
            "email": look.link.email,
            "name": look.person.as_ref().map(|person| person.name.clone()),
            "needsProfile": look.needs_profile(),
        });
        if let Some(invitation) = &look.invitation {
            let network = crate::networks::network(&app.db, invitation.network_id)
                .await?
                .ok_or_else(Error::not_found)?;
            shown["network"] = json!({ "slug": network.slug, "name": network.name });
            if shown["name"].is_null() {
                shown["name"] = json!(invitation.name);
            }
            if let Some(id) = invitation.organisation_id {
                let organisation = organisations::organisation(&app, id).await?;
                shown["organisation"] = json!({ "id": organisation.type_id().0, "name": organisation.name });
            }
        }
        Ok(answer(shown))
    })
    .await
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionRequest {
    token: String,
    name: Option<String>,
    organisation_id: Option<String>,
    language: Option<Language>,
    email: Option<String>,
}

/// The button on a link's page: spends the link and signs in.
pub async fn session(State(app): State<Arc<App>>, visitor: Visitor, body: Body<SessionRequest>) -> Response {
    told(&app, &visitor, async {
        let request = given(body)?;
        let organisation_id = match request.organisation_id {
            Some(id) => Some(OrganisationId::parse("organisationId", &ID(id))?.0),
            None => None,
        };
        sign_in::arriving(&app, &visitor.address).await?;
        let profile = Profile {
            name: request.name,
            organisation_id,
            language: request.language,
            email: request.email,
        };
        let (before, language) = visitor.viewer(&app).await?;
        let arrival = sign_in::spend(&app, &request.token, profile, &visitor.browser, language, &before).await?;
        Ok(arrived(&arrival))
    })
    .await
}

#[derive(Deserialize)]
pub struct DemoRequest {
    email: String,
}

/// Signs in as one of the demo people.
pub async fn demo(State(app): State<Arc<App>>, visitor: Visitor, body: Body<DemoRequest>) -> Response {
    told(&app, &visitor, async {
        let request = given(body)?;
        let (before, _) = visitor.viewer(&app).await?;
        let arrival = sign_in::enter_demo(&app, &request.email, &visitor.browser, &before).await?;
        Ok(arrived(&arrival))
    })
    .await
}

fn arrived(arrival: &Arrival) -> Response {
    let life = sign_in::ABSOLUTE.as_secs();
    let cookie = format!(
        "{COOKIE_NAME}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={life}",
        arrival.token
    );
    with_cookie(&cookie, json!({ "next": arrival.next }))
}

fn with_cookie(cookie: &str, value: Value) -> Response {
    let mut response = answer(value);
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

fn signed_out() -> Response {
    with_cookie(
        &format!("{COOKIE_NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"),
        json!({}),
    )
}

/// Ends this browser's session, and whatever connection rests on it. The body is not looked at.
pub async fn sign_out(State(app): State<Arc<App>>, visitor: Visitor, _: Bytes) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        if let Some(me) = viewer.maybe() {
            sign_in::end_session(&app, me, me.session_id).await?;
        }
        Ok(signed_out())
    })
    .await
}

/// Ends the sessions of all of a person's browsers.
pub async fn sign_out_everywhere(State(app): State<Arc<App>>, visitor: Visitor, _: Bytes) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        sign_in::sign_out_everywhere(&app, viewer.me()?).await?;
        Ok(signed_out())
    })
    .await
}
