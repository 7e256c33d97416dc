import { describe, expect, test } from 'vitest';
import { planPrefetch } from '../../../webview/frames/planPrefetch';

describe('planPrefetch', () => {
  const covered = (...steps: number[]) => {
    const known = new Set(steps);
    return (t: number): boolean => known.has(t);
  };

  test('at rest: the steps after this one, then those before it', () => {
    expect(planPrefetch({ t: 10, count: 100, speed: 0, isCovered: covered(10) })).toEqual({ from: 11, to: 16 });
    const ahead = covered(10, 11, 12, 13, 14, 15, 16);
    expect(planPrefetch({ t: 10, count: 100, speed: 0, isCovered: ahead })).toEqual({ from: 7, to: 9 });
  });

  test('never beyond the ends', () => {
    expect(planPrefetch({ t: 97, count: 99, speed: 0, isCovered: covered(97) })).toEqual({ from: 98, to: 98 });
    expect(planPrefetch({ t: 0, count: 1, speed: 0, isCovered: covered(0) })).toBeUndefined();
  });

  test('at 30 steps per second: more than a second ahead, in batches', () => {
    expect(planPrefetch({ t: 0, count: 1000, speed: 30, isCovered: covered(0) })).toEqual({ from: 1, to: 45 });
    const most = (t: number): boolean => t <= 40;
    expect(planPrefetch({ t: 0, count: 1000, speed: 30, isCovered: most })).toBeUndefined();
  });

  test('the last few steps are asked for even when they make no full batch', () => {
    expect(planPrefetch({ t: 90, count: 100, speed: 30, isCovered: (t) => t < 97 })).toEqual({ from: 97, to: 99 });
  });
});
