//! What a page without a network, processes and signals has no use for. It is there by name, so that
//! programs find out what is missing when they use it, and not by a misleading AttributeError.

use super::classes::Spec;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

const fn class(name: &'static str, module: &'static str) -> Spec {
    Spec::new(name, module, "", NO_INSTANCES)
}

pub(super) const CLASSES: &[Spec] = &[
    class("AbstractServer", "asyncio.events"),
    class("BaseProtocol", "asyncio.protocols"),
    Spec::new("BufferedProtocol", "asyncio.protocols", "BaseProtocol", NO_INSTANCES),
    Spec::new("DatagramProtocol", "asyncio.protocols", "BaseProtocol", NO_INSTANCES),
    Spec::new("Protocol", "asyncio.protocols", "BaseProtocol", NO_INSTANCES),
    Spec::new("SubprocessProtocol", "asyncio.protocols", "BaseProtocol", NO_INSTANCES),
    class("BaseTransport", "asyncio.transports"),
    Spec::new("DatagramTransport", "asyncio.transports", "BaseTransport", NO_INSTANCES),
    Spec::new("ReadTransport", "asyncio.transports", "BaseTransport", NO_INSTANCES),
    Spec::new("SubprocessTransport", "asyncio.transports", "BaseTransport", NO_INSTANCES),
    Spec::new("Transport", "asyncio.transports", "ReadTransport", NO_INSTANCES),
    Spec::new("WriteTransport", "asyncio.transports", "BaseTransport", NO_INSTANCES),
    Spec::new("Server", "asyncio.base_events", "AbstractServer", NO_INSTANCES),
    class("StreamReader", "asyncio.streams"),
    class("StreamWriter", "asyncio.streams"),
    Spec::new("StreamReaderProtocol", "asyncio.streams", "Protocol", NO_INSTANCES),
];

const NO_INSTANCES: &[(&str, NativeFn)] = &[("__init__", |vm, args| {
    let class = args.positional.first().map(|object| vm.class_of(object).name.borrow().to_string());
    Err(refused(vm, &format!("asyncio.{}", class.unwrap_or_default())))
})];

const FUNCTIONS: &str = "open_connection start_server open_unix_connection start_unix_server \
    create_subprocess_exec create_subprocess_shell get_child_watcher set_child_watcher";

/// Methods of event loops.
const METHODS: &str = "add_signal_handler remove_signal_handler add_reader remove_reader add_writer \
    remove_writer create_connection create_server create_datagram_endpoint create_unix_connection \
    create_unix_server connect_accepted_socket start_tls sendfile sock_recv sock_recv_into sock_recvfrom \
    sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile connect_read_pipe \
    connect_write_pipe subprocess_exec subprocess_shell getaddrinfo getnameinfo";

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    FUNCTIONS.split_whitespace().map(|name| (name, refusing(vm, name, "asyncio"))).collect()
}

/// What the class of event loops has in place of those methods.
pub(super) fn methods(vm: &Vm) -> Vec<(&'static str, Value)> {
    METHODS.split_whitespace().map(|name| (name, refusing(vm, name, "loop"))).collect()
}

fn refusing(vm: &Vm, name: &'static str, of: &'static str) -> Value {
    vm.closure(name, move |vm: &Vm, _: Args| -> PyResult { Err(refused(vm, &format!("{of}.{name}"))) })
}

fn refused(vm: &Vm, what: &str) -> crate::python::objects::Raised {
    vm.unsupported(&format!("{what}: it has no network, no processes and no signals"))
}

#[cfg(test)]
mod tests {
    use crate::python::{Run, Settings, compile};

    fn last_line(source: &str) -> String {
        let mut run = Run::new(&compile(source).expect("it is Python"), Settings::default());
        run.finish();
        run.stderr().lines().last().unwrap_or_default().to_owned()
    }

    #[test]
    fn what_is_missing_is_named_when_it_is_used() {
        for (call, name) in [
            ("asyncio.open_connection('host', 80)", "asyncio.open_connection"),
            ("asyncio.StreamReader()", "asyncio.StreamReader"),
            ("asyncio.new_event_loop().add_signal_handler(2, print)", "loop.add_signal_handler"),
        ] {
            let told = last_line(&format!("import asyncio\n{call}\n"));
            let expected =
                format!("NotImplementedError: the playground does not support {name}: it has no network");
            assert!(told.starts_with(&expected), "{told}");
        }
    }
}
