# exit: 1
import asyncio
import unittest


async def divide(a, b):
    await asyncio.sleep(0.25)
    return a / b


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class setup")

    def setUp(self):
        self.s = Stack()

    def test_push(self):
        """Pushing adds an item."""
        self.s.push(1)
        self.assertEqual(self.s.items, [1])

    def test_pop_empty(self):
        self.assertRaises(IndexError, self.s.pop)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)

    def test_list(self):
        self.assertTrue([])

    @unittest.skip("later")
    def test_skip(self):
        pass

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 2)


class DivideTest(unittest.IsolatedAsyncioTestCase):
    async def test_divide(self):
        self.assertAlmostEqual(await divide(1, 3), 0.333, places=3)

    async def test_zero(self):
        with self.assertRaisesRegex(ZeroDivisionError, "division"):
            await divide(1, 0)

    async def test_error(self):
        await divide(1, "a")


if __name__ == "__main__":
    unittest.main(verbosity=2)
