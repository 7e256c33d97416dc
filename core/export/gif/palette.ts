/** Pixels as indices of at most 256 colours. Areas of one colour keep it exactly: the most frequent colours are the palette. */

export interface Indexed {
  readonly indices: Uint8Array;
  /** 2^bits · 3 bytes: red, green, blue. */
  readonly palette: Uint8Array;
  /** 1 … 8. */
  readonly bits: number;
  /** Index of pixels that are left out. */
  readonly transparent?: number;
}

const mostColors = 256;

/** `rgba`: four bytes per pixel, opaque. `left`: 1 for pixels that are left out. */
export function indexedColors(rgba: Uint8ClampedArray, left?: Uint8Array): Indexed {
  const counts = new Map<number, number>();
  const colorAt = (at: number) => (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!;
  for (let at = 0; at < rgba.length; at += 4) {
    if (left?.[at / 4]) continue;
    const color = colorAt(at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const colors = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
  const most = left ? mostColors - 1 : mostColors;
  const kept = colors.slice(0, most);
  const indexOf = new Map(kept.map((color, index) => [color, index]));
  for (const color of colors.slice(most)) indexOf.set(color, nearest(color, kept));
  const bits = Math.max(1, Math.ceil(Math.log2(kept.length + (left ? 1 : 0))));
  const palette = new Uint8Array(3 * 2 ** bits);
  kept.forEach((color, index) => palette.set([color >> 16, (color >> 8) & 255, color & 255], index * 3));
  const indices = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < indices.length; pixel++)
    indices[pixel] = left?.[pixel] ? kept.length : indexOf.get(colorAt(pixel * 4))!;
  return { indices, palette, bits, ...(left && { transparent: kept.length }) };
}

/** Index of the colour with the smallest squared distance. */
function nearest(color: number, palette: readonly number[]): number {
  const [red, green, blue] = [color >> 16, (color >> 8) & 255, color & 255];
  let best = 0;
  let smallest = Infinity;
  for (let index = 0; index < palette.length; index++) {
    const other = palette[index]!;
    const distance = (red - (other >> 16)) ** 2 + (green - ((other >> 8) & 255)) ** 2 + (blue - (other & 255)) ** 2;
    if (distance < smallest) [best, smallest] = [index, distance];
  }
  return best;
}
