// @ts-check
// The picture of the scene "Edges in a photograph": a path-traced still life (a mug, an apple and a book under a
// window's light). `node scripts/photograph.mjs` writes it into scenes/04-edges.layerlens.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { reducePalette } from './lib/palette.mjs';
import { inRoot } from './lib/paths.mjs';

/** @typedef {readonly [number, number, number]} Vector x to the right, y up, z away from the camera */
/** @typedef {{ distance: number, color: Vector, gloss: number }} Surface */

const width = 72;
const height = 46;
const samples = 160;
const bounces = 3;

/** Indices of colours are written as characters from `#` to `[`: Python and JSON need not escape them. */
const firstCharacter = 35;
const colors = 57;

const eye = /** @type {Vector} */ ([0.15, 1.75, -5.2]);
const target = /** @type {Vector} */ ([0.14, 0.55, 0]);
/** Half of the picture's height at distance 1. */
const zoom = 0.2;

/** A window at the left: centre, half of its extent along z and y, and its light. */
const window = { x: -4, y: 3, z: -2, extentZ: 1.1, extentY: 1.3, light: /** @type {Vector} */ ([44, 41, 36]) };
const ambient = /** @type {Vector} */ ([0.1, 0.12, 0.15]);

/** @type {(a: Vector, b: Vector) => Vector} */
const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** @type {(a: Vector, b: Vector) => Vector} */
const subtract = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** @type {(a: Vector, factor: number) => Vector} */
const scale = (a, factor) => [a[0] * factor, a[1] * factor, a[2] * factor];
/** @type {(a: Vector, b: Vector) => Vector} */
const times = (a, b) => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
/** @type {(a: Vector, b: Vector) => number} */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** @type {(a: Vector) => Vector} */
const normalize = (a) => scale(a, 1 / Math.sqrt(dot(a, a)));
/** @type {(a: Vector, b: Vector) => Vector} */
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** Uniform numbers in [0, 1), the same in each run (mulberry32). */
function generator(seed = 7) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Signed distances of shapes: https://iquilezles.org/articles/distfunctions */
const box = (/** @type {Vector} */ p, /** @type {Vector} */ half) => {
  /** @type {Vector} */
  const q = [Math.abs(p[0]) - half[0], Math.abs(p[1]) - half[1], Math.abs(p[2]) - half[2]];
  const outside = Math.hypot(Math.max(q[0], 0), Math.max(q[1], 0), Math.max(q[2], 0));
  return outside + Math.min(Math.max(q[0], q[1], q[2]), 0) - 0.02;
};

const cylinder = (/** @type {Vector} */ p, /** @type {number} */ radius, /** @type {number} */ half) => {
  const side = Math.hypot(p[0], p[2]) - radius;
  const end = Math.abs(p[1]) - half;
  return Math.min(Math.max(side, end), 0) + Math.hypot(Math.max(side, 0), Math.max(end, 0)) - 0.03;
};

function mug(/** @type {Vector} */ p) {
  const outer = cylinder(subtract(p, [0, 0.55, 0]), 0.42, 0.52);
  const hollow = cylinder(subtract(p, [0, 0.7, 0]), 0.35, 0.5);
  const q = subtract(p, [0.46, 0.56, 0]);
  const handle = Math.hypot(Math.hypot(q[0], q[1]) - 0.25, q[2]) - 0.065;
  return Math.max(Math.min(outer, handle), -hollow);
}

function apple(/** @type {Vector} */ p) {
  const radius = Math.hypot(p[0], p[2]);
  const dent = 0.16 * Math.exp(-14 * radius * radius) * (p[1] > 0 ? 1 : 0.4);
  const lower = p[1] < 0 ? 0.12 * p[1] : 0;
  return (Math.hypot(radius * (1 - lower), p[1] * 1.06) - 0.37 + dent) * 0.7;
}

