/** The order in which sets give their items; the expected values are CPython 3.11's. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['{2.5, False}', '{False, 2.5}'],
  ['set([-1, 0.001])', '{0.001, -1}'],
  ['set([-1.5, 2, 1e3])', '{1000.0, 2, -1.5}'],
  ['{0.5, 3, 0.25, 7}', '{0.5, 0.25, 3, 7}'],
  ['{1, 13, 37, 15}, set([1, 13, 37, 15])', '{1, 13, 37, 15} {1, 37, 13, 15}'],
  ['{1, 2, 3, 4} ^ {1, 9}, {1, 9} ^ {1, 2, 3, 4}', '{2, 3, 4, 9} {9, 2, 3, 4}'],
  ['{22} | {8, 7}, {16, 1, 10, 22} | {1}, {40, 8, 16} & {8, 16, 24, 40}', '{8, 22, 7} {16, 1, 22, 10} {40, 8, 16}'],
  ['set([8, 16, 24]).union([1], {9}), {1, 2, 40, 33, 8} - {1}', '{16, 1, 8, 24, 9} {40, 33, 2, 8}'],
  ['{(0, 1), (2, -1), (1, 1)}', '{(0, 1), (2, -1), (1, 1)}'],
  ["{float('inf'), 3, 19}", '{19, 3, inf}'],
])('the order of %s', (expression, expected) => {
  expect(runCode(`print(${expression})`).output).toBe(`${expected}\n`);
});

it('places of removed items are taken again, and pop goes on where it stopped', () => {
  const program = `a = {0, 3, 4, 5, 75, 11, 2, 39}
a -= {2, 3}
a.add(35); a.add(2)
print(a, a.pop(), a.pop(), a)
a |= {100, 36}
b = a.copy()
b ^= {36, 1, 9}
print(a, b, set(b), list(b)[:2])
b.difference_update([9, 11], {100}); b.intersection_update({5, 75, 4})
print(b, frozenset(b) | {1}, len(b))
`;
  const { output, error } = runCode(program);
  expect(error).toBeUndefined();
  expect(output).toBe(
    '{35, 4, 5, 39, 75, 11} 0 2 {35, 4, 5, 39, 75, 11}\n{35, 4, 5, 100, 39, 36, 75, 11} {1, 35, 4, 5, 100, 39, 9, 75, 11} {1, 35, 4, 5, 100, 39, 9, 75, 11} [1, 35]\n{75, 4, 5} frozenset({1, 75, 4, 5}) 3\n',
  );
});

it('pop of a set of strings is refused: each run of Python takes another one', () => {
  expect(runCode("{'a', 'b'}.pop()").error?.message).toContain('differs in each run');
  expect(runCode("print({'a'}.pop())\nset().pop()")).toMatchObject({ output: 'a\n', error: { type: 'KeyError' } });
});

it.each([
  ['reversed({1, 2})', "'set' object is not reversible"],
  ['reversed(3)', "'int' object is not reversible"],
  ['{1: 2}[1:]', "unhashable type: 'slice'"],
  ['d = {}\nd -= {1}', "unsupported operand type(s) for -=: 'dict' and 'set'"],
])('the error of %s', (statement, expected) => {
  expect(runCode(statement).error).toMatchObject({ type: 'TypeError', message: expected });
});
