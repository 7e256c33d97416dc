/** Filters of single images whose weights are in the text: Sobel, Laplacian, blur, sharpen. */
import { ndarray, zeros, type NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { tuple3 } from '../../../tuples';
import { RETURNS_BYTES } from '../../adapt/cases/caseOfRoles';
import { rolesOf } from '../../adapt/roles/roles';
import { asArray, numberOf } from '../../run/ProgramValue';
import { knownFilters, type KnownFilter, type Weights } from './knownFilters';
import type { SpecialCase, SpecialLayer, SpecialVariant, VariantRequest } from '../SpecialLayer';

/** What the result has at the border: fewer cells, filtered cells of a padded image, zeros, or the image's own cells. */
type Border = 'valid' | 'zeros' | 'replicate' | 'reflect' | 'circular' | 'blank' | 'kept';

interface Rule {
  readonly filter: KnownFilter;
  readonly border: Border;
  readonly clipped: boolean;
  readonly absolute: boolean;
  /** How two results are joined: √(a² + b²), or |a| + |b|. */
  readonly joined: 'root' | 'sum';
}

export const imageFilter: SpecialLayer = {
  id: 'image_filter',
  pattern:
    /sobel|prewitt|scharr|laplac|blur|smooth|sharp|gauss|edge|contour|(?:box|mean|avg|average)_?(?:filter|blur)|filter_?(?:mean|avg|box)/i,
  operation: 'conv_forward',
  roles: ['filter', 'kernel', 'input'],
  argument: (role) => (role === 'input' ? 'x.copy()' : role === 'filter' ? 'w.copy()' : 'kh'),
  variants,
};

function variants(request: VariantRequest): SpecialVariant[] {
  const { name, parameters, text, roles, calls } = request;
  if (roles.has('filter')) return givenVariants(request);
  const given = calls.flatMap((values) => numberOf(values.get('kernel')) ?? []);
  const sizes = roles.has('kernel')
    ? [...new Set([...given, 3, 5])].filter((size) => size % 2 === 1)
    : sizesIn(text, parameters);
  const sigma = sigmaOf(text, parameters);
  const rules = rulesOf(name, text, sizes[0] ?? 3, sigma);
  return rules.map((_, k) => {
    const ruleFor = (size: number): Rule | undefined => rulesOf(name, text, size, sigma)[k];
    const own = calls.flatMap((values): SpecialCase[] => {
      const x = asArray(values.get('input'));
      const size = numberOf(values.get('kernel')) ?? sizes[0] ?? 3;
      const rule = ruleFor(size);
      return isImage(x) && size % 2 === 1 && rule ? [asBytes(caseOf(x, size, rule, true), values, text)] : [];
    });
    const others = sizes.flatMap((size) => {
      const rule = ruleFor(size);
      const channels = own[0] ? own[0].layerCase.x!.shape.slice(2) : [];
      return rule ? [drawn([6, 8, ...channels], size, rule), drawn([9, 7, ...channels], size, rule)] : [];
    });
    return { cases: own.length > 0 ? [...own, ...others] : others.map((each, n) => ({ ...each, own: n === 0 })) };
  });
}

/** The case with the bytes of the text's own image. */
function asBytes(each: SpecialCase, values: VariantRequest['calls'][number], text: string): SpecialCase {
  const input = values.get('input');
  if (input?.kind !== 'array' || input.isByte !== true || RETURNS_BYTES.test(text)) return each;
  return { ...each, layerCase: { ...each.layerCase, isInteger: true, isByte: true } };
}

/** A filter that is an argument, at the size of the image: the borders differ from those of a convolution. */
function givenVariants({ text, parameters, calls }: VariantRequest): SpecialVariant[] {
  const isWhole = RETURNS_BYTES.test(text);
  const rules = bordersOf(text).flatMap((border) => clipsOf(text).map((clipped) => ({ ...PLAIN, border, clipped })));
  return rules.flatMap((rule) =>
    [false, true].map((flipped): SpecialVariant => {
      const made = (x: NdArray, w: NdArray, own: boolean): SpecialCase => {
        const [rows = 0, cols = 0] = w.shape;
        const weights = Array.from({ length: rows }, (_, r) => Array.from(w.data.slice(r * cols, (r + 1) * cols)));
        const turned = flipped ? weights.reverse().map((row) => row.reverse()) : weights;
        const { layerCase, expected } = caseOf(x, rows, { ...rule, filter: { weights: turned } }, own);
        return { layerCase: { ...layerCase, w }, expected, own };
      };
      const own = calls.flatMap((values): SpecialCase[] => {
        const x = asArray(values.get('input'));
        const w = asArray(values.get('filter'));
        const isSquare = w?.shape.length === 2 && w.shape[0] === w.shape[1] && w.shape[0]! % 2 === 1;
        return isImage(x) && isSquare ? [asBytes(made(x, w, true), values, text)] : [];
      });
      const isColored = own[0] ? own[0].layerCase.x!.shape.length === 3 : THREE_SIZES.test(text);
      const sizes = readsSize(text, parameters) ? [3, 5] : [3];
      const imageShape = [7, 9, ...(isColored ? [3] : [])];
      const others = sizes.map((size) =>
        made(
          isWhole ? wholeNumbers(size, 256, imageShape) : new RandomState(size).randn(...imageShape),
          isWhole ? wholeNumbers(size + 1, 3, [size, size]) : new RandomState(size + 1).randn(size, size),
          false,
        ),
      );
      return { cases: own.length > 0 ? [...own, ...others] : others.map((each, n) => ({ ...each, own: n === 0 })) };
    }),
  );
}

/** `h, w, c = img.shape` */
const THREE_SIZES = /^[ \t]*\w+\s*,\s*\w+\s*,\s*\w+\s*=\s*(?:np\.shape\(\w+\)|\w+\.shape)/m;

/** Rows and columns, or also the channels of colors. */
function isImage(x: NdArray | undefined): x is NdArray {
  return x !== undefined && (x.shape.length === 2 || (x.shape.length === 3 && x.shape[2]! <= 4));
}

/** Whether the text takes the size of the window from the filter. */
function readsSize(text: string, parameters: VariantRequest['parameters']): boolean {
  const filter = parameters.find(({ name }) => rolesOf(name)[0] === 'filter')?.name;
  return filter === undefined || new RegExp(`\\b${filter}\\.shape|\\b(?:len|shape)\\(${filter}\\b`).test(text);
}

const PLAIN = { clipped: false, absolute: false, joined: 'sum' } as const;

function sizesIn(text: string, parameters: VariantRequest['parameters']): number[] {
  const radius = Number(parameters.find(({ name }) => /radius|^(?:r|half\w*)$/i.test(name))?.fallback);
  if (radius > 0) return [2 * radius + 1];
  return /\b5\b/.test(text) && /gauss|blur|smooth|mean|box/i.test(text) && !/\b3\b/.test(text) ? [5] : [3];
}

/** The value of a parameter or variable of that name. */
function sigmaOf(
  text: string,
  parameters: readonly { readonly name: string; readonly fallback?: string }[],
): number | undefined {
  const given = parameters.find(({ name }) => /sigma|^s$/i.test(name))?.fallback;
  const written = /sigma\s*=\s*(\d+(?:\.\d+)?)/.exec(text)?.[1];
  const value = Number(given ?? written);
  return value > 0 ? value : undefined;
}

/** Whether results are cut off at 0 and 255, the likelier first. */
function clipsOf(text: string): readonly boolean[] {
  return /clip\(|255/.test(text) ? [true, false] : [false];
}

function wholeNumbers(seed: number, below: number, shape: readonly number[]): NdArray {
  const { data } = new RandomState(seed).randint(0, below, shape);
  return ndarray(shape, Float64Array.from(data));
}

function rulesOf(name: string, text: string, size: number, sigma: number | undefined): Rule[] {
  const absolutes = /\babs\(|fabs|absolute/.test(text) ? [true, false] : [false];
  const joined = /sqrt|hypot|\*\*\s*0?\.5/.test(text) ? 'root' : 'sum';
  return filtersFor(name, text, size, sigma).flatMap((filter) =>
    bordersOf(text).flatMap((border) =>
      clipsOf(text).flatMap((clipped) =>
        absolutes.map((absolute): Rule => ({ filter, border, clipped, absolute, joined })),
      ),
    ),
  );
}

/** Of the filters of a name those that the text can compute: with exponentials, or as a magnitude of two. */
function filtersFor(name: string, text: string, size: number, sigma: number | undefined): readonly KnownFilter[] {
  const filters = knownFilters(/\bexp\(/.test(text) ? `gauss_${name}` : name, size, sigma);
  const isMagnitude = /sqrt|hypot|\*\*\s*0?\.5|abs\([^\n]*\+[^\n]*abs\(/.test(text);
  const magnitudes = filters.filter(({ across }) => across);
  return isMagnitude && magnitudes.length > 0 ? magnitudes : filters;
}

function bordersOf(text: string): readonly Border[] {
  if (/median|sorted\(|\.sort\(|bilateral/.test(text)) return [];
  if (/['"](?:edge|nearest|replicate)['"]/.test(text)) return ['replicate'];
  if (/['"]reflect['"]/.test(text)) return ['reflect'];
  if (/['"]symmetric['"]/.test(text)) return [];
  if (/['"](?:wrap|circular)['"]|%\s*(?:h|w|height|width|rows|cols)\b/.test(text)) return ['circular'];
  return /\bpad\(/.test(text) ? ['zeros'] : ['valid', 'blank', 'kept', 'zeros'];
}

function drawn(shape: readonly number[], size: number, rule: Rule): SpecialCase {
  return caseOf(wholeNumbers(size + shape[0]!, 256, shape), size, rule, false);
}

function caseOf(x: NdArray, size: number, rule: Rule, own: boolean): SpecialCase {
  return {
    layerCase: {
      operation: 'conv_forward',
      label: msg('{0}×{1} window, {2}×{3} input', size, size, x.shape[0]!, x.shape[1]!),
      x,
      kernel: [size, size],
      stride: 1,
      pad: rule.border === 'valid' ? 0 : (size - 1) / 2,
      mode: 'max',
    },
    expected: filtered(x, rule),
    own,
  };
}

function filtered(x: NdArray, rule: Rule): NdArray {
  const { filter, border, clipped, absolute, joined } = rule;
  const first = correlated(x, filter.weights, border);
  const second = filter.across && correlated(x, filter.across, border);
  const whole = Float64Array.from(first.data, (a, k) => {
    const b = second?.data[k];
    const value = b === undefined ? a : joined === 'root' ? Math.hypot(a, b) : Math.abs(a) + Math.abs(b);
    const positive = absolute ? Math.abs(value) : value;
    return clipped ? Math.min(255, Math.max(0, positive)) : positive;
  });
  return { shape: first.shape, data: whole };
}

/** Every channel by itself. */
function correlated(x: NdArray, weights: Weights, border: Border): NdArray {
  const [rows, cols, channels] = sizesOf(x.shape);
  const half = (weights.length - 1) / 2;
  const margin = border === 'valid' ? half : 0;
  const sizes = [Math.max(0, rows - 2 * margin), Math.max(0, cols - 2 * margin)];
  const result = zeros([...sizes, ...x.shape.slice(2)]);
  let k = 0;
  for (let row = margin; row < rows - margin; row++) {
    for (let col = margin; col < cols - margin; col++) {
      for (let channel = 0; channel < channels; channel++, k++) {
        const isInside = row >= half && col >= half && row < rows - half && col < cols - half;
        if (!isInside && (border === 'blank' || border === 'kept')) {
          result.data[k] = border === 'kept' ? x.data[(row * cols + col) * channels + channel]! : 0;
          continue;
        }
        let sum = 0;
        weights.forEach((line, i) =>
          line.forEach((weight, j) => (sum += weight * cellOf(x, row + i - half, col + j - half, channel, border))),
        );
        result.data[k] = sum;
      }
    }
  }
  return result;
}

/** (rows, cols) has one channel. */
function sizesOf(shape: readonly number[]): readonly [number, number, number] {
  return tuple3(shape.length === 2 ? [...shape, 1] : shape);
}

/** A cell of the padded image. */
function cellOf({ shape, data }: NdArray, row: number, col: number, channel: number, border: Border): number {
  const [rows, cols, channels] = sizesOf(shape);
  const at = (r: number, c: number): number => data[(r * cols + c) * channels + channel]!;
  if (row >= 0 && col >= 0 && row < rows && col < cols) return at(row, col);
  if (border === 'zeros') return 0;
  return at(sourceOf(row, rows, border), sourceOf(col, cols, border));
}

function sourceOf(index: number, size: number, border: Border): number {
  if (border === 'circular') return ((index % size) + size) % size;
  if (border === 'replicate') return Math.min(size - 1, Math.max(0, index));
  return index < 0 ? -index : index >= size ? 2 * (size - 1) - index : index;
}
