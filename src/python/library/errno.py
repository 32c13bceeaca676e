errorcode = {}
_MESSAGES = {}
for _line in '''1 EPERM Operation not permitted
2 ENOENT No such file or directory
3 ESRCH No such process
4 EINTR Interrupted system call
5 EIO Input/output error
9 EBADF Bad file descriptor
10 ECHILD No child processes
11 EAGAIN Resource temporarily unavailable
12 ENOMEM Cannot allocate memory
13 EACCES Permission denied
16 EBUSY Device or resource busy
17 EEXIST File exists
20 ENOTDIR Not a directory
21 EISDIR Is a directory
22 EINVAL Invalid argument
24 EMFILE Too many open files
25 ENOTTY Inappropriate ioctl for device
28 ENOSPC No space left on device
32 EPIPE Broken pipe
98 EADDRINUSE Address already in use
101 ENETUNREACH Network is unreachable
103 ECONNABORTED Software caused connection abort
104 ECONNRESET Connection reset by peer
107 ENOTCONN Transport endpoint is not connected
110 ETIMEDOUT Connection timed out
111 ECONNREFUSED Connection refused
113 EHOSTUNREACH No route to host
115 EINPROGRESS Operation now in progress'''.split('\n'):
    _number, _name, _text = _line.split(' ', 2)
    globals()[_name] = _number = int(_number)
    errorcode[_number] = _name
    _MESSAGES[_number] = _text
EWOULDBLOCK = EAGAIN
