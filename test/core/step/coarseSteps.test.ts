/** The lines below the equations of steps over several windows. */
import { describe, expect, it } from 'vitest';
import { createStepper } from '../../../core';
import type { Layer } from '../../../core';
import type { Frame, Span, StageItem } from '../../../core/step/Frame';
import { mapsOf, stageItems } from '../../../core/step/shared/stage';

const values = (shape: number[]) => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => ((k * 7) % 11) + 1),
});

/** `[row, col]` of all terms of the first line of an equation. */
function listedCells({ stage }: Frame, map: string): string[] {
  const cells: string[] = [];
  const visit = (spans: readonly Span[]): void => {
    for (const span of spans) {
      if (span.kind === 'term') {
        cells.push(...span.cells.filter((cell) => cell.map === map).map(({ row, col }) => `${row}, ${col}`));
      }
      if ('spans' in span) visit(span.spans);
    }
  };
  visit(stage[0]!.lines[0]!.spans);
  return cells;
}

function changedCellsOf({ stage }: Frame, map: string): string[] {
  const { changes = [] } = mapsOf(stage).find(({ id }) => id === map)!;
  return changes.map(({ row, col }) => `${row}, ${col}`);
}

const conv: Layer = {
  kind: 'conv',
  pass: 'backward',
  x: values([1, 4, 5, 1]),
  w: values([2, 2, 1, 1]),
  dZ: values([1, 3, 4, 1]),
  options: {},
};
const pool: Layer = {
  kind: 'pool',
  pass: 'backward',
  x: values([1, 4, 6, 1]),
  dZ: values([1, 2, 3, 1]),
  options: { kernel: 2, stride: 2, mode: 'average' },
};

describe.each([conv, pool])('a gradient of $kind', (layer) => {
  it.each(['row', 'example'] as const)('by %s lists every cell that the step changes', (granularity) => {
    const frame = createStepper(layer).frame(0, { channel: 0, filter: 0, granularity });
    const changed = changedCellsOf(frame, 'dX');
    expect(changed.length).toBeGreaterThan(8);
    expect(listedCells(frame, 'dX')).toEqual(changed);
  });
});

it('a step over several windows names the gradients of the filter, which are several', () => {
  const stepper = createStepper(conv);
  const itemsAt = (granularity: 'window' | 'row') =>
    stageItems([stepper.frame(0, { channel: 0, filter: 0, granularity }).stage[1]!]);
  const isCell = (item: StageItem): boolean => item.kind === 'map' && item.map.id === 'dZ-cell';
  expect(itemsAt('window').some(isCell)).toBe(true);
  expect(itemsAt('row').some(isCell)).toBe(false);
  expect(itemsAt('row').some((item) => item.kind === 'glyph' && item.glyph === 'dZ')).toBe(true);
});
