/**
 * Pooling over channels: each window's taps are loaded vector by vector. A window is the rectangle of its taps that lie in the
 * input, so that nothing is checked inside. Lengths are in bytes; see PoolShape for what they mean.
 */

let count: i32;
let channels: usize;
let inRows: i32;
let inCols: i32;
let outRows: i32;
let outCols: i32;
let kernelRows: i32;
let kernelCols: i32;
let strideRow: i32;
let strideCol: i32;
let dilationRow: i32;
let dilationCol: i32;
let padTop: i32;
let padLeft: i32;

/** The taps of the current window that lie in the input. */
let tapRows: i32;
let tapCols: i32;
/** Between neighbouring taps. */
let tapRowStep: usize;
let tapColStep: usize;

export function setPoolShape(
  count_: i32,
  channels_: usize,
  inRows_: i32,
  inCols_: i32,
  outRows_: i32,
  outCols_: i32,
  kernelRows_: i32,
  kernelCols_: i32,
  strideRow_: i32,
  strideCol_: i32,
  dilationRow_: i32,
  dilationCol_: i32,
  padTop_: i32,
  padLeft_: i32,
): void {
  count = count_;
  channels = channels_;
  inRows = inRows_;
  inCols = inCols_;
  outRows = outRows_;
  outCols = outCols_;
  kernelRows = kernelRows_;
  kernelCols = kernelCols_;
  strideRow = strideRow_;
  strideCol = strideCol_;
  dilationRow = dilationRow_;
  dilationCol = dilationCol_;
  padTop = padTop_;
  padLeft = padLeft_;
  tapRowStep = dilationRow_ * inCols_ * channels_;
  tapColStep = dilationCol_ * channels_;
}

/** The first tap at or after the input's first cell. */
function firstTap(start: i32, dilation: i32): i32 {
  return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
}

/** One more than the last tap in the input. */
function endTap(start: i32, dilation: i32, size: i32, kernel: i32): i32 {
  return min(kernel, (size - 1 - start) / dilation + 1);
}

/** Sets the taps of a window; gives the offset of its first tap in the input. */
function enterWindow(i: i32, row: i32, col: i32): usize {
  const top = row * strideRow - padTop;
  const left = col * strideCol - padLeft;
  const tapRow = firstTap(top, dilationRow);
  const tapCol = firstTap(left, dilationCol);
  tapRows = endTap(top, dilationRow, inRows, kernelRows) - tapRow;
  tapCols = endTap(left, dilationCol, inCols, kernelCols) - tapCol;
  return ((i * inRows + top + tapRow * dilationRow) * inCols + left + tapCol * dilationCol) * channels;
}

/** Up to here dX has been cleared. */
let cleared: usize;

/** Clears dX to the end of the windows of an output row, so that it is still in the cache when they are added to. */
function clearRow(dX: usize, i: i32, row: i32): void {
  const end = row + 1 == outRows ? inRows : min(inRows, row * strideRow - padTop + (kernelRows - 1) * dilationRow + 1);
  const to = dX + (i * inRows + end) * inCols * channels;
  if (to <= cleared) return;
  memory.fill(cleared, 0, to - cleared);
  cleared = to;
}

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
 * The maximum that lets NaN through takes many instructions. So the plain one is taken, which drops NaN, and beside it all
 * lanes are marked that have met one; the mark, all bits set, is itself a NaN.
 */
