/** The element type that an exported array is written with. */
import type { ExportedArray } from './ExportFormat';

const integerTypes = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'] as const;

export type IntegerExportType = (typeof integerTypes)[number];
export type ExportType = IntegerExportType | 'bool' | 'float16' | 'float32' | 'float64';

/** The stated type if all values are values of it; otherwise the type of the array's data. */
export function elementTypeOf({ array: { data }, dtype }: ExportedArray): ExportType {
  const stated = integerTypes.find((each) => each === dtype);
  if (stated && data.every((value) => isValueOf(value, stated))) return stated;
  if (dtype === 'bool' && data.every((value) => Object.is(value, 0) || value === 1)) return 'bool';
  const single = data instanceof Float32Array || data.every((value) => Object.is(Math.fround(value), value));
  if ((dtype === 'float16' || dtype === 'float32') && single) return dtype;
  return data instanceof Float32Array ? 'float32' : 'float64';
}

export function isInteger(type: ExportType): type is IntegerExportType {
  return integerTypes.some((each) => each === type);
}

/** −0 and numbers from 2⁵³ on, which a double cannot tell from their neighbours, count as floating-point values. */
function isValueOf(value: number, type: IntegerExportType): boolean {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return false;
  const bits = Number(/\d+$/.exec(type)![0]);
  const signed = type.startsWith('int');
  const limit = 2 ** (signed ? bits - 1 : bits);
  return value < limit && value >= (signed ? -limit : 0);
}
