/** Generators with finally and context managers; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'a loop that ends early closes its generator',
    `def gen():
    try:
        for i in range(5): yield i
    finally:
        print('end')
for v in gen():
    if v==2: break
print('after')`,
    `end
after
`,
  ],
  [
    'an exception thrown into a generator',
    `def gen():
    try:
        yield 1
    except ValueError as e:
        print('caught', e); yield 2
    finally:
        print('fin')
g=gen(); print(next(g)); print(g.throw(ValueError('x'))); print(list(g))`,
    `1
caught x
2
fin
[]
`,
  ],
  [
    'yield from a generator with finally',
    `def gen():
    try:
        yield 1
        return 7
    finally:
        print('fin')
def outer():
    r = yield from gen()
    print('r', r)
print(list(outer()))`,
    `fin
r 7
[1]
`,
  ],
  [
    'contextmanager',
    `from contextlib import contextmanager
cur = 1
@contextmanager
def set_i(n):
  global cur
  prev = cur
  try:
    cur = n
    yield
  finally:
    cur = prev

def f(): return 3
with set_i(5): print(cur)
print(cur)`,
    `5
1
`,
  ],
  [
    'contextmanager with exceptions, return, continue and break',
    `from contextlib import contextmanager
@contextmanager
def cm(x):
    print('a'); 
    try: yield x
    except ValueError as e: print('handled', e)
    print('b')
with cm(1) as v: print(v); raise ValueError('q')
try:
    with cm(2): raise KeyError('z')
except KeyError as e: print('ke', e)
def f():
    with cm(3) as v: return v
print(f())
for i in range(2):
    with cm(i):
        if i == 0: continue
        break`,
    `a
1
handled q
b
a
ke 'z'
a
b
3
a
b
a
b
`,
  ],
  [
    'return and raise inside a loop over a generator',
    `def gen():
    try:
        yield 1
        yield 2
    finally: print('F')
def f():
    for v in gen(): return v
print(f())
try:
    for v in gen(): raise ValueError('x')
except ValueError: print('V')
g = gen()
for v in g: break
print('end')`,
    `F
1
F
V
end
F
`,
  ],
  [
    'nested finally',
    `def gen():
    try:
        try: yield 1
        finally: print('inner')
    finally:
        print('outer')
print(list(gen())); print(sum(gen())); print([*gen()]); a, = gen()
x = max(gen())`,
    `inner
outer
[1]
inner
outer
1
inner
outer
[1]
inner
outer
inner
outer
`,
  ],
  [
    'close of a generator',
    `def gen():
    while True:
        try:
            v = yield
            print('v', v)
        except GeneratorExit:
            print('exit'); raise
        finally: print('f')
g = gen(); next(g); g.send(1); g.close(); print('done')`,
    `v 1
f
exit
f
done
`,
  ],
  [
    'yield without a value',
    `def g():
    for i in range(3):
        x = yield
        print('got', x)
q = g(); next(q); q.send(4)`,
    `got 4
`,
  ],
  [
    'yield in parentheses',
    `def g():
    x = (yield 3)
    print(x)
    y = (yield)
    print(y)
q = g(); next(q); q.send(4)
try: q.send(5)
except StopIteration: print('stop')`,
    `4
5
stop
`,
  ],
  [
    'with items in parentheses',
    `class CM:
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out')
with (CM() as a, CM() as b): print('x')`,
    `in
in
x
out
out
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});
