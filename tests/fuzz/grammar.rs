//! Random programs that are valid Python, most of them, and that go wrong in every other way.

use fastrand::Rng;

/// Each kind of phrase with its forms; `$X` stands for a phrase of kind X. Where phrases nest too deeply, the
/// first two forms are taken: they end. Blocks: `$B` of what stands around it, `$O` in a loop, `$F` in a
/// function, `$G` in an `async def`, `$K` in a class, `$R` the cases of a match.
#[rustfmt::skip]
const FORMS: &[(char, &[&str])] = &[
    ('N', &["a", "b", "f", "g", "h", "x", "y", "it", "A"]),
    ('I', &["0", "1", "2", "-1", "3", "0.5", "1e308", "10**40", "True", "2**63", "-2**63", "1e-9", "255", "1j"]),
    ('T', &[
        "''", "'a'", "'é中'", "b'\\xff'", "'%s %d'", "'{} {!r:>{}}'", "f'{($E)!r:>{$I}}'", "f'{$N=}'", "'\\n'", "'a,b'", "r'(a|b)*c'", "'%Y'",
        "'ab' * $I", "rb'x'", "f'{($E):{$T}}'", "'[1, {\"a\": null}]'",
    ]),
    // What can stand beside an operator.
    ('V', &[
        "$N", "$I", "$T", "$N", "None", "...", "($E)", "($E)", "[$E, $E]", "[*$V]", "{$E: $E}", "{**$V, $E: $E}", "{$E, $E}", "($E, $E)", "()", "[]", "{}", "$C",
        "$C", "[$E for $N in $V]", "[$E async for $N in $V]", "{$E: $E for $N in $V if $V}", "($E for $N in $V)", "{await $V for $N in $V}", "$N.$M", "($V).$M",
        "$N[$E]", "$V[$I:$I:$I]", "($V)[$E, ...]", "(x := $V)", "(await $V)", "(await $Q)", "(yield)", "(yield $E)", "(yield from $V)", "(lambda: $E)",
    ]),
    ('E', &[
        "$N", "$I", "$V", "$V", "$V", "$V + $V", "$V - $V", "$V * $V", "$V / $V", "$V // $V", "$V % $V", "$V ** $I", "$V @ $V", "$V << $I", "$V >> $I", "$V & $V",
        "$V | $V", "$V ^ $V", "-$V", "~$V", "not $V", "$V < $V <= $V", "$V == $V", "$V is not $V", "$V in $V", "$V and $V", "$V or $V", "$V if $V else $E",
        "lambda: $E", "lambda x, *a, y=$V, **b: $E", "await $V",
    ]),
    ('M', &[
        "x", "__class__", "__dict__", "append", "pop", "get", "items", "update", "format", "join", "split", "encode", "send", "throw", "close", "cancel",
        "result", "add_done_callback", "set_result", "name", "args", "__mro__", "__doc__", "sort", "extend", "real", "asend", "athrow", "aclose", "__await__",
        "__next__", "__iter__", "__call__", "__get__", "index", "count", "replace", "__init__", "__new__", "__code__", "to_bytes", "hex", "__traceback__",
        "put_nowait", "get_nowait", "acquire", "release", "set", "wait", "cr_frame", "gi_frame", "with_traceback", "add_note", "split", "__subclasses__",
    ]),
    ('C', &[
        "$N()", "$N($V)", "$N($E, $E)", "$N(*$V)", "$N(**$V)", "$N($E, x=$E)", "$V.$M()", "($V).$M($E)", "($V).$M($E, $E)", "print($E)", "len($E)", "repr($E)",
        "str($E)", "int($E)", "int($T, $I)", "float($E)", "bool($E)", "list($E)", "tuple($E)", "dict($E)", "set($E)", "sorted($E, key=$E)", "sum($E)",
        "max($E, $E)", "min($E)", "zip($E, $E)", "map($E, $E)", "filter($E, $E)", "enumerate($E)", "range($I)", "range($I, $I, $I)", "reversed($E)",
        "iter($E)", "iter($E, $E)", "next($E)", "next($E, $E)", "type($E)", "type('T', ($V,), {})", "isinstance($E, $E)", "hash($E)", "id($E)",
        "getattr($E, $T)", "setattr($E, 'x', $E)", "vars($E)", "dir($E)", "round($E, $I)", "divmod($E, $E)", "pow($E, $E, $E)", "format($E, $T)",
        "bytes($E)", "bytearray($E)", "chr($I)", "ord($T)", "abs($E)", "all($E)", "any($E)", "slice($E, $E)", "object()", "frozenset($E)", "complex($E)",
        "ValueError($E)", "ExceptionGroup($T, [$E])", "KeyError($E)", "StopIteration($E)", "property($E)", "staticmethod($E)", "eval($T)", "locals()",
        "functools.partial($E, $E)", "functools.reduce($E, $E)", "functools.lru_cache($E)", "itertools.count($I)", "itertools.chain($E, $E)",
        "itertools.product($E, repeat=$I)", "collections.deque($E, $I)", "collections.Counter($E)", "collections.defaultdict($E)",
        "collections.namedtuple($T, $E)", "heapq.heappush($E, $E)", "contextlib.suppress($E)", "dataclasses.dataclass($E)", "enum.Enum($T, $E)",
        "copy.deepcopy($E)", "json.dumps($E)", "json.loads($T)", "re.findall($T, $T)", "re.sub($T, $E, $T)", "datetime.timedelta($E)",
        "datetime.datetime.now()", "random.choice($E)", "random.randint($I, $I)", "time.sleep($I)", "time.time()", "threading.Thread(target=$E)",
        "queue.Queue($I)", "math.factorial($I)", "math.gcd($E, $E)", "$Q",
    ]),
    ('Q', &[
        "asyncio.sleep(0)", "asyncio.sleep($I)", "asyncio.sleep($E, $E)", "asyncio.create_task($E)", "asyncio.create_task($N())", "asyncio.gather($E, $E)",
        "asyncio.gather(*$V, return_exceptions=$E)", "asyncio.wait($E)", "asyncio.wait([$E], timeout=$I)", "asyncio.wait_for($E, $I)", "asyncio.as_completed($E)",
        "asyncio.shield($E)", "asyncio.timeout($I)", "asyncio.TaskGroup()", "asyncio.Lock()", "asyncio.Event()", "asyncio.Queue($I)", "asyncio.Semaphore($I)",
        "asyncio.Condition()", "asyncio.Barrier($I)", "asyncio.current_task()", "asyncio.all_tasks()", "asyncio.get_running_loop()", "asyncio.new_event_loop()",
        "asyncio.run($E)", "asyncio.Future()", "asyncio.get_running_loop().call_soon($E)", "asyncio.get_running_loop().call_later($I, $E)",
        "asyncio.get_running_loop().create_future()", "asyncio.to_thread($E)", "asyncio.run_coroutine_threadsafe($E, $E)", "asyncio.ensure_future($E)",
        "asyncio.Runner()", "asyncio.current_task().cancel()", "asyncio.iscoroutine($E)",
    ]),
    ('L', &["$N", "$N", "$N.x", "$N[$E]", "$N, $N", "$N, *$N", "[$N, $N]"]),
    ('P', &["", "x", "self", "x, y=$E", "*a", "**b", "x, /, y", "x, *, y=$E", "self, *a, **b"]),
    ('S', &[
        "pass", "$N = $E", "$L = $E", "$N = $C", "$L = $C", "$N = asyncio.create_task($N())", "$N += $E", "$N: $V = $E", "$C", "$C", "await $Q", "await $Q", "await $N()",
        "await $V", "print($E)", "print($N, $E)", "return $E", "return", "raise $C", "raise $V from $V", "raise", "break", "continue", "del $N", "assert $V, $E", "yield $E",
        "yield", "type A = $E", "if $E:$B", "if $E:$B\nelif $E:$B\nelse:$B", "while $E:$O", "while True:$O\nelse:$B", "for $L in $V:$O", "for $N in range($I):$O\nelse:$B",
        "async for $N in $V:$O", "with $V as $N:$B", "async with $V as $N:$B", "async with $Q as $N:$B", "try:$B\nexcept Exception as e:$B", "try:$B\nexcept $V as e:$B",
        "try:$B\nexcept:$B\nelse:$B\nfinally:$B", "try:$B\nfinally:$B", "try:$B\nexcept* Exception:\n    pass", "def $N($P):$F", "def $N($P):$F", "async def $N($P):$G",
        "async def $N():$G", "async def $N():$G", "class A:$K", "class $N:$K", "class $N($V):$K", "class $N(Exception):$K", "class $N(metaclass=$V):$K", "@$V\ndef $N($P):$F",
        "@functools.wraps($N)\ndef $N($P):$F", "match $E:$R", "def $N[T: $V](x: T) -> $V:$F",
    ]),
    ('k', &[
        "pass", "$N = $E", "def $D($P):$F", "def $D(self, x):$F", "def $D(self):$F", "async def $D(self):$G", "async def $D(self, *a):$G", "@property\ndef x(self):$F",
        "@staticmethod\ndef f($P):$F", "@classmethod\ndef g($P):$F", "__slots__ = $T", "x: $V = $E",
    ]),
    ('r', &[
        "case None:$B", "case {'a': y, **b}:$B", "case [x, *it]:$B", "case A(x=1) | 0:$B", "case str() as x if $E:$B", "case (1 | 2.5 | 'a') as g:$B", "case {}:$B",
    ]),
    ('D', &[
        "__init__", "__repr__", "__eq__", "__hash__", "__add__", "__getattr__", "__getitem__", "__setitem__", "__len__", "__iter__", "__next__", "__call__",
        "__enter__", "__exit__", "__aenter__", "__aexit__", "__aiter__", "__anext__", "__await__", "__bool__", "__lt__", "__contains__", "__new__", "__del__",
        "__get__", "__set__", "__set_name__", "__init_subclass__", "__class_getitem__", "__format__", "__index__", "__int__", "__missing__", "__prepare__",
        "__getattribute__", "__setattr__", "__instancecheck__", "__mro_entries__", "__radd__", "__iadd__", "__str__", "f", "g",
    ]),
];

