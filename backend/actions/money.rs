//! Money: what costs are in, and the dated rates at which they are shown in another currency, from `reference/rates.csv`.

use std::sync::LazyLock;

use async_graphql::Enum;

use crate::db::text_enum;

/// A currency that budgets are in here.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// Swedish krona
    Sek,
    /// Norwegian krone
    Nok,
    /// Euro
    Eur,
}
text_enum!(Currency { Sek = "SEK", Nok = "NOK", Eur = "EUR" });

/// A thousand billion: more than any municipality's budget, and far from overflowing when converted.
pub(in crate::actions) const MOST_MONEY: i64 = 1_000_000_000_000;

/// Money as it comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    pub amount: i64,
    pub currency: Currency,
}

#[derive(Debug, serde::Deserialize)]
struct Rate {
    currency: String,
    per_eur: f64,
}

static RATES: LazyLock<Vec<(Currency, f64)>> = LazyLock::new(|| {
    csv::Reader::from_reader(&include_bytes!("../../reference/rates.csv")[..])
        .deserialize::<Rate>()
        .filter_map(|row| {
            let row = row.expect("reference/rates.csv is compiled in, and a test reads it");
            Some((Currency::from_text(&row.currency)?, row.per_eur))
        })
        .collect()
});

impl Money {
    /// The same in another currency, to whole units, by the table's rates; `None` when it has none.
    #[must_use]
    pub fn converted(self, to: Currency) -> Option<Self> {
        if to == self.currency {
            return Some(self);
        }
        let per_eur = |currency| {
            RATES
                .iter()
                .find(|(known, _)| *known == currency)
                .map(|(_, rate)| *rate)
        };
        #[expect(clippy::cast_precision_loss, reason = "amounts end at 10^12, far below 2^53")]
        let amount = (self.amount as f64 / per_eur(self.currency)? * per_eur(to)?).round();
        #[expect(clippy::cast_possible_truncation, reason = "as above")]
        Some(Self {
            amount: amount as i64,
            currency: to,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_converted_through_the_euro() {
        let cost = Money {
            amount: 1_000_000,
            currency: Currency::Sek,
        };
        let there = cost.converted(Currency::Nok).unwrap();
        assert!((1_000_000..1_100_000).contains(&there.amount));
        assert_eq!(cost.converted(Currency::Sek).unwrap().amount, 1_000_000);
        let back = there.converted(Currency::Sek).unwrap();
        assert!((back.amount - cost.amount).abs() <= 1);
    }
}
