// @ts-check
// Draws media/icon.png, 256×256: a heatmap with the window of a convolution on it.
//   node scripts/icon.mjs
import { writeFileSync } from 'node:fs';
import { interpolateViridis } from 'd3-scale-chromatic';
import { encode } from 'fast-png';
import { inRoot } from './lib/paths.mjs';

/** @typedef {readonly [red: number, green: number, blue: number]} Colour 0 … 255 */

const size = 256;
/** Samples along each side of a pixel. */
const samples = 4;
const grid = { start: 34, pitch: 38, cell: 34, count: 5 };
const tile = box(0, 0, size, size, 52);
const windowBox = box(
  grid.start + grid.pitch - 8,
  grid.start + grid.pitch - 8,
  3 * grid.pitch + 12,
  3 * grid.pitch + 12,
  14,
);
const windowHole = box(windowBox.x + 8, windowBox.y + 8, windowBox.width - 16, windowBox.height - 16, 7);

/** @type {Colour} */
const ground = [24, 28, 38];
/** @type {Colour} */
const outline = [255, 255, 255];

writeFileSync(inRoot('media', 'icon.png'), encode({ width: size, height: size, data: paint(), channels: 4 }));

function paint() {
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) data.set(pixel(x, y), (y * size + x) * 4);
  }
  return data;
}

/** The mean of a pixel's samples. @param {number} x @param {number} y */
function pixel(x, y) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let k = 0; k < samples * samples; k++) {
    const colour = colourAt(x + ((k % samples) + 0.5) / samples, y + (Math.floor(k / samples) + 0.5) / samples);
    if (!colour) continue;
    covered++;
    colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
  }
  const mean = sum.map((value) => (covered === 0 ? 0 : Math.round(value / covered)));
  return [...mean, Math.round((255 * covered) / samples ** 2)];
}

/** Undefined outside the tile. @param {number} x @param {number} y @returns {Colour | undefined} */
function colourAt(x, y) {
  if (!inside(tile, x, y)) return undefined;
  if (inside(windowBox, x, y) && !inside(windowHole, x, y)) return outline;
  const col = Math.floor((x - grid.start) / grid.pitch);
  const row = Math.floor((y - grid.start) / grid.pitch);
  if (row < 0 || col < 0 || row >= grid.count || col >= grid.count) return ground;
  const cell = box(grid.start + col * grid.pitch, grid.start + row * grid.pitch, grid.cell, grid.cell, 6);
  return inside(cell, x, y) ? heat(row, col) : ground;
}

/** Value of a cell: high in the window, low around it, with a small variation so that neighbours differ. @param {number} row @param {number} col @returns {Colour} */
function heat(row, col) {
  const distance = Math.hypot(row - 1.7, col - 2.4);
  const value = 1.02 - 0.27 * distance + 0.07 * Math.cos(3 * row + 2 * col);
  const [red = 0, green = 0, blue = 0] = hexToRgb(interpolateViridis(Math.min(1, Math.max(0.1, value))));
  return [red, green, blue];
}

/** @param {string} colour `#rrggbb` or `rgb(r, g, b)` */
function hexToRgb(colour) {
  if (colour.startsWith('#')) return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return (colour.match(/\d+/g) ?? []).map(Number);
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} radius */
function box(x, y, width, height, radius) {
  return { x, y, width, height, radius };
}

/** Whether a point lies in a rounded rectangle. @param {ReturnType<typeof box>} rounded @param {number} x @param {number} y */
function inside({ x: left, y: top, width, height, radius }, x, y) {
  const dx = Math.max(left + radius - x, 0, x - (left + width - radius));
  const dy = Math.max(top + radius - y, 0, y - (top + height - radius));
  return x >= left && y >= top && x <= left + width && y <= top + height && Math.hypot(dx, dy) <= radius;
}
