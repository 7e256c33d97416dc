import { expect, test } from 'vitest';
import { unroll } from '../../scripts/lib/unroll.mjs';

const lines = (...parts: string[]): string => parts.join('\n');

test('a repetition is written out once for each value, with computed numbers', () => {
  const source = lines('// @for i 0..2', 'let s${i} = load(${i * 16}, ${i + 1}, ${i * 32 + 16});', '// @end', 'rest');
  expect(unroll(source)).toBe(
    lines('let s0 = load(0, 1, 16);', 'let s1 = load(16, 2, 48);', 'let s2 = load(32, 3, 80);', 'rest'),
  );
});

test('repetitions nest; a variable of no repetition stays', () => {
  const source = lines('// @for t 1..2', '  // @for i 0..1', '  f(${t}, ${i}, ${k});', '  // @end', '// @end');
  expect(unroll(source)).toBe(lines('  f(1, 0, ${k});', '  f(1, 1, ${k});', '  f(2, 0, ${k});', '  f(2, 1, ${k});'));
});

test('@taps runs over the rows and columns of the window', () => {
  expect(unroll(lines('// @taps', 'sum += load(at);', '// @end'))).toBe(
    lines(
      'let line = window;',
      'for (let tapRow = 0; tapRow < tapRows; tapRow++) {',
      'let at = line;',
      'for (let tapCol = 0; tapCol < tapCols; tapCol++) {',
      'sum += load(at);',
      'at += tapColStep;',
      '}',
      'line += tapRowStep;',
      '}',
    ),
  );
});

test('@taps 2x2 has no loops where the window has these taps, in the order of the loops', () => {
  const [square, loops] = unroll(lines('// @taps 2x2', 'sum += load(at);', '// @end')).split('} else {\n');
  expect(square).toBe(
    lines(
      'if (tapRows == 2 && tapCols == 2) {',
      ...['window', 'window + tapColStep', 'window + tapRowStep', 'window + tapRowStep + tapColStep'].flatMap((at) => [
        '{',
        `const at = ${at};`,
        'sum += load(at);',
        '}',
      ]),
      '',
    ),
  );
  expect(loops).toBe(`${unroll(lines('// @taps', 'sum += load(at);', '// @end'))}\n}`);
});

test.each([
  ['// @for i 0..3', 'kernel.ts:1: this repetition has no @end'],
  ['x\n// @end', 'kernel.ts:2: @end without @for or @taps'],
])('%j is refused', (source, message) => {
  expect(() => unroll(source, 'kernel.ts')).toThrow(message);
});
