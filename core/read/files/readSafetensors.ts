/** Hugging Face's .safetensors files: the length of a JSON header, the header, then the tensors' bytes. */
import { requireAxes } from '../../budget';
import { hasEntries } from '../../hasEntries';
import { ownEntry } from '../../ownEntry';
import { strFromU8 } from 'fflate';
import { formatShape, sizeOf, type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { tuple2 } from '../../tuples';
import { decodeNumbers, elementSize, type StoredType } from './decodeNumbers';
import { truncatedHeader } from './npyHeader';
import { DEFAULT_MAX_BYTES, type FileOptions } from './readNpy';

export interface TensorEntry {
  readonly name: string;
  /** As the file names it: `F32`, `BF16`. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes from the start of the file. */
  readonly start: number;
  readonly end: number;
}

const TYPES: Readonly<Record<string, StoredType>> = {
  F64: 'f8',
  F32: 'f4',
  F16: 'f2',
  BF16: 'bf2',
  I64: 'i8',
  U64: 'u8',
  I32: 'i4',
  U32: 'u4',
  I16: 'i2',
  U16: 'u2',
  I8: 'i1',
  U8: 'u1',
  BOOL: 'b1',
};

/** Every tensor by name; `maxBytes` bounds each of them. Throws a LensError that names the fault. */
export function readSafetensors(bytes: Uint8Array, options: FileOptions = {}): Record<string, NdArray> {
  return Object.fromEntries(listSafetensors(bytes).map((entry) => [entry.name, readTensor(bytes, entry, options)]));
}

/** The header alone: names, types, shapes and offsets of the tensors. */
export function listSafetensors(bytes: Uint8Array): TensorEntry[] {
  if (bytes.length < 8) throw truncatedHeader();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true) + 4294967296 * view.getUint32(4, true);
  const base = 8 + length;
  if (base > bytes.length) throw truncatedHeader();
  const header = parseHeader(strFromU8(bytes.subarray(8, base)));
  return Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, fields]) => entryOf(name, fields, base));
}

/** One tensor, as `listSafetensors` gave it. */
export function readTensor(
  bytes: Uint8Array,
  entry: TensorEntry,
  { maxBytes = DEFAULT_MAX_BYTES }: FileOptions = {},
): NdArray {
  const { name, dtype, shape, start, end } = entry;
  const type = ownEntry(TYPES, dtype);
  if (!type)
    throw new LensError(
      msg('{0}: unsupported element type {1}; supported: {2}', name, dtype, Object.keys(TYPES).join(', ')),
    );
  const count = sizeOf(shape);
  const needed = count * elementSize(type);
  if (!Number.isSafeInteger(needed) || needed > maxBytes) {
    throw new LensError(
      msg('shape {0} takes {1} bytes, more than the limit of {2}', formatShape(shape), needed, maxBytes),
    );
  }
  if (end - start !== needed) {
    throw new LensError(
      msg(
        '{0}: shape {1} takes {2} byte{2||s}, but the header gives it {3}',
        name,
        formatShape(shape),
        needed,
        end - start,
      ),
    );
  }
  if (end > bytes.length) throw new LensError(msg('the file is truncated: the data of {0} is incomplete', name));
  return { shape, data: decodeNumbers(bytes, start, count, type) };
}

function parseHeader(text: string): Readonly<Record<string, unknown>> {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (hasEntries(header)) return header;
  throw damaged();
}

function entryOf(name: string, fields: unknown, base: number): TensorEntry {
  const { dtype, shape, data_offsets: offsets } = hasEntries(fields) ? fields : {};
  if (typeof dtype !== 'string' || !isExtents(shape) || !isExtents(offsets) || offsets.length !== 2) throw damaged();
  const [start, end] = tuple2(offsets);
  if (end < start) throw damaged();
  requireAxes(shape);
  return { name, dtype, shape, start: base + start, end: base + end };
}

function isExtents(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((extent) => Number.isSafeInteger(extent) && (extent as number) >= 0);
}

function damaged(): LensError {
  return new LensError(msg('the header of the .safetensors file is damaged'));
}
