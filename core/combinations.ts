/** Every choice of one item from each list, in the order of nested loops: the last list changes fastest. */
export function* combinations<T extends readonly unknown[]>(
  ...lists: { readonly [K in keyof T]: readonly T[K][] | ReadonlySet<T[K]> }
): Generator<T, void, undefined> {
  yield* choices(lists) as Generator<T, void, undefined>;
}

function* choices([first, ...rest]: readonly Iterable<unknown>[]): Generator<unknown[], void, undefined> {
  if (!first) {
    yield [];
    return;
  }
  for (const item of first) for (const others of choices(rest)) yield [item, ...others];
}
