//! What was acknowledged and what was delivered, and what must be true of the two.

use std::collections::{BTreeMap, HashMap};

/// A message that the server has acknowledged.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    pub client_id: String,
    pub message_id: String,
    pub seq: i64,
}

/// An event as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    pub seq: i64,
    /// `MessagePosted` and so on.
    pub kind: String,
    pub message_id: String,
}

/// What somebody saw who wanted everything, over all their connections.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    pub name: String,
    pub delivered: Vec<Delivered>,
    pub connections: usize,
}

/// What somebody saw who wanted only what was new, over one connection.
#[derive(Clone, Debug)]
pub struct Passerby {
    /// The last number when they surely listened.
    pub since: i64,
    pub delivered: Vec<Delivered>,
}

#[derive(Default)]
pub struct Record {
    pub acknowledged: Vec<Acknowledged>,
    pub readers: Vec<Reader>,
    pub passersby: Vec<Passerby>,
    /// The thread's last number in the end.
    pub last: i64,
}

impl Record {
    /// Everything that is not as promised; nothing when all is well.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut order: BTreeMap<i64, (&Delivered, &str)> = BTreeMap::new();
        for reader in &self.readers {
            let mut expected = 1;
            for event in &reader.delivered {
                if event.seq < expected {
                    faults.push(format!("{} was handed {} twice, or late", reader.name, event.seq));
                } else {
                    if event.seq > expected {
                        faults.push(format!(
                            "{} was not handed {expected} before {}",
                            reader.name, event.seq
                        ));
                    }
                    expected = event.seq + 1;
                }
                let (first, by) = order.entry(event.seq).or_insert((event, &reader.name));
                if *first != event {
                    faults.push(format!(
                        "{} is {event:?} to {} but {first:?} to {by}",
                        event.seq, reader.name
                    ));
                }
            }
            if expected != self.last + 1 {
                faults.push(format!("{} has come to {} of {}", reader.name, expected - 1, self.last));
            }
        }
        faults.extend(self.acknowledgements(&order));
        for passerby in &self.passersby {
            faults.extend(Self::passing(passerby));
        }
        faults
    }

    fn acknowledgements(&self, order: &BTreeMap<i64, (&Delivered, &str)>) -> Vec<String> {
        let mut faults = Vec::new();
        let mut by_client: HashMap<&str, &Acknowledged> = HashMap::new();
        for ack in &self.acknowledged {
            let first = by_client.entry(&ack.client_id).or_insert(ack);
            if (first.seq, &first.message_id) != (ack.seq, &ack.message_id) {
                faults.push(format!("{} was posted twice: {first:?}, {ack:?}", ack.client_id));
            }
            let delivered = order.get(&ack.seq).map(|(event, _)| *event);
            if delivered.is_none_or(|event| event.kind != "MessagePosted" || event.message_id != ack.message_id) {
                faults.push(format!(
                    "{} was acknowledged as {} but is not there: {delivered:?}",
                    ack.client_id, ack.seq
                ));
            }
        }
        // Every attempt is repeated until it is acknowledged, so in the end there is nothing else.
        let posted = order
            .values()
            .filter(|(event, _)| event.kind == "MessagePosted")
            .count();
        if posted != by_client.len() {
            faults.push(format!("{posted} messages came of {} that were sent", by_client.len()));
        }
        faults
    }

    fn passing(passerby: &Passerby) -> Vec<String> {
        let seqs: Vec<i64> = passerby.delivered.iter().map(|event| event.seq).collect();
        let mut faults = Vec::new();
        if seqs.windows(2).any(|pair| pair[1] != pair[0] + 1) {
            faults.push(format!("somebody who passed by was handed {seqs:?}"));
        }
        if let Some(first) = seqs.first()
            && *first > passerby.since + 1
        {
            faults.push(format!(
                "somebody listened since {} but was handed {first} first",
                passerby.since
            ));
        }
        faults
    }
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let event = |seq: i64, id: &str| Delivered {
        seq,
        kind: "MessagePosted".to_owned(),
        message_id: id.to_owned(),
    };
    let ack = |client: &str, seq: i64, id: &str| Acknowledged {
        client_id: client.to_owned(),
        message_id: id.to_owned(),
        seq,
    };
    let faults = |acknowledged: &[Acknowledged], delivered: &[&[Delivered]]| {
        let readers = delivered.iter().map(|events| Reader {
            delivered: events.to_vec(),
            ..Reader::default()
        });
        Record {
            acknowledged: acknowledged.to_vec(),
            readers: readers.collect(),
            passersby: Vec::new(),
            last: 2,
        }
        .faults()
        .len()
    };
    let acks = [ack("x", 1, "a"), ack("y", 2, "b")];
    let well = [event(1, "a"), event(2, "b")];
    assert_eq!(faults(&acks, &[&well, &well]), 0);
    assert!(faults(&acks, &[&well, &[event(1, "a")]]) > 0, "one is missing");
    assert!(faults(&acks, &[&[event(2, "b")]]) > 0, "a gap");
    assert!(
        faults(&acks, &[&[event(1, "a"), event(1, "a"), event(2, "b")]]) > 0,
        "twice"
    );
    assert!(faults(&acks, &[&[event(2, "b"), event(1, "a")]]) > 0, "out of order");
    assert!(
        faults(&acks, &[&well, &[event(1, "b"), event(2, "a")]]) > 0,
        "another order"
    );
    assert!(
        faults(&[acks[0].clone(), acks[1].clone(), ack("x", 2, "b")], &[&well]) > 0,
        "one clientId twice"
    );
    assert!(
        faults(&[acks[0].clone(), ack("y", 3, "c")], &[&well]) > 0,
        "acknowledged and gone"
    );
    let passes = |since| {
        Record::passing(&Passerby {
            since,
            delivered: vec![event(2, "b")],
        })
    };
    assert!(passes(1).is_empty() && passes(2).is_empty());
    assert_eq!(passes(0).len(), 1, "one was missed while somebody listened");
}
