import logging
import logging.handlers
from logging import Filter, Formatter


def _resolve(text):
    if callable(text):
        return text
    head, *parts = text.split('.')
    try:
        found = __import__(head)
        for part in parts:
            head += '.' + part
            if not hasattr(found, part):
                __import__(head)
            found = getattr(found, part)
        return found
    except ImportError as error:
        raise ValueError(f'Cannot resolve {text!r}: {error}') from error


class DictConfigurator:
    def __init__(self, config):
        self.config = config
        self._made = {}

    def _value(self, value):
        if isinstance(value, str) and value.startswith('ext://'):
            return _resolve(value[6:])
        return value

    def _call(self, factory, options):
        more = options.pop('.', {})
        made = _resolve(factory)(**{key: self._value(value) for key, value in options.items()})
        for name, value in more.items():
            setattr(made, name, value)
        return made

    def _all(self, section, noun, make):
        made = self._made[section] = {}
        later = []
        names = list(self.config.get(section, {}))
        for name in sorted(names) if section == 'handlers' else names:
            try:
                made[name] = make(dict(self.config[section][name]))
            except Exception as error:
                if 'not configured yet' not in str(error.__cause__):
                    raise ValueError(f'Unable to configure {noun} {name!r}') from error
                later.append(name)
        for name in later:
            made[name] = make(dict(self.config[section][name]))
        for name, handler in made.items() if section == 'handlers' else ():
            handler.name = name

    def _formatter(self, options):
        if '()' in options:
            factory = options.pop('()')
            if 'format' in options:
                options['fmt'] = options.pop('format')
            return self._call(factory, options)
        kind = _resolve(options.get('class', Formatter))
        more = {key: options[key] for key in ('validate', 'defaults') if key in options}
        return kind(options.get('format'), options.get('datefmt'), options.get('style', '%'), **more)

    def _filter(self, options):
        return self._call(options.pop('()'), options) if '()' in options else Filter(options.get('name', ''))

    def _known(self, section, name, problem):
        try:
            return self._made[section][name]
        except KeyError as error:
            raise ValueError(f'{problem} {name!r}') from (
                TypeError('target not configured yet') if name in self.config.get(section, {}) else error)

    def _add_filters(self, owner, names):
        for one in names or ():
            owner.addFilter(one if callable(one) or hasattr(one, 'filter') else self._known('filters', one, 'Unable to add filter'))

    def _handler(self, options):
        formatter, level, filters = (options.pop(key, None) for key in ('formatter', 'level', 'filters'))
        if formatter:
            formatter = self._known('formatters', formatter, 'Unable to set formatter')
        kind = _resolve(options.pop('()', None) or options.pop('class'))
        is_class = isinstance(kind, type)
        if is_class and issubclass(kind, logging.handlers.MemoryHandler) and 'target' in options:
            options['target'] = self._known('handlers', options['target'], 'Unable to set target handler')
        if is_class and issubclass(kind, logging.handlers.QueueHandler):
            import queue
            made = kind(options['queue'] if 'queue' in options else queue.Queue())
            handlers = [self._known('handlers', name, 'Unable to set required handler') for name in options.get('handlers', ())]
            made.listener = _resolve(options.get('listener', logging.handlers.QueueListener))(
                made.queue, *handlers, respect_handler_level=options.get('respect_handler_level', False))
        else:
            made = self._call(kind, options)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        self._add_filters(made, filters)
        return made

    def _logger(self, logger, options, incremental):
        if options.get('level') is not None:
            logger.setLevel(options['level'])
        if incremental:
            return
        logger.handlers.clear()
        for name in options.get('handlers') or ():
            logger.addHandler(self._known('handlers', name, 'Unable to add handler'))
        self._add_filters(logger, options.get('filters'))

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get('incremental', False)
        known = dict(logging.Logger.manager.loggerDict)
        if not incremental:
            self._all('formatters', 'formatter', self._formatter)
            self._all('filters', 'filter', self._filter)
            self._all('handlers', 'handler', self._handler)
        named = config.get('loggers', {})
        for name, options in named.items():
            logger = logging.getLogger(name)
            try:
                self._logger(logger, options, incremental)
            except Exception as error:
                raise ValueError(f'Unable to configure logger {name!r}') from error
            logger.disabled = False
            if options.get('propagate') is not None:
                logger.propagate = options['propagate']
        if not incremental:
            for name, logger in known.items():
                if name in named or not isinstance(logger, logging.Logger):
                    continue
                if any(name.startswith(one + '.') for one in named):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers.clear()
                    logger.propagate = True
                else:
                    logger.disabled = config.get('disable_existing_loggers', True)
        if config.get('root'):
            try:
                self._logger(logging.root, config['root'], incremental)
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