function maxWindow<T extends number>(window: usize, z: usize): void {
  const end = window + channels;
  for (; window + 64 <= end; window += 64, z += 64) {
    let best0 = v128.load(window, 0);
    let missing0 = v128.splat<T>(0);
    let best1 = v128.load(window, 16);
    let missing1 = v128.splat<T>(0);
    let best2 = v128.load(window, 32);
    let missing2 = v128.splat<T>(0);
    let best3 = v128.load(window, 48);
    let missing3 = v128.splat<T>(0);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const v0 = v128.load(at, 0);
        best0 = v128.pmax<T>(best0, v0);
        missing0 = v128.or(missing0, v128.ne<T>(v0, v0));
        const v1 = v128.load(at, 16);
        best1 = v128.pmax<T>(best1, v1);
        missing1 = v128.or(missing1, v128.ne<T>(v1, v1));
        const v2 = v128.load(at, 32);
        best2 = v128.pmax<T>(best2, v2);
        missing2 = v128.or(missing2, v128.ne<T>(v2, v2));
        const v3 = v128.load(at, 48);
        best3 = v128.pmax<T>(best3, v3);
        missing3 = v128.or(missing3, v128.ne<T>(v3, v3));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    v128.store(z, v128.or(best0, missing0), 0);
    v128.store(z, v128.or(best1, missing1), 16);
    v128.store(z, v128.or(best2, missing2), 32);
    v128.store(z, v128.or(best3, missing3), 48);
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    let best = v128.load(window);
    let missing = v128.splat<T>(0);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const value = v128.load(at);
        best = v128.pmax<T>(best, value);
        missing = v128.or(missing, v128.ne<T>(value, value));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    v128.store(z, v128.or(best, missing));
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        best = max<T>(best, load<T>(at));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    store<T>(z, best);
  }
}

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
    let sum0 = v128.splat<T>(0);
    let sum1 = v128.splat<T>(0);
    let sum2 = v128.splat<T>(0);
    let sum3 = v128.splat<T>(0);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        sum0 = v128.add<T>(sum0, v128.load(at, 0));
        sum1 = v128.add<T>(sum1, v128.load(at, 16));
        sum2 = v128.add<T>(sum2, v128.load(at, 32));
        sum3 = v128.add<T>(sum3, v128.load(at, 48));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    v128.store(z, v128.div<T>(sum0, divisors), 0);
    v128.store(z, v128.div<T>(sum1, divisors), 16);
    v128.store(z, v128.div<T>(sum2, divisors), 32);
    v128.store(z, v128.div<T>(sum3, divisors), 48);
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    let sum = v128.splat<T>(0);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        sum = v128.add<T>(sum, v128.load(at));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    v128.store(z, v128.div<T>(sum, divisors));
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let sum = <T>0;
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        sum = <T>(sum + load<T>(at));
        at += tapColStep;
      }
      line += tapRowStep;
    }
    store<T>(z, <T>(sum / divisor));
  }
}

/** Clears dX; then dX += dA / divisor at every tap. */
// @ts-ignore: decorator
@inline
export function averagePoolGradient<T extends number>(divisorRows: usize, divisorCols: usize, z: usize, dX: usize): void {
  cleared = dX;
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
    const share0 = v128.div<T>(v128.load(z, 0), divisors);
    const share1 = v128.div<T>(v128.load(z, 16), divisors);
    const share2 = v128.div<T>(v128.load(z, 32), divisors);
    const share3 = v128.div<T>(v128.load(z, 48), divisors);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        v128.store(at, v128.add<T>(v128.load(at, 0), share0), 0);
        v128.store(at, v128.add<T>(v128.load(at, 16), share1), 16);
        v128.store(at, v128.add<T>(v128.load(at, 32), share2), 32);
        v128.store(at, v128.add<T>(v128.load(at, 48), share3), 48);
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
  for (; window + 16 <= end; window += 16, z += 16) {
    const share = v128.div<T>(v128.load(z), divisors);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        v128.store(at, v128.add<T>(v128.load(at), share));
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    const share = <T>(load<T>(z) / divisor);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        store<T>(at, <T>(load<T>(at) + share));
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
}

/** `x` and `dX` lie `dXBy` apart; `z` is the gradient that comes in. Every cell that equals the maximum gets it. */
// @ts-ignore: decorator
@inline
export function maxPoolGradientAll<T extends number>(x: usize, z: usize, dX: usize): void {
  const dXBy = dX - x;
  cleared = dX;
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
      let line = window;
      for (let tapRow = 0; tapRow < tapRows; tapRow++) {
        let at = line;
        for (let tapCol = 0; tapCol < tapCols; tapCol++) {
          const value = v128.load(at);
          best = v128.pmax<T>(best, value);
          missing = v128.or(missing, v128.ne<T>(value, value));
          at += tapColStep;
        }
        line += tapRowStep;
      }
    }
    const share = v128.load(z);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const value = v128.load(at);
        const wins = v128.bitselect(v128.ne<T>(value, value), v128.eq<T>(value, best), missing);
        const to = at + dXBy;
        v128.store(to, v128.add<T>(v128.load(to), v128.and(share, wins)));
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    {
      let line = window;
      for (let tapRow = 0; tapRow < tapRows; tapRow++) {
        let at = line;
        for (let tapCol = 0; tapCol < tapCols; tapCol++) {
          best = max<T>(best, load<T>(at));
          at += tapColStep;
        }
        line += tapRowStep;
      }
    }
    const share = load<T>(z);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const value = load<T>(at);
        const to = at + dXBy;
        if (value == best || (value != value && best != best)) store<T>(to, <T>(load<T>(to) + share));
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
}

