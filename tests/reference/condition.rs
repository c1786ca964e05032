//! Conditions and scopes, three-valued (language.md sections 5 and 6).

use super::policy::{Comparison, Condition, Object, Path, Policy, Root, Scope, ScopeTerm, Term, UnitOf};
use super::request::{Request, Subject};
use super::value::{Fact, Known, Truth, Type, World, fact, likened, nfc};
use std::net::IpAddr;

/// One request about one action of an object, and who asks.
pub struct Question<'a> {
    pub policy: &'a Policy,
    pub request: &'a Request,
    /// The one who asks: a known person's id, else the id as sent.
    pub me: String,
    pub object_name: &'a str,
    pub object: &'a Object,
    /// Not always the request's: the owner rule of create asks about another one.
    pub action: String,
}

/// For whom a scope is tested.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The one who asks and, under a delegation, the one whose role it is.
    pub people: Vec<String>,
    /// `None`: not known.
    pub units: Option<Vec<String>>,
}

impl Question<'_> {
    fn known_person(&self) -> Option<&super::policy::Person> {
        match self.request.subject {
            Subject::Id(_) => self.policy.people.get(&self.me),
            Subject::RoleAlone(_) => None,
        }
    }

    /// An attribute of the record; without a record nothing is known.
    fn record_fact(&self, name: &str) -> Fact {
        let Some(record) = &self.request.record else { return Fact::Missing };
        let Some(field) = self.object.field(name) else { return Fact::Missing };
        let Some(ty) = &field.ty else { return Fact::Missing };
        let sent = if field.from_records { None } else { record.properties.get(name) };
        fact(ty, sent.or(record.held.get(name)), self)
    }

    /// What is known of an attribute.
    pub fn fact_of(&self, root: &str, attribute: &str) -> Fact {
        let root = match root {
            "record" => Root::Record,
            "subject" => Root::Subject,
            _ => Root::Request,
        };
        self.fact(&Path { root, attribute: attribute.to_string() })
    }

    fn fact(&self, path: &Path) -> Fact {
        let name = path.attribute.as_str();
        match path.root {
            Root::Record if name == "id" && self.object.field("id").is_none() => {
                let id = self.request.record.as_ref().and_then(|r| r.id.as_ref());
                id.map_or(Fact::Missing, |id| Fact::Known(Known::Text(nfc(id))))
            }
            Root::Record => self.record_fact(name),
            Root::Subject => match self.policy.subject.get(name) {
                Some(attribute) if attribute.from_table => {
                    let stated = self.known_person().and_then(|p| p.attributes.get(name));
                    stated.cloned().unwrap_or(Fact::Missing)
                }
                Some(attribute) => fact(&attribute.ty, self.request.subject_attributes.get(name), self),
                None => Fact::Missing,
            },
            Root::Request => match self.policy.request.get(name) {
                Some(attribute) => fact(&attribute.ty, self.request.request_attributes.get(name), self),
                None => Fact::Missing,
            },
        }
    }

    fn type_of(&self, path: &Path) -> Option<Type> {
        let name = path.attribute.as_str();
        match path.root {
            Root::Record if name == "id" && self.object.field("id").is_none() => Some(Type::Text),
            Root::Record => self.object.field(name)?.ty.clone(),
            Root::Subject => self.policy.subject.get(name).map(|a| a.ty.clone()),
            Root::Request => self.policy.request.get(name).map(|a| a.ty.clone()),
        }
    }

    /// What the right side of a test on a value of type `ty` stands for; `None` if it is not known.
    fn term(&self, ty: &Type, term: &Term) -> Option<Known> {
        match (ty, term) {
            (_, Term::Path(path)) => match self.fact(path) {
                Fact::Known(known) => Some(known),
                Fact::Missing | Fact::Null => None,
            },
            (Type::Number, Term::Number(n)) => Some(Known::Number(*n)),
            (Type::Text, Term::Text(text)) => Some(Known::Text(text.clone())),
            (Type::Boolean, Term::Name(name)) => Some(Known::Boolean(name == "true")),
            (Type::Enumeration(values), Term::Name(name) | Term::Text(name)) => {
                values.iter().position(|(value, _)| value == name).map(Known::Choice)
            }
            (Type::User, Term::User(id) | Term::Name(id) | Term::Text(id)) => {
                Some(Known::User(self.policy.person(id).unwrap_or_else(|| id.clone())))
            }
            (Type::Unit, Term::Unit(unit) | Term::Name(unit) | Term::Text(unit)) => Some(Known::Unit(unit.clone())),
            (Type::Address, Term::Text(text)) => {
                text.parse::<IpAddr>().ok().map(|ip| Known::Address(ip.to_canonical()))
            }
            _ => panic!("a term {term:?} for {ty:?}"),
        }
    }

    /// Whether a condition holds, where `me` is any of these people.
    pub fn holds(&self, condition: &Condition, me: &[String]) -> Truth {
        match condition {
            Condition::And(parts) => parts.iter().fold(Truth::True, |truth, part| truth.and(self.holds(part, me))),
            Condition::Or(parts) => parts.iter().fold(Truth::False, |truth, part| truth.or(self.holds(part, me))),
            Condition::Not(inner) => self.holds(inner, me).not(),
            Condition::Holds(path) => match self.fact(path) {
                Fact::Known(Known::Boolean(b)) => Truth::of(b),
                _ => Truth::Unknown,
            },
            Condition::Compare(path, op, Term::Me) => self.compare_me(path, *op, me),
            Condition::Compare(path, op, term) => self.compare(path, *op, term),
            Condition::OneOf(path, terms) => {
                let is = |term: &Term| match term {
                    Term::Me => self.compare_me(path, Comparison::Is, me),
                    term => self.compare(path, Comparison::Is, term),
                };
                terms.iter().fold(Truth::False, |truth, term| truth.or(is(term)))
            }
            Condition::Has(path, Term::Me) => match self.fact(path) {
                Fact::Known(known) => has_any(&known, |k| matches!(k, Known::User(u) if me.contains(u))),
                Fact::Missing | Fact::Null => Truth::Unknown,
            },
            Condition::Has(path, term) => {
                let member = match self.type_of(path) {
                    Some(Type::Set(member)) => self.term(&member, term),
                    _ => None,
                };
                match (self.fact(path), member) {
                    (Fact::Known(Known::Set(members)), Some(member)) => Truth::of(members.contains(&member)),
                    _ => Truth::Unknown,
                }
            }
            Condition::In(path, blocks) => match self.fact(path) {
                Fact::Known(Known::Address(ip)) => Truth::of(blocks.iter().any(|block| lies_in(ip, *block))),
                _ => Truth::Unknown,
            },
            Condition::IsNone(path) => match self.fact(path) {
                Fact::Missing => Truth::Unknown,
                Fact::Null => Truth::True,
                Fact::Known(_) => Truth::False,
            },
            Condition::IsSet(path) => match self.fact(path) {
                Fact::Missing => Truth::Unknown,
                Fact::Null => Truth::False,
                Fact::Known(_) => Truth::True,
            },
        }
    }

    /// It is one of those whom `me` means, or none of them.
    fn compare_me(&self, path: &Path, op: Comparison, me: &[String]) -> Truth {
        match (self.fact(path), op) {
            (Fact::Known(Known::User(user)), Comparison::Is) => Truth::of(me.contains(&user)),
            (Fact::Known(Known::User(user)), Comparison::IsNot) => Truth::of(!me.contains(&user)),
            _ => Truth::Unknown,
        }
    }

    fn compare(&self, path: &Path, op: Comparison, term: &Term) -> Truth {
        let right = self.type_of(path).and_then(|ty| self.term(&ty, term));
        let (Fact::Known(left), Some(right)) = (self.fact(path), right) else { return Truth::Unknown };
        let order = match (&left, &right) {
            (Known::Number(a), Known::Number(b)) => a.cmp(b),
            (Known::Choice(a), Known::Choice(b)) => a.cmp(b),
            _ if op == Comparison::Is => return Truth::of(left == right),
            _ => return Truth::of(left != right),
        };
        Truth::of(match op {
            Comparison::Is => order.is_eq(),
            Comparison::IsNot => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
        })
    }

    /// Whether the record is in `scope`; without a scope it is.
    pub fn in_scope(&self, scope: Option<&Scope>, holder: &Holder) -> Truth {
        let Some(scope) = scope else { return Truth::True };
        let inside = scope.terms.iter().fold(Truth::False, |truth, term| truth.or(self.in_term(term, holder)));
        if scope.outside { inside.not() } else { inside }
    }

    fn in_term(&self, term: &ScopeTerm, holder: &Holder) -> Truth {
        match term {
            ScopeTerm::All => Truth::True,
            ScopeTerm::NoOwner => match self.owner() {
                Fact::Missing => Truth::Unknown,
                Fact::Null => Truth::True,
                Fact::Known(_) => Truth::False,
            },
            ScopeTerm::Own => self.own(holder),
            ScopeTerm::Team => self.team(holder),
            ScopeTerm::Reports => self.team(holder).or(self.reports(holder)),
            ScopeTerm::MyUnit { below } => {
                let mine = |unit: &String| {
                    let mut units = holder.units.iter().flatten();
                    Truth::of(units.any(|u| if *below { self.policy.at_or_below(unit, u) } else { unit == u }))
                };
                self.team(holder)
                    .or(self.unit_of_record(|unit| if holder.units.is_none() { Truth::Unknown } else { mine(unit) }))
            }
            ScopeTerm::Unit { unit, below } => {
                self.unit_of_record(|u| Truth::of(if *below { self.policy.at_or_below(u, unit) } else { u == unit }))
            }
            ScopeTerm::Shared => self.shared(holder),
        }
    }

    fn owner(&self) -> Fact {
        self.object.owner.as_ref().map_or(Fact::Missing, |owner| self.record_fact(owner))
    }

    /// Nobody owns a record of an object that declares no owner.
    pub fn own(&self, holder: &Holder) -> Truth {
        if self.object.owner.is_none() {
            return Truth::False;
        }
        match self.owner() {
            Fact::Known(Known::User(owner)) => Truth::of(holder.people.contains(&owner)),
            Fact::Null => Truth::False,
            _ => Truth::Unknown,
        }
    }

    fn team(&self, holder: &Holder) -> Truth {
        let team = match &self.object.team {
            None => Truth::False,
            Some(team) => match self.record_fact(team) {
                Fact::Missing => Truth::Unknown,
                Fact::Null => Truth::False,
                Fact::Known(known) => has_any(&known, |k| matches!(k, Known::User(u) if holder.people.contains(u))),
            },
        };
        self.own(holder).or(team)
    }

    /// Whether the owner is below: nothing is known above the last stated `reports to`.
    fn reports(&self, holder: &Holder) -> Truth {
        match self.owner() {
            Fact::Null => Truth::False,
            Fact::Known(Known::User(owner)) => {
                let mut person = self.policy.people.get(&owner);
                while let Some(up) = person.and_then(|p| p.reports_to.as_ref()) {
                    if holder.people.contains(up) {
                        return Truth::True;
                    }
                    person = self.policy.people.get(up);
                }
                Truth::Unknown
            }
            _ => Truth::Unknown,
        }
    }

    /// Tests the unit of the record; of several units of its owner one will do.
    fn unit_of_record(&self, test: impl Fn(&String) -> Truth) -> Truth {
        match &self.object.unit {
            // A record of an object that declares no unit belongs to none.
            UnitOf::Nothing => Truth::False,
            UnitOf::Field(field) => match self.record_fact(field) {
                Fact::Known(Known::Unit(unit)) => test(&unit),
                Fact::Null => Truth::False,
                _ => Truth::Unknown,
            },
            UnitOf::Owner => match self.owner() {
                Fact::Null => Truth::False,
                Fact::Known(Known::User(owner)) => match self.policy.people.get(&owner) {
                    Some(person) if !person.units.is_empty() => {
                        person.units.iter().fold(Truth::False, |truth, unit| truth.or(test(unit)))
                    }
                    _ => Truth::Unknown,
                },
                _ => Truth::Unknown,
            },
        }
    }

    fn shared(&self, holder: &Holder) -> Truth {
        let lines = self.object.shared.iter().filter(|(_, actions)| actions.contains(&self.action));
        lines.fold(Truth::False, |truth, (set, _)| truth.or(self.shared_set(set, holder)))
    }

    fn shared_set(&self, set: &str, holder: &Holder) -> Truth {
        let ty = self.object.field(set).and_then(|f| f.ty.clone());
        let of_units = ty == Some(Type::Set(Box::new(Type::Unit)));
        match self.record_fact(set) {
            Fact::Missing => Truth::Unknown,
            Fact::Null => Truth::False,
            Fact::Known(_) if of_units && holder.units.is_none() => Truth::Unknown,
            Fact::Known(known) => has_any(&known, |member| match member {
                Known::User(user) => holder.people.contains(user),
                Known::Unit(unit) => holder.units.iter().flatten().any(|u| u == unit),
                _ => false,
            }),
        }
    }
}

