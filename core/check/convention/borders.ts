/** Conventions of padding with values of the input: of the border, mirrored at it, or of the opposite border. */
import { ndarray, type NdArray } from '../../array/NdArray';
import { conv2dBackward } from '../../layer/conv2dBackward';
import { msg } from '../../message';
import { tuple2 } from '../../tuples';
import { paddingOfCase, stridesOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';
import type { Convention } from './Convention';
import { convWith, turnedFilter } from './layerWith';
import { statesCorrelation } from './turned';

const ZERO_PADDED = /^(?:zero_pad|conv_forward|conv_backward|pool_forward|pool_backward)$|_naive/;

/** An edge that continues on the opposite one. */
const PERIODIC = /period|torus|toroid|cyclic|circular|wrap|zykl|c[ií]clic|循环|周期/i;

const BORDER_MODES = [
  ['replicate', /['"](?:edge|replicate)['"]/, msg('the padding repeats the values of the border')],
  ['reflect', /['"]reflect['"]/, msg('the padding reflects the values at the border')],
  ['circular', /['"](?:wrap|circular)['"]/, msg('the padding continues with the opposite border')],
] as const;

/** `isNamed`: the text names the mode; otherwise all results show it, as of indices that are mirrored or taken modulo. */
const FORWARD = BORDER_MODES.flatMap(([paddingMode, pattern, detail]): Convention[] =>
  [true, false].flatMap((isNamed) =>
    [false, true].map((turned) => ({
      id: `${paddingMode}-padding`,
      detail,
      operations: ['conv_forward'],
      ...(isNamed
        ? { isMeant: (text: string, name: string) => pattern.test(text) && !ZERO_PADDED.test(name) }
        : {
            isExcluded: (text: string) =>
              pattern.test(text) ||
              (/\broll\(/.test(text) && !PERIODIC.test(text)) ||
              (turned && statesCorrelation(text)),
          }),
      expected: (layerCase) =>
        convWith(turned ? { ...layerCase, w: turnedFilter(layerCase.w!) } : layerCase, { paddingMode }),
    })),
  ),
);

/** Their gradients: that of the input has those of the padding added, or is cut out of that of the padded input. */
const BACKWARD = BORDER_MODES.flatMap(([paddingMode, , detail]): Convention[] =>
  [false, true].flatMap((turned) =>
    [false, true].map((isCut) => ({
      id: `${paddingMode}-padding`,
      detail,
      operations: ['conv_backward'],
      // Only where the forward function follows it.
      isMeant: () => false,
      expected: ({ x, w, gradient, dilation = 1, groups = 1, ...layerCase }) => {
        const options = { stride: stridesOfCase(layerCase), padding: paddingOfCase(layerCase), dilation, groups };
        const filter = turned ? turnedFilter(w!) : w!;
        const { dX, dW, db } = conv2dBackward(gradient!, x!, filter, { ...options, paddingMode });
        return [
          { name: 'dA_prev', array: isCut ? conv2dBackward(gradient!, x!, filter, options).dX : dX },
          { name: 'dW', array: turned ? turnedFilter(dW) : dW },
          { name: 'db', array: db },
        ];
      },
    })),
  ),
);

/** A result with the size of the input, computed where the whole window is inside: the other cells are 0 or the input's own. */
const INSIDE_ONLY = [false, true].flatMap((turned) =>
  [false, true].map((isKept): Convention => ({
    id: 'inside-only',
    detail: isKept
      ? msg('cells whose window reaches over the edge keep the value of the input')
      : msg('cells whose window reaches over the edge are 0'),
    operations: ['conv_forward'],
    // The array is written and read in one statement.
    ...(isKept && { isLikely: /^[ \t]*(\w+)\[[^=\n]*\] *=(?!=)[^\n]*(?<![\w.])\1\[/m }),
    isExcluded: (text) => /pad\w*\(/.test(text) || (turned && statesCorrelation(text)),
    expected: (layerCase) => insideOnly(turned ? { ...layerCase, w: turnedFilter(layerCase.w!) } : layerCase, isKept),
  })),
);

function insideOnly({ b, ...layerCase }: LayerCase, isKept: boolean): NamedArray[] {
  const { x, w } = layerCase;
  const [, height, width] = x!.shape;
  const [rows, cols] = tuple2(w!.shape.slice(0, 2));
  const [counted] = convWith(
    { ...layerCase, x: ones([1, height!, width!, 1]), w: ones([rows, cols, 1, 1]), groups: 1 },
    {},
  );
  const cells = counted!.array.data;
  return convWith({ ...layerCase, ...(b && { b }) }, {}).map(({ name, array: { shape, data } }) => {
    const kept = isKept && String(shape) === String(x!.shape) ? x!.data : undefined;
    const isInside = (k: number): boolean => cells[Math.floor(k / shape[3]!) % cells.length] === rows * cols;
    return { name, array: { shape, data: data.map((value, k) => (isInside(k) ? value : (kept?.[k] ?? 0))) } };
  });
}

function ones(shape: readonly number[]): NdArray {
  return ndarray(shape, new Float64Array(shape.reduce((size, extent) => size * extent, 1)).fill(1));
}

export const BORDERS: readonly Convention[] = [...FORWARD, ...BACKWARD, ...INSIDE_ONLY];