/** As before, but only the first maximum gets it; of NaNs the last, as in PyTorch. */
// @ts-ignore: decorator
@inline
export function maxPoolGradientFirst<T extends number>(x: usize, z: usize, dX: usize): void {
  const dXBy = dX - x;
  cleared = dX;
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
      let line = window;
      for (let tapRow = 0; tapRow < tapRows; tapRow++) {
        let at = line;
        for (let tapCol = 0; tapCol < tapCols; tapCol++) {
          const v0 = v128.load(at);
          best0 = v128.pmax<T>(best0, v0);
          missing0 = v128.or(missing0, v128.ne<T>(v0, v0));
          const v1 = v128.load(at, 16);
          best1 = v128.pmax<T>(best1, v1);
          missing1 = v128.or(missing1, v128.ne<T>(v1, v1));
          at += tapColStep;
        }
        line += tapRowStep;
      }
    }
    if (v128.any_true(v128.or(missing0, missing1))) {
      spreadVectorToFirst<T, Index>(window, dXBy, z);
      spreadVectorToFirst<T, Index>(window + 16, dXBy, z + 16);
      continue;
    }
    let share0 = v128.load(z);
    let share1 = v128.load(z, 16);
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const to = at + dXBy;
        const wins0 = v128.eq<T>(v128.load(at), best0);
        v128.store(to, v128.add<T>(v128.load(to), v128.and(share0, wins0)));
        // What has been given away is not given again.
        share0 = v128.andnot(share0, wins0);
        const wins1 = v128.eq<T>(v128.load(at, 16), best1);
        v128.store(to, v128.add<T>(v128.load(to, 16), v128.and(share1, wins1)), 16);
        share1 = v128.andnot(share1, wins1);
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
  for (; window + 16 <= end; window += 16, z += 16) spreadVectorToFirst<T, Index>(window, dXBy, z);
  for (; window < end; window += sizeof<T>(), z += sizeof<T>()) {
    let best = load<T>(window);
    let winner = window;
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const value = load<T>(at);
        if (value > best || value != value) {
          best = value;
          winner = at;
        }
        at += tapColStep;
      }
      line += tapRowStep;
    }
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
    let line = window;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      let at = line;
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const value = v128.load(at);
        const wins = v128.or(v128.gt<T>(value, best), v128.ne<T>(value, value));
        best = v128.bitselect(value, best, wins);
        winner = v128.bitselect(tap, winner, wins);
        tap = v128.add<Index>(tap, one);
        at += tapColStep;
      }
      line += tapRowStep;
    }
  }
  const share = v128.load(z);
  tap = v128.splat<Index>(0);
  let line = window;
  for (let tapRow = 0; tapRow < tapRows; tapRow++) {
    let at = line;
    for (let tapCol = 0; tapCol < tapCols; tapCol++) {
      const to = at + dXBy;
      v128.store(to, v128.add<T>(v128.load(to), v128.and(share, v128.eq<Index>(tap, winner))));
      tap = v128.add<Index>(tap, one);
      at += tapColStep;
    }
    line += tapRowStep;
  }
}
