/**
 * Bounds on what external input may make: texts, programs, files, options of layers, answers of debuggers. Each is checked
 * before memory is allocated, and the message that refuses names it.
 */
import { LensError, msg } from './message';

export const budget = {
  /** Axes of an array; NumPy 1's own bound. */
  axes: 32,
  /** Levels of brackets, lists or objects inside each other. */
  depth: 32,
  /** Bytes of the numbers of one file, unpacked. */
  fileBytes: 2 ** 30,
  /** Numbers in one result of a layer: 2 GiB of float64. */
  layerElements: 2 ** 28,
  /** Cells of a plane that any layer may make: 32 MiB of float64. */
  planeCells: 2 ** 22,
  /** A larger plane is allowed up to this multiple of the input's plane. */
  planeGrowth: 16,
  /** Numbers in one array of a program, or in a literal that repeats a value. */
  programElements: 10_000_000,
  /** Steps of one loop of a program. */
  programSteps: 100_000,
  /** Operations of one run of a program: one to two seconds. A text in the editor may take twice as many, a statement half of what is left. */
  programWork: 500_000_000,
  /** Milliseconds of one run of a program on a worker. */
  programTime: 20_000,
} as const;

/** Throws a LensError where an array has more axes than `budget.axes`. */
export function requireAxes(shape: readonly number[]): void {
  if (shape.length <= budget.axes) return;
  throw new LensError(msg('the array has {0} axes; at most {1} are supported', shape.length, budget.axes));
}
