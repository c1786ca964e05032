//! [`Ahead`]: a file's statements, parsed stretch by stretch, on other cores ahead of whoever builds from them.
//!
//! What pest finds cannot leave its thread, so each stretch is flattened into a [`Tree`] first. Stretches begin where the
//! scan saw a statement begin. That is a guess, which the reader of the trees checks: a statement is what begins where the
//! one before ended. So threads change when something is parsed, never what comes of it.

use super::grammar::Tree;
use super::layout::Layout;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Stretches that may wait for their reader: enough that nobody idles, and little memory.
const WAITING: usize = 16;

/// Threads beyond the reader's. It keeps up with two of them.
const HELPERS: usize = 2;

/// The stretches of one file, each read once, by whoever comes first.
pub(super) struct Ahead<'a> {
    layout: &'a Layout,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// The first stretch that nobody has begun.
    next: usize,
    /// The stretch that the reader waits for or holds.
    reader: usize,
    /// From the reader's on: what was read.
    ready: VecDeque<Option<Tree>>,
    /// Trees to be used again.
    spare: Vec<Tree>,
    /// The reader has gone.
    over: bool,
}

impl<'a> Ahead<'a> {
    /// Runs `reader`, with helpers beside it as far as the file is long and the machine has cores.
    pub(super) fn read<R>(layout: &'a Layout, reader: impl FnOnce(&Self) -> R) -> R {
        let state = State { next: 0, reader: 0, ready: VecDeque::new(), spare: Vec::new(), over: false };
        let ahead = Self { layout, state: Mutex::new(state), changed: Condvar::new() };
        // One stretch alone is sooner parsed than a thread is started.
        let useful = ahead.len().saturating_sub(1).min(HELPERS);
        let helpers =
            if useful == 0 { 0 } else { useful.min(thread::available_parallelism().map_or(1, usize::from) - 1) };
        if helpers == 0 {
            return reader(&ahead);
        }
        thread::scope(|scope| {
            for _ in 0..helpers {
                // Where no thread can be had, the reader does all of it.
                let _ = thread::Builder::new().spawn_scoped(scope, || ahead.help());
            }
            let _over = Over(&ahead);
            reader(&ahead)
        })
    }

    /// How many stretches there are.
    pub(super) fn len(&self) -> usize {
        if self.layout.text.is_empty() { 0 } else { self.layout.cuts.len() + 1 }
    }

    /// The stretch with this number; they are asked for in order. `used` is the tree of the one before.
    pub(super) fn get(&self, index: usize, used: Tree) -> Tree {
        let mut state = self.lock();
        state.spare.push(used);
        while state.reader < index {
            state.reader += 1;
            state.ready.pop_front();
        }
        self.changed.notify_all();
        loop {
            if let Some(tree) = state.ready.front_mut().and_then(Option::take) {
                return tree;
            }
            // Whoever waits for a stretch that another one reads parses the next.
            state = match self.begin(&mut state) {
                Some((next, tree)) => {
                    drop(state);
                    self.parse(next, tree)
                }
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn help(&self) {
        let mut state = self.lock();
        while !state.over && state.next < self.len() {
            state = match self.begin(&mut state) {
                Some((next, tree)) => {
                    drop(state);
                    self.parse(next, tree)
                }
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Takes the next stretch on, unless too many wait already.
    fn begin(&self, state: &mut State) -> Option<(usize, Tree)> {
        let next = state.next;
        if next >= self.len() || next >= state.reader + WAITING {
            return None;
        }
        state.next += 1;
        Some((next, state.spare.pop().unwrap_or_default()))
    }

    fn parse(&self, index: usize, tree: Tree) -> MutexGuard<'_, State> {
        let cuts = &self.layout.cuts;
        let from = index.checked_sub(1).and_then(|before| cuts.get(before)).copied().unwrap_or(0);
        let until = cuts.get(index).copied().unwrap_or(self.layout.text.len() as u32);
        let mut begun = Begun { ahead: self, index, tree };
        begun.tree.read_ahead(&self.layout.text, from as usize, until as usize);
        drop(begun);
        self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stretch at work. Handed over however the work ends: the reader must not wait for ever.
struct Begun<'a, 'l> {
    ahead: &'a Ahead<'l>,
    index: usize,
    tree: Tree,
}

impl Drop for Begun<'_, '_> {
    fn drop(&mut self) {
        let mut state = self.ahead.lock();
        let place = self.index.saturating_sub(state.reader);
        if state.ready.len() <= place {
            state.ready.resize_with(place + 1, || None);
        }
        if let Some(ready) = state.ready.get_mut(place) {
            *ready = Some(std::mem::take(&mut self.tree));
        }
        self.ahead.changed.notify_all();
    }
}

/// Sends the helpers home when the reader ends, however it does.
struct Over<'a, 'l>(&'a Ahead<'l>);

impl Drop for Over<'_, '_> {
    fn drop(&mut self) {
        self.0.lock().over = true;
        self.0.changed.notify_all();
    }
}
