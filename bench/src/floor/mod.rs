//! What nothing can go below: the same answer, or the same frames, with no GraphQL at all. A floor is started as a process of
//! its own, like any other server under test.

pub mod list;
pub mod thread;
