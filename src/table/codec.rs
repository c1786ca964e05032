//! The text forms of a table: its rows as data, for auditors and data engines, and JSON and CSV of them.

use serde::Serialize;

use super::Table;
use super::bytes::NONE;
use super::cells::Entry;

/// One rule that a held role has for one right; a mask is for every action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<'a> {
    /// The held role.
    pub role: &'a str,
    /// `allow`, `deny` or `mask`.
    pub effect: &'static str,
    /// The action; `*` for a mask.
    pub action: &'a str,
    /// The object.
    pub object: &'a str,
    /// Whether it is about the record as well.
    pub record: bool,
    /// The fields that it is about.
    pub fields: Vec<&'a str>,
    /// Which records.
    pub scope: String,
    /// When; empty for always.
    pub condition: String,
    /// From when until when; empty for always.
    pub window: String,
    /// What must hold on the way from the role that writes it: `active` lines of an allow, cancels that must not run
    /// for a deny or mask. Ways are divided by ` | `; empty if one is free.
    pub ways: String,
    /// The roles from the held one down to the one that writes it.
    pub path: Vec<&'a str>,
    /// `named`
    pub name: Option<&'a str>,
    /// The template with its arguments.
    pub template: Option<&'a str>,
    /// The file that it is written in.
    pub file: &'a str,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// One way in which a person holds a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holding<'a> {
    /// Who.
    pub user: &'a str,
    /// Which.
    pub role: &'a str,
    /// Whose role it is, under a delegation.
    pub on_behalf_of: Option<&'a str>,
    /// The units that count; `None` if they are not known.
    pub units: Option<Vec<&'a str>>,
    /// Windows, all of which must be open.
    pub windows: Vec<String>,
    /// The same windows read wide, where that differs: while they are open, what the role takes away binds.
    pub wide: Option<Vec<String>>,
    /// The file that says so.
    pub file: &'a str,
    /// The line.
    pub line: u32,
    /// The line of the people file that gives it.
    pub row: Option<u32>,
}

/// Every row, by role, object and action.
pub fn rows<'t, 'a>(table: &'t Table<'a>) -> impl Iterator<Item = Row<'a>> + use<'t, 'a> {
    (0..table.held_roles()).flat_map(move |held| {
        let (start, end) = table.cells_of(held).unwrap_or((0, 0));
        (start..end).flat_map(move |at| cell(table, held, at))
    })
}

/// Everything that people hold, by person.
pub fn holdings<'t, 'a>(table: &'t Table<'a>) -> impl Iterator<Item = Holding<'a>> + use<'t, 'a> {
    (0..table.users()).flat_map(move |user| {
        let (start, end) = table.user_record(user).map_or((0, 0), |(user, next)| (user.hats, next.hats));
        (start..end).filter_map(move |hat| holding(table, user, hat))
    })
}

fn holding<'a>(table: &Table<'a>, user: u32, at: u32) -> Option<Holding<'a>> {
    let hat = table.views.hats.get(at)?;
    let (place, row) = table.hat_place(at)?;
    let units = table.units_of(hat.units);
    let (narrow, wide) = table.readings(hat.windows);
    let words = |list| table.list(list).iter().map(|window| table.window_words(window.at).to_string()).collect();
    Some(Holding {
        user: table.user_name(user),
        role: table.held_role_name(hat.held),
        on_behalf_of: (hat.behalf != NONE).then(|| table.user_name(hat.behalf)),
        units: units.map(|units| units.iter().map(|unit| table.unit_name(unit.at)).collect()),
        windows: words(narrow),
        wide: (wide != narrow).then(|| words(wide)),
        file: place.file,
        line: place.line,
        row,
    })
}

fn cell<'a>(table: &Table<'a>, held: u32, at: u32) -> Vec<Row<'a>> {
    let (Some(cell), Some(key)) = (table.cell_at(at), table.views.cell_keys.get(at)) else { return Vec::new() };
    let (right, object) = match key.checked_sub(table.rights()) {
        Some(object) => (None, object),
        None => (Some(key), table.object_of(key).unwrap_or(NONE)),
    };
    let deny = if right.is_none() { "mask" } else { "deny" };
    let allows = (0..cell.allows).filter_map(|at| Some(("allow", table.allow(&cell, at)?)));
    let denies = (0..cell.denies).filter_map(|at| Some((deny, table.deny(&cell, at)?)));
    allows.chain(denies).filter_map(|(effect, entry)| row(table, held, (right, object), effect, entry)).collect()
}

