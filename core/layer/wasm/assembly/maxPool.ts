/**
 * Max pooling. Channels are taken in vectors; `scripts/lib/unroll.mjs` writes out the repetitions, and `@taps` runs over
 * the current window.
 */
import { channels, count, enterWindow, outCols, outRows, tapColStep, tapCols, tapRowStep, tapRows } from './poolWindow';

// @ts-ignore: decorator
@inline
export function maxPool<T extends number>(x: usize, z: usize): void {
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < outRows; row++) {
      for (let col = 0; col < outCols; col++) {
        const window = enterWindow(i, row, col);
        maxWindow<T>(x + window, z);
        z += channels;
      }
    }
  }
}

/**
 * The maximum that lets NaN through takes many instructions. So the plain one is taken, which drops NaN, and all lanes
 * are marked that have met one; the mark, all bits set, is itself a NaN.
 */
function maxWindow<T extends number>(window: usize, z: usize): void {
  const end = window + channels;
  for (; window + 64 <= end; window += 64, z += 64) {
    // @for i 0..3
    let best${i} = v128.load(window, ${i * 16});
    let missing${i} = v128.splat<T>(0);
    // @end
    // @taps 2x2
    // @for i 0..3
    const v${i} = v128.load(at, ${i * 16});
    best${i} = v128.pmax<T>(best${i}, v${i});
    missing${i} = v128.or(missing${i}, v128.ne<T>(v${i}, v${i}));
    // @end
    // @end
    // @for i 0..3
    v128.store(z, v128.or(best${i}, missing${i}), ${i * 16});
    // @end
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    let best = v128.load(window);
    let missing = v128.splat<T>(0);
    // @taps
    const value = v128.load(at);
    best = v128.pmax<T>(best, value);
    missing = v128.or(missing, v128.ne<T>(value, value));
    // @end
    v128.store(z, v128.or(best, missing));
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    // @taps
    best = max<T>(best, load<T>(at));
    // @end
    store<T>(z, best);
  }
}
