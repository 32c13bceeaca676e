//! The arguments of library functions that CPython has in Python: bound by its rules, refused in
//! its words, which differ from those of functions in C ([`Args::bind`]).

use crate::python::objects::{Args, PyResult, Str, Value};
use crate::python::vm::Vm;

/// The value of each parameter. `parameters` are their names with spaces between, those after `*`
/// keyword-only; the first `required` have no default. A method's `self` is one of them.
///
/// # Errors
/// TypeError for an argument that is missing, unknown, given twice or one too many.
pub fn bind<const N: usize>(
    vm: &Vm,
    function: &str,
    args: Args,
    parameters: &str,
    required: usize,
) -> PyResult<[Option<Value>; N]> {
    let names: Vec<&str> = parameters.split(' ').filter(|word| *word != "*").collect();
    let positional = parameters.split(' ').position(|word| word == "*").unwrap_or(N);
    let given = args.positional.len();
    let mut bound: [Option<Value>; N] = [const { None }; N];
    for (place, value) in bound.iter_mut().take(positional).zip(args.positional) {
        *place = Some(value);
    }
    bind_keywords(vm, function, &names, &mut bound, args.keywords)?;
    if given > positional {
        let named = bound.iter().skip(positional).flatten().count();
        return Err(vm.type_error(&too_many(function, positional, required, given, named)));
    }
    let missing = bound.iter().zip(names).take(required).filter(|(value, _)| value.is_none());
    let missing: Vec<String> = missing.map(|(_, name)| format!("'{name}'")).collect();
    match missing.is_empty() {
        true => Ok(bound),
        false => Err(vm.type_error(&format!(
            "{function}() missing {} required positional argument{}: {}",
            missing.len(),
            if missing.len() == 1 { "" } else { "s" },
            enumerate(&missing)
        ))),
    }
}

fn bind_keywords(
    vm: &Vm,
    function: &str,
    names: &[&str],
    bound: &mut [Option<Value>],
    keywords: Vec<(Str, Value)>,
) -> PyResult<()> {
    for (name, value) in keywords {
        let place = names.iter().position(|known| *known == name.as_str());
        let Some(place) = place.and_then(|place| bound.get_mut(place)) else {
            return Err(vm.type_error(&format!("{function}() got an unexpected keyword argument '{name}'")));
        };
        if place.replace(value).is_some() {
            return Err(vm.type_error(&format!("{function}() got multiple values for argument '{name}'")));
        }
    }
    Ok(())
}

/// `a`, `a and b`, `a, b, and c`.
fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

fn too_many(function: &str, most: usize, least: usize, given: usize, named: usize) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let takes = match least < most {
        true => format!("from {least} to {most} positional arguments"),
        false => format!("{most} positional argument{}", plural(most)),
    };
    let were = if given == 1 && named == 0 { "was" } else { "were" };
    let given = match named {
        0 => given.to_string(),
        _ => format!(
            "{given} positional argument{} (and {named} keyword-only argument{})",
            plural(given),
            plural(named)
        ),
    };
    format!("{function}() takes {takes} but {given} {were} given")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_names_are_listed_as_in_cpython() {
        let names = |count: usize| ["'a'", "'b'", "'c'"][..count].iter().map(|name| (*name).to_owned()).collect();
        let listed = |count| enumerate(&Vec::from_iter::<Vec<String>>(names(count)));
        assert_eq!([listed(1), listed(2), listed(3)], ["'a'", "'a' and 'b'", "'a', 'b', and 'c'"]);
    }

    #[test]
    fn too_many_arguments_are_counted_as_in_cpython() {
        assert_eq!(
            too_many("Random.randint", 3, 3, 4, 0),
            "Random.randint() takes 3 positional arguments but 4 were given"
        );
        assert_eq!(
            too_many("Random.choices", 3, 2, 4, 1),
            "Random.choices() takes from 2 to 3 positional arguments but \
             4 positional arguments (and 1 keyword-only argument) were given"
        );
    }
}
