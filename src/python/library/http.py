from enum import IntEnum as _IntEnum, StrEnum as _StrEnum

_PHRASES = '''100 Continue
101 Switching Protocols
200 OK
201 Created
202 Accepted
204 No Content
206 Partial Content
301 Moved Permanently
302 Found
303 See Other
304 Not Modified
307 Temporary Redirect
308 Permanent Redirect
400 Bad Request
401 Unauthorized
402 Payment Required
403 Forbidden
404 Not Found
405 Method Not Allowed
406 Not Acceptable
408 Request Timeout
409 Conflict
410 Gone
412 Precondition Failed
413 Content Too Large
415 Unsupported Media Type
418 I'm a Teapot
422 Unprocessable Content
429 Too Many Requests
500 Internal Server Error
501 Not Implemented
502 Bad Gateway
503 Service Unavailable
504 Gateway Timeout
505 HTTP Version Not Supported'''
_PHRASES = {int(line[:3]): line[4:] for line in _PHRASES.split('\n')}


class _Status(_IntEnum):
    @property
    def phrase(self):
        return _PHRASES[self.value]

    is_informational = property(lambda self: self < 200)
    is_success = property(lambda self: 200 <= self < 300)
    is_redirection = property(lambda self: 300 <= self < 400)
    is_client_error = property(lambda self: 400 <= self < 500)
    is_server_error = property(lambda self: self >= 500)


HTTPStatus = _Status('HTTPStatus', {phrase.upper().replace(' ', '_').replace("'", ''): code for code, phrase in _PHRASES.items()}, module='http')
HTTPMethod = _StrEnum('HTTPMethod', {name: name for name in 'CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE'.split()}, module='http')
