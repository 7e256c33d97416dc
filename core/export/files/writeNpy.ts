/** NumPy's .npy format, version 1.0 (NEP 1): float64, float32, integers and bool, little endian, C order. */
import { formatShape, type FloatData } from '../../array/NdArray';
import { elementTypeOf, type ExportType } from '../elementType';
import type { ExportedArray } from '../ExportFormat';

interface Coding {
  readonly descr: string;
  readonly bytes: number;
  readonly set: (view: DataView, at: number, value: number) => void;
}

const codings: Readonly<Record<Exclude<ExportType, 'float16'>, Coding>> = {
  float64: { descr: '<f8', bytes: 8, set: (view, at, value) => view.setFloat64(at, value, true) },
  float32: { descr: '<f4', bytes: 4, set: (view, at, value) => view.setFloat32(at, value, true) },
  int64: { descr: '<i8', bytes: 8, set: (view, at, value) => view.setBigInt64(at, BigInt(value), true) },
  uint64: { descr: '<u8', bytes: 8, set: (view, at, value) => view.setBigUint64(at, BigInt(value), true) },
  int32: { descr: '<i4', bytes: 4, set: (view, at, value) => view.setInt32(at, value, true) },
  uint32: { descr: '<u4', bytes: 4, set: (view, at, value) => view.setUint32(at, value, true) },
  int16: { descr: '<i2', bytes: 2, set: (view, at, value) => view.setInt16(at, value, true) },
  uint16: { descr: '<u2', bytes: 2, set: (view, at, value) => view.setUint16(at, value, true) },
  int8: { descr: '|i1', bytes: 1, set: (view, at, value) => view.setInt8(at, value) },
  uint8: { descr: '|u1', bytes: 1, set: (view, at, value) => view.setUint8(at, value) },
  bool: { descr: '|b1', bytes: 1, set: (view, at, value) => view.setUint8(at, value) },
};

export function writeNpy(source: ExportedArray): Uint8Array<ArrayBuffer> {
  const { shape, data } = source.array;
  const type = elementTypeOf(source);
  const coding = codings[type === 'float16' ? 'float32' : type];
  const header = headerOf(shape, coding.descr);
  const bytes = new Uint8Array(header.length + data.length * coding.bytes);
  bytes.set(header);
  writeElements(bytes, header.length, data, coding);
  return bytes;
}

/** Mark, version, length, dictionary; padded with spaces so that the data start at a multiple of 64. */
function headerOf(shape: readonly number[], descr: string): Uint8Array {
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${formatShape(shape)}, }`;
  const start = 10;
  const total = Math.ceil((start + dictionary.length + 1) / 64) * 64;
  const text = dictionary.padEnd(total - start - 1) + '\n';
  const header = new Uint8Array(total);
  header.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8]);
  for (let k = 0; k < text.length; k++) header[start + k] = text.charCodeAt(k);
  return header;
}

function writeElements(bytes: Uint8Array, start: number, data: FloatData, { bytes: width, set }: Coding): void {
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < data.length; k++) set(view, start + k * width, data[k]!);
}
