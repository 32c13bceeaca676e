# seed: 1
import asyncio, unittest
from unittest import mock
from unittest.mock import AsyncMock, Mock, MagicMock, patch, call, ANY
class Api:
    base = "x"
    async def get(self, path): return path
    def close(self): pass
async def use(api):
    async with api.session() as s:
        r = await s.get("/u")
        return r["name"]
async def main():
    m = Mock(return_value=3)
    print(m(), m(1, k=2), m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list == [call(), call(1, k=2)])
    api = MagicMock()
    api.session.return_value.__aenter__.return_value.get = AsyncMock(return_value={"name": "Ann"})
    print(await use(api))
    spec = Mock(spec=Api)
    print(isinstance(spec, Api))
    try: spec.nope
    except AttributeError as e: print(e)
    spec.get.return_value = 7
    print(await spec.get("z"), spec.get.await_args, type(spec.get).__name__, type(spec.close).__name__)
    for f in (lambda: m.assert_called_once_with(1), lambda: m.assert_called_with(5), lambda: Mock().assert_called(), lambda: m.assert_any_call(9), lambda: m.assert_called_once(), lambda: m.assert_has_calls([call(8)])):
        try: f()
        except AssertionError as e: print(e)
    m.assert_called_with(1, k=ANY)
    side = Mock(side_effect=lambda x: x * 2)
    print(side(4), side.mock_calls)
    it = Mock(side_effect=[1, KeyError("k")])
    print(it())
    try: it()
    except KeyError as e: print("KeyError", e)
    try: it()
    except StopIteration: print("stop")
    with patch.object(Api, "get", new_callable=AsyncMock) as g:
        g.return_value = "patched"
        print(await Api().get("q"), g.await_count)
    print(await Api().get("q"))
    with patch.object(Api, "base", "y"): print(Api.base)
    print(Api.base)
    @patch("time.sleep")
    def t(fake):
        import time
        time.sleep(9)
        print(fake.call_args)
    t()
    d = {"a": 1}
    with patch.dict(d, {"b": 2}): print(d)
    print(d)
    mm = MagicMock()
    mm[3] = 4
    print(mm.__setitem__.call_args, 5 in mm, list(mm), bool(mm), int(mm))
    mm.a.b.c(1)
    print(mm.mock_calls[-1], mm.method_calls)
    n = Mock(**{"x.y.return_value": 5}, name="nm")
    print(n.x.y())
asyncio.run(main())
