/** The user's function next to the layer: windows, lines and values at each step of the loop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Comparison } from '../../../../core/check/stage/Comparison';
import { tracedSubject } from '../../../../core/check/subject/ComparedSubject';
import { layerOfCase } from '../../../../core/check/stage/layerOfCase';
import { yoursStepper } from '../../../../core/check/stage/yoursStepper';
import { traceCode } from '../../../../core/check/trace/traceCode';
import { CellKind } from '../../../../core/step/Frame';
import type { Stepper } from '../../../../core/step/Stepper';
import { createStepper } from '../../../../core/step/createStepper';
import { mapsOf } from '../../../../core/step/shared/stage';

const corpus = join(import.meta.dirname, '../../../programs/functions');
const read = (path: string): string => readFileSync(join(corpus, `${path}.py`), 'utf8');
const view = { channel: 0, filter: 0, granularity: 'window' } as const;

describe('traceCode: conv_forward without the stride, stride 2, pad 1, 3×3 filter', () => {
  const run = traceCode(read('wrong/cf_stride_ignored'), 'conv_forward')!;
  const comparison = new Comparison(tracedSubject(run));

  it('has a step for every output cell with the window that the code read', () => {
    expect(run.steps.length).toBe(2 * 3 * 4 * 8);
    const step = run.steps[comparison.flatOf(1, 2, 3, 5)]!;
    expect(step.window).toEqual({ row: 1, col: 2, rows: 3, cols: 3 });
    expect(step.variables).toMatchObject({ i: 1, h: 2, w: 3, c: 5, vert_start: 2, horiz_start: 3 });
  });

  it('has the variables of the repaired code at the same step', () => {
    const source = read('wrong/cf_stride_ignored');
    const repaired = source.replace(/_start = (h|w)$/gm, '_start = $1 * stride');
    expect(repaired).not.toBe(source);
    const both = traceCode(source, 'conv_forward', { repaired })!;
    const flat = comparison.flatOf(1, 2, 3, 5);
    expect(both.steps[flat]).toEqual(run.steps[flat]);
    expect(both.repaired![flat]).toMatchObject({ i: 1, h: 2, w: 3, c: 5, vert_start: 4, horiz_start: 6 });
  });

  it('marks exactly the steps whose values differ', () => {
    expect(comparison.marks.length).toBe(comparison.differing);
    expect(comparison.marks[0]).toBe(comparison.flatOf(0, 0, 1, 0));
    expect(comparison.layerWindow(0, 1)).toEqual({ row: -1, col: 1, rows: 3, cols: 3 });
  });

  it('shows both windows, both values and the line of the code', () => {
    const stepper = yoursStepper(createStepper(layerOfCase(run.layerCase)), comparison, 'yours', run);
    const [t] = stepper.timeline('window').marks!;
    const frame = stepper.frame(t!, view);
    const [input, yours, layer] = mapsOf(frame.stage);
    expect(input!.boxes.map(({ style, row, col }) => [style, row, col])).toEqual([
      ['window', 0, 2],
      ['yours', 0, 1],
    ]);
    expect(yours!.values[1]).toBe(run.arrays[0]!.actual!.data[comparison.flatOf(0, 0, 1, 0)]);
    expect(layer!.values[1]).toBe(run.arrays[0]!.expected.data[comparison.flatOf(0, 0, 1, 0)]);
    const listing = stepper.listings[0]!;
    expect(listing.text.split('\n')[frame.code.line]).toContain('Z[i, h, w, c] = ');
    expect(listing.lineNumbers![frame.code.line]).toBe(34);
  });

  it('the difference is yours minus the layer', () => {
    const stepper = yoursStepper(createStepper(layerOfCase(run.layerCase)), comparison, 'difference', run);
    const [, yours, layer, difference] = mapsOf(stepper.frame(8, view).stage);
    expect(Array.from(difference!.values)).toEqual(Array.from(yours!.values, (value, k) => value - layer!.values[k]!));
  });

  it('a wide tolerance leaves no difference', () => {
    const wide = new Comparison(tracedSubject(run), { rtol: 0, atol: 1000 });
    expect([wide.differing, wide.marks.length]).toEqual([0, 0]);
  });
});

test('conv_backward without the stride: at every step that is marked, one of the two adds to cells that are kept', () => {
  const run = traceCode(read('wrong/cb_stride_ignored'), 'conv_backward')!;
  const comparison = new Comparison(tracedSubject(run));
  const stepper = yoursStepper(createStepper(layerOfCase(run.layerCase)), comparison, 'yours');
  const { marks = [] } = stepper.timeline('window');
  expect(marks.length).toBeGreaterThan(10);
  for (const t of marks) {
    const results = mapsOf(stepper.frame(t, view).stage).filter(({ id }) => ['yours', 'layer'].includes(id));
    expect(results.some(({ boxes }) => boxes.length > 0)).toBe(true);
  }
});

describe('traceCode: pool_backward without the stride', () => {
  const run = traceCode(read('wrong/pb_stride_ignored'), 'pool_backward')!;
  const comparison = new Comparison(tracedSubject(run));

  it('opens the first geometry that differs, with the window that each gradient was added to', () => {
    expect(run.layerCase.stride).toBe(2);
    const flat = comparison.flatOf(0, 1, 1, 0);
    expect(run.steps[flat]!.window).toEqual({ row: 1, col: 1, rows: 3, cols: 3 });
    expect(comparison.marks).toContain(flat);
    expect(comparison.marks).not.toContain(0);
  });
});

it.each([
  ['right/conv_forward_vectorised_window', 'conv_forward'],
  ['right/cs231n_conv_forward', 'conv_forward_naive'],
  ['right/cs231n_conv_backward', 'conv_backward_naive'],
  ['right/course_conv_backward', 'conv_backward'],
  ['right/course_pool_backward', 'pool_backward'],
])('%s: the windows of the code are the layer’s', (path, name) => {
  const run = traceCode(read(path), name)!;
  const comparison = new Comparison(tracedSubject(run));
  const [m, rows, cols, channels] = comparison.output;
  expect(run.steps.filter((step) => step?.window).length).toBe(m * rows * cols * channels);
  for (let h = 0; h < rows; h++) {
    for (let w = 0; w < cols; w++) {
      const own = run.steps[comparison.flatOf(0, h, w, 0)]!.window!;
      expect(own).toEqual(comparison.layerWindow(h, w));
    }
  }
  expect(comparison.marks).toEqual([]);
});

it('np.pad by 0 makes a new array', () => {
  const source =
    'import numpy as np\ndef zero_pad(X, pad):\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=0)\n';
  const conv = read('wrong/cb_unpad_input').slice(read('wrong/cb_unpad_input').indexOf('def conv_single_step'));
  expect(traceCode(source + conv, 'conv_backward')!.arrays[0]!.actual).toBeDefined();
});

describe('traceCode: a helper and the function are wrong', () => {
  const source = read('wrong/two_cf_pad_and_bias');
  const repaired = source.replace('Z = Z - float(b)', 'Z = Z + float(b)').replace('= w\n', '= w * stride\n');
  const stepperOf = (text: string, after?: string): Stepper => {
    const run = traceCode(text, 'conv_forward', after === undefined ? {} : { repaired: after })!;
    return yoursStepper(createStepper(layerOfCase(run.layerCase)), new Comparison(tracedSubject(run)), 'yours', run);
  };
  const shownOf = (text: string, after?: string): string[] => {
    const stepper = stepperOf(text, after);
    const { text: code, lineNumbers } = stepper.listings[0]!;
    const lines = code.split('\n');
    const { line } = stepper.frame(0, view).code;
    return [...lines.map((each, k) => `${lineNumbers![k]} ${each.trim()}`), `at ${lineNumbers![line]}`];
  };

  it('the listing has the lines of the helper above the function’s, with their numbers', () => {
    const shown = shownOf(source, repaired);
    expect(shown.slice(0, 7)).toEqual([
      '7 def conv_single_step(a_slice_prev, W, b):',
      '8 s = np.multiply(a_slice_prev, W)',
      '9 Z = np.sum(s)',
      '10 Z = Z - float(b)',
      '11 return Z',
      '0 ',
      '13 def conv_forward(A_prev, W, b, hparameters):',
    ]);
    expect(shown.at(-1)).toBe('at 34');
  });

  it('a helper below the function is below it; one that is right is not shown', () => {
    const helper = source.slice(source.indexOf('def conv_single'), source.indexOf('def conv_forward'));
    const moved = (text: string, part: string): string =>
      text.replace(part, '').replace('    return Z, cache\n', `    return Z, cache\n\n${part}`);
    const below = moved(source, helper);
    const shown = shownOf(below, moved(repaired, helper.replace('Z - float', 'Z + float')));
    expect(shown[0]).toBe('7 def conv_forward(A_prev, W, b, hparameters):');
    expect(shown).toContain('36 Z = Z - float(b)');
    expect(shown.at(-1)).toBe('at 28');
    expect(shownOf(source)[0]).toBe('13 def conv_forward(A_prev, W, b, hparameters):');
  });
});

it('course_conv_backward: dA_prev and dW of the code grow as the layer’s, step by step', () => {
  const source = readFileSync(join(corpus, 'right/course_conv_backward.py'), 'utf8');
  const run = traceCode(source, 'conv_backward')!;
  const base = createStepper(layerOfCase(run.layerCase));
  const stepper = yoursStepper(base, new Comparison(tracedSubject(run)), 'yours', run);
  for (const [h, w] of [
    [1, 1],
    [2, 1],
  ] as const) {
    const t = base.stepAt({ i: 0, h, w, c: 1 }, 'window');
    const maps = Object.fromEntries(mapsOf(stepper.frame(t, view).stage).map((each) => [each.id, each]));
    for (const [own, layer] of [
      [maps['yours']!, maps['layer']!],
      [maps['dW-yours']!, maps['dW-layer']!],
    ] as const) {
      const written = own.values.map((value, k) => (own.cells?.[k] === CellKind.Empty ? 0 : value));
      expect(Array.from(written, (value) => Math.abs(value)).some((value) => value > 0)).toBe(true);
      written.forEach((value, k) => expect(value).toBeCloseTo(layer.values[k]!, 10));
    }
    // The result is another array.
    expect(Array.from(maps['layer']!.values)).not.toEqual(
      Array.from(run.arrays[0]!.expected.data.slice(0, maps['layer']!.values.length)),
    );
  }
});

describe('code that computes all windows at once: they are found by changing the input', () => {
  const styles = join(import.meta.dirname, '../../../programs/styles');

  it.each([
    ['im2col_nhwc', 'conv_layer'],
    ['strided_einsum', 'conv_forward'],
    ['dlfs_im2col_class', 'Convolution.forward'],
  ])('%s: the windows of the code are the layer’s', (file, name) => {
    const run = traceCode(readFileSync(join(styles, `${file}.py`), 'utf8'), name)!;
    const comparison = new Comparison(tracedSubject(run));
    const [m, rows, cols, channels] = comparison.output;
    for (let flat = 0; flat < m * rows * cols * channels; flat++) {
      const w = Math.floor(flat / channels) % cols;
      const h = Math.floor(flat / (channels * cols)) % rows;
      const { row, col, rows: down, cols: across } = comparison.layerWindow(h, w);
      const own = run.steps[flat]!.window!;
      // A window at a corner can be wholly in the padding but for some cells.
      expect([own.row >= row, own.col >= col, own.rows <= down, own.cols <= across]).toEqual([true, true, true, true]);
    }
  });

  it('strides that are not applied to the windows: both windows of a step differ', () => {
    const source = readFileSync(join(styles, 'strided_einsum.py'), 'utf8').replace(
      'sh * stride, sw * stride',
      'sh, sw',
    );
    const run = traceCode(source, 'conv_forward')!;
    const comparison = new Comparison(tracedSubject(run));
    const flat = comparison.flatOf(0, 1, 1, 0);
    const layer = comparison.layerWindow(1, 1);
    expect([run.layerCase.stride, layer.row - run.steps[flat]!.window!.row]).toEqual([2, 1]);
  });
});

it('the case that was shown before is shown again where its function is repaired', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../fixtures/seed/pooling.zh.txt'), 'utf8');
  const before = traceCode(source, 'pool_backward')!;
  const repaired = source
    .replace('vert_start = h\n', 'vert_start = h * stride\n')
    .replace('horiz_start = w\n', 'horiz_start = w * stride\n');
  const shown = before.layerCase.label;
  expect(traceCode(repaired, 'pool_backward')!.layerCase.label).not.toEqual(shown);
  const again = traceCode(repaired, 'pool_backward', { shown })!;
  expect(again.layerCase.label).toEqual(shown);
  expect(again.arrays.map(({ actual }) => actual!.data)).toEqual(again.arrays.map(({ expected }) => expected.data));
});
