/** ReLU, stepped: zero, NaN and −0 are those of NumPy and PyTorch. */
import { describe, expect, it } from 'vitest';
import { createStepper, type Frame, type ReluLayer } from '../../../../core';
import { stageItems } from '../../../../core/step/shared/stage';

const view = { channel: 0, filter: 0, granularity: 'window' } as const;
const layer: ReluLayer = {
  kind: 'relu',
  pass: 'forward',
  x: { shape: [1, 2, 3, 1], data: Float64Array.of(-1, 0, 2, NaN, -Infinity, Infinity) },
  dZ: { shape: [1, 2, 3, 1], data: Float64Array.of(1, 2, 3, 4, 5, 6) },
};

function values(frame: Frame, id: string): number[] {
  const item = stageItems(frame.stage).find((each) => each.kind === 'map' && each.map.id === id);
  return item?.kind === 'map' ? [...item.map.values] : [];
}

describe('ReLU of a 2×3 array with 0, NaN and infinities', () => {
  it('forward: np.maximum(0, Z)', () => {
    expect(values(createStepper(layer).frame(5, view), 'z')).toEqual([0, 0, 2, NaN, 0, Infinity]);
  });

  it('backward: the gradient is 0 where Z <= 0; at NaN it passes, as in PyTorch', () => {
    const stepper = createStepper({ ...layer, pass: 'backward' });
    expect(values(stepper.frame(5, view), 'dX')).toEqual([0, 0, 3, 4, 0, 6]);
    expect(stepper.timeline('window')).toEqual({
      count: 6,
      granularity: 'window',
      granularities: ['window', 'row', 'example'],
      elementwise: true,
    });
  });

  it('backward without a gradient is refused', () => {
    expect(() => createStepper({ kind: 'relu', pass: 'backward', x: layer.x })).toThrow(
      'the backward pass needs a gradient',
    );
  });
});