/** The nearest surface of the still life. @returns {Surface} */
function surfaceAt(/** @type {Vector} */ p) {
  /** @type {Surface} */
  let nearest = { distance: p[1], color: wood(p), gloss: 0.06 };
  const consider = (/** @type {number} */ distance, /** @type {() => Vector} */ color, /** @type {number} */ gloss) => {
    if (distance < nearest.distance) nearest = { distance, color: color(), gloss };
  };
  consider(2.2 - p[2], () => [0.13, 0.2, 0.23], 0);
  const m = subtract(p, [-0.72, 0, 0.1]);
  consider(mug(m), () => stripes(m), 0.12);
  const a = subtract(p, [0.32, 0.33, -0.55]);
  consider(apple(a), () => skin(a), 0.1);
  const stem = subtract(a, [0.02, 0.36, 0]);
  consider(cylinder([stem[0] - 0.25 * stem[1], stem[1], stem[2]], 0.002, 0.12), () => [0.16, 0.09, 0.04], 0);
  const turned = turn(subtract(p, [1.02, 0, 0.55]), -0.35);
  consider(box(subtract(turned, [0, 0.1, 0]), [0.6, 0.08, 0.42]), () => cover(turned, [0.1, 0.22, 0.5]), 0.04);
  const upper = turn(subtract(p, [1.08, 0.2, 0.6]), -0.1);
  consider(box(subtract(upper, [0, 0.09, 0]), [0.5, 0.07, 0.38]), () => cover(upper, [0.75, 0.5, 0.1]), 0.04);
  return nearest;
}

/** @returns {Vector} */
function turn(/** @type {Vector} */ p, /** @type {number} */ angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c * p[0] - s * p[2], p[1], s * p[0] + c * p[2]];
}

/** @returns {Vector} */
function wood(/** @type {Vector} */ p) {
  const board = Math.floor(p[0] / 0.62 + 20);
  const gap = Math.abs(((((p[0] / 0.62) % 1) + 1) % 1) - 0.5) > 0.485 ? 0.45 : 1;
  const grain = Math.sin(p[0] * 46 + 3 * Math.sin(p[2] * 1.7 + board * 2.4) + board) * 0.5 + 0.5;
  const light = (0.8 + 0.2 * grain) * (0.86 + 0.14 * Math.sin(board * 5.1)) * gap;
  return [0.5 * light, 0.3 * light, 0.16 * light];
}

/** A white mug with two blue rings. @returns {Vector} */
function stripes(/** @type {Vector} */ p) {
  const ring = Math.abs(p[1] - 0.82) < 0.05 || Math.abs(p[1] - 0.68) < 0.025;
  return ring && Math.hypot(p[0], p[2]) > 0.4 ? [0.1, 0.2, 0.45] : [0.82, 0.8, 0.76];
}

/** @returns {Vector} */
function skin(/** @type {Vector} */ p) {
  const spots = Math.sin(Math.atan2(p[2], p[0]) * 17 + 3 * p[1]) * 0.5 + 0.5;
  const yellow = Math.max(0, 0.55 * p[1] + 0.32 * p[0] + 0.05) * (0.5 + 0.5 * spots);
  return [0.62 + 0.3 * yellow, 0.06 + 1.1 * yellow, 0.05 + 0.1 * yellow];
}

/** Pale pages between the covers. @returns {Vector} */
function cover(/** @type {Vector} */ p, /** @type {Vector} */ color) {
  return Math.abs(p[1] - 0.1) < 0.055 ? [0.8, 0.76, 0.64] : color;
}

/** Marches along the ray. @returns {{ point: Vector, surface: Surface } | undefined} */
function hit(/** @type {Vector} */ from, /** @type {Vector} */ direction, far = 14) {
  let along = 0.004;
  for (let step = 0; step < 140 && along < far; step++) {
    const point = add(from, scale(direction, along));
    const surface = surfaceAt(point);
    if (surface.distance < 0.0012) return { point, surface };
    along += surface.distance * 0.9;
  }
  return undefined;
}

/** @returns {Vector} */
function normalAt(/** @type {Vector} */ p) {
  const e = 0.001;
  const slope = (/** @type {Vector} */ d) => surfaceAt(add(p, d)).distance - surfaceAt(subtract(p, d)).distance;
  return normalize([slope([e, 0, 0]), slope([0, e, 0]), slope([0, 0, e])]);
}

/** Light from a random point of the window. @returns {Vector} */
function windowLight(/** @type {Vector} */ p, /** @type {Vector} */ normal, /** @type {() => number} */ random) {
  const source = /** @type {Vector} */ ([
    window.x,
    window.y + (2 * random() - 1) * window.extentY,
    window.z + (2 * random() - 1) * window.extentZ,
  ]);
  const way = subtract(source, p);
  const length = Math.sqrt(dot(way, way));
  const direction = scale(way, 1 / length);
  const facing = dot(normal, direction);
  if (facing <= 0 || hit(add(p, scale(normal, 0.006)), direction, length)) return [0, 0, 0];
  return scale(window.light, (facing * Math.max(0, -direction[0])) / (length * length));
}