const IMPORTS: &str = "import asyncio, functools, itertools, collections, contextlib, dataclasses, enum, copy, heapq\n\
    import math, random, time, json, re, datetime, threading, queue\n\
    a, b, f, g, h, x, y, it = 1, 'b', len, [3, 1, 2], {'a': 1}, None, 2.5, iter('abc')\nclass A: x = 1\n";

/// How deeply phrases nest, and how long a program may get.
const DEEPEST: usize = 8;
const LONGEST: usize = 4_000;

/// A program of a few statements, whose errors mostly are told and forgotten, and an `async def main()` that is run.
pub fn program(rng: &mut Rng) -> String {
    let mut writer =
        Writer { rng, text: String::from(IMPORTS), indent: 0, place: Place::Module, loops: false };
    for _ in 0..writer.rng.usize(1..7) {
        let form = if writer.rng.u8(..) < 200 {
            "try:$B\nexcept BaseException as e:\n    print(repr(e))\n"
        } else {
            "$S\n"
        };
        writer.write(form, 1);
    }
    if writer.rng.u8(..) > 60 {
        writer.write("async def main():$G\nasyncio.run(main())\n", 1);
    }
    writer.text
}

/// What a statement stands in.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Module,
    Function,
    AsyncFunction,
}

struct Writer<'a> {
    rng: &'a mut Rng,
    text: String,
    indent: usize,
    place: Place,
    loops: bool,
}

