# exit: 1
class Node:
    def __init__(self, value, child=None):
        self.value, self.child = value, child

    def total(self):
        return self.value + self.child.total()


def compute(nodes):
    return [node.total() for node in nodes]


chain = Node(1, Node(2, Node(3)))
print(compute([chain]))
