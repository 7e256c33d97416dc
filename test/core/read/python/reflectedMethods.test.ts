/** Which special method of two instances is called, and what PyTorch states of sizes that do not fit; as CPython 3.11 and PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const CLASSES = `import functools
import torch
class Scale:
    def __init__(self, factor): self.factor = factor
    def __mul__(self, other): return 'mul' if isinstance(other, Scale) else NotImplemented
    def __sub__(self, other): return NotImplemented
    def __rsub__(self, other): return 'rsub'
    def __index__(self): return self.factor
    def __str__(self): return f'x{self.factor}'
class Shift(Scale):
    def __rmul__(self, other): return 'rmul of the subclass'
def announced(f):
    @functools.wraps(f)
    def wrapper(*args): return f(*args)
    return wrapper
@announced
def add(a, b):
    'Adds.'
    return a + b
`;

it.each([
  ['Scale(1) * Shift(2), Scale(1) * Scale(2), Shift(1) * Scale(2)', 'rmul of the subclass mul mul'],
  ['Scale(1) - Shift(2), 5 - Scale(1)', 'rsub rsub'],
  ["'%s and %s' % (Scale(1), 2), '%s' % Scale(3)", 'x1 and 2 x3'],
  ["[5, 6][Scale(1)], 'ab'[Scale(0)], range(4)[Scale(2)]", '6 a 2'],
  ['add.__name__, add.__doc__', 'add Adds.'],
])('%s', (expression, output) => {
  const found = runCode(`${CLASSES}print(${expression})\n`);
  expect([found.error, found.output]).toEqual([undefined, `${output}\n`]);
});

it.each([
  ['Scale(1) - Scale(2)', "TypeError: unsupported operand type(s) for -: 'Scale' and 'Scale'"],
  ['class Strict(Scale, strict=True): pass', 'NotSupported'],
  ['functools.lru_cache(add).cache_info()', 'NotSupported'],
  [
    'torch.ones(2, 3) + torch.ones(2, 4)',
    'RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
  ],
  ['torch.ones(3)[5]', 'IndexError: index 5 is out of bounds for dimension 0 with size 3'],
  ['torch.ones(3)[::-1]', 'ValueError: step must be greater than zero'],
])('the error of %s', (statement, expected) => {
  const { error } = runCode(CLASSES + statement);
  expect(error?.type === 'NotSupported' ? error.type : `${error?.type}: ${error?.message}`).toBe(expected);
});

const ASKED = `import numpy as np
import torch
class Plain:
    def __radd__(self, other): return type(other).__name__
    def __gt__(self, other): return type(other).__name__
class First(Plain):
    __array_priority__ = 200
class Alone(Plain):
    __array_ufunc__ = None
`;

it.each([
  ['np.array(2.0) + Plain(), np.float32(2) + Plain(), np.int64(2) + Plain()', 'float float int'],
  ['np.ones(2) + First(), np.array(1) + First(), np.float32(1) + First()', 'ndarray ndarray float'],
  ['np.ones(2) + Alone(), np.float32(1) + Alone(), torch.ones(2) + Plain(), 2 + Plain()', 'ndarray float32 Tensor int'],
  [
    'np.array(2.0) < Plain(), type(torch.ones(1)), type(torch.ones(1)) == torch.Tensor',
    "True <class 'torch.Tensor'> True",
  ],
])('an array with an object: %s', (expression, output) => {
  const found = runCode(`${ASKED}print(${expression})\n`);
  expect([found.error, found.output]).toEqual([undefined, `${output}\n`]);
});

it.each([
  ['np.ones(2) + Plain()', 'np.add with Plain is not supported'],
  ['np.ones((2, 2)) @ Plain()', 'does not have enough dimensions'],
])('an array of objects: %s', (expression, reason) => {
  expect(runCode(ASKED + expression).error?.message).toContain(reason);
});
