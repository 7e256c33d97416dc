import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStepper, type Frame, type Layer, type NdArray, type View } from '../../../core';
import { FrameDecoder, FrameEncoder, type WireFrame } from '../../../core/panel/wire';
import { KindDecoder, KindEncoder } from '../../../core/panel/wireKinds';
import { CellKind } from '../../../core/step/Frame';
import { arbitraryLayer } from '../step/arbitraryLayer';
import { courseCase, courseLayer } from '../step/courseLayers';

function numbersIn({ arrays }: WireFrame): number {
  return arrays.reduce((sum, { values }) => sum + values.length, 0);
}

/** Bytes of a frame as VS Code sends it: JSON with a description of each typed array, whose bytes follow. */
function bytesIn(frame: WireFrame): number {
  let bytes = 0;
  const text = JSON.stringify(frame, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    bytes += value.byteLength;
    const view = { type: 10, byteLength: value.byteLength, byteOffset: value.byteOffset };
    return { $$vscode_array_buffer_reference$$: true, index: 10, view };
  });
  return bytes + text.length;
}

describe('FrameEncoder and FrameDecoder', () => {
  it('give back every frame of a random walk, whatever the capacity', () => {
    fc.assert(
      fc.property(
        arbitraryLayer,
        fc.array(fc.nat(), { minLength: 2, maxLength: 12 }),
        fc.constantFrom(0, 50, 1e6),
        fc.constantFrom('product' as const, 'window' as const, 'example' as const),
        (layer, walk, capacity, granularity) => {
          const stepper = createStepper(layer);
          const view: View = { channel: 0, filter: 0, granularity };
          const encoder = new FrameEncoder(capacity);
          const decoder = new FrameDecoder();
          for (const each of walk) {
            const frame: Frame = stepper.frame(each % stepper.timeline(granularity).count, view);
            expect(decoder.decode(structuredClone(encoder.encode(frame)))).toEqual(frame);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('send an unchanged map once and a gradient as its difference', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    const view: View = { channel: 0, filter: 0, granularity: 'filter' };
    const encoder = new FrameEncoder();
    const first = numbersIn(encoder.encode(stepper.frame(5, view)));
    const next = encoder.encode(stepper.frame(6, view));
    expect(numbersIn(next)).toBeLessThan(first / 3);
    expect(numbersIn(encoder.encode(stepper.frame(6, view)))).toBeLessThanOrEqual(numbersIn(next));
  });

  it('send, for a step of a 512×512 input, the numbers of the window and no plane that the panel has', () => {
    const plane = (size: number): NdArray => ({
      shape: [1, size, size, 1],
      data: Float64Array.from({ length: size * size }, (_, index) => Math.sin(index)),
    });
    const w: NdArray = { shape: [3, 3, 1, 1], data: Float64Array.from({ length: 9 }, (_, index) => Math.cos(index)) };
    const layers: Layer[] = [
      { kind: 'conv', pass: 'forward', x: plane(512), w, options: {} },
      { kind: 'pool', pass: 'forward', x: plane(512), options: { mode: 'max', kernel: 3, stride: 1 } },
    ];
    for (const layer of layers) {
      const stepper = createStepper(layer);
      const view: View = { channel: 0, filter: 0, granularity: 'window' };
      const encoder = new FrameEncoder();
      encoder.encode(stepper.frame(1000, view));
      for (const t of [1001, 1002, 1510, 200_000]) {
        const frame = encoder.encode(stepper.frame(t, view));
        expect(numbersIn(frame)).toBeLessThanOrEqual(3 * 9);
        expect(bytesIn(frame)).toBeLessThan(2_500);
      }
    }
  });

  it('send the numbers of an equation as the cells that hold them, with NaN, infinities and zeros of both signs', () => {
    const x: NdArray = { shape: [1, 2, 4, 1], data: Float64Array.of(NaN, Infinity, -0, 0, 1, 2, -Infinity, 3) };
    const w: NdArray = { shape: [2, 3, 1, 1], data: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6) };
    const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
    const [encoder, decoder] = [new FrameEncoder(), new FrameDecoder()];
    for (const t of [0, 1]) {
      const frame = stepper.frame(t, { channel: 0, filter: 0, granularity: 'window' });
      const wire = encoder.encode(frame);
      expect(JSON.stringify(wire.stage.map(({ lines }) => lines))).not.toMatch(/0\.[2-6]/);
      expect(decoder.decode(structuredClone(wire))).toEqual(frame);
    }
  });

  it('name the arrays that the panel may forget', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    const view: View = { channel: 0, filter: 0, granularity: 'window' };
    const encoder = new FrameEncoder(300);
    const dropped = Array.from({ length: 30 }, (_, t) => encoder.encode(stepper.frame(t, view)).drop).flat();
    expect(dropped.length).toBeGreaterThan(20);
    expect(new Set(dropped).size).toBe(dropped.length);
  });

  it('keep a bounded number of small arrays, and the panel has those that are kept', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_backward'))!);
    const view: View = { channel: 0, filter: 0, granularity: 'window' };
    const [encoder, decoder] = [new FrameEncoder(undefined, 20), new FrameDecoder()];
    let arrays = 0;
    for (let t = 0; t < 60; t++) {
      const wire = encoder.encode(stepper.frame(t % 30, view));
      arrays += wire.arrays.length - wire.drop.length;
      expect(arrays).toBeLessThanOrEqual(20);
      expect(decoder.decode(structuredClone(wire))).toEqual(stepper.frame(t % 30, view));
    }
  });

  it('send a pattern of cell kinds again when it is no longer among the latest', () => {
    const pattern = (k: number) => Uint8Array.of(CellKind.Padding, CellKind.Data, k % 2, k % 3);
    const patterns = Array.from({ length: 600 }, (_, k) => pattern(k));
    const [encoder, decoder] = [new KindEncoder(), new KindDecoder()];
    for (const kinds of [...patterns, ...patterns.slice(-5), ...patterns.slice(0, 5)])
      expect(decoder.decode(encoder.encode(kinds))).toEqual(kinds);
    expect(encoder.encode(patterns[599]!)).not.toHaveProperty('kinds');
    expect(encoder.encode(patterns[50]!)).toHaveProperty('kinds');
  });
});
