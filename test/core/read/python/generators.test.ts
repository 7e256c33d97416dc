/** Generators and views of dictionaries; the expected output is CPython's 3.11. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'stars in the targets of comprehensions',
    `print([p for p, *_ in [(1, 2, 3), (4, 5)]], {p: q for (p, *q), r in [((1, 2, 3), 4)]}, [f for *f, l in ['abc', 'de']])
print(list(sum(b) for a, *b in [(1, 2, 3)]), [x for x in (1, *[2, 3])])
for (i, *j), k in [((1, 2), 3)]: print(i, j, k)`,
    `[1, 4] {1: [2, 3]} [['a', 'b'], ['d']]
[5] [1, 2, 3]
1 [2] 3
`,
  ],
  [
    'yield from: the value is what the inner generator returned',
    `def h():
    r = yield from [1,2]
    return 3
def k():
    v = yield from h()
    yield v
print(list(k()))`,
    `[1, 2, 3]
`,
  ],
  [
    'yield from passes on what send gives',
    `def inner():
    x = yield 1
    print('inner got', x)
    y = yield 2
    return (x, y)
def outer():
    r = yield from inner()
    print('r', r)
    return r
o = outer(); print(next(o)); print(o.send('A'))
try: o.send('B')
except StopIteration as e: print(e.value)`,
    `1
inner got A
2
r ('A', 'B')
('A', 'B')
`,
  ],
  [
    'send to an iterator that is no generator',
    `def o():
    yield from range(3)
it = o(); print(next(it))
try: it.send(4)
except AttributeError as e: print(e)`,
    `0
'range_iterator' object has no attribute 'send'
`,
  ],
  [
    'try and except around yield, and throw',
    `def g():
    try:
        yield 1
        raise ValueError('in')
    except ValueError as e:
        print('caught', e)
        yield 5
    else:
        print('no')
    yield 9
it = g(); print(next(it)); print(it.throw(ValueError('q'))); print(list(it)); print(list(g()))`,
    `1
caught q
5
[9]
caught in
[1, 5, 9]
`,
  ],
  [
    'send values of a loop with try, and close',
    `def g():
    for i in range(3):
        try:
            x = yield i
            print(1 / x)
        except ZeroDivisionError:
            print('zero')
        except TypeError:
            print('type')
it = g(); next(it); print(it.send(0)); print(it.send(2)); 
try: next(it)
except StopIteration: print('stop')
it.close(); print(list(it))`,
    `zero
1
0.5
2
type
stop
[]
`,
  ],
  [
    'close of a generator that has not started, and throw into it',
    `def g():
    yield 1
it = g(); it.close()
print(list(it))
it = g(); next(it); it.close(); print(next(it, 'none'))
try: g().throw(KeyError('k'))
except KeyError as e: print('K', e)`,
    `[]
none
K 'k'
`,
  ],
  [
    'except GeneratorExit',
    `def g():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
it = g(); next(it); it.close(); print('x')`,
    `exit
x
`,
  ],
  [
    'a generator that catches all exceptions',
    `def g():
    while True:
        try:
            yield 1
        except Exception:
            yield 2
it = g(); next(it)
print(it.throw(ValueError))
it.close()
print('closed')`,
    `2
closed
`,
  ],
  [
    'return of a yielded value',
    `def g():
    return (yield 1)
it = g(); next(it)
try: it.send(5)
except StopIteration as e: print(e.value)`,
    `5
`,
  ],
  [
    'views of a dictionary show its later changes',
    `d = {'a': 1}
k, v, i = d.keys(), d.values(), d.items()
d['b'] = 2
print(k, v, i, len(k), 'b' in k, list(i))
try:
    for x in d.keys(): d[x + 'q'] = 1
except RuntimeError as e: print(e)
try:
    for x, y in d.items(): del d[x]
except RuntimeError as e: print(e)
for x, y in d.items(): d[x] = y + 1
print(d)
for x in list(d.keys()): d.pop(x)
print(d, k)`,
    `dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True [('a', 1), ('b', 2)]
dictionary changed size during iteration
dictionary changed size during iteration
{'b': 3, 'aq': 2}
{} dict_keys([])
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});
