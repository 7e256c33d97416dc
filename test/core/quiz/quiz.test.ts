import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../core/message';
import { ask } from '../../../core/quiz/ask';
import type { Given } from '../../../core/quiz/Asked';
import { isRight, readNumber } from '../../../core/quiz/checkAnswer';
import { quizStepper } from '../../../core/quiz/quizStepper';
import { createStepper } from '../../../core/step/createStepper';
import { CellKind, type Frame, type Line, type MapView, type Span } from '../../../core/step/Frame';
import type { Layer } from '../../../core/step/Layer';
import { stageItems, mapsOf } from '../../../core/step/shared/stage';
import { array, layers, pool, view, x } from './layers';

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
      for (const map of mapsOf(covered.stage)) expect([map.changes, map.sum?.value]).toEqual([undefined, undefined]);
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

  test('the cell whose value is asked for is marked in its map', () => {
    for (const t of steps) {
      const { question, covered, cell } = ask(stepper, t, view)!;
      if (question.kind !== 'value') continue;
      const marks = mapOf(covered, cell.map).boxes.filter(({ style }) => style === 'result');
      expect(marks).toContainEqual(expect.objectContaining({ row: cell.row, col: cell.col, rows: 1, cols: 1 }));
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

test('questions and answers of max pooling on numbers checked by hand', () => {
  const layer: Layer = {
    kind: 'pool',
    pass: 'backward',
    x: { shape: [1, 2, 4, 1], data: Float64Array.of(1, 5, 2, 2, 3, 4, 0, 2) },
    dZ: { shape: [1, 1, 2, 1], data: Float64Array.of(10, 20) },
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
