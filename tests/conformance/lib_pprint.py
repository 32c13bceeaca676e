from pprint import pformat, pp, pprint

config = {"server": {"host": "localhost", "port": 8080, "tags": ["web", "primary", "eu-west-1"]}, "retries": [1, 2, 4, 8, 16], "debug": False, "name": None}
pprint(config)
pprint(config, width=40)
pp({"b": 1, "a": [1, 2]})
print(pformat([{"id": n, "name": f"user{n}", "roles": ("admin", "dev")} for n in range(3)]))
pprint(list(range(40)), compact=True, width=50)
pprint({"deep": {"er": {"est": {"x": [1]}}}}, depth=2)
pprint("short"), pprint(("one",)), pprint({3, 1, 2})
pprint("a rather long text that does not fit into the width that was asked for", width=30)
pprint({"k" * 30: "v" * 60, "list": ["item" * 5] * 4})
