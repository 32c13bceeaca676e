import time
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor


def job(n):
    print("job", n, "runs at", time.monotonic())
    time.sleep(1)
    return n


pool = ThreadPoolExecutor(max_workers=1)
futures = [pool.submit(job, n) for n in range(4)]
time.sleep(0.5)
print(futures[0].running(), futures[0].cancel(), futures[1].running(), futures[1].cancel(), futures[1].cancel())
for future in futures[:3]:
    try:
        print(future.result(), future.cancelled(), future.done())
    except CancelledError as error:
        print(repr(error), future.cancelled(), future.done())
pool.shutdown(wait=False, cancel_futures=True)
print(futures[3].cancelled(), time.monotonic())
try:
    pool.submit(job, 9)
except RuntimeError as error:
    print(error)
own = Future()
print(own.set_running_or_notify_cancel(), own.cancel())
own.set_result(1)
try:
    own.set_result(2)
except InvalidStateError:
    print("set already", own.result())
