/** NumPy's .npy files, versions 1.0 to 3.0. */
import { budget } from '../../budget';
import { formatShape, sizeOf, type FloatData, type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { decodeNumbers, elementSize } from './decodeNumbers';
import { readNpyHeader } from './npyHeader';

export interface NpyOptions extends FileOptions {
  /** The bytes are of no further use: numbers of 8 bytes are decoded in their place, which takes no memory besides the file's. */
  readonly overwrite?: boolean;
}

export interface FileOptions {
  /** The largest size in bytes that the numbers may take; refused before anything is unpacked. Default 1 GiB. */
  readonly maxBytes?: number;
}

export const DEFAULT_MAX_BYTES = budget.fileBytes;

/**
 * The array in C order: float32 as Float32Array, every other type as Float64Array. Little-endian floats in C order are a view
 * of `bytes` where they are aligned. Bytes after the data are ignored, as NumPy does. Throws a LensError that names the fault.
 */
export function readNpy(
  bytes: Uint8Array,
  { maxBytes = DEFAULT_MAX_BYTES, overwrite = false }: NpyOptions = {},
): NdArray {
  const { shape, fortranOrder, type, bigEndian, offset } = readNpyHeader(bytes);
  const count = sizeOf(shape);
  const needed = count * elementSize(type);
  if (!Number.isSafeInteger(needed) || needed > maxBytes) {
    throw new LensError(
      msg('shape {0} takes {1} bytes, more than the limit of {2}', formatShape(shape), needed, maxBytes),
    );
  }
  if (offset + needed > bytes.length) {
    const detail = msg(
      'shape {0} takes {1} byte{1||s}, but the file holds {2} after its header',
      formatShape(shape),
      needed,
      bytes.length - offset,
    );
    throw new LensError(detail);
  }
  const data = decodeNumbers(bytes, offset, count, type, { bigEndian, overwrite });
  return { shape, data: fortranOrder ? toCOrder(data, shape) : data };
}

/** Column-major → row-major. */
function toCOrder(data: FloatData, shape: readonly number[]): FloatData {
  if (shape.length < 2 || data.length === 0) return data;
  const moved = data instanceof Float32Array ? new Float32Array(data.length) : new Float64Array(data.length);
  const last = shape.length - 1;
  const strides = shape.map((_, axis) => sizeOf(shape.slice(0, axis)));
  const index = new Array<number>(shape.length).fill(0);
  const extent = shape[last]!;
  const stride = strides[last]!;
  let from = 0;
  for (let k = 0; k < data.length;) {
    for (let col = 0; col < extent; col++) moved[k++] = data[from + col * stride]!;
    for (let axis = last - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= index[axis]! * strides[axis]!;
      index[axis] = 0;
    }
  }
  return moved;
}
