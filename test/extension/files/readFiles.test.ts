/** Files as a source: every fixture, names, limits before anything is unpacked, several files, files with text. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { LensError } from '../../../core/message';
import { readFiles } from '../../../extension/session/files/readFiles';
import type { FileOrigin, TextSource } from '../../../extension/session/source/LensSource';
import { npyFile } from '../../e2e/harness/npy';
import { FakeFolder, uriOf } from './FakeFolder';

const fixtures = new URL('../../fixtures/numpy/npy/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('expected.json', fixtures), 'utf8')) as {
  readonly file: string;
  readonly kind: 'npy' | 'npz';
  readonly error?: string;
  readonly expected?: Readonly<Record<string, unknown>>;
}[];

const origin = (...names: string[]): FileOrigin => ({ name: names.join(' + '), uris: names.map(uriOf) });

describe.each(cases)('$file', ({ file, kind, error, expected }) => {
  const folder = new FakeFolder({ [file]: new Uint8Array(readFileSync(new URL(file, fixtures))) });
  folder.maxElements = 1_000_000;

  if (error !== undefined) {
    test(`is refused: ${error}`, async () => {
      await expect(readFiles(origin(file), folder)).rejects.toThrow(LensError);
    });
  } else if (kind === 'npz' && Object.keys(expected!).length === 0) {
    test('holds no array', async () => {
      await expect(readFiles(origin(file), folder)).rejects.toThrow(`${file} holds no array`);
    });
  } else {
    test('is a source with its names, dtypes and shapes', async () => {
      const { arrays } = await readFiles(origin(file), folder);
      const members = kind === 'npz' ? expected! : { [file.replace('.npy', '')]: expected };
      expect(Object.fromEntries(arrays.map(({ name, array: { shape } }) => [name, { shape }]))).toEqual(
        Object.fromEntries(
          Object.entries(members).map(([name, member]) => [name, { shape: (member as { shape: number[] }).shape }]),
        ),
      );
      expect(arrays.every(({ dtype }) => dtype !== undefined)).toBe(true);
    });
  }
});

describe('limits', () => {
  const folder = new FakeFolder({
    'X.npy': npyFile([30, 40], new Array<number>(1200).fill(1)),
    'huge.npy': new Uint8Array(3_000_000),
    'bomb.npz': zipSync({ 'a.npy': bytesFile(5_000_000), 'b.npy': bytesFile(7) }),
    'lie.npz': zipSync({ 'a.npy': new Uint8Array(5_000_000) }),
    'wide.png': encode({ width: 200, height: 2, channels: 3, data: new Uint8Array(1200) }),
  });

  test('an array with more numbers than the setting is refused with both', async () => {
    await expect(readFiles(origin('X.npy'), folder)).rejects.toThrow(
      'X.npy holds 1200 numbers, more than the limit of 1000 (setting layerLens.maxElements)',
    );
  });

  test('a file that cannot but hold more is not even read', async () => {
    await expect(readFiles(origin('huge.npy'), folder)).rejects.toThrow(
      'huge.npy has 3000000 bytes, more than 1000 numbers take (setting layerLens.maxElements)',
    );
    expect(folder.wasRead).not.toContain(uriOf('huge.npy'));
  });

  test('an .npz whose members hold more is refused by their headers; one without headers by its sizes', async () => {
    await expect(readFiles(origin('bomb.npz'), folder)).rejects.toThrow('bomb.npz holds 5000007 numbers');
    await expect(readFiles(origin('lie.npz'), folder)).rejects.toThrow('the archive unpacks to 5000000 bytes');
  });

  test('an image with more is not decoded', async () => {
    await expect(readFiles(origin('wide.png'), folder)).rejects.toThrow('wide.png holds 1200 numbers');
    expect(folder.decoded).toEqual([]);
  });
});

describe('kinds', () => {
  const tensors = safetensors({ 'conv1.weight': [4], bias: [2] });
  const folder = new FakeFolder({
    'my table (1).csv': 'a,b\n1,2\n3,4.5\n',
    'excel.tsv': Uint8Array.from([0xff, 0xfe, ...[...'1\t2\n'].flatMap((c) => [c.charCodeAt(0), 0])]),
    'bad.csv': '1,2\n3,x\n',
    'cat.PNG': encode({ width: 2, height: 1, channels: 3, data: new Uint8Array(6) }),
    'fake.png': 'no image',
    'model.safetensors': tensors,
    'notes.txt': '1 2 3',
  });

  test('a table takes its name from the file, fit for code', async () => {
    const { arrays } = await readFiles(origin('my table (1).csv'), folder);
    expect(arrays).toMatchObject([
      { name: 'my_table_1', array: { shape: [2, 2], data: Float64Array.of(1, 2, 3, 4.5) } },
    ]);
  });

  test('a table in UTF-16 is read', async () => {
    const { arrays } = await readFiles(origin('excel.tsv'), folder);
    expect([...arrays[0]!.array.data]).toEqual([1, 2]);
  });

  test('a broken table is reported with its line', async () => {
    await expect(readFiles(origin('bad.csv'), folder)).rejects.toThrow('line 2: x is not a number');
  });

  test('an image is decoded by what it is, to height × width × channels', async () => {
    folder.pixels = { width: 2, height: 1, rgba: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255) };
    const { arrays } = await readFiles(origin('cat.PNG'), folder);
    expect(folder.decoded).toEqual(['image/png']);
    expect(arrays).toMatchObject([{ name: 'cat', dtype: 'uint8', array: { shape: [1, 2, 3] } }]);
    await expect(readFiles(origin('fake.png'), folder)).rejects.toThrow('this is not a PNG');
  });

  test('tensors by name, in the layout of PyTorch', async () => {
    const { arrays } = await readFiles(origin('model.safetensors'), folder);
    expect(arrays).toMatchObject([
      { name: 'conv1.weight', dtype: 'float32', notation: 'pytorch', array: { shape: [4] } },
      { name: 'bias', array: { shape: [2] } },
    ]);
  });

  test.each([
    ['notes.txt', 'unsupported file notes.txt; supported: .npy, .npz, .safetensors, .csv, .tsv, and images'],
    ['gone.npy', 'gone.npy cannot be read: no such file'],
  ])('%s is refused', async (file, message) => {
    await expect(readFiles(origin(file), folder)).rejects.toThrow(message);
  });
});

describe('several', () => {
  const pair = zipSync({ 'X.npy': npyFile([1], [3]), 'W.npy': npyFile([1], [4]) });
  const folder = new FakeFolder({
    'X.npy': npyFile([2], [1, 2]),
    'pair.npz': pair,
    'broken.npy': npyFile([2], [1, 2]).subarray(0, 100),
  });
  const text: TextSource = { kind: 'text', name: 'w.py', segments: [{ offset: 9, text: 'b = [5, 6]' }] };

  test('come in the order chosen; a name that two files share is told apart by the file', async () => {
    const source = await readFiles(origin('X.npy', 'pair.npz'), folder);
    expect(source.arrays.map(({ name }) => name)).toEqual(['X.X', 'pair.X', 'W']);
    expect(source).toMatchObject({ kind: 'arrays', name: 'X.npy + pair.npz', files: origin('X.npy', 'pair.npz') });
  });

  test('a fault is reported with the file', async () => {
    await expect(readFiles(origin('X.npy', 'broken.npy'), folder)).rejects.toThrow('broken.npy: ');
  });

  test('text is used together with a file; its places are not those of the file', async () => {
    const { arrays } = await readFiles({ ...origin('X.npy'), beside: text }, folder);
    expect(arrays.map(({ name }) => name)).toEqual(['X', 'b']);
    expect(arrays[1]).not.toHaveProperty('ranges');
  });

  test('text without an array is refused with its name', async () => {
    const beside: TextSource = { ...text, segments: [{ offset: 0, text: '[[1, 2], [3]]' }] };
    await expect(readFiles({ ...origin('X.npy'), beside }, folder)).rejects.toThrow('w.py: ');
  });
});

/** `count` numbers of one byte each, all zero. */
function bytesFile(count: number): Uint8Array {
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${count},), }\n`;
  const bytes = new Uint8Array(10 + header.length + count);
  bytes.set([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0, ...Buffer.from(header)]);
  return bytes;
}

/** float32 zeros. */
function safetensors(shapes: Readonly<Record<string, readonly [number]>>): Uint8Array {
  let end = 0;
  const entries = Object.entries(shapes).map(([name, [count]]) => {
    const start = end;
    end += count * 4;
    return [name, { dtype: 'F32', shape: [count], data_offsets: [start, end] }];
  });
  const header = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(8);
  length.writeUInt32LE(header.length);
  return Uint8Array.from(Buffer.concat([length, header, Buffer.alloc(end)]));
}
