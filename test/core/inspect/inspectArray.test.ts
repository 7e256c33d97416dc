/** Arrays of any rank as one map with slicing. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import type { NdArray } from '../../../core/index';
import type { Line, Span } from '../../../core/step/Frame';
import { inspectArray } from '../../../core/inspect/inspectArray';

describe('inspectArray', () => {
  it.each([
    [[], 1, 1],
    [[5], 1, 5],
    [[2, 3], 2, 3],
    [[4, 5, 3], 4, 5],
    [[3, 4, 5], 4, 5],
    [[2, 3, 4, 5], 3, 4],
    [[2, 2, 2, 3, 4], 3, 4],
    [[0, 3], 0, 0],
  ])('shape %o is a map of %i × %i', (shape, rows, cols) => {
    const { map } = inspectArray([{ name: 'X', array: counted(shape) }]);
    expect([map.rows, map.cols]).toEqual([rows, cols]);
    expect(map.values).toHaveLength(rows * cols);
  });

  it('a large array that is shown whole is not copied; a slice and a small array are', () => {
    const valuesOf = (array: NdArray) => inspectArray([{ name: 'X', array }]).map.values;
    const large = { shape: [1024, 1024], data: new Float64Array(2 ** 20) };
    expect(valuesOf(large)).toBe(large.data);
    const sentInParts = { shape: [1000, 1000], data: new Float64Array(1e6) };
    expect(valuesOf(sentInParts)).toBe(sentInParts.data);
    const small = counted([2, 3]);
    expect(valuesOf(small)).not.toBe(small.data);
    const singles = { shape: [1024, 1024], data: new Float32Array(2 ** 20).fill(0.5) };
    expect(valuesOf(singles)).toBeInstanceOf(Float64Array);
    expect(valuesOf({ shape: [2, 512, 1024], data: large.data })).toHaveLength(2 ** 19);
  });

  it('slices along the other axes', () => {
    const array = counted([2, 3, 4, 5]);
    const { map } = inspectArray([{ name: 'X', array }], { index0: '1', index3: '2' });
    expect(map.title).toBe('X[1, :, :, 2]');
    expect(map.values[0]).toBe(62);
    expect(map.values[4 * 2 + 3]).toBe(60 + 2 * 20 + 3 * 5 + 2);
  });

  it('other axes as rows and columns; the address leads back to the element', () => {
    const array = counted([2, 3, 4]);
    const { map } = inspectArray([{ name: 'X', array }], { rowAxis: '0', colAxis: '1', index2: '3' });
    expect([map.rows, map.cols]).toEqual([2, 3]);
    const { offset, rowStride, colStride } = map.address;
    expect(map.values[1 * 3 + 2]).toBe(array.data[offset + rowStride + 2 * colStride]);
  });

  it('the same axis twice is refused: the columns change', () => {
    const { fields } = inspectArray([{ name: 'X', array: counted([2, 3, 4]) }], { rowAxis: '1', colAxis: '1' });
    const values = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
    expect(values['rowAxis']).toBe('1');
    expect(values['colAxis']).not.toBe('1');
  });

  it('indices and choices out of range are brought into it', () => {
    const { map, selected } = inspectArray([{ name: 'X', array: counted([2, 3, 5]) }], { array: '7', index0: '99' });
    expect(selected).toBe(0);
    expect(map.title).toBe('X[1, :, :]');
  });

  it('names the range, percentiles, mean, deviation and values that are not finite', () => {
    const array = { shape: [5], data: Float64Array.of(1.5, NaN, -3, Infinity, 5) };
    const { facts, map } = inspectArray([{ name: 'X', array }]);
    const text = linesOf(facts);
    expect(text.slice(0, 2)).toEqual(['5 values', 'min -3']);
    expect(text).toEqual(expect.arrayContaining(['median 1.5', 'max 5', 'NaN 1', 'infinite 1']));
    expect(map.scale).toMatchObject({ kind: 'diverging', min: -5, max: 5 });
  });

  it('all slices along the channels; the plane of the selected index is the map', () => {
    const array = counted([2, 3, 4, 5]);
    const { planes, map } = inspectArray([{ name: 'X', array }], { index0: '1', index3: '2' });
    expect(planes).toMatchObject({ axis: 3, field: 'index3', selected: 2, total: 5, step: 1, rows: 3, cols: 4 });
    expect(planes!.planes[2]!.values).toEqual(map.values);
    expect(inspectArray([{ name: 'X', array }], { planeAxis: '0' }).planes).toMatchObject({ axis: 0, total: 2 });
  });

  it('of large planes every n-th row and column', () => {
    const { planes } = inspectArray([{ name: 'X', array: counted([3, 300, 150]) }]);
    expect(planes).toMatchObject({ step: 5, rows: 60, cols: 30 });
    expect(planes!.planes[1]!.values[31]).toBe(300 * 150 + 5 * 150 + 5);
  });

  it('a search is counted in the array and marked in the slice', () => {
    const array = counted([2, 2, 3]);
    const { found, map } = inspectArray([{ name: 'X', array }], {
      rowAxis: '1',
      colAxis: '2',
      find: '> 3',
      index0: '0',
    });
    expect(found).toEqual({ count: 8, inSlice: 2 });
    expect([...map.found!]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it('an unreadable search is an error of its field, and nothing is marked', () => {
    const { found, map, fields } = inspectArray([{ name: 'X', array: counted([3]) }], { find: '> tree' });
    expect(found ?? map.found).toBeUndefined();
    expect(formatMessage(fields.find(({ id }) => id === 'find')!.error!)).toContain('cannot read “> tree”');
  });

  it('two arrays of one shape: their difference, how many values differ, which cells', () => {
    const other = counted([2, 3]);
    other.data[4]! += 0.5;
    const arrays = [
      { name: 'A', array: counted([2, 3]) },
      { name: 'B', array: other },
      { name: 'C', array: counted([6]) },
    ];
    const options = inspectArray(arrays).fields.find(({ id }) => id === 'with')!.options!;
    expect(options.map(({ value }) => value)).toEqual(['none', '1']);
    const { map, facts, found, editable, sentence } = inspectArray(arrays, { with: '1' });
    expect(linesOf([{ spans: sentence }])[0]).toBe('A − B (2, 3)');
    expect(map.title).toBe('A − B');
    expect([...map.values]).toEqual([0, 0, 0, 0, -0.5, 0]);
    expect([...map.found!]).toEqual([0, 0, 0, 0, 1, 0]);
    expect(found).toEqual({ count: 1, inSlice: 1 });
    expect(editable).toBe(false);
    expect(linesOf(facts)).toContain('1 of 6 values differs from B at rtol 1e-5, atol 1e-8');
    expect(linesOf(facts)).toContain('largest difference 0.5 [1, 1]');
    expect(inspectArray(arrays, { with: '1', atol: '1' }).found).toEqual({ count: 0, inSlice: 0 });
    other.data.set(counted([6]).data);
    other.data[4] = 0;
    // b is 0 where a differs from it: |a − b| / |b| is not defined.
    expect(linesOf(inspectArray(arrays, { with: '1' }).facts).join()).not.toContain('relative');
  });

  it('a slice of a difference has the difference in parentheses', () => {
    const arrays = ['A', 'B'].map((name) => ({ name, array: counted([2, 2, 3]) }));
    expect(inspectArray(arrays, { with: '1' }).map.title).toMatch(/^\(A − B\)\[/);
    expect(inspectArray(arrays, { with: '1', show: 'other' }).map.title).toMatch(/^B\[/);
  });

  it('bytes have the range of bytes and no decimals, and are shown as a picture', () => {
    const array = counted([20, 16, 3]);
    const bytes = { shape: array.shape, data: array.data.map((value) => value % 256) };
    const { map } = inspectArray([{ name: 'photo', array: bytes, dtype: 'uint8' }]);
    expect(map).toMatchObject({ integers: true, scale: { min: 0, max: 255 } });
    expect([...map.image!.rgba.subarray(0, 8)]).toEqual([0, 1, 2, 255, 3, 4, 5, 255]);
    expect(inspectArray([{ name: 'photo', array: bytes, dtype: 'uint8' }], { rgb: 'false' }).map.image).toBeUndefined();
  });

  it('a picture is titled by its colours and has no index along their axis; one channel has both', () => {
    const photo = { name: 'photo', array: counted([2, 20, 16, 3]), dtype: 'uint8' };
    const [picture, channel] = [inspectArray([photo], { rgb: 'true' }), inspectArray([photo], { rgb: 'false' })];
    expect([picture.map.title, channel.map.title]).toEqual(['photo[0, :, :, RGB]', 'photo[0, :, :, 0]']);
    const sliders = [picture, channel].map(({ fields }) =>
      fields.flatMap(({ kind, id }) => (kind === 'slider' ? [id] : [])),
    );
    expect(sliders).toEqual([['index0'], ['index0', 'index3']]);
  });

  it.each([
    ['F32', 'float32', false],
    ['torch.int64', 'int64', true],
    ['<u2', 'uint16', true],
    ['bool', 'bool', true],
  ])('the number type %s is %s', (dtype, name, integers) => {
    const { map } = inspectArray([{ name: 'X', array: counted([3]), dtype }]);
    expect(map).toMatchObject({ dtype: name, integers });
  });

  it('prints the array as NumPy does', () => {
    const array = { shape: [2, 2], data: Float64Array.of(1, 2, 3, 40) };
    const printed = (dtype: string) => inspectArray([{ name: 'X', array, dtype }], { view: 'text' }).text;
    expect(printed('int64')).toBe('array([[ 1,  2],\n       [ 3, 40]])');
    expect(printed('float32')).toBe('array([[ 1.,  2.],\n       [ 3., 40.]], dtype=float32)');
  });
});

function linesOf(lines: readonly Line[]): string[] {
  return lines.map(({ spans }) => spans.map(plain).join(''));
}

function counted(shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, index) => index) };
}

function plain(span: Span): string {
  if (span.kind === 'message') return formatMessage(span.message);
  if (span.kind === 'number') return String(span.value);
  return span.kind === 'text' ? span.text : '';
}
