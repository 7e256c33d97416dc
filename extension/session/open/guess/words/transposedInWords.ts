/** A transposed convolution of one input and one kernel, both matrices, that a text describes in words. */
import { combinations } from '../../../../../core/combinations';
import { convTranspose2d } from '../../../../../core/layer/convTranspose2d';
import { attempt, msg, type Message } from '../../../../../core/message';
import type { LayerCall, ParsedArray } from '../../../../../core/read/ParseResult';
import { isShown } from '../../../../../core/read/text/agreement/layouts';
import { guessRoles, roleOfName } from '../../../../../core/setup/roles/roles';
import { describesTransposed } from '../../refusals/aboutElse';
import type { Guess } from '../arrays/Guess';

interface Options {
  readonly stride: number;
  readonly padding: number;
}

/** Sides of a matrix up to which options are tried. */
const LARGEST = 32;

/** Undefined where the words are about another layer, and where they state more than a stride and a pad. */
export function transposedInWords({ source, parsed, candidates }: Guess): LayerCall | undefined {
  const { stated } = source;
  const matrices = parsed.arrays.map(onePlane).filter(({ array }) => array.shape.length === 2);
  const roles = guessRoles(matrices, 'conv', 'nhwc');
  const [x, w] = [roles.x, roles.w].map((index) => (index === undefined ? undefined : matrices[index]));
  const words = x && w ? describesTransposed(source, [x, w]) : undefined;
  if (!x || !w || !words || parsed.calls.length > 0 || roleOfName(x.name) === 'result') return undefined;
  const [stride = 1, ...strides] = stated?.stride ?? [];
  const [padding = 0, ...pads] = stated?.pad ?? [];
  const isOther = stated?.dilation || stated?.turned || stated?.pool || stated?.paddingMode || stated?.sided;
  if (isOther || strides.length + pads.length > 0 || typeof padding !== 'number') return undefined;
  const A_prev = { shape: [1, ...x.array.shape, 1], data: x.array.data };
  const W = { shape: [...w.array.shape, 1, 1], data: w.array.data };
  const b = stated?.added ? { shape: [1, 1, 1, 1], data: Float64Array.of(stated.added) } : undefined;
  const results = [...new Set([...matrices, ...candidates.map(onePlane)])].filter(
    (each) => each.range !== x.range && each.range !== w.range && (roleOfName(each.name) ?? 'result') === 'result',
  );
  const isResult =
    (options: Options) =>
    ({ array }: ParsedArray): boolean =>
      attempt(() => isShown(convTranspose2d(A_prev, W, b, options), array, 'nhwc')) === true;
  const trials = Math.max(...x.array.shape, ...w.array.shape) > LARGEST ? [] : optionsOf(w);
  const isFree = stated === undefined || (stated.stride.length === 0 && stated.pad.length === 0);
  const given = { stride, padding };
  const options = [given, ...(isFree ? trials : [])].find((each) => results.some(isResult(each))) ?? given;
  const shown = results.find(isResult(options));
  const notes: Message[] = [
    ...(shown ? [msg('the text shows the result of this layer: {0}', nameOf(shown))] : []),
    ...(!shown && results[0]
      ? [msg('the text shows another result than this layer has: {0}', nameOf(results[0]))]
      : []),
    isFree && !shown
      ? msg('the words of the text give no stride and no pad: {0} and {1} are used', stride, padding)
      : isFree
        ? msg('stride {0} and pad {1}: from the result in the text', options.stride, options.padding)
        : msg('stride {0} and pad {1}: from the words of the text', options.stride, options.padding),
  ];
  return {
    operation: 'conv_transpose_forward',
    layout: 'nhwc',
    arrays: { A_prev, W, ...(b && { b }) },
    options,
    callee: words,
    uncalled: true,
    range: [Math.min(x.range[0], w.range[0]), Math.max(x.range[1], w.range[1])],
    notation: 'numpy',
    notes,
  };
}

/** A tensor of one plane, channels first, as its matrix. */
function onePlane(each: ParsedArray): ParsedArray {
  const { shape, data } = each.array;
  return shape.length === 4 && shape[0] === 1 && shape[1] === 1
    ? { ...each, array: { shape: shape.slice(2), data } }
    : each;
}

function optionsOf({ array }: ParsedArray): Options[] {
  const side = Math.min(...array.shape);
  return [
    ...combinations(
      [1, 2, 3, 4],
      Array.from({ length: side }, (_, pad) => pad),
    ),
  ].map(([stride, padding]) => ({
    stride,
    padding,
  }));
}

function nameOf({ name, array }: ParsedArray): string {
  return name ?? array.shape.join(' × ');
}