/** A direction about the normal, more often near it (cosine). @returns {Vector} */
function scatter(/** @type {Vector} */ normal, /** @type {() => number} */ random) {
  const angle = 2 * Math.PI * random();
  const up = 2 * random() - 1;
  const flat = Math.sqrt(1 - up * up);
  return normalize(add(normal, [flat * Math.cos(angle) * 0.999, flat * Math.sin(angle) * 0.999, up * 0.999]));
}

/** Light that arrives at `from` against `direction`. @returns {Vector} */
function trace(/** @type {Vector} */ from, /** @type {Vector} */ direction, /** @type {() => number} */ random) {
  let light = /** @type {Vector} */ ([0, 0, 0]);
  let weight = /** @type {Vector} */ ([1, 1, 1]);
  let [start, way] = [from, direction];
  for (let bounce = 0; bounce <= bounces; bounce++) {
    const found = hit(start, way);
    if (!found) return add(light, times(weight, ambient));
    const { point, surface } = found;
    const normal = normalAt(point);
    start = add(point, scale(normal, 0.006));
    if (random() < surface.gloss) {
      way = normalize(subtract(way, scale(normal, 2 * dot(way, normal))));
      // Only what the camera sees directly reflects the window: reflections of other surfaces need more samples than there are.
      if (bounce === 0 && seesWindow(start, way)) return add(light, scale(window.light, 0.25));
      continue;
    }
    weight = times(weight, surface.color);
    light = add(light, times(weight, windowLight(point, normal, random)));
    way = scatter(normal, random);
  }
  return light;
}

function seesWindow(/** @type {Vector} */ from, /** @type {Vector} */ way) {
  if (way[0] >= 0) return false;
  const along = (window.x - from[0]) / way[0];
  const [, y, z] = add(from, scale(way, along));
  return Math.abs(y - window.y) < window.extentY && Math.abs(z - window.z) < window.extentZ && !hit(from, way, along);
}

/** Bytes of the picture, red, green and blue of each pixel. */
function render() {
  const random = generator();
  const forward = normalize(subtract(target, eye));
  const right = normalize(cross([0, 1, 0], forward));
  const up = cross(forward, right);
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      let sum = /** @type {Vector} */ ([0, 0, 0]);
      for (let sample = 0; sample < samples; sample++) {
        const x = ((2 * (col + random()) - width) / height) * zoom;
        const y = ((height - 2 * (row + random())) / height) * zoom;
        const light = trace(eye, normalize(add(forward, add(scale(right, x), scale(up, y)))), random);
        // A very bright reflection of one sample would stay visible as a spot.
        sum = add(sum, [Math.min(light[0], 3), Math.min(light[1], 3), Math.min(light[2], 3)]);
      }
      pixels.set(scale(sum, 1 / samples).map(develop), (row * width + col) * 3);
    }
  }
  return pixels;
}

/** The byte of a linear intensity: highlights are compressed, then the gamma of sRGB. */
function develop(/** @type {number} */ light) {
  const exposed = 1 - Math.exp(-1.5 * light);
  return Math.round(255 * exposed ** (1 / 2.2));
}

/** The text of the scene: colours, one character per pixel, and the filter. */
function program() {
  const { palette, indices } = reducePalette(render(), colors);
  const rows = Array.from({ length: height }, (_, row) =>
    String.fromCharCode(...indices.slice(row * width, (row + 1) * width).map((index) => firstCharacter + index)),
  );
  return `import numpy as np


def photograph():
    """${height} × ${width} pixels: one character a pixel, its place in the list of ${colors} colors."""
    rows = [
${rows.map((row) => `        "${row}",\n`).join('')}    ]
    pixels = np.array([[ord(character) - ${firstCharacter} for character in row] for row in rows])
    colors = np.array([
${palette.map((color) => `        [${color.join(', ')}],\n`).join('')}    ])
    return colors[pixels].reshape(1, ${height}, ${width}, 3)


image = photograph()
# Sobel x on red, green and blue. For horizontal edges, insert .T before .reshape.
W = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]).reshape(3, 3, 1, 1).repeat(3, axis=2)
hparameters = {"stride": 1, "pad": 0}
`;
}

const file = inRoot('scenes', '04-edges.layerlens.json');
const scene = JSON.parse(readFileSync(file, 'utf8'));
scene.code.text = program();
writeFileSync(file, `${JSON.stringify(scene, null, 2)}\n`);
