import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../core';
import { formatMessage } from '../../../core/message';
import { ask } from '../../../core/quiz/ask';
import type { Given } from '../../../core/quiz/Asked';
import { isRight, readNumber } from '../../../core/quiz/checkAnswer';
import { quizStepper } from '../../../core/quiz/quizStepper';
import { createStepper } from '../../../core/step/createStepper';
import { CellKind, type Frame, type Line, type MapView, type Span } from '../../../core/step/Frame';
import type { Layer } from '../../../core/step/Layer';
import type { View } from '../../../core/step/Stepper';
import { stageItems, mapsOf } from '../../../core/step/shared/stage';

const view = { channel: 0, filter: 0, granularity: 'window' as const };
const array = (shape: number[], make: (k: number) => number): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => make(k)),
});

// 4×5 input, 3×2 window, stride 1×2, padded above and below.
const x = array([1, 4, 5, 2], (k) => ((k * 7) % 11) - 3.5);
const w = array([3, 2, 2, 2], (k) => (k % 5) - 1.25);
const b = array([1, 1, 1, 2], (k) => k + 1);
const options = { stride: [1, 2], padding: [1, 0] } as const;
const dZ = array([1, 4, 2, 2], (k) => k - 6.5);
const pool = { mode: 'max', kernel: 2, stride: 2 } as const;
const dA = array([1, 2, 2, 2], (k) => k - 3.5);

const layers: Readonly<Record<string, Layer>> = {
  'conv forward': { kind: 'conv', pass: 'forward', x, w, b, options },
  'conv backward': { kind: 'conv', pass: 'backward', x, w, b, dZ, options },
  'max pooling forward': { kind: 'pool', pass: 'forward', x, options: pool },
  'max pooling backward': { kind: 'pool', pass: 'backward', x, dA, options: pool },
  'average pooling forward': { kind: 'pool', pass: 'forward', x, options: { ...pool, mode: 'average' } },
  'average pooling backward': { kind: 'pool', pass: 'backward', x, dA, options: { ...pool, mode: 'average' } },
  'relu forward': { kind: 'relu', pass: 'forward', x },
  'relu backward': { kind: 'relu', pass: 'backward', x, dA: array([1, 4, 5, 2], (k) => k - 6.5) },
  'transposed convolution backward': {
    kind: 'convTranspose',
    pass: 'backward',
    x,
    w,
    dZ: array([1, 9, 10, 2], (k) => (k % 7) - 2.5),
    options: { stride: 2 },
  },
  'transposed convolution': { kind: 'convTranspose', pass: 'forward', x, w, options: { stride: 2 } },
};

const mapOf = (frame: Frame, id: string): MapView => mapsOf(frame.stage).find((map) => map.id === id)!;

/** All numbers of a line, those in terms and folds too. */
function numbersOf(lines: readonly Line[]): number[] {
  const inSpans = (spans: readonly Span[]): number[] =>
    spans.flatMap((span) =>
      span.kind === 'number' ? [span.value] : span.kind === 'term' || span.kind === 'fold' ? inSpans(span.spans) : [],
    );
  return lines.flatMap(({ spans }) => inSpans(spans));
}

describe.each(Object.entries(layers))('%s', (_, layer) => {
  const stepper = createStepper(layer);
  const { count } = stepper.timeline('window');
  const steps = Array.from({ length: count }, (__, t) => t).filter((t) => ask(stepper, t, view));

  test('every step but un-padding has a question, the layer’s own answer is right, and hints begin with the rule', () => {
    expect(steps.length).toBeGreaterThanOrEqual(count - 1);
    for (const t of steps) {
      const { question, answer } = ask(stepper, t, view)!;
      const given: Given =
        answer.kind === 'value' ? { value: String(answer.value), cells: [] } : { cells: answer.cells };
      expect(isRight(answer, given)).toBe(true);
      expect(isRight(answer, { value: 'x', cells: [] })).toBe(false);
      expect(question.cells).toBe(answer.kind === 'cells' ? answer.cells.length : 0);
      expect(question.hints.length).toBeGreaterThanOrEqual(2);
    }
  });

  test('the covered step shows the answer nowhere', () => {
    for (const t of steps) {
      const { question, covered, cell } = ask(stepper, t, view)!;
      const plain = stepper.frame(t, view);
      expect(covered.code.variables).toEqual([]);
      expect(numbersOf(covered.stage.flatMap(({ lines }) => lines))).toEqual([]);
      for (const item of stageItems(covered.stage)) {
        if (item.kind === 'ladder')
          expect([item.ladder.total.value, item.ladder.rows[0]!.sum]).toEqual([undefined, undefined]);
      }
      for (const map of mapsOf(covered.stage)) expect(map.changes).toBeUndefined();
      const index = cell.row * mapOf(plain, cell.map).cols + cell.col;
      const before = mapOf(plain, cell.map).changes?.find(({ row, col }) => row === cell.row && col === cell.col);
      if (before) expect(mapOf(covered, cell.map).values[index]).toBe(before.before);
      else expect(mapOf(covered, cell.map).cells![index]).toBe(CellKind.Empty);
      if (question.kind === 'window') {
        for (const map of mapsOf(covered.stage))
          expect(map.boxes.filter(({ style }) => style === 'window')).toEqual([]);
      }
    }
  });

  test('during a quiz no cell has its value before its step, whether or not the step has a question', () => {
    for (const isOpen of [true, false]) {
      const quiz = quizStepper(stepper, () => isOpen);
      for (let t = 0; t < count; t++) {
        for (const { cells, values, growing } of mapsOf(quiz.frame(t, view).stage)) {
          expect(growing).toBeUndefined();
          cells?.forEach((kind, index) => kind === CellKind.Empty && expect(values[index]).toBeNaN());
        }
      }
    }
  });

  test('the same maps in the same order: nothing moves when the answer is given', () => {
    const kinds = ({ stage }: Frame) =>
      stage.map(({ items, lines }) => [
        lines.length,
        items.map((item) => (item.kind === 'map' ? item.map.id : item.kind)),
      ]);
    for (const t of steps) expect(kinds(ask(stepper, t, view)!.covered)).toEqual(kinds(stepper.frame(t, view)));
  });
});

