/** Refuses files that are too large: by their size before they are read, by what they hold before it is unpacked or decoded. */
import { sizeOf } from '../../../core/array/NdArray';
import { LensError, msg } from '../../../core/message';
import type { FileKind } from './fileKind';

/** The most bytes that one number takes in a file of each kind; a compressed one takes less. */
const widest: Readonly<Record<FileKind, number>> = { npy: 8, npz: 8, safetensors: 8, table: 25, image: 8 };

/** Bytes other than numbers: headers, the directory of an archive, metadata. */
const otherBytes = 2 ** 20;

export function maxBytes(kind: FileKind, maxElements: number): number {
  return maxElements * widest[kind] + otherBytes;
}

export function requireFileSize(file: string, kind: FileKind, bytes: number, maxElements: number): void {
  if (bytes <= maxBytes(kind, maxElements)) return;
  throw new LensError(
    msg(
      '{0} has {1} bytes, more than {2} numbers take (setting layerLens.maxElements)',
      file,
      Math.round(bytes),
      maxElements,
    ),
  );
}

/** `shapes`: of all arrays that the file holds. */
export function requireNumbers(file: string, shapes: readonly (readonly number[])[], maxElements: number): void {
  const count = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  if (count <= maxElements) return;
  throw new LensError(
    msg('{0} holds {1} numbers, more than the limit of {2} (setting layerLens.maxElements)', file, count, maxElements),
  );
}
