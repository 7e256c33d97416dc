/** Transposed convolution, stepped: its planes, its sizes, its scatter and its options. */
import { describe, expect, it } from 'vitest';
import {
  convTranspose2d,
  convTranspose2dBackward,
  createStepper,
  flatIndexOf,
  RandomState,
  type ConvTranspose2dOptions,
  type ConvTransposeLayer,
  type Frame,
  type MapView,
  type NdArray,
  type Pass,
  type Stepper,
} from '../../../../core';
import { stageItems } from '../../../../core/step/shared/stage';

const random = new RandomState(3);

function layerOf(pass: Pass, options: ConvTranspose2dOptions, groups = 1): ConvTransposeLayer {
  const x = random.randn(2, 3, 4, 2 * groups);
  const w = random.randn(3, 2, 3, 2 * groups);
  const b = random.randn(1, 1, 1, 3 * groups);
  const all = { ...options, groups };
  return {
    kind: 'convTranspose',
    pass,
    x,
    w,
    b,
    dZ: random.randn(...convTranspose2d(x, w, b, all).shape),
    options: all,
  };
}

function mapOf(frame: Frame, id: string): MapView | undefined {
  return stageItems(frame.stage).flatMap((item) => (item.kind === 'map' && item.map.id === id ? [item.map] : []))[0];
}

function lastFrame(stepper: Stepper, i: number, filter: number, channel: number): Frame {
  const perExample = stepper.timeline('example').count / stepper.loop.i;
  return stepper.frame((i + 1) * perExample - 1, { channel, filter, granularity: 'example' });
}

function expectPlane(map: MapView, array: NdArray): void {
  map.values.forEach((value, index) => {
    const flat = flatIndexOf(map.address!, Math.floor(index / map.cols), index % map.cols);
    if (flat !== undefined) expect(value).toBeCloseTo(array.data[flat]!, 11);
  });
}

const cases: readonly [string, ConvTranspose2dOptions, number][] = [
  ['stride 1', {}, 1],
  ['stride 2×3, pad 1×0', { stride: [2, 3], padding: [1, 0] }, 1],
  ['stride 2, pad 1, output padding 1', { stride: 2, padding: 1, outputPadding: 1 }, 1],
  ['dilation 2×3, output padding 1×2', { dilation: [2, 3], outputPadding: [1, 2] }, 1],
  ['four sides, 2 groups', { stride: 2, padding: { top: 1, bottom: 0, left: 0, right: 2 } }, 2],
  ['same_upper, stride 3', { stride: 3, padding: 'same_upper' }, 1],
];

describe('x (2, 3, 4, 2 · groups), filters 3×2: the last frame of an example shows the planes of the layer', () => {
  it.each(cases)('forward, %s', (_, options, groups) => {
    const layer = layerOf('forward', options, groups);
    const stepper = createStepper(layer);
    const z = convTranspose2d(layer.x, layer.w, layer.b, layer.options);
    for (let filter = 0; filter < stepper.loop.c; filter++) {
      for (let channel = 0; channel < stepper.channels; channel++) {
        expectPlane(mapOf(lastFrame(stepper, 1, filter, channel), 'z')!, z);
      }
    }
    expect(stepper.size.map(({ spans }) => spans.at(-1))).toEqual(
      z.shape.slice(1, 3).map((extent) => ({ kind: 'text', text: String(extent), tone: 'strong' })),
    );
  });

  it.each(cases)('backward, %s', (_, options, groups) => {
    const layer = layerOf('backward', options, groups);
    const stepper = createStepper(layer);
    const { dX, dW } = convTranspose2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
    for (let filter = 0; filter < stepper.loop.c; filter++) {
      for (let channel = 0; channel < stepper.channels; channel++) {
        const frame = lastFrame(stepper, 1, filter, channel);
        expectPlane(mapOf(frame, 'dX')!, dX);
        expectPlane(mapOf(frame, 'dW')!, dW);
      }
    }
  });
});

describe('x (1, 1, 2, 1) = 2, 3 with a 1×3 filter 1, 10, 100', () => {
  const layer: ConvTransposeLayer = {
    kind: 'convTranspose',
    pass: 'forward',
    x: { shape: [1, 1, 2, 1], data: Float64Array.of(2, 3) },
    w: { shape: [1, 3, 1, 1], data: Float64Array.of(1, 10, 100) },
    options: { stride: [1, 2] },
  };

  it('the second step adds to the cell that the windows share: 200 becomes 203', () => {
    const map = mapOf(createStepper(layer).frame(1, { channel: 0, filter: 0, granularity: 'window' }), 'z')!;
    expect([...map.values]).toEqual([2, 20, 203, 30, 300]);
    expect(map.changes).toEqual([
      { row: 0, col: 2, before: 200 },
      { row: 0, col: 3, before: 0 },
      { row: 0, col: 4, before: 0 },
    ]);
  });

  it('the shared cell is explained by both input cells', () => {
    const view = { channel: 0, filter: 0, granularity: 'window' } as const;
    const explanation = createStepper(layer).explain({ map: 'z', row: 0, col: 2 }, 1, view)!;
    expect(explanation.boxes['x']!.map(({ row, col }) => [row, col])).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(explanation.steps).toEqual([0, 1]);
  });

  it('a filter for other channels is refused', () => {
    const w = { shape: [1, 3, 1, 2], data: new Float64Array(6) };
    expect(() => createStepper({ ...layer, w })).toThrow('the filter has 2 input channels, but the input has 1');
  });
});

describe('windows of the padded output', () => {
  it.each(cases)(
    'backward, %s: the slice has the cells that the step reads, explained as those',
    (_, options, groups) => {
      const stepper = createStepper(layerOf('backward', options, groups));
      const view = { channel: 1, filter: 0, granularity: 'window' } as const;
      const t = Math.floor(stepper.timeline('window').count / 2);
      const frame = stepper.frame(t, view);
      const [padded, slice] = [mapOf(frame, 'dZ')!, mapOf(frame, 'dZ-slice')!];
      const { row, col, stepRow = 1, stepCol = 1 } = padded.boxes[0]!;
      expect(slice.magnifies).toBeUndefined();
      slice.values.forEach((value, index) => {
        const [r, c] = [Math.floor(index / slice.cols), index % slice.cols];
        const source = { row: row + r * stepRow, col: col + c * stepCol };
        expect(value).toBe(padded.values[source.row * padded.cols + source.col]);
        const [there, here] = ['dZ', 'dZ-slice'].map((map) =>
          stepper.explain({ map, ...(map === 'dZ' ? source : { row: r, col: c }) }, t, view)!,
        );
        expect(here!.lines).toEqual(there!.lines);
        expect(here!.boxes['dZ']).toEqual(there!.boxes['dZ']);
      });
    },
  );

  it.each(['forward', 'backward'] as const)('%s: large maps have a magnifier of the window', (pass) => {
    const frame = createStepper(layerOf(pass, { stride: 2, padding: 1 })).frame(5, {
      channel: 0,
      filter: 0,
      granularity: 'window',
    });
    const large = pass === 'forward' ? 'zPad' : 'dZ';
    expect(mapOf(frame, `${large}-window`)).toMatchObject({ magnifies: large, rows: 3, cols: 2 });
  });
});