impl Writer<'_> {
    fn write(&mut self, form: &str, depth: usize) {
        let mut chars = form.chars();
        while let Some(c) = chars.next() {
            match c {
                '$' => match chars.next() {
                    Some('B') => self.block('S', self.place, self.loops, depth),
                    Some('O') => self.block('S', self.place, true, depth),
                    Some('F') => self.block('S', Place::Function, false, depth),
                    Some('G') => self.block('S', Place::AsyncFunction, false, depth),
                    Some('K') => self.block('k', Place::Module, false, depth),
                    Some('R') => self.block('r', self.place, self.loops, depth),
                    Some(kind) => self.phrase(kind, depth),
                    None => {}
                },
                '\n' => self.new_line(),
                c => self.text.push(c),
            }
        }
    }

    fn phrase(&mut self, kind: char, depth: usize) {
        let Some((_, forms)) = FORMS.iter().find(|(known, _)| *known == kind) else { return };
        let ends = depth >= DEEPEST || self.text.len() > LONGEST;
        let choices = if ends { forms.len().min(2) } else { forms.len() };
        let form = forms[self.rng.usize(..choices)];
        self.write(if self.may(form) { form } else { forms[0] }, depth + 1);
    }

    /// Whether the form is Python here.
    fn may(&self, form: &str) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| form.contains(word));
        let is_async = self.place == Place::AsyncFunction;
        (is_async || !has(&["await ", "async for", "async with"]))
            && (self.place != Place::Module || !has(&["yield", "return"]))
            && (!is_async || !has(&["yield from", "return $E"]))
            && (self.loops || !has(&["break", "continue"]))
    }

    fn block(&mut self, kind: char, place: Place, loops: bool, depth: usize) {
        let around = (self.place, self.loops);
        (self.place, self.loops) = (place, loops);
        self.indent += 1;
        for _ in 0..self.rng.usize(1..4) {
            self.new_line();
            self.phrase(kind, depth + 1);
        }
        self.indent -= 1;
        (self.place, self.loops) = around;
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("    ", self.indent));
    }
}
