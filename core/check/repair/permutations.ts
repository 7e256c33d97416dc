/** Names in every order. */
export function permutations(names: readonly string[]): string[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((name, k) => permutations(names.filter((_, at) => at !== k)).map((rest) => [name, ...rest]));
}