fn row<'a>(
    table: &Table<'a>,
    held: u32,
    (right, object): (Option<u32>, u32),
    effect: &'static str,
    entry: Entry,
) -> Option<Row<'a>> {
    let body = table.body(entry.rule)?;
    let coverage = table.views.coverages.get(body.coverage)?;
    let place = table.rule_place(entry.rule)?;
    let fields = table.fields_of(object);
    let covered = |field: &u32| table.covers(&coverage, field.saturating_sub(fields.start));
    Some(Row {
        role: table.held_role_name(held),
        effect,
        action: right.map_or("*", |right| table.action_name(right)),
        object: table.object_name(object),
        record: coverage.record != 0,
        fields: fields.clone().filter(covered).map(|field| table.field_name(field)).collect(),
        scope: table.scope_words(body.scope).to_string(),
        condition: table.condition_words(body.condition).to_string(),
        window: table.window_words(body.window).to_string(),
        ways: if effect == "allow" { active_ways(table, entry.guard) } else { cancel_ways(table, entry.guard) },
        path: table.path(held, entry.rule).roles,
        name: table.rule_name(entry.rule),
        template: table.rule_template(entry.rule),
        file: place.file,
        line: place.line,
        column: place.column,
    })
}

fn active_ways(table: &Table<'_>, guard: u32) -> String {
    let (start, end) = table.alternatives(guard).unwrap_or((0, 0));
    let way = |at: u32| {
        let ways = table.views.alternatives.slice(at, at.saturating_add(2));
        let (Some(way), Some(next)) = (ways.get(0), ways.get(1)) else { return String::new() };
        let actives = table.views.actives.slice(way.actives, next.actives).iter().map(|active| {
            let condition = table.condition_words(active.condition).to_string();
            let when = if condition.is_empty() { condition } else { format!("when {condition}") };
            let window = table.window_words(active.window).to_string();
            let words: Vec<_> = [window, when].into_iter().filter(|words| !words.is_empty()).collect();
            format!("active {}", words.join(" "))
        });
        let cuts = table.list(way.cuts).iter().map(|cut| {
            let place = table.suspension_note(cut.at).map(|(place, ..)| format!("{}:{}", place.file, place.line));
            format!("not suspended by {}", place.unwrap_or_default())
        });
        actives.chain(cuts).collect::<Vec<_>>().join(", ")
    };
    (start..end).map(way).collect::<Vec<_>>().join(" | ")
}

fn cancel_ways(table: &Table<'_>, guard: u32) -> String {
    let (start, end) = table.deny_alternatives(guard).unwrap_or((0, 0));
    let way = |at: u32| {
        let windows = table.views.deny_alternatives.get(at).map_or(0, |windows| windows.at);
        let words = table.list(windows).iter().map(|window| format!("not cancelled {}", table.window_words(window.at)));
        words.collect::<Vec<_>>().join(", ")
    };
    (start..end).map(way).collect::<Vec<_>>().join(" | ")
}

/// Rows or holdings as a JSON array, one item a line.
pub fn to_json<T: Serialize>(items: impl Iterator<Item = T>) -> Result<String, serde_json::Error> {
    let mut out = String::from("[");
    for (count, item) in items.enumerate() {
        out.push_str(if count == 0 { "\n" } else { ",\n" });
        out.push_str(&serde_json::to_string(&item)?);
    }
    out.push_str("\n]\n");
    Ok(out)
}

/// Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front.
pub fn to_csv<'a>(rows: impl Iterator<Item = Row<'a>>) -> String {
    let mut out = String::from(
        "role,effect,action,object,record,fields,scope,condition,window,ways,path,name,template,file,line,column\r\n",
    );
    for row in rows {
        let (fields, path) = (row.fields.join(" "), row.path.join(" > "));
        let (line, column) = (row.line.to_string(), row.column.to_string());
        let cells = [
            row.role,
            row.effect,
            row.action,
            row.object,
            if row.record { "yes" } else { "no" },
            &fields,
            &row.scope,
            &row.condition,
            &row.window,
            &row.ways,
            &path,
            row.name.unwrap_or(""),
            row.template.unwrap_or(""),
            row.file,
            &line,
            &column,
        ];
        for (count, cell) in cells.iter().enumerate() {
            out.push_str(if count == 0 { "" } else { "," });
            write_cell(cell, &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn write_cell(cell: &str, out: &mut String) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !cell.contains([',', '"', '\r', '\n']) {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(if formula { "'" } else { "" });
    for c in cell.chars() {
        out.push_str(if c == '"' { "\"" } else { "" });
        out.push(c);
    }
    out.push('"');
}
