/** What a step of a large input costs: planes of 1024 × 1024 numbers, of which it shows one. */
import { afterEach, expect, it, vi } from 'vitest';
import { createStepper } from '../../../../core';
import { PaddedInput } from '../../../../core/step/shared/planes/PaddedInput';
import { PlaneCache } from '../../../../core/step/shared/planes/PlaneCache';
import { randomArray } from '../../layer/problems';

afterEach(() => vi.restoreAllMocks());

it('a step of a convolution makes the input plane of the channel that it shows, and no other', () => {
  const [x, w] = [randomArray([1, 6, 6, 5], 1), randomArray([3, 3, 5, 2], 2)];
  const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: { padding: 1 } });
  const planes = vi.spyOn(PaddedInput.prototype, 'plane');
  stepper.frame(1, { channel: 3, filter: 1, granularity: 'window' });
  expect(new Set(planes.mock.calls.map(([, channel]) => channel))).toEqual(new Set([3]));
});

it('planes of 2²¹ numbers: four are kept', () => {
  const cache = new PlaneCache();
  let computed = 0;
  const get = (key: number) =>
    cache.get(key, () => {
      computed++;
      return new Float64Array(2 ** 21);
    });
  for (const key of [0, 1, 2, 3, 0, 1, 2, 3]) get(key);
  expect(computed).toBe(4);
  for (const key of [4, 1, 2, 3]) get(key);
  expect(computed).toBe(5);
  get(0);
  expect(computed).toBe(6);
});
