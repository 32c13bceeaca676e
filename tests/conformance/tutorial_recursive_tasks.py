# Parallel tree search: each branch is a task; the first hit stops all the others.
import asyncio

TREE = {"root": ["docs", "src"], "docs": ["guide", "api"], "src": ["main", "tests"], "tests": ["unit"], "unit": ["treasure"]}


class Found(Exception):
    pass


async def search(node, goal, visited):
    await asyncio.sleep(0.5)
    visited.append(node)
    if node == goal:
        raise Found(node)
    async with asyncio.TaskGroup() as group:
        for child in TREE.get(node, []):
            group.create_task(search(child, goal, visited))


async def main():
    for goal in ("main", "treasure", "nothing"):
        visited = []
        try:
            await search("root", goal, visited)
            print(goal, "is nowhere;", len(visited), "visited")
        except* Found:
            print(goal, "found after", visited)


asyncio.run(main())
