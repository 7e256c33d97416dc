/** Partial blocks at the last filters: their lanes are stored and added one by one. */

const scratch = memory.data(32, 16);

/** Stores the first `width` lanes of two vectors. */
export function storePart<T extends number>(to: usize, low: v128, high: v128, width: i32): void {
  v128.store(scratch, low);
  v128.store(scratch, high, 16);
  for (let lane = 0; lane < width; lane++) {
    store<T>(to + lane * sizeof<T>(), load<T>(scratch + lane * sizeof<T>()));
  }
}

/** Adds the first `width` lanes of two vectors. */
export function addPart<T extends number>(to: usize, low: v128, high: v128, width: i32): void {
  if (width == 32 / <i32>sizeof<T>()) {
    v128.store(to, v128.add<T>(v128.load(to), low));
    v128.store(to, v128.add<T>(v128.load(to, 16), high), 16);
    return;
  }
  v128.store(scratch, low);
  v128.store(scratch, high, 16);
  for (let lane = 0; lane < width; lane++) {
    const at = to + lane * sizeof<T>();
    store<T>(at, <T>(load<T>(at) + load<T>(scratch + lane * sizeof<T>())));
  }
}
