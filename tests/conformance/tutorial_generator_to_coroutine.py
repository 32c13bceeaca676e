# 从生成器到协程:yield 是怎样变成 await 的
def grep(keyword):
    print("准备查找", keyword)
    found = 0
    try:
        while True:
            line = yield found
            if keyword in line:
                found += 1
                print("找到:", line)
    except GeneratorExit:
        print("一共找到", found, "行")


def coroutine(function):
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator
    return start


search = coroutine(grep)("协程")
for line in ["生成器产出数据", "协程消费数据", "协程可以暂停"]:
    print("计数:", search.send(line))
search.close()


def reader():
    yield from ("第一行", "第二行")
    return "读完"


def printer():
    result = yield from reader()
    print(result)


for line in printer():
    print(line)
