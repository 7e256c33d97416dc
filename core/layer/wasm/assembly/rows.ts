/** Kernels that only move or add numbers: panels of filters, borders of zeros, their removal, sums over cells, im2col backwards. */

// @ts-ignore: decorator
@inline
export function pack<T extends number>(inner: i32, innerStep: usize, filters: i32, filterStep: usize, panelLength: usize, source: usize, panels: usize): void {
  const width: i32 = 32 / <i32>sizeof<T>();
  for (let block = 0; block < filters; block += width) {
    const used = min(width, filters - block);
    let from = source + block * filterStep;
    let to = panels;
    for (let k = 0; k < inner; k++) {
      if (used == width && filterStep == sizeof<T>()) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      } else {
        for (let f = 0; f < width; f++) {
          store<T>(to + f * sizeof<T>(), f < used ? load<T>(from + f * filterStep) : <T>0);
        }
      }
      from += innerStep;
      to += 32;
    }
    panels += panelLength;
  }
}

// @ts-ignore: decorator
@inline
export function pad(
  count: i32,
  rows: i32,
  rowLength: usize,
  top: i32,
  bottom: i32,
  left: usize,
  right: usize,
  from: usize,
  plane: usize,
): void {
  const length = left + rowLength + right;
  let at = plane;
  for (let i = 0; i < count; i++) {
    clear(at, top * length + left);
    at += top * length + left;
    for (let row = 0; row < rows; row++) {
      copy(at, from, rowLength);
      from += rowLength;
      at += rowLength;
      const border = row + 1 < rows ? right + left : right + bottom * length;
      clear(at, border);
      at += border;
    }
  }
}

// @ts-ignore: decorator
@inline
export function crop(
  count: i32,
  rows: i32,
  rowLength: usize,
  top: i32,
  bottom: i32,
  left: usize,
  right: usize,
  plane: usize,
  to: usize,
): void {
  const length = left + rowLength + right;
  for (let i = 0; i < count; i++) {
    let from = plane + (i * (top + rows + bottom) + top) * length + left;
    for (let row = 0; row < rows; row++) {
      copy(to, from, rowLength);
      to += rowLength;
      from += length;
    }
  }
}

/** memory.copy leaves the module, which costs more than a short row does. */
function copy(to: usize, from: usize, bytes: usize): void {
  if (bytes > 512) {
    memory.copy(to, from, bytes);
    return;
  }
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<u32>(to, load<u32>(from));
}

function clear(at: usize, bytes: usize): void {
  if (bytes > 512) {
    memory.fill(at, 0, bytes);
    return;
  }
  const end = at + bytes;
  for (; at + 16 <= end; at += 16) v128.store(at, i64x2.splat(0));
  for (; at < end; at += 4) store<u32>(at, 0);
}

/** to[0 … bytes) += from[0 … bytes) */
// @ts-ignore: decorator
@inline
function addRow<T extends number>(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.add<T>(v128.load(to), v128.load(from)));
  for (; to < end; to += sizeof<T>(), from += sizeof<T>()) store<T>(to, <T>(load<T>(to) + load<T>(from)));
}

// @ts-ignore: decorator
@inline
export function sumCells<T extends number>(cells: i32, channels: usize, from: usize, sums: usize): void {
  for (let cell = 0; cell < cells; cell++) {
    addRow<T>(sums, from, channels);
    from += channels;
  }
}

// @ts-ignore: decorator
@inline
export function scatter<T extends number>(
  count: i32,
  rows: i32,
  cols: i32,
  planeStep: usize,
  planeRowStep: usize,
  planeColStep: usize,
  runRows: i32,
  runRowStep: usize,
  runCols: i32,
  runColStep: usize,
  run: usize,
  columns: usize,
  plane: usize,
): void {
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      let cell = plane + i * planeStep + row * planeRowStep;
      for (let col = 0; col < cols; col++) {
        for (let runRow = 0; runRow < runRows; runRow++) {
          let to = cell + runRow * runRowStep;
          for (let runCol = 0; runCol < runCols; runCol++) {
            addRow<T>(to, columns, run);
            to += runColStep;
            columns += run;
          }
        }
        cell += planeColStep;
      }
    }
  }
}