/** Prompt, answer and hints of a step as text. */
function asked(layer: Layer, t: number, granularity: View['granularity'] = 'window') {
  const { question, answer } = ask(createStepper(layer), t, { ...view, granularity })!;
  const textOf = (spans: readonly Span[]): string =>
    spans
      .map((span) => {
        if (span.kind === 'number') return String(span.value);
        if (span.kind === 'text') return span.text;
        if (span.kind === 'message') return formatMessage(span.message);
        if (span.kind === 'term' || span.kind === 'fold') return textOf(span.spans);
        return '';
      })
      .join('');
  return { prompt: formatMessage(question.prompt), answer, hints: question.hints.map(({ spans }) => textOf(spans)) };
}

describe('hints fit the step', () => {
  const plain = {
    kind: 'conv',
    pass: 'forward',
    x: array([1, 2, 2, 2], (k) => k),
    w: array([1, 1, 2, 1], (k) => k + 2),
  } as const;

  test('one channel of a convolution: what it adds to the channels before', () => {
    // Z = 0·2 + 1·3 + b.
    const biased: Layer = { ...plain, b: array([1], () => 10), options: {} };
    const first = asked(biased, 2, 'channel');
    expect([first.prompt, first.answer]).toEqual([
      'What is Z[0, 0, 1, 0] after this step?',
      { kind: 'value', value: 4 },
    ]);
    expect(first.hints[0]).toContain('of this channel');
    expect(first.hints.slice(1)).toEqual(['Before this step it is 0', '0 + 4 = ?']);
  });

  test('the bias is named where the layer has one', () => {
    expect(asked({ ...plain, options: {} }, 0).hints[0]).not.toContain('bias');
    expect(asked({ ...plain, b: array([1], () => 10), options: {} }, 0).hints[0]).toContain('bias');
  });

  test('a single channel: the products, not the sum', () => {
    const single: Layer = {
      kind: 'conv',
      pass: 'forward',
      x: array([1, 2, 2, 1], (k) => k + 1),
      w: array([2, 2, 1, 1], (k) => k),
      options: {},
    };
    expect(asked(single, 0).hints.at(-1)).toBe('Z[0, 0, 0, 0] = 1 · 0 + 2 · 1 + 3 · 2 + 4 · 3 = ?');
  });

  test('the padded gradient is asked for before those of the weights, by its name in the course', () => {
    const padded: Layer = { kind: 'conv', pass: 'backward', x, w, b, dZ, options };
    const { prompt, hints } = asked(padded, 0);
    expect(prompt).toMatch(/^What is da_prev_pad\[\d, \d, 0\] after this step\?$/);
    expect(hints[0]).toContain('Each cell of the window gets its weight');
  });

  test('the gradient of the weights has its own rule', () => {
    const zeros: Layer = {
      kind: 'conv',
      pass: 'backward',
      x,
      w: array([3, 2, 2, 2], () => 0),
      b,
      dZ: array([1, 1, 2, 2], () => 2),
      options: { stride: 2 },
    };
    const { prompt, hints } = asked(zeros, 0);
    expect(prompt).toMatch(/^What is dW/);
    expect(hints[0]).toBe('Each weight gets its cell of the window times the gradient, added to the value before.');
  });

  test('ties, padding that does not count, and dilation are in the rule', () => {
    const flat = array([1, 2, 2, 1], () => 1);
    const backward = (ties: 'all' | 'first'): Layer => ({
      kind: 'pool',
      pass: 'backward',
      x: flat,
      dA: array([1, 1, 1, 1], () => 1),
      options: { ...pool, ties },
    });
    expect(asked(backward('all'), 0).hints[0]).toContain('to each cell that is the maximum');
    expect(asked(backward('first'), 0).hints[0]).toContain('to the first maximum');
    const mean = (countIncludePad: boolean): Layer => ({
      kind: 'pool',
      pass: 'forward',
      x: flat,
      options: { mode: 'average', kernel: 2, padding: 1, countIncludePad },
    });
    expect(asked(mean(true), 0).hints[0]).toMatch(/by its number of cells\.$/);
    expect(asked(mean(false), 0).hints[0]).toContain('without padding');
    const dilated: Layer = {
      kind: 'conv',
      pass: 'forward',
      x,
      w: array([2, 2, 2, 2], (k) => k),
      options: { dilation: [1, 2] },
    };
    expect(asked(dilated, 1).hints[0]).toContain('its cells are 1 rows and 2 columns apart');
  });

  test('a gradient that grows over steps is asked for after the step', () => {
    const overlapping: Layer = {
      kind: 'pool',
      pass: 'backward',
      x,
      dA: array([1, 3, 4, 2], (k) => k + 1),
      options: { ...pool, stride: 1 },
    };
    expect(asked(overlapping, 1).prompt).toMatch(/after this step\?$/);
  });

  test('a transposed convolution does not ask for a window of its input', () => {
    const layer = layers['transposed convolution']!;
    const { count } = createStepper(layer).timeline('window');
    const kinds = Array.from({ length: count }, (_, t) => ask(createStepper(layer), t, view)?.question.kind);
    expect(new Set(kinds.filter((kind) => kind !== undefined))).toEqual(new Set(['value']));
  });
});

