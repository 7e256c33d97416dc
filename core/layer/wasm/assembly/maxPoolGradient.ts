/**
 * The gradient of max pooling. Channels are taken in vectors; `scripts/lib/unroll.mjs` writes out the repetitions, and `@taps` runs over
 * the current window.
 */
import { beginClearing, channels, clearRow, count, enterWindow, outCols, outRows, tapColStep, tapCols, tapRowStep, tapRows } from './poolWindow';

/** `x` and `dX` lie `dXBy` apart; `z` is the gradient that comes in. Every cell that equals the maximum gets it. */
// @ts-ignore: decorator
@inline
export function maxPoolGradientAll<T extends number>(x: usize, z: usize, dX: usize): void {
  const dXBy = dX - x;
  beginClearing(dX);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < outRows; row++) {
      clearRow(dX, i, row);
      for (let col = 0; col < outCols; col++) {
        const window = enterWindow(i, row, col);
        spreadToTied<T>(x + window, dXBy, z);
        z += channels;
      }
    }
  }
}

function spreadToTied<T extends number>(window: usize, dXBy: usize, z: usize): void {
  const end = window + channels;
  for (; window + 16 <= end; window += 16, z += 16) {
    let best = v128.load(window);
    let missing = v128.splat<T>(0);
    {
      // @taps
      const value = v128.load(at);
      best = v128.pmax<T>(best, value);
      missing = v128.or(missing, v128.ne<T>(value, value));
      // @end
    }
    const share = v128.load(z);
    // @taps
    const value = v128.load(at);
    const wins = v128.bitselect(v128.ne<T>(value, value), v128.eq<T>(value, best), missing);
    const to = at + dXBy;
    v128.store(to, v128.add<T>(v128.load(to), v128.and(share, wins)));
    // @end
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    {
      // @taps
      best = max<T>(best, load<T>(at));
      // @end
    }
    const share = load<T>(z);
    // @taps
    const value = load<T>(at);
    const to = at + dXBy;
    if (value == best || (value != value && best != best)) store<T>(to, <T>(load<T>(to) + share));
    // @end
  }
}

/** As before, but only the first maximum gets it; of NaNs the last, as in PyTorch. */
// @ts-ignore: decorator
@inline
export function maxPoolGradientFirst<T extends number>(x: usize, z: usize, dX: usize): void {
  const dXBy = dX - x;
  beginClearing(dX);
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < outRows; row++) {
      clearRow(dX, i, row);
      for (let col = 0; col < outCols; col++) {
        const window = enterWindow(i, row, col);
        if (sizeof<T>() == 4) spreadToFirst<T, i32>(x + window, dXBy, z);
        else spreadToFirst<T, i64>(x + window, dXBy, z);
        z += channels;
      }
    }
  }
}

/** `Index`: the whole number that is as wide as T. */
function spreadToFirst<T extends number, Index extends number>(window: usize, dXBy: usize, z: usize): void {
  const end = window + channels;
  for (; window + 32 <= end; window += 32, z += 32) {
    let best0 = v128.load(window);
    let missing0 = v128.splat<T>(0);
    let best1 = v128.load(window, 16);
    let missing1 = v128.splat<T>(0);
    {
      // @taps
      const v0 = v128.load(at);
      best0 = v128.pmax<T>(best0, v0);
      missing0 = v128.or(missing0, v128.ne<T>(v0, v0));
      const v1 = v128.load(at, 16);
      best1 = v128.pmax<T>(best1, v1);
      missing1 = v128.or(missing1, v128.ne<T>(v1, v1));
      // @end
    }
    if (v128.any_true(v128.or(missing0, missing1))) {
      spreadVectorToFirst<T, Index>(window, dXBy, z);
      spreadVectorToFirst<T, Index>(window + 16, dXBy, z + 16);
      continue;
    }
    let share0 = v128.load(z);
    let share1 = v128.load(z, 16);
    // @taps
    const to = at + dXBy;
    const wins0 = v128.eq<T>(v128.load(at), best0);
    v128.store(to, v128.add<T>(v128.load(to), v128.and(share0, wins0)));
    // What has been given away is not given again.
    share0 = v128.andnot(share0, wins0);
    const wins1 = v128.eq<T>(v128.load(at, 16), best1);
    v128.store(to, v128.add<T>(v128.load(to, 16), v128.and(share1, wins1)), 16);
    share1 = v128.andnot(share1, wins1);
    // @end
  }
  for (; window + 16 <= end; window += 16, z += 16) spreadVectorToFirst<T, Index>(window, dXBy, z);
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    let winner = window;
    // @taps
    const value = load<T>(at);
    if (value > best || value != value) {
      best = value;
      winner = at;
    }
    // @end
    const to = winner + dXBy;
    store<T>(to, <T>(load<T>(to) + load<T>(z)));
  }
}

/** One vector of channels, with NaN too: the winner's number among the taps, lane by lane. */
function spreadVectorToFirst<T extends number, Index extends number>(window: usize, dXBy: usize, z: usize): void {
  const one = v128.splat<Index>(1);
  let best = v128.load(window);
  let winner = v128.splat<Index>(0);
  let tap = winner;
  {
    // @taps
    const value = v128.load(at);
    const wins = v128.or(v128.gt<T>(value, best), v128.ne<T>(value, value));
    best = v128.bitselect(value, best, wins);
    winner = v128.bitselect(tap, winner, wins);
    tap = v128.add<Index>(tap, one);
    // @end
  }
  const share = v128.load(z);
  tap = v128.splat<Index>(0);
  // @taps
  const to = at + dXBy;
  v128.store(to, v128.add<T>(v128.load(to), v128.and(share, v128.eq<Index>(tap, winner))));
  tap = v128.add<Index>(tap, one);
  // @end
}
