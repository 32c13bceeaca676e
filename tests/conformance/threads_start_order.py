# A thread that is started runs when the others have given way, in the order of the starts.
import threading


def work(name):
    print(name, "runs")
    if name == "b":
        threading.Thread(target=work, args=("from b",)).start()
    print(name, "ends")


for name in "abc":
    threading.Thread(target=work, args=(name,)).start()
    print("started", name)
print("main ends")
