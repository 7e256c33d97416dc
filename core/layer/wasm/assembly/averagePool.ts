/**
 * Average pooling and its gradient. Channels are taken in vectors; `scripts/lib/unroll.mjs` writes out the repetitions, and `@taps` runs over
 * the current window.
 */
import { beginClearing, channels, clearRow, count, enterWindow, outCols, outRows, tapColStep, tapCols, tapRowStep, tapRows } from './poolWindow';

/** `divisorRows`, `divisorCols`: i32 for each output row and column. */
// @ts-ignore: decorator
@inline
export function averagePool<T extends number>(divisorRows: usize, divisorCols: usize, x: usize, z: usize): void {
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < outRows; row++) {
      for (let col = 0; col < outCols; col++) {
        const window = enterWindow(i, row, col);
        const divisor = <T>(load<i32>(divisorRows + row * 4) * load<i32>(divisorCols + col * 4));
        averageWindow<T>(x + window, z, divisor);
        z += channels;
      }
    }
  }
}

function averageWindow<T extends number>(window: usize, z: usize, divisor: T): void {
  const end = window + channels;
  const divisors = v128.splat<T>(divisor);
  for (; window + 64 <= end; window += 64, z += 64) {
    // @for i 0..3
    let sum${i} = v128.splat<T>(0);
    // @end
    // @taps 2x2
    // @for i 0..3
    sum${i} = v128.add<T>(sum${i}, v128.load(at, ${i * 16}));
    // @end
    // @end
    // @for i 0..3
    v128.store(z, v128.div<T>(sum${i}, divisors), ${i * 16});
    // @end
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    let sum = v128.splat<T>(0);
    // @taps
    sum = v128.add<T>(sum, v128.load(at));
    // @end
    v128.store(z, v128.div<T>(sum, divisors));
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let sum = <T>0;
    // @taps
    sum = <T>(sum + load<T>(at));
    // @end
    store<T>(z, <T>(sum / divisor));
  }
}

/** Clears dX; then dX += dA / divisor at every tap. */
// @ts-ignore: decorator
@inline
export function averagePoolGradient<T extends number>(divisorRows: usize, divisorCols: usize, z: usize, dX: usize): void {
  beginClearing(dX);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < outRows; row++) {
      clearRow(dX, i, row);
      for (let col = 0; col < outCols; col++) {
        const window = enterWindow(i, row, col);
        const divisor = <T>(load<i32>(divisorRows + row * 4) * load<i32>(divisorCols + col * 4));
        spreadWindow<T>(dX + window, z, divisor);
        z += channels;
      }
    }
  }
}

function spreadWindow<T extends number>(window: usize, z: usize, divisor: T): void {
  const end = window + channels;
  const divisors = v128.splat<T>(divisor);
  for (; window + 64 <= end; window += 64, z += 64) {
    // @for i 0..3
    const share${i} = v128.div<T>(v128.load(z, ${i * 16}), divisors);
    // @end
    // @taps
    // @for i 0..3
    v128.store(at, v128.add<T>(v128.load(at, ${i * 16}), share${i}), ${i * 16});
    // @end
    // @end
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    const share = v128.div<T>(v128.load(z), divisors);
    // @taps
    v128.store(at, v128.add<T>(v128.load(at), share));
    // @end
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    const share = <T>(load<T>(z) / divisor);
    // @taps
    store<T>(at, <T>(load<T>(at) + share));
    // @end
  }
}
