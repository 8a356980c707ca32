//! The schema of what actions are described by: texts, money, themes.

use async_graphql::{Context, Object, SimpleObject};

use crate::{
    actions::{Currency, Themes, themes},
    graphql::{Amount, Ask},
    i18n::Language,
};

/// A text that somebody wrote, in the language asked for when there is a translation, else as written.
#[derive(SimpleObject)]
pub struct Text {
    /// The text itself.
    value: String,
    /// What it is written in.
    language: Language,
    /// Whether it is a translation of what was written.
    translated: bool,
}

impl Text {
    pub(crate) fn written(value: &str, language: Language) -> Self {
        Self {
            value: value.to_owned(),
            language,
            translated: false,
        }
    }
}

/// An amount of money.
#[derive(SimpleObject)]
pub struct Money {
    /// Whole units.
    pub(in crate::actions) amount: Amount,
    /// Of what.
    pub(in crate::actions) currency: Currency,
}

impl Money {
    pub fn of(amount: i64, currency: Currency) -> Self {
        Self {
            amount: Amount(amount),
            currency,
        }
    }
}

pub struct Theme(&'static themes::Theme);

impl From<&'static themes::Theme> for Theme {
    fn from(theme: &'static themes::Theme) -> Self {
        Self(theme)
    }
}

impl Theme {
    #[must_use]
    pub fn by_key(key: &str) -> Option<Self> {
        themes::theme(key).map(Self)
    }

    #[must_use]
    pub fn of(keys: &Themes) -> Vec<Self> {
        keys.0.iter().filter_map(|key| Self::by_key(key)).collect()
    }
}

/// A theme: a chapter of the handbook, or a sector.
#[Object]
impl Theme {
    /// Its stable key.
    async fn key(&self) -> &str {
        &self.0.key
    }
    /// Its name, in the viewer's language unless another is asked for.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "The language to show it in.")] language: Option<Language>,
    ) -> &str {
        self.0.name(language.unwrap_or_else(|| ctx.language()))
    }
}
