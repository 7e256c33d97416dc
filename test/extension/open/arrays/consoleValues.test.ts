/** Values that consoles show by name, whose code does not give them. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

it.each([undefined, ', , 2', 'range(fm)'])(
  'pages that R prints for a name are its array, with the cursor at %s',
  (place) => {
    const text =
      'R version 4.3.1\n\n> fm <- last_maps()\n> dim(fm)\n[1] 2 3 2\n> fm\n, , 1\n\n     [,1] [,2] [,3]\n[1,]  1.5  3.0  4.5\n[2,]  6.0  7.5  9.0\n\n, , 2\n\n     [,1] [,2] [,3]\n[1,] 10.5 12.0 13.5\n[2,] 15.0 16.5 18.0\n\n> range(fm)\n[1]  1.5 18.0\n';
    const cursor = place === undefined ? {} : { cursor: text.indexOf(place) };
    const opened = openText({ text, languageId: 'plaintext', ...cursor });
    expect(opened).toMatchObject({
      kind: 'array',
      arrays: [{ name: 'fm', shape: [2, 3, 2], values: [1.5, 10.5, 3, 12, 4.5, 13.5, 6, 15, 7.5, 16.5, 9, 18] }],
    });
  },
);

it('a value that R computes is not read again from its print', () => {
  const text = '> m <- matrix(c(1, 2, 3, 4), 2)\n> m\n     [,1] [,2]\n[1,]    1    3\n[2,]    2    4\n';
  const opened = openText({ text, languageId: 'plaintext' });
  expect('arrays' in opened ? opened.arrays : opened).toMatchObject([{ name: 'm', values: [1, 3, 2, 4] }]);
});

it('other lines of a session of gdb are not Python', () => {
  const text =
    '(gdb) ptype tile\ntype = int8_t [2][3]\n(gdb) print tile\n$1 = {{12, -3, 0}, {5, -128, 127}}\n(gdb) info locals\ntile = "\\f\\375"\nacc = 21845\n(gdb) print acc\n$2 = 21845\n(gdb) quit\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'array',
    arrays: [
      { shape: [2, 3], values: [12, -3, 0, 5, -128, 127] },
      { shape: [], values: [21845] },
    ],
  });
});
