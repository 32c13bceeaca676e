//! Context variables.

use super::expressions::coroutine;
use super::prelude::Shared;
use super::writer::{Kind, Writer};

pub fn statement(w: &mut Writer) {
    let (var, tag) = (w.shared(Shared::Var), w.tag());
    let token = w.some(Kind::Token);
    let context = w.some(Kind::Context);
    match (w.chance.below(10), token, context) {
        (0 | 1, ..) => {
            let name = w.name(Kind::Token, "token");
            w.line(&format!("{name} = {var}.set({tag})"));
        }
        (2 | 3, ..) => w.line(&format!("{var}.set({tag})")),
        (4, Some(token), _) => {
            w.block("try", |w| w.line(&format!("{var}.reset({token})")));
            w.block("except (RuntimeError, ValueError) as e", |w| {
                w.line(&format!("print({tag}, type(e).__name__)"))
            });
        }
        (5, _, None) => {
            let name = w.name(Kind::Context, "context");
            w.line(&format!("{name} = contextvars.copy_context()"));
        }
        (5, _, Some(context)) => w.line(&format!("{context}.run({var}.set, {tag})")),
        (6, _, Some(context)) => w.line(&format!("print({tag}, {context}.run({var}.get))")),
        (7, _, Some(context)) => {
            let inner = coroutine(w);
            let name = w.name(Kind::Task, "t");
            w.line(&format!("{name} = asyncio.create_task({inner}, context={context})"));
        }
        _ => w.line(&format!("print({tag}, {var}.get())")),
    }
}
