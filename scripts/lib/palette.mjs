// @ts-check
/** Reduces a picture to few colours: median cut, then k-means. */

/**
 * Colours, and the index of each pixel's colour; the colours are sorted by their brightness.
 * @param {Uint8Array} pixels red, green and blue of each pixel
 * @param {number} count
 */
export function reducePalette(pixels, count) {
  const points = Array.from({ length: pixels.length / 3 }, (_, at) => [...pixels.subarray(3 * at, 3 * at + 3)]);
  let centers = cut(points, count).map(mean);
  for (let round = 0; round < 12; round++) {
    const near = points.map((point) => nearest(point, centers));
    centers = centers.map((center, index) => {
      const own = points.filter((_, at) => near[at] === index);
      return own.length > 0 ? mean(own) : center;
    });
  }
  const palette = centers.map((center) => center.map(Math.round)).sort((a, b) => sum(a) - sum(b));
  return { palette, indices: points.map((point) => nearest(point, palette)) };
}

/** Splits the group with the widest range along its widest channel until there are `count`. */
function cut(/** @type {number[][]} */ points, /** @type {number} */ count) {
  const groups = [points];
  while (groups.length < count) {
    const ranges = groups.map(widest);
    const index = ranges.reduce((best, { width }, at) => (width > ranges[best].width ? at : best), 0);
    const { channel } = ranges[index];
    const sorted = [...groups[index]].sort((a, b) => a[channel] - b[channel]);
    const half = sorted.length >> 1;
    groups.splice(index, 1, sorted.slice(0, half), sorted.slice(half));
  }
  return groups;
}

/** The range is weighted with the number of pixels, so that large surfaces get more shades. */
function widest(/** @type {number[][]} */ points) {
  const ranges = [0, 1, 2].map((channel) => {
    const values = points.map((point) => point[channel]);
    return points.length < 2 ? 0 : (Math.max(...values) - Math.min(...values)) * Math.sqrt(points.length);
  });
  const width = Math.max(...ranges);
  return { width, channel: ranges.indexOf(width) };
}

/** @param {number[]} point @param {number[][]} centers */
function nearest(point, centers) {
  let best = 0;
  let least = Infinity;
  for (const [index, center] of centers.entries()) {
    const distance = (point[0] - center[0]) ** 2 + (point[1] - center[1]) ** 2 + (point[2] - center[2]) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** @param {number[][]} points */
function mean(points) {
  return [0, 1, 2].map((channel) => points.reduce((total, point) => total + point[channel], 0) / points.length);
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
