/** The text's own name of a call's array, which may be in another layout than the call's. */
import { sizeOf, type NdArray } from '../../array/NdArray';
import type { ParsedArray } from '../../read/ParseResult';
import { mapTuple } from '../../tuples';

/** Arrays with more numbers are not compared. */
const largest = 1_000_000;

/** Axes of the text's array in the order of the course's: NCHW to NHWC, OIHW to HWIO, (H, W) to one example or filter. */
const orders: readonly (readonly [number, number, number, number])[] = [
  [0, 1, 2, 3],
  [0, 2, 3, 1],
  [2, 3, 1, 0],
];

/** The name of the last array of the text that has the numbers of `array`; undefined without one. */
export function ownName(array: NdArray, arrays: readonly ParsedArray[]): string | undefined {
  if (sizeOf(array.shape) > largest) return undefined;
  return arrays.filter((each) => each.name !== undefined && holdsSame(each.array, array)).at(-1)?.name;
}

function holdsSame(own: NdArray, { shape, data }: NdArray): boolean {
  const count = data.length;
  if (own.data.length !== count || own.data[0] !== data[0] || own.data[count - 1] !== data[count - 1]) return false;
  if (own.shape.length < 4) return own.data.every((value, index) => value === data[index]);
  return orders.some((axes) => shape.every((extent, k) => own.shape[axes[k]!] === extent) && agrees(own, data, axes));
}

function agrees({ shape, data }: NdArray, placed: NdArray['data'], axes: (typeof orders)[number]): boolean {
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const [n0, n1, n2, n3] = mapTuple(axes, (axis) => shape[axis]!);
  const [s0, s1, s2, s3] = mapTuple(axes, (axis) => strides[axis]!);
  let next = 0;
  for (let i = 0; i < n0; i++)
    for (let h = 0; h < n1; h++)
      for (let w = 0; w < n2; w++)
        for (let c = 0; c < n3; c++) if (data[i * s0 + h * s1 + w * s2 + c * s3] !== placed[next++]) return false;
  return true;
}
