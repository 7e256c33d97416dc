/** A function of a text that keeps its results. */
const MOST = 5000;

/** `compute` must depend on its argument only. */
export function memoized<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    if (results.has(text)) return results.get(text)!;
    if (results.size >= MOST) results.clear();
    const result = compute(text);
    results.set(text, result);
    return result;
  };
}
