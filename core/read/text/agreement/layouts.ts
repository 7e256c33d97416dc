/** The layouts that arrays of a text may have as images and filters, and the comparison of a layer's output with a written result. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { fromNhwc, permute, toNhwc } from '../../../layer/layout';

export type WrittenLayout = 'nhwc' | 'nchw';

export interface Images {
  readonly array: NdArray;
  readonly layout: WrittenLayout;
}

/** Sizes in which flat lists of numbers are arranged: whole numbers and lists of them that the text states. */
export interface StatedSizes {
  readonly shapes: readonly (readonly number[])[];
  readonly numbers: ReadonlySet<number>;
  /** Whether flat lists may have several channels that no list states. */
  readonly arranges: boolean;
  /** Whether flat lists are meant to have one axis: "1-D". */
  readonly isRow?: boolean;
  /** Whether options have channels last: `strides: [1, 2, 2, 1]`. */
  readonly isLast?: boolean;
}

/** Images as (m, H, W, C); a flat list also as an image of one row. */
export function imagesOf(array: NdArray, sizes: StatedSizes): Images[] {
  return arranged(array, sizes, (size) => planesIn(size, sizes)).flatMap(({ shape, data }): Images[] => {
    if (shape.length === 2) return [{ array: { shape: [1, ...shape, 1], data }, layout: 'nchw' }];
    const full = { shape: shape.length === 3 ? [1, ...shape] : shape, data };
    if (full.shape.length !== 4) return [];
    // Examples, channels and the only axis of a 1-D layer.
    const signals: Images[] =
      shape.length === 3 && sizes.isRow
        ? [
            { array: toNhwc(withRow({ shape, data })), layout: 'nchw' },
            { array: { shape: [shape[0]!, 1, shape[1]!, shape[2]!], data }, layout: 'nhwc' },
          ]
        : [];
    // Channels are fewer than rows and columns.
    const [, a = 1, b = 1, c = 1] = full.shape;
    const first: Images = { array: toNhwc(full), layout: 'nchw' };
    const last: Images = { array: full, layout: 'nhwc' };
    return [...signals, ...(sizes.isLast || Math.min(a, b) > Math.min(b, c) ? [last, first] : [first, last])];
  });
}

/** (a, b, c) as (a, b, 1, c). */
function withRow({ shape: [a = 1, b = 1, c = 1], data }: NdArray): NdArray {
  return { shape: [a, b, 1, c], data };
}

/** Filters as (f_H, f_W, depth, n_C) for images of this many channels; `depth` is less than `channels` where the layer has groups. */
export function filtersOf(array: NdArray, channels: number, sizes: StatedSizes): NdArray[] {
  const found = arranged(array, sizes, (size) => windowsIn(size, channels, sizes)).flatMap(
    ({ shape, data }): NdArray[] => {
      const [a = 1, b = 1, c = 1] = shape;
      if (shape.length === 2) {
        // Rows and columns of the window and channels in one axis: one filter a column, or a row.
        const [down, across] = [Math.sqrt(a / channels), Math.sqrt(b / channels)];
        const columns = channels > 1 && Number.isInteger(down) ? [{ shape: [down, down, channels, b], data }] : [];
        const rows = b > channels && Number.isInteger(across) ? [{ shape: [a, channels, across, across], data }] : [];
        return [
          ...(columns.length > 0 ? columns : [{ shape: [a, b, 1, 1], data }]),
          ...rows.map((each) => permute(each, [2, 3, 1, 0])),
        ];
      }
      if (shape.length === 3)
        return [
          ...(sizes.isRow ? [permute(withRow({ shape, data }), [2, 3, 1, 0])] : []),
          { shape: [a, b, c, 1], data },
          permute({ shape: [1, a, b, c], data }, [2, 3, 1, 0]),
          permute({ shape: [a, 1, b, c], data }, [2, 3, 1, 0]),
        ];
      if (shape.length !== 4) return [];
      const full = { shape, data };
      return [permute(full, [2, 3, 1, 0]), full, permute(full, [1, 2, 3, 0])];
    },
  );
  return found.filter(({ shape: [, , depth = 1, count = 1] }) => {
    const groups = channels / depth;
    return Number.isInteger(groups) && count % groups === 0;
  });
}

/** Filters of a transposed layer as (f_H, f_W, n_C, n_C_prev). */
export function transposedFilters(array: NdArray, channels: number, sizes: StatedSizes): NdArray[] {
  const found = arranged(array, sizes).flatMap(({ shape, data }): NdArray[] => {
    if (shape.length === 2) return [{ shape: [...shape, 1, 1], data }];
    if (shape.length !== 4) return [];
    const full = { shape, data };
    return [
      permute(full, [2, 3, 1, 0]),
      full,
      permute(full, [2, 3, 0, 1]),
      permute(full, [1, 2, 3, 0]),
      permute(full, [1, 2, 0, 3]),
    ];
  });
  return found.filter(({ shape }) => shape[3] === channels);
}

