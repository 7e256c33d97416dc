import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellKind, createStepper, type Frame, type MapView, type View } from '../../../../core';
import type { Span } from '../../../../core/step/Frame';
import { arbitraryLayer } from '../arbitraryLayer';
import { courseCase, courseLayer } from '../courseLayers';
import { stageItems } from '../../../../core/step/shared/stage';

function maps(frame: Frame): Record<string, MapView> {
  return Object.fromEntries(
    stageItems(frame.stage).flatMap((item) => (item.kind === 'map' ? [[item.map.id, item.map] as const] : [])),
  );
}

function numbersOf(spans: readonly Span[]): number[] {
  return spans.flatMap((span) => {
    if (span.kind === 'number') return [span.value];
    return span.kind === 'fold' || span.kind === 'term' ? numbersOf(span.spans) : [];
  });
}

function at({ values, cols }: MapView, row: number, col: number): number {
  return values[row * cols + col]!;
}

describe('the matrix view', () => {
  it('conv_forward: the outlined row times the outlined column is the cell, less the bias', () => {
    const layer = courseLayer(courseCase('conv_forward'))!;
    const stepper = createStepper(layer);
    for (const t of [0, 50, 191]) {
      const { xCol, wCol, zCol } = maps(
        stepper.frame(t, { channel: 0, filter: 0, granularity: 'window', matrix: true }),
      );
      const row = xCol!.boxes[0]!.row;
      const col = wCol!.boxes[0]!.col;
      let sum = layer.kind === 'conv' ? layer.b!.data[col]! : 0;
      for (let entry = 0; entry < xCol!.cols; entry++) sum += at(xCol!, row, entry) * at(wCol!, entry, col);
      expect([zCol!.boxes[0]!.row, zCol!.boxes[0]!.col]).toEqual([row, col]);
      expect(at(zCol!, row, col)).toBeCloseTo(sum, 12);
      expect(xCol!.cols).toBe(36);
    }
  });

  it('conv_forward: the line beneath is the sum of the row’s products that are not 0, with the bias, and the cell’s value', () => {
    const layer = courseLayer(courseCase('conv_forward'))!;
    const stepper = createStepper(layer);
    for (const t of [0, 50, 191]) {
      const frame = stepper.frame(t, { channel: 0, filter: 0, granularity: 'window', matrix: true });
      const { xCol, wCol, zCol } = maps(frame);
      const [row, col] = [xCol!.boxes[0]!.row, wCol!.boxes[0]!.col];
      const { spans } = frame.stage[1]!.lines[0]!;
      expect(spans[0]).toMatchObject({ text: `Z_col[${row}, ${col}]` });
      const numbers = numbersOf(spans);
      const entries = Array.from({ length: xCol!.cols }, (_, entry) => entry);
      const factors = entries
        .map((entry) => [at(xCol!, row, entry), at(wCol!, entry, col)])
        .filter(([value, weight]) => value! * weight! !== 0);
      expect(numbers.slice(0, 2 * factors.length)).toEqual(factors.flat());
      expect(numbers.at(-1)).toBeCloseTo(at(zCol!, row, col), 12);
      expect(numbers).toHaveLength(2 * factors.length + 2);
    }
  });

  it('conv_forward: the row and the column with their numbers, one line per channel, and their products up to the step’s', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_forward'))!);
    const lines = (map: MapView): number[][] =>
      Array.from({ length: map.rows }, (_, row) => [...map.values.slice(row * map.cols, (row + 1) * map.cols)]);
    for (const granularity of ['window', 'product'] as const) {
      const frame = stepper.frame(50, { channel: 0, filter: 0, granularity, matrix: true });
      const { xCol, wCol, xRow, wColumn, rowProducts } = maps(frame);
      const [row, col] = [xCol!.boxes[0]!.row, wCol!.boxes[0]!.col];
      expect([xRow!.rows, xRow!.cols]).toEqual([4, 9]);
      expect(lines(xRow!).flat()).toEqual(Array.from({ length: 36 }, (_, entry) => at(xCol!, row, entry)));
      expect(lines(wColumn!).flat()).toEqual(Array.from({ length: 36 }, (_, entry) => at(wCol!, entry, col)));
      const products = lines(xRow!)
        .flat()
        .map((value, entry) => value * lines(wColumn!).flat()[entry]!);
      expect([...rowProducts!.values]).toEqual(products);
      const done = granularity === 'window' ? 36 : (50 % 36) + 1;
      expect(rowProducts!.cells!.filter((kind) => kind === CellKind.Data)).toHaveLength(done);
      if (granularity === 'product') {
        expect(rowProducts!.boxes[0]).toMatchObject({ row: 1, col: 5, rows: 1, cols: 1, style: 'result' });
      }
    }
  });

  it('conv_backward: the changed row and column are folded to one line per channel, with their values before the step', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    const frame = stepper.frame(19, { channel: 0, filter: 0, granularity: 'window', matrix: true });
    const { dXCol, dXColEntries, dWCol, dWColEntries } = maps(frame);
    const row = dXCol!.boxes[0]!.row;
    for (const entries of [dXColEntries!, dWColEntries!]) expect([entries.rows, entries.cols]).toEqual([3, 4]);
    expect([dXColEntries!.index, dWColEntries!.index]).toEqual([`[${row}]`, '[:, 3]']);
    expect([...dXColEntries!.values]).toEqual([...dXCol!.values.slice(row * 12, (row + 1) * 12)]);
    expect(dXColEntries!.changes!.map(({ before }) => before)).toEqual(dXCol!.changes!.map(({ before }) => before));
    expect([...dWColEntries!.values]).toEqual([...dWCol!.values]);
  });

  it('conv_forward: what a window sees of the padding is padding in its row', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_forward'))!);
    const { xCol, xRow } = maps(stepper.frame(0, { channel: 0, filter: 0, granularity: 'window', matrix: true }));
    const padding = Array.from({ length: 36 }, (_, entry) => entry % 9 < 3 || entry % 3 === 0);
    expect([...xRow!.cells!].map((kind) => kind === CellKind.Padding)).toEqual(padding);
    expect([...xCol!.cells!.slice(0, 36)]).toEqual([...xRow!.cells!]);
  });

  it('has one outlined row or cell on every map, inside it, at every step of random layers', () => {
    fc.assert(
      fc.property(
        arbitraryLayer,
        fc.nat(),
        fc.constantFrom('product' as const, 'window' as const),
        (layer, seed, granularity) => {
          const stepper = createStepper(layer);
          const view: View = { channel: 0, filter: seed % stepper.loop.c, granularity, matrix: true };
          const frame = stepper.frame(seed % stepper.timeline(granularity).count, view);
          for (const map of Object.values(maps(frame))) {
            for (const { row, col, rows, cols } of map.boxes) {
              expect(row).toBeGreaterThanOrEqual(0);
              expect(col).toBeGreaterThanOrEqual(0);
              expect(row + rows).toBeLessThanOrEqual(map.rows);
              expect(col + cols).toBeLessThanOrEqual(map.cols);
            }
            expect(map.cells?.every((kind) => Object.values<number>(CellKind).includes(kind)) ?? true).toBe(true);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('conv_backward: dX_col grows by the column of W times the cell of dZ', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    const { wCol, dZCol, dXCol } = maps(
      stepper.frame(19, { channel: 0, filter: 0, granularity: 'window', matrix: true }),
    );
    const row = dXCol!.boxes[0]!.row;
    const col = wCol!.boxes[0]!.col;
    const gradient = at(dZCol!, dZCol!.boxes[0]!.row, dZCol!.boxes[0]!.col);
    expect(dXCol!.changes).toHaveLength(12);
    for (const { col: entry, before } of dXCol!.changes!) {
      expect(at(dXCol!, row, entry)).toBeCloseTo(before + at(wCol!, entry, col) * gradient, 12);
    }
  });

  it('conv_backward: the lines beneath add the products to the row of dX_col and to the column of dW_col', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    for (const granularity of ['window', 'product'] as const) {
      const frame = stepper.frame(granularity === 'window' ? 19 : 236, {
        channel: 0,
        filter: 0,
        granularity,
        matrix: true,
      });
      const { xCol, wCol, dZCol, dXCol, dWCol } = maps(frame);
      const [row, col] = [dZCol!.boxes[0]!.row, dZCol!.boxes[0]!.col];
      const gradient = at(dZCol!, row, col);
      const entries = granularity === 'window' ? Array.from({ length: 12 }, (_, entry) => entry) : [236 % 12];
      const before = (map: MapView, r: number, c: number): number =>
        map.changes!.find((change) => change.row === r && change.col === c)?.before ?? at(map, r, c);
      const lines = frame.stage.map(({ lines: [first] }) => numbersOf(first!.spans));
      expect(lines).toEqual([
        entries.flatMap((e) => [before(dXCol!, row, e), at(wCol!, e, col), gradient, at(dXCol!, row, e)]),
        entries.flatMap((e) => [before(dWCol!, e, 0), at(xCol!, row, e), gradient, at(dWCol!, e, 0)]),
      ]);
    }
  });
});