/// What is sent is read by what the policy knows, and by who asks.
impl World for Question<'_> {
    fn person(&self, id: &str) -> Option<String> {
        let stranger = matches!(self.request.subject, Subject::Id(_)) && self.me == id;
        self.policy.person(id).or(stranger.then(|| id.to_string()))
    }

    fn is_likened(&self, form: &str) -> bool {
        let stranger = matches!(self.request.subject, Subject::Id(_)) && !self.policy.people.contains_key(&self.me);
        self.policy.is_likened(form) || (stranger && likened(&self.me).is_none_or(|mine| mine == form))
    }

    fn has_unit(&self, name: &str) -> bool {
        self.policy.has_unit(name)
    }
}

fn has_any(set: &Known, test: impl Fn(&Known) -> bool) -> Truth {
    match set {
        Known::Set(members) => Truth::of(members.iter().any(test)),
        _ => Truth::Unknown,
    }
}

fn lies_in(address: IpAddr, (block, prefix): (IpAddr, u8)) -> bool {
    let bits = |ip: IpAddr| match ip {
        IpAddr::V4(v4) => (u128::from(v4.to_bits()) << 96, 32),
        IpAddr::V6(v6) => (v6.to_bits(), 128),
    };
    let ((a, width), (b, same)) = (bits(address), bits(block));
    width == same && (prefix == 0 || (a ^ b) >> (128 - u32::from(prefix)) == 0)
}
