/**
 * Files that get past the first checks: headers with the right length, archives with the right checksums, and in them extents,
 * types and bytes that do not fit.
 */
import { zipSync } from 'fflate';
import type { Random } from './Random';

const types = ['<f8', '<f4', '>f4', '<f2', '<i8', '|u1', '|b1', '<c16', '|O', '<U9', 'constructor', '__proto__', ''];

/** A .npy file with a header of the right length. */
export function npyBytes(random: Random): Uint8Array {
  const extents = Array.from({ length: random.below(random.below(20) === 0 ? 3000 : 6) }, () =>
    random.below(4) === 0 ? random.extent() : random.below(5),
  );
  const shape = `(${extents.map((extent) => `${extent},`).join('')})`;
  const order = random.pick(['True', 'False', 'False', '1', '[]']);
  const header = random.pick([
    `{'descr': '${random.pick(types)}', 'fortran_order': ${order}, 'shape': ${shape}, }`,
    `{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': ${order}, 'shape': ${shape}}`,
    `{'shape': ${shape}}`,
    `${'('.repeat(random.below(100))}${shape}`,
  ]);
  const text = new TextEncoder().encode(damaged(header, random));
  const version = random.pick([1, 1, 1, 2, 3, 0, 9]);
  const length = version === 1 ? [text.length & 255, text.length >> 8] : [text.length & 255, text.length >> 8, 0, 0];
  const head = Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0, ...length]);
  return joined(head, text, randomBytes(random, random.below(200)));
}

/** An .npz archive whose members are such files; half of the archives have wrong fields or one wrong byte. */
export function npzBytes(random: Random): Uint8Array {
  const names = ['X.npy', 'W.npy', '__proto__.npy', '../a.npy', 'notes.txt', '', 'a/b.npy', 'constructor.npy'];
  const members = Array.from({ length: random.below(5) }, (_, k) => [
    random.below(3) === 0 ? random.pick(names) : `${k}.npy`,
    random.below(6) === 0 ? randomBytes(random, random.below(300)) : npyBytes(random),
  ]);
  const level = random.pick([0, 6] as const);
  const bytes = zipSync(Object.fromEntries(members) as Record<string, Uint8Array>, { level });
  const kind = random.below(8);
  if (kind === 0) return withDamage(bytes, random);
  return kind < 4 ? withWrongFields(bytes, random) : bytes;
}

/** Signatures of a zip archive's records, and [offset, bytes] of the fields after them. */
const zipRecords: readonly { readonly signature: number; readonly fields: readonly (readonly [number, number])[] }[] = [
  {
    signature: 0x04034b50,
    fields: [
      [6, 2],
      [8, 2],
      [14, 4],
      [18, 4],
      [22, 4],
      [26, 2],
      [28, 2],
    ],
  },
  {
    signature: 0x02014b50,
    fields: [
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [42, 4],
    ],
  },
  {
    signature: 0x06054b50,
    fields: [
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ],
  },
];

/** The archive with one to three fields of its records replaced; its contents and their checksums stay right. */
function withWrongFields(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const places: (readonly [number, number])[] = [];
  for (let at = 0; at + 22 <= copy.length; at++) {
    const record = zipRecords.find(({ signature }) => signature === view.getUint32(at, true));
    for (const [offset, size] of record?.fields ?? []) places.push([at + offset, size]);
  }
  for (let k = random.below(3); k >= 0 && places.length > 0; k--) {
    const [at, size] = random.pick(places);
    const near = (old: number) => random.pick([0, 1, 8, 9, old + 1, old - 1, 2 * old, copy.length, 0xffff, 0xffffffff]);
    if (at + size > copy.length) continue;
    if (size === 2) view.setUint16(at, near(view.getUint16(at, true)), true);
    else view.setUint32(at, near(view.getUint32(at, true)), true);
  }
  return copy;
}

/** A .safetensors file with a header of the right length. */
export function safetensorsBytes(random: Random): Uint8Array {
  const tensor = () => {
    const start = random.below(4) === 0 ? random.extent() : random.below(64);
    return {
      dtype: random.pick(['F64', 'F32', 'F16', 'BF16', 'I64', 'U8', 'BOOL', 'F8', 'constructor', 7]),
      shape: Array.from({ length: random.below(6) }, () => (random.below(4) === 0 ? random.extent() : random.below(4))),
      data_offsets: [start, random.below(4) === 0 ? random.extent() : start + 8 * random.below(9)],
    };
  };
  const names = ['x', 'conv1.weight', '__proto__', '__metadata__', 'constructor', ''];
  const header = Object.fromEntries(Array.from({ length: random.below(4) }, () => [random.pick(names), tensor()]));
  const text = new TextEncoder().encode(damaged(JSON.stringify(header), random));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setUint32(0, random.below(20) === 0 ? random.below(2 ** 31) : text.length, true);
  return joined(length, text, randomBytes(random, random.below(300)));
}

/** The beginning of a picture with sizes of its own. */
export function imageBytes(random: Random): Uint8Array {
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  const heads = [png, [0xff, 0xd8, 0xff, 0xe0], [...'GIF89a'].map((c) => c.charCodeAt(0)), [0x42, 0x4d]];
  const webp = [...'RIFF\0\0\0\0WEBPVP8 '].map((c) => c.charCodeAt(0));
  return joined(Uint8Array.from(random.pick([...heads, webp])), randomBytes(random, random.below(120)));
}

function damaged(text: string, random: Random): string {
  if (random.below(5) > 0) return text;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(['', ',', '(', "'", '{', '\n', '9'.repeat(400), '\\']) + text.slice(at + 1);
}

function withDamage(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function randomBytes(random: Random, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let k = 0; k < length; k++) bytes[k] = random.below(256);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
