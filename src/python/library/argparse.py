import sys as _sys

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER = '==SUPPRESS==', '?', '*', '+', '...'


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = argument and argument._name(), message

    def __str__(self):
        return f'argument {self.argument_name}: {self.message}' if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None, kind='store', version=None):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar
        self.kind, self.version = kind, version

    def __call__(self, parser, namespace, values, option_string=None):
        kind = self.kind
        if kind in ('store', 'store_const'):
            setattr(namespace, self.dest, values)
        elif kind in ('append', 'extend', 'append_const'):
            old = list(getattr(namespace, self.dest, None) or ())
            setattr(namespace, self.dest, old + (list(values) if kind == 'extend' else [values]))
        elif kind == 'count':
            setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)
        elif kind == 'boolean':
            setattr(namespace, self.dest, not option_string.startswith('--no-'))
        elif kind == 'help':
            parser.print_help()
            parser.exit()
        elif kind == 'version':
            parser.exit(0, self.version + '\n', _sys.stdout)

    def _name(self):
        if self.option_strings:
            return '/'.join(self.option_strings)
        return self.metavar or self.dest

    def _values(self):
        """How the values are shown in usage and help."""
        if self.nargs == 0:
            return ''
        if self.metavar:
            name = self.metavar
        elif self.choices is not None:
            name = '{' + ','.join(map(str, self.choices)) + '}'
        else:
            name = self.dest.upper() if self.option_strings else self.dest
        names = name if isinstance(name, tuple) else (name,) * (self.nargs if isinstance(self.nargs, int) else 2)
        if isinstance(self.nargs, int):
            return ' '.join(names)
        return {None: names[0], '?': f'[{names[0]}]', '*': f'[{names[0]} ...]', '+': f'{names[0]} [{names[1]} ...]', 'A...': f'{names[0]} ...'}.get(self.nargs, '...')


BooleanOptionalAction = 'boolean'


class _Group:
    def __init__(self, parser, title=None, description=None, exclusive=False, required=False):
        self._parser, self.title, self.description, self.required = parser, title, description, required
        self._actions, self._exclusive = [], exclusive

    def add_argument(self, *names, **options):
        action = self._parser._make(*names, **options)
        self._parser._actions.append(action)
        self._actions.append(action)
        return action

    def add_mutually_exclusive_group(self, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)


