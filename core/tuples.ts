/** Lists whose length is known to the code, as tuples. A list of another length is a mistake of the code: a RangeError. */

type Mapped<T extends readonly unknown[], R> = { -readonly [K in keyof T]: R };

export function tuple2<T>(list: readonly T[]): readonly [T, T] {
  if (hasTwo(list)) return list;
  throw otherLength(2, list);
}

export function tuple3<T>(list: readonly T[]): readonly [T, T, T] {
  if (hasThree(list)) return list;
  throw otherLength(3, list);
}

/** As the shape of images (m, n_H, n_W, n_C) or of filters (f_H, f_W, n_C_prev, n_C). */
export function tuple4<T>(list: readonly T[]): readonly [T, T, T, T] {
  if (hasFour(list)) return list;
  throw otherLength(4, list);
}

export function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  if (hasFirst(list)) return list;
  throw otherLength(1, list);
}

/** `map` that keeps the length of a tuple in its type, which `Array.map` loses. */
export function mapTuple<const T extends readonly unknown[], R>(
  tuple: T,
  to: (entry: T[number], index: number) => R,
): Mapped<T, R> {
  return tuple.map((entry, index) => to(entry, index)) as Mapped<T, R>;
}

const hasFirst = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;
const hasTwo = <T>(list: readonly T[]): list is readonly [T, T] => list.length === 2;
const hasThree = <T>(list: readonly T[]): list is readonly [T, T, T] => list.length === 3;
const hasFour = <T>(list: readonly T[]): list is readonly [T, T, T, T] => list.length === 4;

function otherLength(expected: number, { length }: readonly unknown[]): RangeError {
  return new RangeError(`${expected} entries expected, not ${length}`);
}
