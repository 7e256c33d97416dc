import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CellKind,
  createStepper,
  type Explanation,
  type Frame,
  flatIndexOf,
  pool2dBackward,
  type Granularity,
  type MapView,
  type NdArray,
  type Span,
  type Stepper,
  type View,
} from '../../../core';
import { arbitraryLayer } from './arbitraryLayer';
import { courseCases, courseLayer, stored } from './courseLayers';
import { stageItems } from '../../../core/step/shared/stage';

const view: View = { channel: 0, filter: 0, granularity: 'window' };
const granularities: Granularity[] = ['product', 'channel', 'window', 'filter', 'row', 'example'];

function mapOf(frame: Frame, id: string): MapView {
  const found = stageItems(frame.stage).find((item) => item.kind === 'map' && item.map.id === id);
  if (found?.kind !== 'map') throw new Error(`no map ${id} at step ${frame.t}`);
  return found.map;
}

/** Every element that a map shows must be the array's element at its address. */
function expectPlane(map: MapView, array: NdArray): void {
  for (let row = 0; row < map.rows; row++) {
    for (let col = 0; col < map.cols; col++) {
      const flat = flatIndexOf(map.address!, row, col);
      expect(map.values[row * map.cols + col]).toBeCloseTo(array.data[flat!]!, 11);
    }
  }
}

/** The frame at which everything of example i, filter c is there. */
function lastFrame(stepper: Stepper, i: number, c: number, channel: number): Frame {
  const { count } = stepper.timeline('example');
  const perExample = count / stepper.loop.i;
  return stepper.frame((i + 1) * perExample - 1, { channel, filter: c, granularity: 'example' });
}

const layers = courseCases.flatMap((each) => {
  const layer = courseLayer(each);
  return layer ? [{ name: each.name, layer, expected: each.expected }] : [];
});

describe('the last frame of an example shows the course’s values in every plane', () => {
  it.each(layers)('$name', ({ layer, expected }) => {
    const stepper = createStepper(layer);
    const { i: examples, c: filters } = stepper.loop;
    for (let i = 0; i < examples; i++) {
      for (let c = 0; c < filters; c++) {
        for (let channel = 0; channel < stepper.channels; channel++) {
          const frame = lastFrame(stepper, i, c, channel);
          if (layer.pass === 'forward') expectPlane(mapOf(frame, 'z'), stored(expected['Z'] ?? expected['A']));
          else
            expectPlane(
              mapOf(frame, 'dX'),
              stored(expected['dA'] ?? expected['dA_prev_correct'] ?? expected['dA_prev']),
            );
          if (layer.kind === 'conv' && layer.pass === 'backward' && i === examples - 1) {
            expectPlane(mapOf(frame, 'dW'), stored(expected['dW']));
            expectPlane(mapOf(frame, 'db'), stored(expected['db']));
          }
        }
      }
    }
  });
});

/** Which plane of which array a map shows. */
function planeKey({ title, index, notes, address }: MapView): string {
  return JSON.stringify([title, index, notes, address?.offset]);
}

/** A frame as plain data, for comparing. */
function plain(frame: Frame): unknown {
  return JSON.parse(
    JSON.stringify(frame, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array, (each) => String(each)) : value,
    ),
  );
}

