// @ts-check
// Expands the repetitions in the sources of the WebAssembly kernels: AssemblyScript has no macros, and loops over vector
// registers must be written out.
//
//   // @for i 0..3     the lines up to `// @end` once for each i; `${i}`, `${i * 16}` are computed
//   // @taps           the lines up to `// @end` at each tap of the current window, whose address is `at`
//   // @taps 2x2       the same, without loops where the window has 2 × 2 taps: they take longer than the taps do

const BEGIN = /^\s*\/\/ @(?:for (\w+) (\d+)\.\.(\d+)|taps( 2x2)?)$/;
const END = /^\s*\/\/ @end$/;

const beforeTap = [
  'let line = window;',
  'for (let tapRow = 0; tapRow < tapRows; tapRow++) {',
  'let at = line;',
  'for (let tapCol = 0; tapCol < tapCols; tapCol++) {',
];
const afterTap = ['at += tapColStep;', '}', 'line += tapRowStep;', '}'];

/** Addresses of the taps of a window of 2 × 2. */
const fourTaps = ['window', 'window + tapColStep', 'window + tapRowStep', 'window + tapRowStep + tapColStep'];

/**
 * Throws an Error for a repetition that is not closed.
 * @param {string} source
 * @param {string} [name] of the file, for errors
 * @returns {string}
 */
export function unroll(source, name = 'source') {
  const lines = source.split('\n');
  const { expanded, next } = expand(lines, 0, {}, name);
  if (next < lines.length) throw new Error(`${name}:${next + 1}: @end without @for or @taps`);
  return expanded.join('\n');
}

/**
 * The lines from `start` up to an `@end` or the end of the file, and the index of the line where they end.
 * @param {readonly string[]} lines
 * @param {number} start
 * @param {Readonly<Record<string, number>>} values of the enclosing repetitions' variables
 * @param {string} name
 * @returns {{ expanded: string[], next: number }}
 */
function expand(lines, start, values, name) {
  /** @type {string[]} */
  const expanded = [];
  for (let at = start; at < lines.length; at++) {
    const line = /** @type {string} */ (lines[at]);
    if (END.test(line)) return { expanded, next: at };
    const begin = BEGIN.exec(line);
    if (!begin) {
      expanded.push(fill(line, values));
      continue;
    }
    const [, variable, first, last, square] = begin;
    let next = at;
    if (variable === undefined) {
      const taps = expand(lines, at + 1, values, name);
      const loops = [...beforeTap, ...taps.expanded, ...afterTap];
      const four = fourTaps.flatMap((address) => ['{', `const at = ${address};`, ...taps.expanded, '}']);
      expanded.push(...(square ? ['if (tapRows == 2 && tapCols == 2) {', ...four, '} else {', ...loops, '}'] : loops));
      next = taps.next;
    } else {
      for (let value = Number(first); value <= Number(last); value++) {
        const body = expand(lines, at + 1, { ...values, [variable]: value }, name);
        expanded.push(...body.expanded);
        next = body.next;
      }
    }
    if (next >= lines.length) throw new Error(`${name}:${at + 1}: this repetition has no @end`);
    at = next;
  }
  return { expanded, next: lines.length };
}

/**
 * `${i}`, `${i + 1}`, `${i * 16}`, `${i * 32 + 16}`
 * @param {string} line
 * @param {Readonly<Record<string, number>>} values
 */
function fill(line, values) {
  return line.replace(/\$\{(\w+)(?: \* (\d+))?(?: \+ (\d+))?\}/g, (whole, variable, factor = '1', offset = '0') =>
    variable in values ? String((values[variable] ?? 0) * Number(factor) + Number(offset)) : whole,
  );
}
