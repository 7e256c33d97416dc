/** The course's cases as texts that a user would select, with the values they must give. */
import { readFileSync } from 'node:fs';

export interface Nested {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

interface CourseCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Nested | Readonly<Record<string, number>> | string | number>>;
  readonly expected: Readonly<Record<string, Nested>>;
}

/** Tests and screenshots run in the repository's root. */
const { cases } = JSON.parse(readFileSync('test/fixtures/course/cases.json', 'utf8')) as {
  readonly cases: readonly CourseCase[];
};

export function courseCase(name: string): CourseCase {
  const found = cases.find((each) => each.name === name);
  if (!found) throw new Error(`the course has no case ${name}`);
  return found;
}

/** `A_prev = np.array([…])` for every input, `hparameters = {…}`, `mode = "max"`. */
export function courseText({ inputs }: CourseCase): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${isArray(value) ? arrayText(value) : JSON.stringify(value)}\n`)
    .join('\n');
}

export function at({ shape, data }: Nested, ...index: readonly number[]): number {
  return data[index.reduce((flat, each, axis) => flat * shape[axis]! + each, 0)]!;
}

/** Rows and columns of one example and channel of an (m, n_H, n_W, n_C) array. */
export function plane(array: Nested, i: number, c: number): number[][] {
  const [, rows = 0, cols = 0] = array.shape;
  return Array.from({ length: rows }, (_, h) => Array.from({ length: cols }, (__, w) => at(array, i, h, w, c)));
}

function isArray(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null && 'shape' in value;
}

function arrayText({ shape, data }: Nested): string {
  const nest = (axis: number, start: number, size: number): string => {
    if (axis === shape.length) return String(data[start]!);
    const step = size / shape[axis]!;
    const items = Array.from({ length: shape[axis]! }, (_, index) => nest(axis + 1, start + index * step, step));
    return `[${items.join(axis < shape.length - 2 ? ',\n' : ', ')}]`;
  };
  return `np.array(${nest(0, 0, data.length)})`;
}
