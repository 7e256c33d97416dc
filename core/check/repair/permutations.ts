/** A number of names in every order; all of them by default. */
export function permutations(names: readonly string[], count = names.length): string[][] {
  if (count === 0) return [[]];
  return names.flatMap((name, k) =>
    permutations(
      names.filter((_, at) => at !== k),
      count - 1,
    ).map((rest) => [name, ...rest]),
  );
}
