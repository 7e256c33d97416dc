/** The largest of the sizes from `least` to `most` at which something fits: `fitAt` is undefined where it does not. Pure. */

/** Sizes between two that are tried first: what fits between two sizes that do not is rare, and as small as they are. */
const stride = 5;

export function largestFitting<Fit>(
  least: number,
  most: number,
  fitAt: (size: number) => Fit | undefined,
): { readonly size: number; readonly fit: Fit } | undefined {
  for (let coarse = most; coarse > least - stride; coarse -= stride) {
    const start = Math.max(least, coarse);
    const fit = fitAt(start);
    if (fit === undefined) continue;
    for (let size = Math.min(most, coarse + stride - 1); size > start; size--) {
      const larger = fitAt(size);
      if (larger !== undefined) return { size, fit: larger };
    }
    return { size: start, fit };
  }
  return undefined;
}
