/** Zip archives as NumPy writes them: stored or deflated members, zip64, checked by their CRC-32, bounded before they are unpacked. */
import { Inflate, strFromU8 } from 'fflate';
import { LensError, msg } from '../../message';
import { crc32 } from './crc32';

export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as in the archive's directory. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly headerOffset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ALL_ONES = 0xffffffff;

/** The archive's directory; throws where the bytes are not a complete zip archive. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === ALL_ONES) {
    const wide = end >= 20 ? long(view, end - 12) : -1;
    if (wide < 0 || wide + 56 > bytes.length || view.getUint32(wide, true) !== END_64) throw notZip();
    count = long(view, wide + 32);
    at = long(view, wide + 48);
  }
  const entries: ZipEntry[] = [];
  for (let k = 0; k < count; k++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw notZip();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw notZip();
    const flags = view.getUint16(at + 8, true);
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), !(flags & 0x800));
    const wide = wideFields(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name,
      ...wide,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      crc: view.getUint32(at + 16, true),
    });
    at = next;
  }
  return entries;
}

/** Unpacks one member; never to more than its stated size. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = inflated(packedBytes(bytes, entry), entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
}

/** The first `length` bytes of a member, or all when it has less, without unpacking the rest. */
export function unpackBeginning(bytes: Uint8Array, entry: ZipEntry, length: number): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (entry.method !== 8) return packed.subarray(0, length);
  const content = new Uint8Array(Math.min(length, entry.size));
  let filled = 0;
  const stream = new Inflate((chunk) => {
    const fitting = chunk.subarray(0, content.length - filled);
    content.set(fitting, filled);
    filled += fitting.length;
  });
  // In small pieces: one of them may unpack to a thousand times its size.
  const step = 256;
  try {
    for (let at = 0; at < packed.length && filled < content.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    throw damaged(entry.name);
  }
  return content.subarray(0, filled);
}

/** A member as it is stored in the archive. */
function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { name, headerOffset: at } = entry;
  if (entry.encrypted) throw new LensError(msg('{0} is encrypted', name));
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged(name);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length) throw damaged(name);
  return bytes.subarray(start, start + entry.packedSize);
}

function inflated(packed: Uint8Array, { method, name, size }: ZipEntry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8)
    throw new LensError(msg('{0} is compressed by method {1}; supported: stored and deflated', name, method));
  // A deflated byte unpacks to at most 1032: a larger stated size is false and is refused before memory is allocated.
  if (size > packed.length * 1032 + 1032) throw damaged(name);
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw damaged(name);
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    const step = 65536;
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    throw damaged(name);
  }
  return content.subarray(0, filled);
}

/** The end record is last, before a comment of at most 65535 bytes that it states the length of. */
function findEnd(view: DataView): number {
  const length = view.byteLength;
  for (let at = length - 22; at >= Math.max(0, length - 22 - 65535); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === length) return at;
  }
  throw notZip();
}

/** Sizes and offset, from the zip64 field where the directory holds only ones. */
function wideFields(view: DataView, at: number, extra: number, extraLength: number) {
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let headerOffset = view.getUint32(at + 42, true);
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    const stop = Math.min(value + view.getUint16(field + 2, true), extra + extraLength);
    const next = (narrow: number): number => {
      if (narrow !== ALL_ONES || value + 8 > stop) return narrow;
      value += 8;
      return long(view, value - 8);
    };
    size = next(size);
    packedSize = next(packedSize);
    headerOffset = next(headerOffset);
  }
  return { packedSize, size, headerOffset };
}

function long(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw notZip();
  return view.getUint32(at, true) + 4294967296 * view.getUint32(at + 4, true);
}

function notZip(): LensError {
  return new LensError(msg('this is not a whole zip archive'));
}

function damaged(name: string): LensError {
  return new LensError(msg('{0} in the archive is damaged', name));
}
