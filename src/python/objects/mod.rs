//! What Python values are made of. Knows nothing of frames or instructions: the types here hold
//! data and the invariants of that data; what needs to run Python code takes the [`Vm`](super::vm::Vm).

mod class;
mod dict;
mod exception;
mod function;
mod object;
mod remains;
mod set;
mod set_table;
mod text;
mod value;

pub use class::{Class, Layout};
pub use dict::Dict;
pub use exception::{ExceptionState, Hint, Raised, TraceEntry};
pub use function::unexpected_keyword;
pub use function::{
    Args, Builtin, BuiltinKind, Cell, FrameFn, Function, Getter, Method, NativeFn, Property, Setter,
};
pub use object::{Module, NativeObject, Object, Payload, Watchers};
pub use remains::Remains;
pub use set::Set;
pub use text::Str;
pub use value::{List, Origin, Range, Slice, Tuple, Value};

/// What running Python gives: a value, or a raised exception.
pub type PyResult<T = Value> = Result<T, Raised>;
