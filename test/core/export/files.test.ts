import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeNpy } from '../../../core/export/files/writeNpy';
import { writeNpz } from '../../../core/export/files/writeNpz';
import { readNpyHeader } from '../../../core/read/files/npyHeader';
import { readNpy } from '../../../core/read/files/readNpy';
import { readNpz } from '../../../core/read/files/readNpz';
import { doubles, doublesOf, images, samples, singles } from './exportedArrays';

test('.npy: our reader reads back every array, float64 and float32', () => {
  fc.assert(fc.property(doubles, (array) => void expect(readNpy(writeNpy({ array }))).toEqual(array)));
  fc.assert(fc.property(singles, (array) => void expect(readNpy(writeNpy({ array }))).toEqual(array)));
});

test('.npy: the header states the type and ends at a multiple of 64 bytes', () => {
  const dtypes = samples.map((sample) => readNpyHeader(writeNpy(sample)).dtype);
  expect(dtypes).toEqual(['float64', 'float64', 'float32', 'float64', 'uint8', 'int64', 'bool']);
  for (const sample of samples) expect(readNpyHeader(writeNpy(sample)).offset % 64).toBe(0);
});

test('.npy: float16 is widened to float32, which holds all its values', () => {
  const bytes = writeNpy({ array: doublesOf([2], 0.5, -2), dtype: 'float16' });
  expect(readNpyHeader(bytes).dtype).toBe('float32');
  expect(Array.from(readNpy(bytes).data)).toEqual([0.5, -2]);
});

test('.npz: every array under its name; missing and equal names are numbered; the same bytes each time', () => {
  const W = doublesOf([2], 1, 2);
  const sources = [{ array: images, name: 'A_prev' }, { array: W, name: 'W' }, { array: W, name: 'W' }, { array: W }];
  const bytes = writeNpz(sources);
  expect(readNpz(bytes)).toEqual({ A_prev: images, W, W_2: W, arr_3: W });
  expect(writeNpz(sources)).toEqual(bytes);
});