/** Rows and columns of several channels, before or behind them. */
function planesIn(size: number, { numbers }: StatedSizes): number[][] {
  const sizes = [...numbers].filter((each) => each > 1 && size % each === 0);
  return sizes.flatMap((channels) =>
    sizes
      .filter((rows) => numbers.has(size / channels / rows))
      .flatMap((rows) => {
        const cols = size / channels / rows;
        return cols > 1
          ? [
              [channels, rows, cols],
              [rows, cols, channels],
            ]
          : [];
      }),
  );
}

/** Filters of these channels with stated rows, columns and count. */
function windowsIn(size: number, channels: number, { numbers }: StatedSizes): number[][] {
  const sides = [...numbers].filter((each) => each > 0 && size % (each * channels) === 0);
  return sides.flatMap((rows) =>
    sides
      .filter((cols) => numbers.has(size / channels / rows / cols))
      .flatMap((cols) => {
        const count = size / channels / rows / cols;
        return count * channels > 1
          ? [
              [count, channels, rows, cols],
              [rows, cols, channels, count],
            ]
          : [];
      }),
  );
}

/** A flat list in the shapes that it may have, `further` where the text states none; other arrays as they are. */
function arranged(
  { shape, data }: NdArray,
  { shapes, numbers, arranges, isRow = false }: StatedSizes,
  further: (size: number) => number[][] = () => [],
): NdArray[] {
  const isFlat = shape.filter((extent) => extent > 1).length === 1 && shape.length < 3;
  if (!isFlat) return [{ shape, data }];
  const size = data.length;
  const fitting = shapes.filter((each) => each.length > 1 && sizeOf(each) === size);
  // Some libraries state width, height and channels.
  const stated = [...fitting, ...fitting.filter(({ length }) => length === 3).map((each) => [...each].reverse())];
  const side = Math.sqrt(size);
  const pairs = [...numbers]
    .filter((rows) => rows > 1 && numbers.has(size / rows))
    .map((rows) => [rows, size / rows])
    .filter(([rows, cols]) => cols! > 1 && rows !== cols);
  const found = distinctShapes([...stated, ...(Number.isInteger(side) && side > 1 ? [[side, side]] : []), ...pairs]);
  const row = shape.length === 1 ? [1, size] : shape;
  const isArranged = arranges && stated.length === 0 && size >= FEWEST_ARRANGED;
  const others = isArranged ? further(size).slice(0, MOST_FURTHER) : [];
  const distinct = distinctShapes([...(isRow ? [row] : []), ...found.slice(0, MOST_SHAPES), row, ...others]);
  return distinct.map((each) => ({ shape: each, data }));
}

function distinctShapes(shapes: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(shapes.map((each) => [each.join(), each])).values()];
}

/** Fewer numbers agree with a result by chance, in one of their shapes. */
const FEWEST_ARRANGED = 6;
const MOST_SHAPES = 6;
const MOST_FURTHER = 24;

/** Whether an output (m, H, W, C) is the written result in the layout of the input, as far as its numbers are written. */
export function isShown(output: NdArray, written: NdArray, layout: WrittenLayout): boolean {
  const own = layout === 'nhwc' ? output : fromNhwc(output);
  if (isPartial(written)) return isPartOf(own, written);
  if (output.data.length !== written.data.length) return false;
  const shape = withoutOnes(written.shape);
  if (shape.includes(',') && withoutOnes(own.shape) !== shape) return false;
  const unit = unitOf(written);
  return written.data.every((number, index) => {
    const value = own.data[index]!;
    return Math.abs(number - value) <= unit + 1e-5 * Math.abs(value);
  });
}

/** Cells that the text does not show are NaN. */
function isPartial({ data }: NdArray): boolean {
  return data.some(Number.isNaN);
}

/** Whether a result of this many cells could be the written one. */
export function couldBe(size: number, written: NdArray): boolean {
  return isPartial(written) ? size >= written.data.length : size === written.data.length;
}

/** Whether the output has the known cells at their places; one index counts all cells, others the last axes. */
function isPartOf({ shape, data }: NdArray, written: NdArray): boolean {
  const rank = written.shape.length;
  const own = rank === 1 ? [data.length] : shape.slice(-rank);
  if (own.length < rank || sizeOf(own) !== data.length || own.some((extent, axis) => extent < written.shape[axis]!))
    return false;
  const unit = unitOf(written);
  return written.data.every((number, flat) => {
    let [rest, place, stride] = [flat, 0, 1];
    for (let axis = rank - 1; axis >= 0; axis--) {
      place += (rest % written.shape[axis]!) * stride;
      stride *= own[axis]!;
      rest = Math.floor(rest / written.shape[axis]!);
    }
    return Number.isNaN(number) || Math.abs(number - data[place]!) <= unit + 1e-5 * Math.abs(number);
  });
}

function withoutOnes(shape: readonly number[]): string {
  return shape.filter((extent) => extent !== 1).join();
}

/**
 * Half a unit of the last decimal that is written; of many different numbers with several decimals more, as those that they come from
 * are rounded too.
 */
export function unitOf({ data }: NdArray): number {
  const decimals = Math.max(...Array.from(data, (number) => (/\.(\d+)$/.exec(String(number))?.[1] ?? '').length));
  const isTelling = decimals > 2 && new Set(data).size > 7;
  return decimals === 0 ? 1e-6 : (isTelling ? 5 : 0.51) * 10 ** -decimals;
}
