import threading


def show():
    me = threading.current_thread()
    print(me.name, me.daemon, me is threading.main_thread(), me.ident == threading.get_ident())


class Callable:
    def __call__(self):
        show()


threads = [
    threading.Thread(target=show),
    threading.Thread(target=show, name="own name"),
    threading.Thread(target=Callable()),
    threading.Thread(target=lambda: show()),
    threading.Thread(),
    threading.Thread(name="given", daemon=True),
    threading.Timer(0, show),
]
for thread in threads:
    print(thread.name, thread.ident, thread.is_alive())
for thread in threads:
    thread.start()
    thread.join()
    print(thread.name, thread.is_alive())
thread = threading.Thread(target=show)
thread.name = "renamed"
thread.daemon = True
thread.start()
thread.join()
show()
