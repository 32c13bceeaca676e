//! The names that the machine itself looks up often.

use crate::python::objects::Str;

macro_rules! names {
    ($($field:ident: $text:literal;)*) => {
        pub struct Names {
            $(pub $field: Str,)*
        }

        impl Names {
            pub fn new() -> Self {
                Self { $($field: Str::new($text)),* }
            }
        }
    };
}

names! {
    call: "__call__";
    init: "__init__";
    new: "__new__";
    getattr: "__getattr__";
    getattribute: "__getattribute__";
    setattr: "__setattr__";
    delattr: "__delattr__";
    get_descriptor: "__get__";
    set_descriptor: "__set__";
    slots: "__slots__";
}
