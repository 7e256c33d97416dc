// @ts-check
// A still life on a wooden table: distances to its surfaces, and their colours.
import { subtract } from './vectors.mjs';

/** @typedef {import('./vectors.mjs').Vector} Vector */
/** @typedef {{ distance: number, color: Vector, gloss: number }} Surface */

/** The nearest surface of the still life. @returns {Surface} */
export function surfaceAt(/** @type {Vector} */ p) {
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
