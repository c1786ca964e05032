//! The role graph; the only file that names petgraph.

use crate::model::{Model, RoleId};

/// Order and edges of the role graph.
#[derive(Debug)]
pub struct Hierarchy {
    /// Every role after all roles it inherits; roles of a cycle are left out of it.
    pub order: Vec<RoleId>,
    /// Direct heirs of each role, by [`RoleId`], sorted.
    pub heirs: Vec<Vec<RoleId>>,
    /// Cycles, each as the roles in order of inheritance, starting with its smallest id.
    pub cycles: Vec<Vec<RoleId>>,
    /// Edges (heir, parent) implied by a longer path (transitive reduction).
    pub redundant: Vec<(RoleId, RoleId)>,
}

impl Hierarchy {
    /// `role` and every role it inherits, sorted.
    pub fn closure(&self, model: &Model, role: RoleId) -> Vec<RoleId> {
        let _ = (model, role);
        unimplemented!()
    }

    /// `role` and every role that inherits it, sorted.
    pub fn heirs_closure(&self, role: RoleId) -> Vec<RoleId> {
        let _ = role;
        unimplemented!()
    }
}
