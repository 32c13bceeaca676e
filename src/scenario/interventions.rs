//! What is done to the tasks of a run from outside of its program, as a document tells it:
//! `{"at":0.5,"do":"cancel","task":"Task-2"}`.
//!
//! The task is named as it was made; where others with that name were made before it, `"nth"` says how many.
//! `"turns"` says how many turns of the loop at just that time come before. In a program's text an intervention is
//! a comment, `# intervention: {…}`.

use super::link::json::{self, Value};
use crate::asyncio::Intervention;
use crate::trace::Act;
use crate::trace::json::{number, quoted};

/// More of them make no document.
pub const MOST: usize = 100;

/// The word for what is done.
pub fn act_name(act: Act) -> &'static str {
    match act {
        Act::Cancel => "cancel",
        Act::Copy => "copy",
    }
}

/// An intervention as JSON.
pub fn write(intervention: &Intervention) -> String {
    let Intervention { at, turns, act, task, nth } = intervention;
    let mut out = format!("{{\"at\":{},\"do\":\"{}\",\"task\":{}", number(*at), act_name(*act), quoted(task));
    for (key, value) in [("nth", *nth), ("turns", *turns)] {
        if value > 0 {
            out += &format!(",\"{key}\":{value}");
        }
    }
    out + "}"
}

/// An intervention that is written so; none where it is wrong.
pub fn read(text: &str) -> Option<Intervention> {
    of_fields(&json::object(text)?)
}

/// Those of a document; none where one of them is wrong, or they are too many.
pub(super) fn of_list(items: &[Value<'_>]) -> Option<Vec<Intervention>> {
    let read = |item: &Value<'_>| match item {
        Value::Object(fields) => of_fields(fields),
        _ => None,
    };
    if items.len() > MOST { None } else { items.iter().map(read).collect() }
}

fn of_fields(fields: &[(String, Value<'_>)]) -> Option<Intervention> {
    let field = |key: &str| fields.iter().rfind(|(name, _)| name == key).map(|(_, value)| value);
    let text = |key: &str| match field(key)? {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let count = |key: &str| match field(key) {
        None => Some(0),
        Some(Value::Number(digits)) => digits.parse().ok(),
        Some(_) => None,
    };
    let Some(Value::Number(at)) = field("at") else { return None };
    Some(Intervention {
        at: at.parse().ok().filter(|at: &f64| at.is_finite() && *at >= 0.0)?,
        turns: count("turns")?,
        act: [Act::Cancel, Act::Copy].into_iter().find(|act| text("do") == Some(act_name(*act)))?,
        task: text("task")?.into(),
        nth: count("nth")?,
    })
}

/// The program's text without such comments before it.
pub fn without_comments(code: &str) -> String {
    let mut at_head = true;
    let is_kept = |line: &&str| {
        at_head &= line.starts_with('#');
        !(at_head && line.starts_with("# intervention:"))
    };
    code.split_inclusive('\n').filter(is_kept).collect()
}

/// The program's text, with the interventions as comments before it.
pub fn with_comments(code: &str, interventions: &[Intervention]) -> String {
    let comments =
        interventions.iter().map(|intervention| format!("# intervention: {}\n", write(intervention)));
    comments.collect::<String>() + code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let one = Intervention { at: 0.1 + 0.2, turns: 3, act: Act::Copy, task: "a \"b\"\n".into(), nth: 2 };
        let text = write(&one);
        assert_eq!(text, r#"{"at":0.30000000000000004,"do":"copy","task":"a \"b\"\n","nth":2,"turns":3}"#);
        assert_eq!(read(&text), Some(one));
    }

    #[test]
    fn comments_come_and_go() {
        let one = Intervention { at: 1.0, turns: 0, act: Act::Cancel, task: "A".into(), nth: 0 };
        let code = "# title: T\nprint(1)\n# intervention: no\n";
        let with = with_comments(code, std::slice::from_ref(&one));
        assert_eq!(
            with.lines().next(),
            Some("# intervention: {\"at\":1.0,\"do\":\"cancel\",\"task\":\"A\"}")
        );
        assert_eq!(without_comments(&with), code);
    }

    #[test]
    fn what_is_wrong_is_none() {
        for wrong in [
            r#"{"at":-1,"do":"cancel","task":"A"}"#,
            r#"{"at":1e999,"do":"cancel","task":"A"}"#,
            r#"{"at":1,"do":"kill","task":"A"}"#,
            r#"{"at":1,"do":"cancel"}"#,
            r#"{"at":1,"do":"cancel","task":"A","nth":-1}"#,
            r#"{"at":"1","do":"cancel","task":"A"}"#,
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
