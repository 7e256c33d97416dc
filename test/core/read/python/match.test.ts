/** The `match` statement; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const KIND = `def kind(v):
    match v:
        case (h, w):
            return f'2d {h} {w}'
        case [h]:
            return '1d', h
        case {'kind': k, 'y': (1 | 2) as y}:
            return k, y
        case int() | float():
            return 'scalar'
        case 'same' | 'valid' as s:
            return s
        case []:
            return 'empty'
        case None:
            return 'none'
        case _:
            return 'other'
`;

it.each([
  ['(1, 2)', '2d 1 2'],
  ['[4]', "('1d', 4)"],
  ["{'kind': 'x', 'y': 1}", "('x', 1)"],
  ["{'kind': 'x', 'y': 3}", 'other'],
  ['3', 'scalar'],
  ['2.5', 'scalar'],
  ["'valid'", 'valid'],
  ["'full'", 'other'],
  ['[]', 'empty'],
  ['None', 'none'],
  ['np.zeros(2)', 'other'],
  ['range(2)', '2d 0 1'],
])('%s matches %s', (value, expected) => {
  expect(runCode(`import numpy as np\n${KIND}print(kind(${value}))`).output).toBe(`${expected}\n`);
});

const PARTS = `import enum
class Point:
    def __init__(self, x, y): self.x = x; self.y = y
class Color(enum.Enum):
    RED = 1
def part(v):
    match v:
        case Point(x=0, y=found): return 'axis', found
        case Point(x=found): return found
        case Color.RED: return 'red'
        case [1, *rest]: return rest
        case [*_, 9]: return 'ends with 9'
        case [a, [b, c]]: return a, b, c
        case str(s): return s.upper()
        case -1: return 'minus one'
        case True: return 'true'
        case other if other > 7: return 'large'
        case (other): return other
`;

it.each([
  ['Point(0, 3)', "('axis', 3)"],
  ['Point(4, 3)', '4'],
  ['Color.RED', 'red'],
  ['[1, 2, 3]', '[2, 3]'],
  ['[3, 4, 9]', 'ends with 9'],
  ['[2, [5, 6]]', '(2, 5, 6)'],
  ["'ab'", 'AB'],
  ['-1', 'minus one'],
  ['True', 'true'],
  ['7.5', 'large'],
  ['7.0', '7.0'],
])('the part of %s is %s', (value, expected) => {
  expect(runCode(`${PARTS}print(part(${value}))`).output).toBe(`${expected}\n`);
});

it('an expression without a name, a sequence without brackets, nothing that matches', () => {
  const { output, variables } = runCode(
    'x = 1\nmatch (x + 1, 2):\n    case 2, y:\n        print(y)\nmatch {}:\n    case {}: print("dictionary")\nmatch 5:\n    case 4: print(4)',
  );
  expect(output).toBe('2\ndictionary\n');
  expect(Object.keys(variables)).toEqual(['x', 'y']);
});

it('match and case stay names of variables', () => {
  expect(runCode('match = 3\ncase = dict()\nprint(match, case)').output).toBe('3 {}\n');
});

const PLACED = `from dataclasses import dataclass
class Size:
    __match_args__ = ('h', 'w')
    def __init__(self, h, w): self.h = h; self.w = w
class Pair: pass
@dataclass
class Pad:
    top: int
    side: int = 2
def part(v):
    match v:
        case Size(0, w): return 'flat', w
        case Size(h, w=1): return 'narrow', h
        case Size(): return 'size'
        case Pad(top, side): return top + side
        case Pair(a): return a
        case {-1: last, **rest}: return last, rest
        case {**rest}: return rest
`;

it.each([
  ['Size(0, 3)', "('flat', 3)"],
  ['Size(2, 1)', "('narrow', 2)"],
  ['Size(2, 3)', 'size'],
  ['Pad(1)', '3'],
  ["{-1: 4, 'a': 5, (1, 2): 6}", "(4, {'a': 5, (1, 2): 6})"],
  ["{'a': 5}", "{'a': 5}"],
  ['{}', '{}'],
])('positional patterns of own classes and the rest of a dictionary: %s is %s', (value, expected) => {
  expect(runCode(`${PLACED}print(part(${value}))`).output).toBe(`${expected}\n`);
});

it('more positional patterns than the class has are an error', () => {
  expect(runCode(`${PLACED}part(Pair())`).error).toMatchObject({
    type: 'TypeError',
    message: 'Pair() accepts 0 positional sub-patterns (1 given)',
  });
});
