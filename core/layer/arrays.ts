/** Checks of the arrays that a layer is given: shapes that match their numbers, and one number type for the result. */
import { budget } from '../budget';
import { formatShape, sizeOf, type FloatData, type NdArray } from '../array/NdArray';
import { LensError, msg, type FieldId } from '../message';

/** Larger results are refused before anything is allocated. */
export const maxLayerElements = budget.layerElements;

/** float32 where every array is float32, float64 otherwise. */
export function newLike(shape: readonly number[], ...arrays: readonly (NdArray | undefined)[]): NdArray {
  return { shape: [...shape], data: newLayerData(requireSize(shape), ...arrays) };
}

export function newLayerData(size: number, ...arrays: readonly (NdArray | undefined)[]): FloatData {
  const single = arrays.every((array) => array === undefined || array.data instanceof Float32Array);
  return single ? new Float32Array(size) : new Float64Array(size);
}

/** Throws when an extent is not a count or the shape holds more than `maxLayerElements`. */
export function requireSize(shape: readonly number[]): number {
  const size = sizeOf(shape);
  if (Number.isSafeInteger(size) && size <= maxLayerElements) return size;
  throw new LensError(
    msg(
      'an array of shape {0} would hold {1} numbers; at most {2} are computed',
      formatShape(shape),
      size,
      maxLayerElements,
    ),
  );
}

/** Throws unless `array` holds exactly the numbers of its shape. */
export function requireFilled(field: FieldId, array: NdArray): void {
  const wrong = array.shape.find((extent) => !Number.isSafeInteger(extent) || extent < 0);
  if (wrong === undefined && sizeOf(array.shape) === array.data.length) return;
  throw new LensError(
    msg(
      'shape {0} holds {1} number{1||s}, but there {2|is|are} {2}',
      formatShape(array.shape),
      sizeOf(array.shape),
      array.data.length,
    ),
    field,
  );
}

/** Throws unless the incoming gradient has the shape of the layer's output. */
export function requireGradient(gradient: NdArray, shape: readonly number[]): void {
  requireFilled('gradient', gradient);
  const same = gradient.shape.length === shape.length && shape.every((extent, axis) => extent === gradient.shape[axis]);
  if (same) return;
  throw new LensError(
    msg('the gradient has shape {0}, but the output has {1}', formatShape(gradient.shape), formatShape(shape)),
    'gradient',
  );
}

/** Throws unless b holds one number for each of `outChannels` filters. */
export function requireBias(b: NdArray | undefined, outChannels: number): void {
  if (!b) return;
  requireFilled('bias', b);
  if (b.data.length === outChannels) return;
  throw new LensError(
    msg('the bias has {0} number{0||s}, but there {1|is|are} {1} filter{1||s}', b.data.length, outChannels),
    'bias',
  );
}
