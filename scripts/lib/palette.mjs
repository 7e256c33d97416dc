// @ts-check
/** Reduces a picture to few colours: median cut, then k-means. */

/** @typedef {[red: number, green: number, blue: number]} Color */

/**
 * Colours, and the index of each pixel's colour; the colours are sorted by their brightness.
 * @param {Uint8Array} pixels red, green and blue of each pixel
 * @param {number} count
 */
export function reducePalette(pixels, count) {
  const points = Array.from({ length: pixels.length / 3 }, (_, at) => colorAt(pixels, 3 * at));
  let centers = cut(points, count).map(mean);
  for (let round = 0; round < 12; round++) {
    const near = points.map((point) => nearest(point, centers));
    centers = centers.map((center, index) => {
      const own = points.filter((_, at) => near[at] === index);
      return own.length > 0 ? mean(own) : center;
    });
  }
  const palette = centers.map(rounded).sort((a, b) => sum(a) - sum(b));
  return { palette, indices: points.map((point) => nearest(point, palette)) };
}

/** @param {Uint8Array} pixels @param {number} at @returns {Color} */
function colorAt(pixels, at) {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

/** @param {Color} color @returns {Color} */
function rounded([red, green, blue]) {
  return [Math.round(red), Math.round(green), Math.round(blue)];
}

/**
 * Splits the group with the widest range along its widest channel until there are `count`.
 * @param {Color[]} points @param {number} count
 */
function cut(points, count) {
  let groups = [measured(points)];
  while (groups.length < count) {
    const chosen = groups.reduce((best, group) => (group.width > best.width ? group : best));
    const { channel } = chosen;
    const sorted = [...chosen.points].sort((a, b) => a[channel] - b[channel]);
    const half = sorted.length >> 1;
    const parts = [measured(sorted.slice(0, half)), measured(sorted.slice(half))];
    groups = groups.flatMap((group) => (group === chosen ? parts : [group]));
  }
  return groups.map((group) => group.points);
}

/**
 * A group with its widest channel. The range is weighted with the number of pixels, so that large surfaces get more shades.
 * @param {Color[]} points
 */
function measured(points) {
  const channels = /** @type {const} */ ([0, 1, 2]).map((channel) => {
    const values = points.map((point) => point[channel]);
    const width = points.length < 2 ? 0 : (Math.max(...values) - Math.min(...values)) * Math.sqrt(points.length);
    return { channel, width };
  });
  return { points, ...channels.reduce((best, each) => (each.width > best.width ? each : best)) };
}

/** @param {Color} point @param {Color[]} centers */
function nearest(point, centers) {
  let best = 0;
  let least = Infinity;
  for (const [index, center] of centers.entries()) {
    const distance = (point[0] - center[0]) ** 2 + (point[1] - center[1]) ** 2 + (point[2] - center[2]) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** @param {Color[]} points @returns {Color} */
function mean(points) {
  const [red, green, blue] = points.reduce((total, point) => [
    total[0] + point[0],
    total[1] + point[1],
    total[2] + point[2],
  ]);
  return [red / points.length, green / points.length, blue / points.length];
}

/** @param {Color} color */
function sum([red, green, blue]) {
  return red + green + blue;
}
