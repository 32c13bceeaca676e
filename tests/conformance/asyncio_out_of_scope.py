import asyncio

print(asyncio.iscoroutinefunction(asyncio.open_connection), issubclass(asyncio.Transport, asyncio.BaseTransport))


class Echo(asyncio.Protocol):
    def data_received(self, data):
        self.data = data


print(issubclass(Echo, asyncio.BaseProtocol), Echo.__mro__[1].__name__)
