/** Texts of the scenes: cases of the course, programs of the corpus, arrays of many sizes. */
import { readFileSync } from 'node:fs';
import { courseCase, courseText } from '../../shared/course';

export function course(name: string): string {
  return courseText(courseCase(name));
}

/** A wrong implementation of the check corpus. */
export function corpus(name: string): string {
  return readFileSync(`test/programs/functions/wrong/${name}.py`, 'utf8');
}

/** A right implementation of the check corpus. */
export function rightCode(name: string): string {
  return readFileSync(`test/programs/functions/right/${name}.py`, 'utf8');
}

/** `name = np.array([…])` of a shape, with values of two decimals from −2 to 2. */
export function values(name: string, shape: readonly number[]): string {
  const nested = (axes: readonly number[], seed: number): unknown =>
    axes.length === 0
      ? Math.round(200 * Math.sin(seed * 12.9898)) / 100
      : Array.from({ length: axes[0]! }, (_, index) => nested(axes.slice(1), seed * 7.3 + index + 1));
  return `${name} = np.array(${JSON.stringify(nested(shape, 1))})\n`;
}

/** A square picture of three channels from 0 to 255. */
export function photoText(side: number): string {
  const channel = (row: number, col: number, phase: number): number =>
    Math.round(127 + 120 * Math.sin(row / 9 + phase) * Math.cos(col / 11 - phase / 2));
  const rows = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, col) => [0, 2, 4].map((phase) => channel(row, col, phase))),
  );
  return `photo = np.array([${JSON.stringify(rows)}])\n`;
}

/** A 64 × 96 picture of one channel. */
export function largeText(): string {
  const rows = Array.from({ length: 64 }, (_, row) =>
    Array.from({ length: 96 }, (__, col) => Math.round(100 * Math.sin(row / 9) * Math.cos(col / 13)) / 100),
  );
  return `image = np.array(${JSON.stringify(rows)})\n`;
}

/** Activations (4, 16, 20, 8). */
export function featuresText(): string {
  return 'features = np.sin(np.arange(10240).reshape(4, 16, 20, 8) / 37) * 2 + np.arange(8) / 5';
}

/** A colour picture (48, 64, 3) of bytes. */
export function bytesText(): string {
  return 'photo = (127 + 120 * np.sin(np.arange(48 * 64 * 3).reshape(48, 64, 3) / 61)).astype(np.uint8)';
}