test('questions and answers of max pooling on numbers checked by hand', () => {
  const layer: Layer = {
    kind: 'pool',
    pass: 'backward',
    x: { shape: [1, 2, 4, 1], data: Float64Array.of(1, 5, 2, 2, 3, 4, 0, 2) },
    dA: { shape: [1, 1, 2, 1], data: Float64Array.of(10, 20) },
    options: { ...pool, ties: 'all' },
  };
  const stepper = createStepper(layer);
  const first = ask(stepper, 0, view)!;
  expect(formatMessage(first.question.prompt)).toBe('Which cells of dA_prev receive dA[0, 0, 0, 0]? Choose them.');
  expect(first.answer).toEqual({ kind: 'cells', cells: [{ map: 'dX', row: 0, col: 1 }] });
  const second = ask(stepper, 1, view)!;
  expect(formatMessage(second.question.prompt)).toBe('What is dA_prev[0, 0, 2, 0] after this step?');
  expect(second.answer).toEqual({ kind: 'value', value: 20 });
});

test('the window of dilation 2 is nine separate cells', () => {
  const input = array([1, 7, 7, 1], (k) => k);
  const filter = array([3, 3, 1, 1], () => 1);
  const stepper = createStepper({ kind: 'conv', pass: 'forward', x: input, w: filter, options: { dilation: 2 } });
  const { question, answer } = ask(stepper, 1, view)!;
  expect(question.kind).toBe('window');
  expect(answer.kind === 'cells' && answer.cells.map(({ row, col }) => `${row},${col}`).join(' ')).toBe(
    '0,1 0,3 0,5 2,1 2,3 2,5 4,1 4,3 4,5',
  );
});

test('no question where several output cells are computed at once, in the matrix view, and for padding', () => {
  const stepper = createStepper(layers['conv forward']!);
  expect(ask(stepper, 0, { ...view, granularity: 'filter' })).toBeUndefined();
  expect(ask(stepper, 0, { ...view, matrix: true })).toBeUndefined();
  expect(ask(createStepper({ kind: 'pad', x, pad: 1 }), 0, view)).toBeUndefined();
});

test('an open question covers explanations too; a closed one uncovers its step alone', () => {
  const plain = createStepper(layers['max pooling forward']!);
  const quiz = quizStepper(plain, (t) => t !== 1);
  const cell = { map: 'z', row: 0, col: 0 };
  expect([quiz.explain(cell, 0, view), quiz.explain(cell, 1, view)]).toEqual([undefined, plain.explain(cell, 1, view)]);
  expect(quiz.frame(0, view).question).toBeDefined();
  const lines = ({ stage }: Frame): Line[] => stage.flatMap((row) => [...row.lines]);
  expect(quiz.frame(1, view).question).toBeUndefined();
  expect(lines(quiz.frame(1, view))).toEqual(lines(plain.frame(1, view)));
});

describe('typed numbers', () => {
  test.each([
    ['0.64', 0.64],
    ['.5', 0.5],
    ['−1,5', -1.5],
    [' 9/4 ', 2.25],
    ['2e-3', 0.002],
    ['-inf', -Infinity],
    ['nan', NaN],
  ])('%s', (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  test.each(['', 'x', '1..2', '1 2', '--1', '1/0.5'])('refused: %s', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  test('rounded answers are right, coarse ones are not', () => {
    const right = (value: string) => isRight({ kind: 'value', value: 2.6183 }, { value, cells: [] });
    expect(['2.6183', '2.618', '2.62', '2.6'].map(right)).toEqual([true, true, true, true]);
    expect(['2.63', '3', '2.61', '-2.62', ''].map(right)).toEqual([false, false, false, false, false]);
    expect(isRight({ kind: 'value', value: NaN }, { value: 'nan', cells: [] })).toBe(true);
  });
});
