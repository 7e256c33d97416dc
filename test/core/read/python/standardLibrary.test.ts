/** Modules of the standard library; the expected values are those of CPython 3.11. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'heapq',
    `import heapq
h = [13, 5, 27, 0, 8, 5, 19, 2]
heapq.heapify(h); print(h)
for x in [3, 40, -1]: heapq.heappush(h, x)
print(heapq.heappop(h), heapq.heapreplace(h, 7), heapq.heappushpop(h, -5), heapq.heappushpop(h, 50), h)
print(heapq.nsmallest(3, h), heapq.nlargest(2, ['a', 'ccc', 'bb'], key=len))
try: heapq.heappop([])
except IndexError as e: print(e)
`,
    "[0, 2, 5, 5, 8, 27, 19, 13]\n-1 0 -5 2 [3, 5, 5, 7, 8, 27, 19, 13, 50, 40]\n[3, 5, 5] ['ccc', 'bb']\nindex out of range\n",
  ],
  [
    'sys.maxsize as a bound, and classes of numbers',
    `import sys, numbers
import numpy as np
print(min([4, 2], default=sys.maxsize), min(sys.maxsize, 3), isinstance(np.float32(1), numbers.Number), isinstance('a', numbers.Number), isinstance(2.5, numbers.Integral), isinstance(np.bool_(1), numbers.Number))
print(np.setxor1d([1, 2, 3, 2], [3, 4]), np.alltrue([1, 0]), np.sometrue([1, 0]))
`,
    '2 3 True False False False\n[1 2 4] False True\n',
  ],
  [
    'argparse and sys.argv of a program that is started without arguments',
    `"""Doc."""
import argparse, sys
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument('--k', type=int, default=3)
print(parser.parse_args(sys.argv[1:]).k, len(sys.argv), sys.argv[1:], __doc__)
`,
    '3 1 [] Doc.\n',
  ],
  [
    'functions of math that NumPy has with other results',
    `import math
print(math.fmod(-7, 3), math.isfinite(3), math.acosh(2))
try: math.fmod(1, 0)
except ValueError as e: print(e)
`,
    '-1.0 True 1.3169578969248166\nmath domain error\n',
  ],
  [
    'digits, characters without a picture, names of types',
    `import numpy as np
print('²'.isdigit(), '½'.isdigit(), '٣4'.isdigit(), repr('\\u200b é\\xa0\\x07\\u2028'), repr('\\U000e0001😀'))
print(type(reversed([1])).__name__, type(np.random.default_rng(0)).__name__, type(np.random.RandomState(0)).__name__)
`,
    "True False True '\\u200b é\\xa0\\x07\\u2028' '\\U000e0001😀'\nlist_reverseiterator Generator RandomState\n",
  ],
  [
    'weakref.ref',
    `import weakref
class Node: pass
node = Node()
kept = weakref.ref(node)
print(kept() is node)
`,
    'True\n',
  ],
])('%s', (_, program, output) => {
  const run = runCode(program);
  expect(run.error).toBeUndefined();
  expect(run.output).toBe(output);
});

it.each([
  ['import sys\nprint(sys.maxsize)', 'integers beyond 2^53'],
  ['import math\nprint(math.remainder(7, 4))', 'math.remainder'],
  [
    'import weakref\nclass Node: pass\nnode = Node()\nkept = weakref.ref(node)\nnode = None\nprint(kept())',
    'weakref.ref',
  ],
])('what is not known is refused: %s', (program, reason) => {
  expect(runCode(program).error?.message).toContain(reason);
});
