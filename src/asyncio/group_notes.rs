//! What the trace is told of those that wait for several tasks together: which they are.

use super::futures::{Future, FutureRef};
use super::host::Host;
use super::runtime::Runtime;
use super::tasks::Task;
use crate::trace::{EventKind, GroupKind, ObjectId, TaskId};

/// Note a group and all its members.
pub(super) fn note_group<'a, H: Host>(
    runtime: &Runtime<H>,
    object: ObjectId,
    kind: GroupKind,
    members: impl Iterator<Item = &'a FutureRef<H>>,
) {
    runtime.note(|_| EventKind::Group { object, kind });
    members.for_each(|member| note_member(runtime, object, member));
}

/// Note one more member.
pub(super) fn note_member<H: Host>(runtime: &Runtime<H>, object: ObjectId, member: &FutureRef<H>) {
    runtime.note(|_| EventKind::Member { object, task: member.task_id() });
}

impl<H: Host> Future<H> {
    /// The number of the task that this future is, if it is one.
    pub(super) fn task_id(&self) -> Option<TaskId> {
        self.task().map(Task::id)
    }
}
