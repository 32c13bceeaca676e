//! Binary heaps in a vector, as CPython's `heapq` keeps them.
//!
//! The standard library's `BinaryHeap` would order just as well, but not equal items the same
//! way: which of two timers for the same instant fires first is decided by the exact moves that
//! `heapq` makes, and programs see it. So these are its moves: a pop takes the last item, bubbles
//! the smaller child up all the way to a leaf, and only then lets the last item climb.
//!
//! A comparison may fail (a PriorityQueue compares the user's own objects); the heap then holds
//! the same items, in the places they had reached.

/// `heapq.heappush`.
pub fn push<T, E>(
    heap: &mut Vec<T>,
    item: T,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    heap.push(item);
    let last = heap.len() - 1;
    sift_down(heap, 0, last, less)
}

/// `heapq.heappop`; `None` where the heap is empty.
pub fn pop<T, E>(
    heap: &mut Vec<T>,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<Option<T>, E> {
    if heap.is_empty() {
        return Ok(None);
    }
    let smallest = heap.swap_remove(0);
    if heap.len() > 1 {
        sift_up(heap, 0, less)?;
    }
    Ok(Some(smallest))
}

/// `heapq.heapify`.
pub fn heapify<T, E>(heap: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<(), E> {
    for position in (0..heap.len() / 2).rev() {
        sift_up(heap, position, less)?;
    }
    Ok(())
}

/// `heapq._siftdown`: let the item at `position` climb towards `start` past larger parents.
fn sift_down<T, E>(
    heap: &mut [T],
    start: usize,
    mut position: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    while position > start {
        let parent = (position - 1) / 2;
        if !less(&heap[position], &heap[parent])? {
            break;
        }
        heap.swap(position, parent);
        position = parent;
    }
    Ok(())
}

/// `heapq._siftup`: move the smaller child up until the hole is a leaf, then let the item climb.
fn sift_up<T, E>(
    heap: &mut [T],
    start: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let mut position = start;
    loop {
        let (left, right) = (2 * position + 1, 2 * position + 2);
        if left >= heap.len() {
            break;
        }
        // Which child it is nobody can foresee: adding costs less than a branch.
        let child = left + usize::from(right < heap.len() && !less(&heap[left], &heap[right])?);
        heap.swap(position, child);
        position = child;
    }
    sift_down(heap, start, position, less)
}
