import contextvars as _contextvars
import asyncio as _asyncio
import inspect as _inspect
import re as _re
import sys as _sys
import time as _time
import traceback as _traceback
from pprint import pformat as _pformat


class SkipTest(Exception):
    pass


def skip(reason):
    def decorate(item):
        if callable(item) and not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            skipped.__name__ = item.__name__
            item = skipped
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if callable(reason):
        test, reason = reason, ''
        return decorate(test)
    return decorate


def _same(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    return _same if condition else skip(reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


class TestResult:
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun, self.shouldStop, self.failfast = 0, False, False
        self._stream, self._verbosity = stream, verbosity or 0

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _title(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if first else str(test)

    def startTest(self, test):
        self.testsRun += 1
        if self._verbosity > 1:
            self._stream.write(self._title(test) + ' ... ')

    def _tell(self, letter, word):
        if self._verbosity:
            self._stream.write(word + '\n' if self._verbosity > 1 else letter)

    def _add(self, kind, test, error, letter, word):
        getattr(self, kind).append((test, ''.join(_traceback.format_exception(error))))
        self._tell(letter, word)
        if self.failfast:
            self.stop()

    def addFailure(self, test, error):
        self._add('failures', test, error, 'F', 'FAIL')

    def addError(self, test, error):
        self._add('errors', test, error, 'E', 'ERROR')

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))
        self._tell('s', f'skipped {reason!r}')

    def addSuccess(self, test):
        self._tell('.', 'ok')

    def stopTest(self, test):
        pass

    def printErrors(self):
        self._stream.write('\n')
        for name, items in ('ERROR', self.errors), ('FAIL', self.failures):
            for test, text in items:
                self._stream.write(f'{self.separator1}\n{name}: {self._title(test)}\n{self.separator2}\n{text}\n')

    def __repr__(self):
        return f'<unittest.result.TestResult run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'


class TextTestResult(TestResult):
    pass


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self._case, self._expected, self._pattern, self.msg = case, expected, pattern, msg

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            names = getattr(self._expected, '__name__', None) or str(self._expected)
            raise self._case._failed(self.msg, f'{names} not raised')
        if not issubclass(kind, self._expected):
            return False
        self.exception = error.with_traceback(None)
        if self._pattern is not None and not _re.search(self._pattern, str(error)):
            raise self._case._failed(self.msg, f'"{getattr(self._pattern, "pattern", self._pattern)}" does not match "{error}"')
        return True


class _Logs:
    def __init__(self, case, logger, level):
        import logging
        self._logging, self._case = logging, case
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO

    def __enter__(self):
        self.records, self.output = [], []
        logging, logs = self._logging, self

        class Handler(logging.Handler):
            def emit(self, record):
                logs.records.append(record)
                logs.output.append(f'{record.levelname}:{record.name}:{record.getMessage()}')
        self._old = self._logger.handlers, self._logger.level, self._logger.propagate
        self._logger.handlers, self._logger.propagate = [Handler()], False
        self._logger.setLevel(self._level)
        return self

    def __exit__(self, kind, error, trace):
        self._logger.handlers, level, self._logger.propagate = self._old
        self._logger.setLevel(level)
        if kind is None and not self.records:
            raise self._case._failed(None, f'no logs of level {self._logging.getLevelName(self._level)} or higher triggered on {self._logger.name}')


def _comparing(holds, words):
    def check(self, first, second, msg=None):
        if not holds(first, second):
            raise self._failed(msg, words.format(repr(first), repr(second)))
    return check


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName='runTest'):
        self._testMethodName, self._cleanups, self._subtest = methodName, [], None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def shortDescription(self):
        doc = getattr(getattr(self, self._testMethodName), '__doc__', None)
        return doc.strip().split('\n')[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._call(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def _call(self, function, *args, **kwargs):
        return function(*args, **kwargs)

    def _call_setup(self):
        self._call(self.setUp)

    def _call_teardown(self):
        self._call(self.tearDown)

    def _begin(self):
        pass

    _end = _begin

    def __call__(self, result=None):
        return self.run(result)

    def run(self, result=None):
        result = TestResult() if result is None else result
        result.startTest(self)
        test = getattr(self, self._testMethodName)
        self._result, self._failed_parts = result, False
        outcome = []
        for item in type(self), test:
            if getattr(item, '__unittest_skip__', False):
                result.addSkip(self, item.__unittest_skip_why__)
                return result
        self._begin()
        try:
            if self._step(outcome, self._call_setup):
                self._step(outcome, self._call, test)
                self._step(outcome, self._call_teardown)
            self._step(outcome, self.doCleanups)
        finally:
            self._end()
        if getattr(test, '__unittest_expecting_failure__', False):
            if outcome:
                result.expectedFailures.append((self, str(outcome[0])))
                result._tell('x', 'expected failure')
            else:
                result.unexpectedSuccesses.append(self)
                result._tell('u', 'unexpected success')
        else:
            for error in outcome:
                if isinstance(error, SkipTest):
                    result.addSkip(self, str(error))
                elif isinstance(error, self.failureException):
                    result.addFailure(self, error)
                else:
                    result.addError(self, error)
            if not outcome and not self._failed_parts:
                result.addSuccess(self)
        result.stopTest(self)
        return result

    def _step(self, outcome, function, *args):
        try:
            function(*args)
            return True
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            outcome.append(error)
            return False

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def _failed(self, msg, standard):
        return self.failureException(standard if msg is None else f'{standard} : {msg}')

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self._failed(msg, f'{expr!r} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self._failed(msg, f'{expr!r} is not false')

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        standard = f'{first!r} != {second!r}'
        kind = type(first)
        if kind is type(second) and kind in (str, list, tuple, dict, set, frozenset):
            standard = _difference(first, second, kind, standard)
        raise self._failed(msg, standard)

    assertListEqual = assertDictEqual = assertTupleEqual = assertSetEqual = assertMultiLineEqual = assertSequenceEqual = assertEqual
    assertNotEqual = _comparing(lambda a, b: a != b, '{} == {}')
    assertIs = _comparing(lambda a, b: a is b, '{} is not {}')
    assertIsNot = _comparing(lambda a, b: a is not b, 'unexpectedly identical: {}')
    assertIn = _comparing(lambda a, b: a in b, '{} not found in {}')
    assertNotIn = _comparing(lambda a, b: a not in b, '{} unexpectedly found in {}')
    assertLess = _comparing(lambda a, b: a < b, '{} not less than {}')
    assertLessEqual = _comparing(lambda a, b: a <= b, '{} not less than or equal to {}')
    assertGreater = _comparing(lambda a, b: a > b, '{} not greater than {}')
    assertGreaterEqual = _comparing(lambda a, b: a >= b, '{} not greater than or equal to {}')
    assertIsInstance = _comparing(isinstance, '{} is not an instance of {}')
    assertNotIsInstance = _comparing(lambda a, b: not isinstance(a, b), '{} is an instance of {}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            raise self._failed(msg, f'{obj!r} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            raise self._failed(msg, 'unexpectedly None')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        diff = abs(first - second)
        if delta is not None:
            if diff > delta:
                raise self._failed(msg, f'{first!r} != {second!r} within {delta!r} delta ({diff!r} difference)')
        elif round(diff, 7 if places is None else places) != 0:
            raise self._failed(msg, f'{first!r} != {second!r} within {7 if places is None else places} places ({diff!r} difference)')

    def assertNotAlmostEqual(self, first, second, places=7, msg=None):
        if first == second or round(abs(first - second), places) == 0:
            raise self._failed(msg, f'{first!r} == {second!r} within {places} places')

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for item in first:
            if item not in rest:
                raise self._failed(msg, 'Element counts were not equal')
            rest.remove(item)
        if rest:
            raise self._failed(msg, 'Element counts were not equal')

    def assertRegex(self, text, expected_regex, msg=None):
        if not _re.search(expected_regex, text):
            raise self._failed(msg, f"Regex didn't match: {getattr(expected_regex, 'pattern', expected_regex)!r} not found in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, msg=kwargs.pop('msg', None) if not args else None), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, expected_regex), args, kwargs)

    def _raises(self, context, args, kwargs):
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level)


def _difference(first, second, kind, standard):
    if kind is str:
        return standard + '\n' + _ndiff(first.splitlines(), second.splitlines()) + '\n'
    if kind in (set, frozenset):
        lines = []
        for items, where in (first - second, 'first'), (second - first, 'second'):
            if items:
                lines += [f'Items in the {where} set but not the {"second" if where == "first" else "first"}:', *map(repr, items)]
        return '\n'.join(lines)
    if kind is dict:
        return standard + '\n' + _ndiff(_pformat(first).splitlines(), _pformat(second).splitlines())
    name = kind.__name__.capitalize()
    text = f'{name}s differ: {first!r} != {second!r}\n'
    for i in range(min(len(first), len(second))):
        if first[i] != second[i]:
            text += f'\nFirst differing element {i}:\n{first[i]!r}\n{second[i]!r}\n'
            break
    if len(first) != len(second):
        longer = ('First', first) if len(first) > len(second) else ('Second', second)
        least = min(len(first), len(second))
        text += f'\n{longer[0]} {kind.__name__} contains {abs(len(first) - len(second))} additional elements.\n' \
                f'First extra element {least}:\n{longer[1][least]!r}\n'
    return text + '\n' + _ndiff(_pformat(first).splitlines(), _pformat(second).splitlines())


def _ndiff(one, two):
    if len(one) == len(two) == 1:
        return f'- {one[0]}\n+ {two[0]}'
    return '\n'.join([f'- {line}' for line in one if line not in two] + [f'+ {line}' for line in two if line not in one])


class _SubTest:
    def __init__(self, case, msg, params):
        self._case, self._msg, self._params = case, msg, params

    def __enter__(self):
        return self

    def shortDescription(self):
        return self._case.shortDescription()

    def __str__(self):
        told = [f'[{self._msg}]'] * (self._msg is not None)
        if self._params:
            told.append('(' + ', '.join(f'{k}={v!r}' for k, v in self._params.items()) + ')')
        return f'{self._case} {" ".join(told) or "(<subtest>)"}'

    def __exit__(self, kind, error, trace):
        if kind is None or issubclass(kind, (SkipTest, KeyboardInterrupt)):
            return False
        result, case = self._case._result, self._case
        if result._verbosity > 1:
            result._stream.write('\n' * (not case._failed_parts) + f'  {result._title(self)} ... ')
        case._failed_parts = True
        (result.addFailure if isinstance(error, case.failureException) else result.addError)(self, error)
        return True


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self.addCleanup(function, *args, **kwargs)

    async def enterAsyncContext(self, manager):
        result = await manager.__aenter__()
        self.addAsyncCleanup(manager.__aexit__, None, None, None)
        return result

    def _begin(self):
        self._runner = _asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        self._runner.get_loop()
        self._context = _contextvars.copy_context()

    def _end(self):
        self._runner.close()

    def _call(self, function, *args, **kwargs):
        if _inspect.iscoroutinefunction(function):
            return self._runner.run(function(*args, **kwargs), context=self._context)
        return self._context.run(function, *args, **kwargs)

    def _call_setup(self):
        self._context.run(self.setUp)
        self._call(self.asyncSetUp)

    def _call_teardown(self):
        self._call(self.asyncTearDown)
        self._context.run(self.tearDown)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc):
        super().__init__('runTest')
        self.runTest = testFunc


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def run(self, result):
        last = None
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestCase) and type(test) is not last:
                if last:
                    last.tearDownClass()
                last = type(test)
                last.setUpClass()
            test.run(result)
        if last:
            last.tearDownClass()
        return result

    __call__ = run


class TestLoader:
    testMethodPrefix = 'test'

    def getTestCaseNames(self, cls):
        return sorted(name for name in dir(cls) if name.startswith(self.testMethodPrefix) and callable(getattr(cls, name)))

    def loadTestsFromTestCase(self, cls):
        return TestSuite(map(cls, self.getTestCaseNames(cls)))

    def loadTestsFromModule(self, module):
        found = [v for v in vars(module).values() if isinstance(v, type) and issubclass(v, TestCase)
                 and v not in (TestCase, IsolatedAsyncioTestCase, FunctionTestCase)]
        found.sort(key=lambda cls: cls.__name__)
        return TestSuite(map(self.loadTestsFromTestCase, found))

    def loadTestsFromName(self, name, module=None):
        item = module or _sys.modules['__main__']
        for part in name.split('.'):
            owner, item = item, getattr(item, part)
        if isinstance(item, type):
            return self.loadTestsFromTestCase(item)
        return TestSuite([owner(name.split('.')[-1])])


defaultTestLoader = TestLoader()


def makeSuite(cls):
    return defaultTestLoader.loadTestsFromTestCase(cls)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, **kwargs):
        self.stream, self.verbosity, self.failfast = stream or _sys.stderr, verbosity, failfast

    def run(self, test):
        result = self.resultclass(self.stream, True, self.verbosity)
        result._stream, result._verbosity, result.failfast = self.stream, self.verbosity, self.failfast
        began = _time.perf_counter()
        test.run(result)
        taken = _time.perf_counter() - began
        result.printErrors()
        write = self.stream.write
        write(f'{result.separator2}\nRan {result.testsRun} test{"s" * (result.testsRun != 1)} in {taken:.3f}s\n\n')
        counts = [(name, len(items)) for name, items in (
            ('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
            ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses)) if items]
        told = ', '.join(f'{name}={count}' for name, count in counts)
        head = 'FAILED' if not result.wasSuccessful() else 'NO TESTS RAN' if not result.testsRun else 'OK'
        write(head + (f' ({told})' if told else '') + '\n')
        self.stream.flush()
        return result


class main:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1, **kwargs):
        module = _sys.modules[module] if isinstance(module, str) else module
        suite = testLoader.loadTestsFromName(defaultTest, module) if isinstance(defaultTest, str) else testLoader.loadTestsFromModule(module)
        self.result = (testRunner or TextTestRunner(verbosity=verbosity, **kwargs)).run(suite)
        if exit:
            _sys.exit(5 if not self.result.testsRun and not self.result.skipped else int(not self.result.wasSuccessful()))
