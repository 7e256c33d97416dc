/** `list[int]` and unions with None as values, and lines that end with \r\n. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it('a built-in type with its items is the type', () => {
  const program =
    'Matrix = list[list[int]]\nRow = dict[str, int] | None\nprint(Matrix((1, 2)), dict[str, int](a=1), isinstance(None, Row), isinstance(3, int | None), isinstance("a", int | None))\n';
  expect(runCode(program)).toMatchObject({ output: "[1, 2] {'a': 1} True True False\n" });
});

it('abstract classes of collections', () => {
  const program =
    'import numpy as np\nfrom collections.abc import Iterable, Mapping, Sequence, Sized\n' +
    'for v in [[1], (1,), "a", range(2), {1: 2}, {1}, np.ones(2), iter([1]), 3, None]:\n' +
    '    print(*[int(isinstance(v, t)) for t in (Sequence, Iterable, Sized, Mapping)], end=" | ")\n';
  const expected = ['1 1 1 0', '1 1 1 0', '1 1 1 0', '1 1 1 0', '0 1 1 1', '0 1 1 0', '0 1 1 0', '0 1 0 0', '0 0 0 0'];
  expect(runCode(program)).toMatchObject({ output: [...expected, '0 0 0 0', ''].join(' | ') });
});

it.each([
  ['None | None', 'TypeError', "unsupported operand type(s) for |: 'NoneType' and 'NoneType'"],
  ['Counter(a=1.5) + Counter()', 'NotSupported', 'Counter + Counter is not supported'],
])('%s', (expression, type, message) => {
  const { error } = runCode(`from collections import Counter\n${expression}\n`);
  expect(error).toMatchObject({ type, message });
});

it('a line of a string goes on behind a backslash and \\r\\n, which is \\n in a string', () => {
  const program = 'x = """a\r\nb\\\r\nc"""\r\nprint(repr(x), repr(r"""d\r\ne"""), repr(f"""f\r\n{1}"""))\r\n';
  expect(runCode(program)).toMatchObject({ output: "'a\\nbc' 'd\\ne' 'f\\n1'\n" });
});