class _SubParsers(Action):
    def __init__(self, parser, title=None, dest=None, required=False, help=None, metavar=None, description=None, **kwargs):
        super().__init__([], dest or SUPPRESS, 'A...', required=required, help=help, metavar=metavar)
        self._parser, self.choices, self._helps, self.title = parser, {}, [], title

    def add_parser(self, name, help=None, aliases=(), **kwargs):
        front = [action._values() for action in self._parser._actions if not action.option_strings and action is not self]
        kwargs.setdefault('prog', ' '.join([self._parser.prog, *front, name]))
        made = ArgumentParser(**kwargs)
        self._helps.append((name, help))
        for alias in (name, *aliases):
            self.choices[alias] = made
        return made


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, add_help=True,
                 allow_abbrev=True, exit_on_error=True, argument_default=None, fromfile_prefix_chars=None, prefix_chars='-', conflict_handler='error'):
        self.prog = prog or _sys.argv[0].rpartition('/')[2]
        self.usage, self.description, self.epilog, self.exit_on_error = usage, description, epilog, exit_on_error
        self._formatter, self._actions, self._groups, self._subparsers, self._defaults = formatter_class, [], [], None, {}
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._actions += [action for action in parent._actions if action.kind != 'help']

    def add_argument(self, *names, **options):
        action = self._make(*names, **options)
        self._actions.append(action)
        return action

    def _make(self, *names, action='store', dest=None, **options):
        if isinstance(action, type):
            flags = [name for name in names if name.startswith('-')]
            return action(flags, dest or self._dest(names), **options)
        if action not in ('store', 'store_true', 'store_false', 'store_const', 'append', 'append_const', 'extend', 'count', 'help', 'version', 'boolean'):
            raise ValueError(f'unknown action "{action}"')
        flags = [name for name in names if name.startswith('-')]
        dest = dest or self._dest(names)
        if action in ('store_true', 'store_false'):
            options.setdefault('default', action == 'store_false')
            options['const'], action = action == 'store_true', 'store_const'
        if action == 'boolean':
            flags += ['--no-' + flag[2:] for flag in flags if flag.startswith('--')]
        if action == 'version':
            options.setdefault('help', "show program's version number and exit")
            options['default'] = SUPPRESS
        if action not in ('store', 'append', 'extend'):
            options['nargs'] = 0
        if action == 'extend':
            options.setdefault('nargs', '+')
        made = Action(flags, dest, kind=action, **options)
        if not flags:
            made.required = made.nargs not in ('?', '*') or made.nargs == '*' and 'default' not in options
        for flag in flags:
            if any(flag in known.option_strings for known in self._actions):
                raise ArgumentError(made, f'conflicting option string: {flag}')
        return made

    def _dest(self, names):
        if not names or not names[0].startswith('-'):
            return names[0] if names else None
        long = next((name for name in names if name.startswith('--')), names[0])
        return long.lstrip('-').replace('-', '_')

    def add_argument_group(self, title=None, description=None):
        self._groups.append(_Group(self, title, description))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, required=False):
        self._groups.append(_Group(self, exclusive=True, required=required))
        return self._groups[-1]

    def add_subparsers(self, **kwargs):
        self._subparsers = _SubParsers(self, **kwargs)
        self._actions.append(self._subparsers)
        return self._subparsers

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        return next((action.default for action in self._actions if action.dest == dest), self._defaults.get(dest))

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        namespace = Namespace() if namespace is None else namespace
        args = list(_sys.argv[1:] if args is None else args)
        for action in self._actions:
            if action.dest != SUPPRESS and action.default != SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return namespace, self._parse(args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))

    def _option(self, arg):
        """The action, its flag and the value that is joined to it."""
        if not arg.startswith('-') or arg == '-':
            return None
        flag, equals, value = arg.partition('=')
        table = {flag: action for action in self._actions for flag in action.option_strings}
        if flag in table:
            return table[flag], flag, value if equals else None
        if arg.startswith('--'):
            found = [name for name in table if name.startswith(flag)]
            if len(found) > 1:
                raise ArgumentError(None, f'ambiguous option: {arg} could match {", ".join(found)}')
            return (table[found[0]], found[0], value if equals else None) if found else (None, arg, None)
        if arg[:2] in table:
            return table[arg[:2]], arg[:2], arg[2:]
        try:
            float(arg)
            return None
        except ValueError:
            return None if ' ' in arg else (None, arg, None)

    def _parse(self, args, namespace):
        seen, rest, plain, i = set(), [], [], 0
        positionals = [action for action in self._actions if not action.option_strings]

        def take(action, values, flag=None):
            seen.add(action)
            for group in self._groups:
                if group._exclusive and action in group._actions:
                    for other in group._actions:
                        if other is not action and other in seen:
                            raise ArgumentError(action, f'not allowed with argument {other._name()}')
            if action.kind in ('store_const', 'append_const'):
                values = action.const
            elif action.nargs == 0:
                values = []
            elif action.nargs is None or action.nargs == '?':
                values = self._typed(action, values[0]) if values else action.const if flag else self._default(action)
            elif not values and not flag and action.nargs == '*':
                values = [] if action.default is None else action.default
            else:
                values = [self._typed(action, value) for value in values]
            action(self, namespace, values, flag)

        while i < len(args):
            arg = args[i]
            i += 1
            if arg == '--':
                plain += args[i:]
                break
            option = self._option(arg)
            if option is None:
                plain.append(arg)
                if self._subparsers and len(plain) == len(positionals):
                    plain += args[i:]
                    break
                continue
            action, flag, value = option
            if action is None:
                rest.append(flag)
                continue
            if action.nargs == 0 and value and not arg.startswith('--'):
                args.insert(i, '-' + value)
                value = None
            if value is not None:
                if action.nargs == 0:
                    raise ArgumentError(action, f'ignored explicit argument {value!r}')
                values = [value]
            else:
                most = {None: 1, '?': 1, '*': len(args), '+': len(args)}.get(action.nargs, action.nargs)
                values = []
                while len(values) < most and i < len(args) and args[i] != '--' and self._option(args[i]) is None:
                    values.append(args[i])
                    i += 1
            self._enough(action, values)
            take(action, values, flag)
        for n, action in enumerate(positionals):
            if action is self._subparsers:
                if not plain:
                    break
                name = plain[0]
                if name not in action.choices:
                    raise ArgumentError(action, f"invalid choice: {name!r} (choose from {', '.join(map(repr, action.choices))})")
                if action.dest != SUPPRESS:
                    setattr(namespace, action.dest, name)
                seen.add(action)
                _, more = action.choices[name].parse_known_args(plain[1:], namespace)
                rest += more
                plain = []
                break
            needed = sum(other.nargs if isinstance(other.nargs, int) else other.nargs in (None, '+', 'A...') for other in positionals[n + 1:])
            free = max(len(plain) - needed, 0)
            most = {None: 1, '?': 1, '*': free, '+': free, '...': len(plain)}.get(action.nargs, action.nargs)
            values, least = plain[:min(most, len(plain) if action.nargs is None else max(free, 0) if action.nargs in ('?', '*', '+') else most)], {None: 1, '?': 0, '*': 0, '+': 1, '...': 0}.get(action.nargs, action.nargs)
            if len(values) < least:
                break
            plain = plain[len(values):]
            take(action, values)
        rest = plain + rest if not rest else rest + plain
        missing = [action._name() for action in self._actions if action.required and action not in seen]
        if missing:
            raise ArgumentError(None, 'the following arguments are required: ' + ', '.join(missing))
        for group in self._groups:
            if group._exclusive and group.required and not seen.intersection(group._actions):
                raise ArgumentError(None, f"one of the arguments {' '.join(a._name() for a in group._actions)} is required")
        for action in self._actions:
            if action not in seen and isinstance(action.default, str) and action.default != SUPPRESS and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._default(action))
        return rest

    def _default(self, action):
        return self._typed(action, action.default, False) if isinstance(action.default, str) else action.default

    def _enough(self, action, values):
        wanted = action.nargs
        if wanted is None and len(values) < 1:
            raise ArgumentError(action, 'expected one argument')
        if wanted == '+' and not values:
            raise ArgumentError(action, 'expected at least one argument')
        if isinstance(wanted, int) and len(values) < wanted:
            raise ArgumentError(action, f"expected {wanted} argument{'s' * (wanted != 1)}")

    def _typed(self, action, text, check=True):
        value = text
        if action.type is not None:
            try:
                value = action.type(text)
            except ArgumentTypeError as error:
                raise ArgumentError(action, str(error)) from None
            except (TypeError, ValueError):
                raise ArgumentError(action, f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {text!r}") from None
        if check and action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")
        return value

    def _usage_parts(self):
        options, others, done = [], [], set()
        for action in self._actions:
            if action in done or action.help == SUPPRESS:
                continue
            group = next((g for g in self._groups if g._exclusive and action in g._actions), None)
            members = group._actions if group else [action]
            done.update(members)
            shown = []
            for member in members:
                flag = ' | '.join(member.option_strings) if member.kind == 'boolean' else (member.option_strings or [''])[0]
                values = '{' + ','.join(member.choices) + '} ...' if isinstance(member, _SubParsers) and not member.metavar else member._values()
                shown.append(' '.join(filter(None, [flag, values])))
            text = ' | '.join(shown)
            if group:
                text = f'({text})' if group.required else f'[{text}]'
            elif action.option_strings and not action.required:
                text = f'[{text}]'
            (options if action.option_strings else others).append(text)
        return options, others

    def format_usage(self):
        if self.usage:
            return f'usage: {self.usage.replace("%(prog)s", self.prog)}\n'
        options, others = self._usage_parts()
        head = f'usage: {self.prog} '
        line = ' '.join([head.rstrip(), *options, *others])
        if len(line) <= 78:
            return line + '\n'
        lines = []
        for parts in (options, others):
            current = ''
            for part in parts:
                if current and len(head) + len(current) + 1 + len(part) > 78:
                    lines.append(current)
                    current = ''
                current += ' ' * bool(current) + part
            if current:
                lines.append(current)
        return head + ('\n' + ' ' * len(head)).join(lines) + '\n'

    def format_help(self):
        import textwrap
        raw = issubclass(self._formatter, RawDescriptionHelpFormatter)
        blocks = [self.format_usage()]

        def paragraph(text):
            text = text.replace('%(prog)s', self.prog)
            blocks.append((text if raw else textwrap.fill(' '.join(text.split()), 78)) + '\n')
        if self.description:
            paragraph(self.description)
        grouped = {action for group in self._groups if group.title for action in group._actions}
        sections = [('positional arguments', [a for a in self._actions if not a.option_strings and a not in grouped]),
                    ('options', [a for a in self._actions if a.option_strings and a not in grouped])]
        sections += [(group.title, group._actions) for group in self._groups if group.title]
        rows = []
        for title, actions in sections:
            entries = []
            for action in actions:
                if action.help == SUPPRESS:
                    continue
                if action.option_strings:
                    values = action._values()
                    name = ', '.join(action.option_strings) + (' ' + values if values else '')
                elif isinstance(action, _SubParsers):
                    name = action.metavar or '{' + ','.join(action.choices) + '}'
                else:
                    name = action.metavar or ('{' + ','.join(map(str, action.choices)) + '}' if action.choices else action.dest)
                text = action.help or ''
                if issubclass(self._formatter, ArgumentDefaultsHelpFormatter) and '%(default)' not in text and action.default not in (None, SUPPRESS) and text:
                    text += ' (default: %(default)s)'
                if '%' in text:
                    text = text % {**vars(action), 'prog': self.prog, 'type': getattr(action.type, '__name__', None)}
                entries.append(('  ' + name, text))
                if isinstance(action, _SubParsers):
                    entries += [('    ' + sub, text) for sub, text in action._helps if text is not None]
            rows.append((title, entries))
        at = min(max([len(name) for _, entries in rows for name, _ in entries], default=0) + 2, 24)
        for title, entries in rows:
            if not entries:
                continue
            lines = [f'{title}:']
            for name, text in entries:
                wrapped = textwrap.wrap(text, max(78 - at, 11)) if text else []
                if wrapped and len(name) <= at - 2:
                    name = name.ljust(at) + wrapped.pop(0)
                lines += [name] + [' ' * at + line for line in wrapped]
            blocks.append('\n'.join(lines) + '\n')
        if self.epilog:
            paragraph(self.epilog)
        text = '\n'.join(blocks)
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n'

    def print_help(self, file=None):
        (file or _sys.stdout).write(self.format_help())

    def print_usage(self, file=None):
        (file or _sys.stdout).write(self.format_usage())

    def exit(self, status=0, message=None, file=None):
        if message:
            (file or _sys.stderr).write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
