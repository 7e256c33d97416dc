/** Random small layers for property tests. */
import fc from 'fast-check';
import { conv2d, convTranspose2d, pool2d, type Layer, type NdArray } from '../../../core';

/** Pooling by its modes. `pad` has neither a pass nor a gradient: its tests are in `pad`. */
type Kind = Exclude<Layer['kind'], 'pool' | 'pad'> | 'max' | 'average';

const KINDS: Readonly<Record<Kind, true>> = { conv: true, max: true, average: true, convTranspose: true, relu: true };

/** Small layers over odd geometry: strides, padding, dilation, groups, ties, padding modes, ceil mode. */
export const arbitraryLayer: fc.Arbitrary<Layer> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
    pass: fc.constantFrom('forward' as const, 'backward' as const),
    batch: fc.integer({ min: 1, max: 2 }),
    height: fc.integer({ min: 4, max: 6 }),
    width: fc.integer({ min: 3, max: 5 }),
    groups: fc.integer({ min: 1, max: 2 }),
    groupChannels: fc.integer({ min: 1, max: 2 }),
    groupFilters: fc.integer({ min: 1, max: 2 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
    pad: fc.constantFrom(0, 1, { top: 1, bottom: 0, left: 0, right: 1 }),
    paddingMode: fc.constantFrom('zeros' as const, 'reflect' as const, 'replicate' as const, 'circular' as const),
    ties: fc.constantFrom('all' as const, 'first' as const),
    ceilMode: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map((request): Layer => {
    let state = request.seed;
    const random = (shape: number[]): NdArray => ({
      shape,
      data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
        state = (state * 48271) % 2147483647;
        return (state % 7) - 3;
      }),
    });
    const { groups, kernel, stride } = request;
    const channels = groups * request.groupChannels;
    const x = random([request.batch, request.height, request.width, channels]);
    switch (request.kind) {
      case 'conv': {
        const w = random([kernel[0], kernel[1], request.groupChannels, groups * request.groupFilters]);
        const b = random([1, 1, 1, groups * request.groupFilters]);
        const options = { stride, padding: request.pad, groups, paddingMode: request.paddingMode };
        const dZ = random([...conv2d(x, w, b, options).shape]);
        return { kind: 'conv', pass: request.pass, x, w, b, dZ, options };
      }
      case 'relu':
        return { kind: 'relu', pass: request.pass, x, dZ: random(x.shape.slice()) };
      case 'convTranspose': {
        const w = random([kernel[0], kernel[1], request.groupFilters, channels]);
        const b = random([1, 1, 1, groups * request.groupFilters]);
        const outputPadding = request.ceilMode ? ([stride[0] - 1, stride[1] - 1] as const) : 0;
        const options = { stride, padding: request.pad, groups, outputPadding };
        const dZ = random([...convTranspose2d(x, w, b, options).shape]);
        return { kind: 'convTranspose', pass: request.pass, x, w, b, dZ, options };
      }
      case 'max':
      case 'average': {
        const padding = kernel[0] > 1 && kernel[1] > 1 ? request.pad : 0;
        const options = {
          mode: request.kind,
          kernel,
          stride,
          padding,
          ties: request.ties,
          ceilMode: request.ceilMode,
        };
        const dA = random([...pool2d(x, options).shape]);
        return { kind: 'pool', pass: request.pass, x, dZ: dA, options };
      }
    }
  });
