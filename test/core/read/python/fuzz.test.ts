/** Whatever the text: a result with describable errors, within the bounds of work, and places inside of the text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../../core';
import { evaluateCounted } from '../../../../core/read/python/evaluatePython';
import { findCalls } from '../../../../core/read/python/findCalls';
import { MAX_WORK } from '../../../../core/read/python/runtime/Context';
import { runsOf } from '../../../everything';

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url), 'utf8')) as T;

const course = read<{ cases: { code: string }[] }>('course/cases.json').cases.map(({ code }) => code);
const table = read<{ setup: string; rows: { code: string }[] }>('python/expressions.json');
const layers = read<{ setup: string; rows: { code: string }[] }>('python/layers.json');
const cells = [
  ...course,
  ...table.rows.map(({ code }) => `${table.setup}x = ${code}\n`),
  ...layers.rows.map(({ code }) => `${layers.setup}${code}\n`),
];

const pieces = fc.constantFrom(
  ...'( ) [ ] { } , : = == + - * ** / // % @ < > . ... \n \t # " \' \\ ; 0 1 2 3 -1 1e9 1e309 10**9 0x 1_0 1. nan None True not in is if else for while def lambda'.split(
    ' ',
  ),
  ...[
    '\n    ',
    'np.',
    'x',
    'a',
    'm',
    'v',
    'h',
    'x[...]',
    'x[::-1]',
    'x.T',
    '.reshape(',
    'np.zeros(',
    'np.array(',
    'np.pad(',
    'axis=',
    '*x',
    '**h',
    'é',
    '，',
    '\u00a0',
    '😀',
    '\0',
    '\u2028',
  ],
  ...[
    'np.random.randn(',
    'np.random.seed(',
    'conv_forward(',
    'pool_backward(',
    'F.conv2d(',
    'nn.Conv2d(',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ],
);

type Edit = readonly [at: number, length: number, text: string];

const edit: fc.Arbitrary<Edit> = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), pieces);

function mutate(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, [at, length, piece]) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + piece + current.slice(start + length);
  }, text);
}

function check(text: string): void {
  const { result, work } = evaluateCounted(text);
  expect(work).toBeLessThanOrEqual(2 * MAX_WORK);
  const within = ([start, end]: readonly [number, number]): boolean => 0 <= start && start <= end && end <= text.length;
  for (const { array, range, ranges } of result.arrays) {
    expect(array.data.length).toBe(sizeOf(array.shape));
    expect(within(range)).toBe(true);
    if (ranges) expect(ranges.length).toBe(2 * array.data.length);
  }
  for (const { message, detail, range } of result.errors) {
    expect(message).not.toMatch(/\{\d\}|undefined|\[object/);
    expect(detail.text.length).toBeGreaterThan(0);
    expect(within(range)).toBe(true);
  }
  for (const { range } of [...result.calls, ...findCalls(text)]) expect(within(range)).toBe(true);
}

describe('never an exception, never unbounded work', () => {
  it('cells with pieces cut out and put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.array(edit, { minLength: 1, maxLength: 6 }), (cell, edits) => {
        check(mutate(cell, edits));
      }),
      { numRuns: runsOf(300) },
    );
  });

  it('pieces in any order', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => check(parts.join(' '))),
      { numRuns: runsOf(300) },
    );
  });

  it('expressions of expressions', () => {
    const code = fc.constantFrom(
      ...table.rows.map((row) => row.code).filter((each) => !each.includes('\n') && !/[^=<>!]=[^=]/.test(each)),
    );
    const operator = fc.constantFrom(
      '+',
      '-',
      '*',
      '/',
      '//',
      '%',
      '**',
      '@',
      '==',
      '<',
      '&',
      '|',
      ' in ',
      ' is ',
      ' and ',
    );
    fc.assert(
      fc.property(code, operator, code, (left, between, right) =>
        check(`${table.setup}x = (${left})${between}(${right})\ny = np.array(x)[0]\n`),
      ),
      { numRuns: runsOf(300) },
    );
  });

  it('every function with every kind of argument', () => {
    const name = fc.constantFrom(
      ...'array zeros ones full eye arange linspace reshape transpose pad zeros_like concatenate stack maximum abs exp sqrt clip where sum mean max argmax std cumsum round dot matmul squeeze expand_dims swapaxes moveaxis flip rot90 roll repeat tile broadcast_to diag meshgrid hstack vstack allclose float32 int8 random.rand random.randn random.randint random.uniform random.normal random.permutation random.choice random.seed random.RandomState random.shuffle random.exponential'.split(
        ' ',
      ),
    );
    const argument = fc.constantFrom(
      ...'0 1 -1 2.5 -7 1e400 10**8 None True "max" "reflect" (2,3) (0,) () [] [1,2] [[1],[2]] [[1],[2,3]] m a v t e z s u h np.pi np.float32 (-1,2) [None] [m,m] ((1,1),(2,2)) np max slice(1) ... axis=0 axis=9 axis=(0,1) keepdims=True size=(2,2) mode="wrap" dtype=int dtype="x" k=1 p=[0.5,0.5]'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(name, fc.array(argument, { maxLength: 3 }), (each, args) =>
        check(`${table.setup}x = np.${each}(${args.join(', ')})\n`),
      ),
      { numRuns: runsOf(500) },
    );
  });

  it('course and framework calls with every kind of argument', () => {
    const name = fc.constantFrom(
      ...'zero_pad conv_single_step conv_forward conv_backward pool_forward pool_backward create_mask_from_window distribute_value F.conv2d F.max_pool2d F.avg_pool2d nn.Conv2d nn.MaxPool2d tf.nn.conv2d tf.nn.avg_pool2d layers.Conv2D layers.MaxPooling2D torch.tensor torch.zeros F.pad tf.constant'.split(
        ' ',
      ),
    );
    const argument = fc.constantFrom(
      ...'x4 w4 b1 m v 0 1 2 -1 3.5 10**6 None "max" "same" "SAME" (2,2) (1,2,2,1) h {"stride":1,"f":2} {"stride":0,"f":2} {"f":0.5} (x4,h) (x4,w4,b1,h) (x4,{"stride":1,"f":2}) stride=2 padding="same" padding=(1,1) groups=3 mode="average" kernel_size=2 e np.zeros((1,0,3,2))'.split(
        ' ',
      ),
    );
    const setup = `${table.setup}x4 = np.ones((1, 4, 5, 2))\nw4 = np.ones((2, 2, 2, 3))\nb1 = np.zeros((1, 1, 1, 3))\n`;
    fc.assert(
      fc.property(name, fc.array(argument, { maxLength: 5 }), fc.boolean(), (each, args, again) =>
        check(`${setup}x = ${each}(${args.join(', ')})${again ? '(x4)' : ''}\n`),
      ),
      { numRuns: runsOf(500) },
    );
  });
});
