/** Sizes are bounded before memory is taken; safetensors are read by name. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LensError, msg } from '../../../../core/message';
import { readNpy } from '../../../../core/read/files/readNpy';
import { listNpz, readNpz } from '../../../../core/read/files/readNpz';
import { listSafetensors, readSafetensors } from '../../../../core/read/files/readSafetensors';

function npy(shape: string, data: Uint8Array): Uint8Array {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }\n`;
  const head = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0, ...[...header].map((c) => c.charCodeAt(0))];
  return Uint8Array.from([...head, ...data]);
}

function refusal(read: () => unknown): LensError {
  try {
    read();
  } catch (error) {
    if (error instanceof LensError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('bounds', () => {
  test('a .npy larger than the limit is refused with the numbers', () => {
    expect(() => readNpy(npy('(3,)', new Uint8Array(24)), { maxBytes: 16 })).toThrow(
      'shape (3,) takes 24 bytes, more than the limit of 16',
    );
  });

  test('an .npz that would unpack to more is refused before it is unpacked', () => {
    const bomb = zipSync({ 'a.npy': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(() => readNpz(bomb, { maxBytes: 1_000_000 })).toThrow(
      'the archive unpacks to 5000000 bytes, more than the limit of 1000000',
    );
    expect(listNpz(bomb)).toEqual([{ name: 'a', size: 5_000_000 }]);
  });

  test('an .npz whose directory understates the size is refused, not unpacked further', () => {
    const bytes = zipSync({ 'a.npy': new Uint8Array(5_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const central = bytes.length - 22 - 46 - 'a.npy'.length;
    expect(view.getUint32(central + 24, true)).toBe(5_000_000);
    view.setUint32(central + 24, 100, true);
    expect(() => readNpz(bytes)).toThrow(LensError);
  });

  test('a bad member’s own sentence stays translatable inside the archive’s', () => {
    const archive = zipSync({ 'W.npy': npy('(3,)', new Uint8Array(8)) });
    const inner = refusal(() => readNpy(npy('(3,)', new Uint8Array(8))));
    expect(refusal(() => readNpz(archive)).detail).toEqual(msg('{0} in the archive: {1}', 'W.npy', inner.detail));
  });

  test('more than 32 axes are refused: .npy, .npz and .safetensors', () => {
    const shape = `(${'1,'.repeat(33)})`;
    const problem = 'the array has 33 axes; at most 32 are supported';
    expect(() => readNpy(npy(shape, new Uint8Array(8)))).toThrow(problem);
    expect(() => readNpz(zipSync({ 'a.npy': npy(shape, new Uint8Array(8)) }))).toThrow(problem);
    const header = JSON.stringify({ x: { dtype: 'F64', shape: new Array(33).fill(1), data_offsets: [0, 8] } });
    const head = [header.length, 0, 0, 0, 0, 0, 0, 0, ...[...header].map((c) => c.charCodeAt(0))];
    expect(() => listSafetensors(Uint8Array.from([...head, ...new Uint8Array(8)]))).toThrow(problem);
    expect(readNpy(npy(`(${'1,'.repeat(32)})`, new Uint8Array(8))).shape).toHaveLength(32);
  });

  test.each([0, 3, 10, 60, 90])('a file cut after %d bytes is refused', (length) => {
    expect(() => readNpy(npy('(3,)', new Uint8Array(24)).slice(0, length))).toThrow(LensError);
  });
});

describe("Node's Buffer, whose slice is not a copy", () => {
  test.each([
    ["'<f8'", 1],
    ["'>f8'", 0],
  ])('%s at an odd place is read, and the bytes stay as they are', (descr, shift) => {
    const file = npy('(2,)', new Uint8Array(new Float64Array(2).buffer));
    const text = Buffer.from(file).toString('latin1').replace("'<f8'", descr);
    const memory = Buffer.alloc(text.length + 8);
    const bytes = memory.subarray(shift, shift + text.length);
    bytes.write(text, 'latin1');
    const data = bytes.subarray(-16);
    if (descr.includes('<')) data.writeDoubleLE(1.5, 0);
    else data.writeDoubleBE(1.5, 0);
    const before = Uint8Array.from(bytes);
    expect([...readNpy(bytes).data]).toEqual([1.5, 0]);
    expect(Uint8Array.from(bytes)).toEqual(before);
  });
});

describe('safetensors', () => {
  const file = (header: unknown, data: ArrayBuffer): Uint8Array => {
    const text = JSON.stringify(header);
    const bytes = new Uint8Array(8 + text.length + data.byteLength);
    new DataView(bytes.buffer).setUint32(0, text.length, true);
    bytes.set(
      [...text].map((c) => c.charCodeAt(0)),
      8,
    );
    bytes.set(new Uint8Array(data), 8 + text.length);
    return bytes;
  };

  test('tensors by name: F32 stays float32, F16, BF16, integers and booleans become float64', () => {
    const data = new ArrayBuffer(32);
    new Float32Array(data, 0, 2).set([1.5, -2]);
    new Uint16Array(data, 8, 2).set([0x3c00, 0xc000]);
    new Uint16Array(data, 12, 2).set([0x3f80, 0xc040]);
    new Uint8Array(data, 16, 4).set([1, 0, 1, 255]);
    new BigInt64Array(data, 24, 1).set([-5n]);
    const bytes = file(
      {
        __metadata__: { format: 'pt' },
        w: { dtype: 'F32', shape: [2, 1], data_offsets: [0, 8] },
        h: { dtype: 'F16', shape: [2], data_offsets: [8, 12] },
        b: { dtype: 'BF16', shape: [2], data_offsets: [12, 16] },
        m: { dtype: 'BOOL', shape: [2], data_offsets: [16, 18] },
        i: { dtype: 'I8', shape: [1], data_offsets: [19, 20] },
        l: { dtype: 'I64', shape: [], data_offsets: [24, 32] },
      },
      data,
    );
    const tensors = readSafetensors(bytes);
    expect(Object.keys(tensors)).toEqual(['w', 'h', 'b', 'm', 'i', 'l']);
    expect(tensors.w).toEqual({ shape: [2, 1], data: Float32Array.of(1.5, -2) });
    expect(tensors.h).toEqual({ shape: [2], data: Float64Array.of(1, -2) });
    expect(tensors.b).toEqual({ shape: [2], data: Float64Array.of(1, -3) });
    expect(tensors.m!.data).toEqual(Float64Array.of(1, 0));
    expect(tensors.i!.data).toEqual(Float64Array.of(-1));
    expect(tensors.l).toEqual({ shape: [], data: Float64Array.of(-5) });
    expect(listSafetensors(bytes)[0]).toMatchObject({ name: 'w', dtype: 'F32', shape: [2, 1] });
  });

  test.each<[string, unknown]>([
    ['an unknown type', { w: { dtype: 'F8_E4M3', shape: [1], data_offsets: [0, 1] } }],
    ['offsets beyond the file', { w: { dtype: 'F32', shape: [4], data_offsets: [0, 16] } }],
    ['a shape that does not fit', { w: { dtype: 'F32', shape: [3], data_offsets: [0, 8] } }],
    ['negative offsets', { w: { dtype: 'F32', shape: [2], data_offsets: [-8, 0] } }],
    ['no object', [1, 2]],
    ['an entry that is null', { w: null }],
  ])('%s is refused', (_, header) => {
    expect(() => readSafetensors(file(header, new ArrayBuffer(8)))).toThrow(LensError);
  });

  test('a header longer than the file is refused', () => {
    expect(() => listSafetensors(Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 0, 123))).toThrow(LensError);
    expect(() => listSafetensors(new Uint8Array(3))).toThrow(LensError);
  });
});
