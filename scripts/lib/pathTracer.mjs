// @ts-check
// A path tracer: the still life under the light of a window.
import { surfaceAt } from './stillLife.mjs';
import { add, cross, dot, normalize, scale, subtract, times } from './vectors.mjs';

/** @typedef {import('./vectors.mjs').Vector} Vector */
/** @typedef {import('./stillLife.mjs').Surface} Surface */

/** Reflections that a ray of light is followed for. */
const bounces = 3;

const eye = /** @type {Vector} */ ([0.15, 1.75, -5.2]);
const target = /** @type {Vector} */ ([0.14, 0.55, 0]);
/** Half of the picture's height at distance 1. */
const zoom = 0.2;

/** A window at the left: centre, half of its extent along z and y, and its light. */
const window = { x: -4, y: 3, z: -2, extentZ: 1.1, extentY: 1.3, light: /** @type {Vector} */ ([44, 41, 36]) };
const ambient = /** @type {Vector} */ ([0.1, 0.12, 0.15]);

/**
 * Bytes of the picture, red, green and blue of each pixel, in rows.
 * @param {number} width @param {number} height @param {number} samples of each pixel
 */
export function renderStillLife(width, height, samples) {
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