describe('frame(t) is a pure function of t', () => {
  it('after any seek it equals the frame after playing there, at every granularity', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.constantFrom(...granularities), fc.nat(), fc.nat(), (layer, granularity, a, b) => {
        const played = createStepper(layer);
        const looked: View = { channel: a % played.channels, filter: b % played.loop.c, granularity };
        const { count } = played.timeline(granularity);
        const target = a % count;
        for (let t = Math.max(0, target - 5); t < target; t++) played.frame(t, looked);
        const sought = createStepper(layer);
        sought.frame(b % count, looked);
        expect(plain(sought.frame(target, looked))).toEqual(plain(played.frame(target, looked)));
        expect(plain(createStepper(layer).frame(target, looked))).toEqual(plain(played.frame(target, looked)));
      }),
      { numRuns: 60 },
    );
  });

  it('what a step changes is the difference to the step before it', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.constantFrom(...granularities), fc.nat(), (layer, granularity, seed) => {
        if (layer.kind === 'pad' || (layer.kind !== 'convTranspose' && layer.pass === 'forward')) return;
        const stepper = createStepper(layer);
        const looked: View = { channel: seed % stepper.channels, filter: seed % stepper.loop.c, granularity };
        const { count } = stepper.timeline(granularity);
        const t = 1 + (seed % Math.max(1, count - 1));
        if (t >= count) return;
        const [before, after] = [stepper.frame(t - 1, looked), stepper.frame(t, looked)];
        if (before.position.i !== after.position.i) return;
        for (const id of ['z', 'zPad', 'dX', 'dXpad', 'dW']) {
          const [old, map] = [before, after].map(
            (frame) =>
              stageItems(frame.stage).flatMap((item) =>
                item.kind === 'map' && item.map.id === id ? [item.map] : [],
              )[0],
          );
          if (!map || !old || planeKey(old) !== planeKey(map)) continue;
          const restored = map.values.slice();
          for (const { row, col, before: value } of map.changes ?? []) restored[row * map.cols + col] = value;
          expect([...restored]).toEqual([...old.values]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('explain', () => {
  it('a cell’s contributions add up to the value it shows', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.constantFrom(...granularities), fc.nat(), fc.nat(), (layer, granularity, a, b) => {
        const stepper = createStepper(layer);
        const looked: View = { channel: a % stepper.channels, filter: b % stepper.loop.c, granularity };
        const t = a % stepper.timeline(granularity).count;
        const frame = stepper.frame(t, looked);
        for (const id of ['z', 'zPad', 'dX', 'dXpad', 'dW', 'db']) {
          const item = stageItems(frame.stage).find((each) => each.kind === 'map' && each.map.id === id);
          if (item?.kind !== 'map') continue;
          const { map } = item;
          const index = b % map.values.length;
          if ((map.cells?.[index] ?? CellKind.Data) !== CellKind.Data) continue;
          const cell = { map: id, row: Math.floor(index / map.cols), col: index % map.cols };
          const explanation = stepper.explain(cell, t, looked);
          expect(explanation, id).toBeDefined();
          const growing = layer.kind === 'convTranspose' ? 'dX' : 'z';
          const partial = id === growing && (granularity === 'product' || granularity === 'channel');
          const total = resultOf(explanation!);
          if (!partial && total !== undefined) expect(total).toBeCloseTo(map.values[index]!, 9);
          if (total === undefined) expect(Math.abs(map.values[index]!)).toBe(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('an input cell lists every window that reads it: a 5×5 input, 3×3 filter, stride 2, pad 1', () => {
    const ones = (shape: number[]): NdArray => ({
      shape,
      data: new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(1),
    });
    const stepper = createStepper({
      kind: 'conv',
      pass: 'forward',
      x: ones([1, 5, 5, 1]),
      w: ones([3, 3, 1, 1]),
      options: { stride: 2, padding: 1 },
    });
    const explanation = stepper.explain({ map: 'x', row: 2, col: 2 }, 0, view)!;
    expect(explanation.boxes['z']!.map(({ row, col }) => [row, col])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(explanation.steps).toEqual([0, 1, 3, 4]);
  });
});

describe('switching how fine a step is keeps the place', () => {
  it('product → window → product stays in the same window', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.nat(), (layer, seed) => {
        const stepper = createStepper(layer);
        const product: View = { ...view, granularity: 'product' };
        const t = seed % stepper.timeline('product').count;
        const window = stepper.convert(t, product, 'window');
        const { channel, ...place } = stepper.frame(window, view).position;
        expect(stepper.frame(t, product).position).toMatchObject(place);
        // The channel that is shown is the view's own.
        expect(channel ?? view.channel).toBe(view.channel);
        const back = stepper.convert(window, view, 'product');
        expect(stepper.convert(back, product, 'window')).toBe(window);
      }),
      { numRuns: 80 },
    );
  });
});

function resultOf({ lines }: Explanation): number | undefined {
  const numbers = lines
    .flatMap(({ spans }) => spans)
    .filter((span): span is Extract<Span, { kind: 'number' }> => span.kind === 'number');
  return numbers.filter(({ tone }) => tone === 'result').at(-1)?.value;
}

describe('max pooling with NaN', () => {
  it.each(['all', 'first'] as const)('ties %s: the last frame is the layer’s gradient', (ties) => {
    const x = { shape: [1, 3, 4, 1], data: Float64Array.of(1, NaN, 2, 0, NaN, 3, 3, 1, 5, 5, NaN, 2) };
    const options = { mode: 'max' as const, kernel: 2, stride: 1, ties };
    const dA = { shape: [1, 2, 3, 1], data: Float64Array.of(1, 10, 100, 1000, 1e4, 1e5) };
    const stepper = createStepper({ kind: 'pool', pass: 'backward', x, dZ: dA, options });
    const frame = stepper.frame(stepper.timeline('window').count - 1, view);
    expect([...mapOf(frame, 'dX').values]).toEqual([...pool2dBackward(dA, x, options).data]);
  });
});
