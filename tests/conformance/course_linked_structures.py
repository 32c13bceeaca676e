class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, iterable=()):
        self.head = None
        self.size = 0
        for item in iterable:
            self.append(item)

    def append(self, value):
        self.size += 1
        if self.head is None:
            self.head = Node(value)
            return
        node = self.head
        while node.next:
            node = node.next
        node.next = Node(value)

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        if index < 0:
            index += self.size
        for place, value in enumerate(self):
            if place == index:
                return value
        raise IndexError("list index out of range")

    def __delitem__(self, index):
        if index == 0:
            self.head = self.head.next
        else:
            node = self.head
            for _ in range(index - 1):
                node = node.next
            node.next = node.next.next
        self.size -= 1

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def __eq__(self, other):
        return list(self) == list(other)


items = LinkedList("abcd")
items.reverse()
print(items, len(items), items[0], items[-1], items[1:3], "c" in items, items == LinkedList("dcba"))
del items[1]
print(items, list(reversed(list(items))), LinkedList())
try:
    items[10]
except IndexError as error:
    print(error)


class BinarySearchTree:
    class _Node:
        def __init__(self, key):
            self.key, self.left, self.right = key, None, None

    def __init__(self, keys=()):
        self.root = None
        for key in keys:
            self.insert(key)

    def insert(self, key):
        def put(node):
            if node is None:
                return self._Node(key)
            if key < node.key:
                node.left = put(node.left)
            elif key > node.key:
                node.right = put(node.right)
            return node
        self.root = put(self.root)

    def __contains__(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def walk(self, order="in"):
        def visit(node):
            if node:
                if order == "pre":
                    yield node.key
                yield from visit(node.left)
                if order == "in":
                    yield node.key
                yield from visit(node.right)
                if order == "post":
                    yield node.key
        return visit(self.root)

    @property
    def height(self):
        def of(node):
            return 0 if node is None else 1 + max(of(node.left), of(node.right))
        return of(self.root)

    def levels(self):
        level = [self.root] if self.root else []
        while level:
            yield [node.key for node in level]
            level = [child for node in level for child in (node.left, node.right) if child]


tree = BinarySearchTree([50, 30, 70, 20, 40, 60, 80, 30])
print(*tree.walk(), "|", *tree.walk("pre"), "|", *tree.walk("post"), sep=" ")
print(tree.height, 60 in tree, 65 in tree, list(tree.levels()))


class Stack:
    def __init__(self):
        self._items = []

    push = lambda self, item: self._items.append(item)
    pop = lambda self: self._items.pop()
    peek = property(lambda self: self._items[-1] if self._items else None)

    def __bool__(self):
        return bool(self._items)


def balanced(text):
    stack, pairs = Stack(), {")": "(", "]": "[", "}": "{"}
    for char in text:
        if char in pairs.values():
            stack.push(char)
        elif char in pairs and (not stack or stack.pop() != pairs[char]):
            return False
    return not stack


print([balanced(text) for text in ("([]{})", "(]", "((", "")], Stack().peek)
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}


def bfs(start, goal):
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for other in graph[path[-1]]:
            if other not in seen:
                seen.add(other)
                queue.append(path + [other])


def dfs(node, seen=None):
    seen = [] if seen is None else seen
    if node not in seen:
        seen.append(node)
        for other in graph[node]:
            dfs(other, seen)
    return seen


def topological():
    order, done = [], set()

    def visit(node):
        if node not in done:
            done.add(node)
            for other in graph[node]:
                visit(other)
            order.insert(0, node)
    for node in graph:
        visit(node)
    return order


print(bfs("A", "F"), dfs("A"), topological())
