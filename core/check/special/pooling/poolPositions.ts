/** Positions of the maxima that a pooling returns next to them, by any rule that counts cells of a window, a plane or an array. */
import { vector, type NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { returnedTexts } from '../../adapt/roles/returnedResults';
import type { Role } from '../../adapt/roles/roles';
import type { CheckContext } from '../../CheckContext';
import type { SourceFunction } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import type { Target } from '../../Target';
import { callSource, type SpecialCall } from '../calls/callSource';
import { fromLetters } from '../../adapt/layout/letters';
import type { SpecialCase, SpecialLayer } from '../SpecialLayer';

const AXES = ['nchw', 'nhwc', 'chw', 'hwc', 'hw', 'ncw', 'nwc', 'cw', 'wc', 'w'] as const;

/** One maximum: its example, channel, row and column; its row and column in the window. */
interface Maximum {
  readonly n: number;
  readonly c: number;
  readonly y: number;
  readonly x: number;
  readonly r: number;
  readonly q: number;
}

interface Sizes {
  readonly rows: number;
  readonly cols: number;
  readonly channels: number;
  /** Rows of the window: 1 for inputs without rows. */
  readonly height: number;
  readonly kernel: number;
  readonly stride: number;
}

type Rule = (at: Maximum, sizes: Sizes) => readonly number[];

const RULES: readonly Rule[] = [
  ({ y, x }, { cols }) => [y * cols + x],
  ({ r, q }, { kernel }) => [r * kernel + q],
  ({ y, x }) => [y, x],
  ({ r, q }) => [r, q],
  ({ n, c, y, x }, { rows, cols, channels }) => [((n * channels + c) * rows + y) * cols + x],
  ({ n, c, y, x }, { rows, cols, channels }) => [((n * rows + y) * cols + x) * channels + c],
  ({ c, y, x }, { rows, cols }) => [(c * rows + y) * cols + x],
  ({ c, y, x }, { cols, channels }) => [(y * cols + x) * channels + c],
  ({ y, x }, { rows }) => [x * rows + y],
  ({ r, q }, { kernel }) => [q * kernel + r],
  ({ y, x }) => [x, y],
  ({ r, q }) => [q, r],
];

const SIZES: readonly Omit<Sizes, 'height'>[] = [
  { rows: 4, cols: 6, channels: 2, kernel: 2, stride: 2 },
  { rows: 7, cols: 5, channels: 3, kernel: 3, stride: 2 },
  { rows: 4, cols: 5, channels: 1, kernel: 2, stride: 1 },
];

const poolPositions: SpecialLayer = {
  id: 'pool_positions',
  pattern: /pool/i,
  operation: 'pool_forward',
  roles: ['kernel', 'stride', 'input'],
  argument: (role) => SOURCES[role],
  variants: ({ roles, calls }) => {
    const rank = calls.map((values) => values.get('input')).find((value) => value?.kind === 'array');
    const sizes = SIZES.filter(
      ({ kernel, stride }) => (roles.has('kernel') || kernel === 2) && (roles.has('stride') || stride === kernel),
    );
    return RULES.flatMap((rule) =>
      AXES.filter((axes) => rank?.kind !== 'array' || rank.array.shape.length === axes.length).map((axes) => ({
        cases: sizes.map((each, k) => caseOf(axes, rule, each, k)),
      })),
    );
  },
};

const SOURCES: Partial<Record<Role, string>> = { input: 'x.copy()', kernel: 'kw', stride: 's' };

const POSITIONS = /^\w*(?:idx|ind(?:ex|ices)|arg_?max|argm|pos(?:ition)?s?|switch(?:es)?|loc(?:ation)?s?)\w*$/i;

/** Place of the positions among the returned values, and their name. */
function returnedPositions(
  tree: PythonTree,
  { node }: SourceFunction,
): { readonly place: number; readonly name: string } | undefined {
  const returned = returnedTexts(tree, node);
  const text = tree.text(node);
  const isCounted = (name: string): boolean =>
    /argmax/.test(text) && new RegExp(`^\\s*${name}\\s*=.*dtype\\s*=\\s*(?:np\\.)?int`, 'm').test(text);
  const place = returned.findIndex((each) => POSITIONS.test(each) || (/^\w+$/.test(each) && isCounted(each)));
  return place > 0 ? { place, name: returned[place]! } : undefined;
}

/** The positions that a pooling of maxima returns are checked too. */
export function positionsTarget(tree: PythonTree, definition: SourceFunction): Target[] {
  const found = returnedPositions(tree, definition);
  if (!found || !/max/i.test(definition.name + tree.text(definition.node))) return [];
  return [
    {
      name: `${definition.name}.${found.name}`,
      line: definition.line,
      operations: ['pool_forward'],
      definition,
      uncertain: true,
      special: poolPositions,
    },
  ];
}

/** The maxima and then their positions in one array; undefined where the maxima are not right. */
export function positionsCall(context: CheckContext, target: Target): SpecialCall | undefined {
  const { definition } = target;
  const found = returnedPositions(context.tree, definition);
  const call = context.agreeing.has(definition.name) ? callSource(context, target, poolPositions) : undefined;
  if (!found || !call) return undefined;
  const parts = [0, found.place].map((k) => `_lens_np.ravel(result[${k}])`).join(', ');
  return { ...call, body: [...call.body, `result = _lens_np.concatenate([${parts}])`] };
}

function caseOf(axes: string, rule: Rule, { kernel, ...given }: (typeof SIZES)[number], k: number): SpecialCase {
  const [rows, height] = axes.includes('h') ? [given.rows, kernel] : [1, 1];
  const sizes: Sizes = { ...given, rows, height, kernel };
  const { cols, stride } = sizes;
  const examples = axes.includes('n') ? 2 : 1;
  const channels = axes.includes('c') ? sizes.channels : 1;
  const images = new RandomState(k + 81).randn(examples, rows, cols, channels);
  const outRows = Math.floor((rows - height) / stride) + 1;
  const outCols = Math.floor((cols - kernel) / stride) + 1;
  const found = maximaOf(images, { ...sizes, channels }, [outRows, outCols]);
  const ordered = (values: readonly number[]): number[] => [
    ...fromLetters({ shape: [examples, outRows, outCols, channels], data: Float64Array.from(values) }, 'nhwc', axes)
      .data,
  ];
  const places = found.map(({ at }) => rule(at, { ...sizes, channels }));
  const parts = places[0]!.map((_, item) => ordered(places.map((place) => place[item]!)));
  const positions = parts[0]!.flatMap((_, cell) => parts.map((part) => part[cell]!));
  return {
    layerCase: {
      operation: 'pool_forward',
      label: msg('mode {0}, stride {1}, {2}×{3} input', 'max', stride, rows, cols),
      x: fromLetters(images, 'nhwc', axes),
      kernel: [height, kernel],
      stride,
      pad: 0,
      mode: 'max',
    },
    expected: vector([...ordered(found.map(({ value }) => value)), ...positions]),
    own: k === 0,
  };
}

function maximaOf(
  { data }: NdArray,
  { rows, cols, channels, height, kernel, stride }: Sizes,
  [outRows, outCols]: readonly [number, number],
): { readonly value: number; readonly at: Maximum }[] {
  const examples = data.length / (rows * cols * channels);
  const count = examples * outRows * outCols * channels;
  return Array.from({ length: count }, (_, cell) => {
    const c = cell % channels;
    const top = (Math.floor(cell / (channels * outCols)) % outRows) * stride;
    const left = (Math.floor(cell / channels) % outCols) * stride;
    const n = Math.floor(cell / (channels * outCols * outRows));
    const cells = Array.from({ length: height * kernel }, (__, k) => {
      const [r, q] = [Math.floor(k / kernel), k % kernel];
      const at = { n, c, y: top + r, x: left + q, r, q };
      return { value: data[((n * rows + at.y) * cols + at.x) * channels + c]!, at };
    });
    return cells.reduce((best, each) => (each.value > best.value ? each : best));
  });
}
