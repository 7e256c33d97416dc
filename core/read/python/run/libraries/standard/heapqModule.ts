/** `heapq`: lists whose item `k` is not greater than the items `2k + 1` and `2k + 2` (CPython's Lib/heapq.py). */
import type { Call } from '../../../library/call/Call';
import { PythonError, typeError } from '../../../runtime/PythonError';
import { listChanges, NONE, pyList } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import { typeName } from '../../../value/typeName';
import type { Builtins } from '../../builtins/table';
import type { Machine } from '../../machine/Machine';
import { iterate } from '../../operations/iterate';
import { less, sorted } from '../../operations/sorted';

export const HEAPQ: Builtins = {
  heapify: [
    'heap',
    (call, machine) => {
      const heap = heapOf(call);
      for (let at = Math.floor(heap.length / 2) - 1; at >= 0; at--) sink(heap, at, machine);
      return NONE;
    },
  ],
  heappush: [
    'heap item',
    (call, machine) => {
      const heap = heapOf(call);
      heap.push(call.value('item'));
      rise(heap, 0, heap.length - 1, machine);
      return NONE;
    },
  ],
  heappop: ['heap', (call, machine) => popped(heapOf(call), machine)],
  heapreplace: ['heap item', (call, machine) => replaced(heapOf(call), call.value('item'), machine)],
  heappushpop: [
    'heap item',
    (call, machine) => {
      const [heap, item] = [heapOf(call), call.value('item')];
      return heap.length > 0 && less(heap[0]!, item, machine) ? replaced(heap, item, machine) : item;
    },
  ],
  nsmallest: ['n iterable key?', (call, machine) => extremes(call, machine, false)],
  nlargest: ['n iterable key?', (call, machine) => extremes(call, machine, true)],
};

function heapOf(call: Call): Py[] {
  const heap = call.value('heap');
  if (heap.kind !== 'list')
    throw typeError(`${call.callee.split('.').pop()!}() argument 1 must be list, not ${typeName(heap)}`);
  const { items } = heap;
  listChanges(heap);
  return items;
}

function popped(heap: Py[], machine: Machine): Py {
  const last = heap.pop();
  if (!last) throw new PythonError('IndexError', 'index out of range');
  return heap.length > 0 ? replaced(heap, last, machine) : last;
}

function replaced(heap: Py[], item: Py, machine: Machine): Py {
  const first = heap[0];
  if (!first) throw new PythonError('IndexError', 'index out of range');
  heap[0] = item;
  sink(heap, 0, machine);
  return first;
}

/** Moves an item towards `start` while it is less than the one above. */
function rise(heap: Py[], start: number, from: number, machine: Machine): void {
  const item = heap[from]!;
  let at = from;
  for (let above = (at - 1) >> 1; at > start && less(item, heap[above]!, machine); above = (at - 1) >> 1) {
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = item;
}

/** Moves an item to the end, the smaller items below it up, and then the item up to its place. */
function sink(heap: Py[], start: number, machine: Machine): void {
  const item = heap[start]!;
  let at = start;
  for (let below = 2 * at + 1; below < heap.length; below = 2 * at + 1) {
    if (below + 1 < heap.length && !less(heap[below]!, heap[below + 1]!, machine)) below += 1;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = item;
  rise(heap, start, at, machine);
}

function extremes(call: Call, machine: Machine, largest: boolean): Py {
  const key = call.lacks('key') ? undefined : call.value('key');
  const items = sorted(iterate(call.value('iterable'), machine), key, largest, machine);
  return pyList(items.slice(0, Math.max(0, call.integer('n'))));
}
