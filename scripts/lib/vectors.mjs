// @ts-check
// Arithmetic on vectors of three numbers.

/** @typedef {readonly [number, number, number]} Vector x to the right, y up, z away from the camera */

/** @type {(a: Vector, b: Vector) => Vector} */
export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** @type {(a: Vector, b: Vector) => Vector} */
export const subtract = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** @type {(a: Vector, factor: number) => Vector} */
export const scale = (a, factor) => [a[0] * factor, a[1] * factor, a[2] * factor];
/** @type {(a: Vector, b: Vector) => Vector} */
export const times = (a, b) => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
/** @type {(a: Vector, b: Vector) => number} */
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** @type {(a: Vector) => Vector} */
export const normalize = (a) => scale(a, 1 / Math.sqrt(dot(a, a)));
/** @type {(a: Vector, b: Vector) => Vector} */
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
