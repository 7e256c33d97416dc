/** Attributes by which programs tell kinds of values apart, as Python has them; what the interpreter lacks is refused by name. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import functools
import numpy as np
from collections import Counter, OrderedDict, defaultdict, deque

def f(): pass

class C:
    def __len__(self): return 2

def told(value):
    names = ('len', 'iter', 'next', 'getitem', 'setitem', 'contains', 'call', 'array')
    return ' '.join(n for n in names if hasattr(value, '__' + n + '__'))

`;

function printed(code: string): string {
  const { output, error } = runCode(SETUP + code);
  expect(error).toBeUndefined();
  return output.trim();
}

describe('special methods that a value has', () => {
  it.each([
    ['"a"', 'len iter getitem contains'],
    ['[1]', 'len iter getitem setitem contains'],
    ['3', ''],
    ['None', ''],
    ['f', 'call'],
    ['print', 'call'],
    ['zip([1], [2])', 'iter next'],
    ['np.ones(2)', 'len iter getitem setitem contains array'],
    ['np.float64(1)', 'getitem array'],
    ['OrderedDict()', 'len iter getitem setitem contains'],
    ['Counter()', 'len iter getitem setitem contains'],
    ['defaultdict(int)', 'len iter getitem setitem contains'],
    ['deque()', 'len iter getitem setitem contains'],
    ['{}.keys()', 'len iter contains'],
    ['{}.values()', 'len iter'],
    ['C()', 'len'],
    ['C', 'len call'],
  ])('%s', (value, names) => {
    expect(printed(`print(told(${value}))`)).toBe(names);
  });
});

it.each([
  ['the class of a built-in value', 'print((3).__class__.__name__, [].__class__ is list)', 'int True'],
  ['a call by its special method', 'print((lambda x: x + 1).__call__(2))', '3'],
])('%s', (_, code, output) => {
  expect(printed(code)).toBe(output);
});

it.each([
  ['ValueError("x")', 'with_traceback'],
  ['KeyError("x")', '__traceback__'],
  ['np.iinfo(np.int8)', 'kind'],
  ['np.finfo(np.float32)', 'machep'],
  ['np.nditer(np.ones(2))', 'nop'],
  ['functools.partial(f)', 'func'],
  ['np.float32', 'mean'],
  ['int', 'bit_length'],
  ['str', 'encode'],
  ['np.ndarray', 'sum'],
  ['C()', '__weakref__'],
  ['C', '__dict__'],
  ['[]', '__doc__'],
  ['np.sum', '__wrapped__'],
  ['np.negative', 'at'],
])('%s.%s is refused, not missing', (value, name) => {
  const { error } = runCode(`${SETUP}value = ${value}\ntry:\n    value.${name}\nexcept AttributeError:\n    pass\n`);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(name);
});
