import { describe, expect, test } from 'vitest';
import { createStepper, type View } from '../../../core';
import { flowMoves } from '../../../webview/stage/flowMoves';
import { flowsOf, type FlowEnd } from '../../../webview/stage/flows';
import { stepPace } from '../../../webview/stage/stepPace';
import { courseCase, courseLayer } from '../../core/step/courseLayers';

const view: View = { channel: 0, filter: 0, granularity: 'window' };

function nameOf(end: FlowEnd): string {
  if (end.kind !== 'map') return end.kind;
  const { map, box } = end;
  return box ? `${map} ${box.style} ${box.row},${box.col} ${box.rows}×${box.cols}` : map;
}

describe('where a step’s numbers go', () => {
  test.each([
    ['conv_forward', 9, ['3×3 cells of products → ladderRow', 'ladderTotal → z result 0,1 1×1']],
    [
      'conv_backward',
      9,
      ['dZ result 0,1 1×1 → 2×2 cells of dXpad window 0,2 2×2', 'dZ-cell result 0,0 1×1 → 2×2 cells of dW'],
    ],
    ['pool_forward_max_stride1', 1, ['x window 0,0 3×3 → window', 'window result 1,2 1×1 → z result 0,0 1×1']],
    ['pool_backward_max', 2, ['x window 0,1 2×2 → mask', 'dZ result 0,1 1×1 → dX result 1,2 1×1']],
  ])('%s, step %i', (name, t, expected) => {
    const { stage } = createStepper(courseLayer(courseCase(name))!).frame(t, view);
    const named = flowsOf(stage).map(({ from, to, cells }) => {
      const each = (end: 'from' | 'to'): string => (cells?.of === end ? `${cells.rows}×${cells.cols} cells of ` : '');
      return `${each('from')}${nameOf(from)} → ${each('to')}${nameOf(to)}`;
    });
    expect(named).toEqual(expected);
  });

  test('each cell of a dilated window moves, those between them do not', () => {
    const x = { shape: [1, 5, 5, 1], data: Float64Array.from({ length: 25 }, (_, index) => index) };
    const w = { shape: [2, 2, 1, 1], data: Float64Array.of(1, 2, 3, 4) };
    const dZ = { shape: [1, 3, 3, 1], data: new Float64Array(9).fill(1) };
    const stepper = createStepper({ kind: 'conv', pass: 'backward', x, w, dZ, options: { dilation: 2 } });
    const flow = flowsOf(stepper.frame(1, view).stage).find(({ to }) => nameOf(to).startsWith('dX'));
    expect(flow?.cells).toEqual({ of: 'to', rows: 3, cols: 3, stepRow: 2, stepCol: 2 });
    const moves = flowMoves(
      { left: 0, top: 0, width: 9, height: 9 },
      { left: 10, top: 10, width: 30, height: 30 },
      flow!.cells,
    );
    expect(moves.map(({ end }) => [end.left, end.top, end.width])).toEqual([
      [10, 10, 10],
      [30, 10, 10],
      [10, 30, 10],
      [30, 30, 10],
    ]);
  });

  test('products of one channel gather in the cell of Z, those of a matrix product in its cell', () => {
    const x = { shape: [1, 4, 4, 1], data: Float64Array.from({ length: 16 }, (_, index) => index) };
    const w = { shape: [2, 2, 1, 1], data: Float64Array.of(1, 2, 3, 4) };
    const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, b: undefined, options: {} });
    const flowTo = (matrix: boolean) => flowsOf(stepper.frame(1, { ...view, matrix }).stage).at(-1);
    expect([nameOf(flowTo(false).to), nameOf(flowTo(true).to)]).toEqual(['z result 0,1 1×1', 'zCol result 1,0 1×1']);
    expect(
      [flowTo(false), flowTo(true)].map(({ from, cells }) => [nameOf(from), cells?.of, cells?.rows, cells?.cols]),
    ).toEqual([
      ['products', 'from', 2, 2],
      ['rowProducts', 'from', 1, 4],
    ]);
  });

  test('ReLU: an element goes to its place in the result', () => {
    const x = { shape: [1, 2, 2, 1], data: Float64Array.of(-1, 2, 3, -4) };
    const stepper = createStepper({ kind: 'relu', pass: 'forward', x });
    const named = flowsOf(stepper.frame(1, view).stage).map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`);
    expect(named).toEqual(['x window 0,1 1×1 → z result 0,1 1×1']);
  });
});

describe('what moves', () => {
  const window = { left: 100, top: 50, width: 60, height: 40 };
  const cell = { left: 10, top: 10, width: 20, height: 20 };

  test('a frame from one end to the other', () => {
    expect(flowMoves(window, cell, undefined)).toEqual([{ start: window, end: cell, delay: 0, duration: 1 }]);
  });

  test('each of 2×3 cells to the middle of the other end, one after the other, within the time', () => {
    const moves = flowMoves(window, cell, { of: 'from', rows: 2, cols: 3 });
    expect(moves.map(({ start }) => [start.left, start.top])).toEqual([
      [100, 50],
      [120, 50],
      [140, 50],
      [100, 70],
      [120, 70],
      [140, 70],
    ]);
    for (const { end, delay, duration } of moves) {
      expect([end.left + end.width / 2, end.top + end.height / 2]).toEqual([20, 20]);
      expect(delay + duration).toBeLessThanOrEqual(1);
    }
    expect(moves.at(-1).delay).toBeGreaterThan(0);
  });

  test('from a cell to each cell of a window', () => {
    const moves = flowMoves(cell, window, { of: 'to', rows: 2, cols: 3 });
    expect(moves.map(({ end }) => end)[5]).toEqual({ left: 140, top: 70, width: 20, height: 20 });
    for (const { start } of moves)
      expect([start.left + start.width / 2, start.top + start.height / 2]).toEqual([20, 20]);
  });
});

describe('pace of the motion', () => {
  test('a step after two seconds glides and flows; one back only glides; a jump does neither', () => {
    expect(stepPace(1, 2000)).toEqual({ glide: 180, flow: 420 });
    expect(stepPace(-1, 2000)).toEqual({ glide: 180, flow: 0 });
    expect(stepPace(7, 2000)).toEqual({ glide: 0, flow: 0 });
  });

  test('any motion is over before the next step of the same pace', () => {
    for (let elapsed = 0; elapsed < 3000; elapsed += 7) {
      const { glide, flow } = stepPace(1, elapsed);
      expect(Math.max(glide, flow)).toBeLessThan(Math.max(elapsed, 1));
    }
    expect(stepPace(1, 33)).toEqual({ glide: 0, flow: 0 });
  });
});
