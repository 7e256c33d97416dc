/** From the arguments of a layer call in a C-like language to the layer. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { toHwio, toNhwc } from '../../../layer/layout';
import type { Padding, Pair, Pool2dOptions } from '../../../layer/options';
import { LensError, msg } from '../../../message';
import type { CallContent, CallSite } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import type { ArgumentRole, LayerFunction } from './libraries';
import { arrayOfValue, isList, isMade, isRecord, wholeNumbers, type CodeValue, type Made } from './values';

export type CodeReading = CallContent<'conv_forward' | 'pool_forward'> & Pick<CallSite, 'layout'>;

export interface GivenArguments {
  readonly callee: string;
  readonly range: TextRange;
  /** As written, for messages. */
  readonly texts: ReadonlyMap<ArgumentRole, string>;
  readonly values: ReadonlyMap<ArgumentRole, CodeValue>;
}

/** Names of options in records, in builders and in C#'s arguments. */
const OPTIONS: readonly (readonly [ArgumentRole, RegExp])[] = [
  ['kernel', /^(?:kernel_?size|window_?dimensions|pool_?size|filter_?size|kernel)$/i],
  ['stride', /^strides?$/i],
  ['padding', /^(?:padding|pads?)$/i],
  ['dilation', /^dilations?(?:_?rate)?$/i],
  ['groups', /^groups?$/i],
  ['b', /^bias$/i],
  ['x', /^(?:input|x|self)$/i],
  ['w', /^(?:weights?|filters?|kernel_?tensor)$/i],
  ['ceilMode', /^ceil_?mode$/i],
  ['countIncludePad', /^count_?include_?pad$/i],
  ['format', /^(?:data_?format|(?:input_?)?layout)$/i],
];

export function optionNamed(name: string): ArgumentRole | undefined {
  return OPTIONS.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The order of the arguments that make an object of options. */
const MADE: readonly (readonly [RegExp, readonly ArgumentRole[]])[] = [
  [/^ConvOptions$/, ['stride', 'padding', 'dilation', 'groups']],
  [/pool/i, ['kernel', 'stride', 'padding']],
];

/** The options that an object or a record holds. Throws a LensError at one that is not known. */
export function optionsOfValue(value: CodeValue, callee: string, range: TextRange): [ArgumentRole, CodeValue][] {
  const entries = isMade(value) ? madeEntries(value) : isRecord(value) ? [...value] : undefined;
  if (!entries) throw new LensError(msg('the options of {0} are not known', callee), undefined, range);
  return entries.map(([name, option]) => {
    const known = optionNamed(name.replace(/^with_/, ''));
    if (known === undefined) throw new LensError(msg('{0} of {1} is not supported', name, callee), undefined, range);
    return [known, option];
  });
}

function madeEntries({ made, args, set }: Made): [string, CodeValue][] {
  const [only] = args;
  if (args.length === 1 && isRecord(only)) return [...only, ...set];
  if (args.length === 1 && isMade(only)) return [...madeEntries(only), ...set];
  const names = MADE.find(([pattern]) => pattern.test(made.name))?.[1] ?? [];
  return [...args.map((each, index): [string, CodeValue] => [names[index] ?? `${index + 1}`, each]), ...set].filter(
    ([name]) => !/^(?:init|build)$/.test(name),
  );
}

/** Throws a LensError that names the argument. */
export function readLayer(row: LayerFunction, given: GivenArguments): CodeReading {
  const args = new Arguments(given);
  const format = args.word('format');
  const layout = format === undefined ? row.layout : /^N?HWC$/i.test(format) ? 'nhwc' : 'nchw';
  if (row.planar) return reflected(args);
  const x = batched(args.array('x'), layout, args);
  if (row.operation === 'conv') return convolution(row, args, layout, x);
  const kernel = args.pair('kernel') ?? args.missing('kernel');
  const padding = beyondHalf(args.padding(layout) ?? 0, kernel, row);
  const ceilMode = args.flag('ceilMode');
  const counted = args.flag('countIncludePad') ?? row.countIncludePad;
  const dilation = args.pair('dilation');
  if (args.has('divisor')) throw args.unsupported('divisor');
  const options: Pool2dOptions = {
    mode: row.operation,
    kernel,
    stride: args.pair('stride') ?? (row.stride === 1 ? 1 : kernel),
    padding,
    ties: 'first',
    ...(dilation !== undefined && { dilation }),
    ...(ceilMode !== undefined && { ceilMode }),
    ...(counted !== undefined && { countIncludePad: counted }),
  };
  return { operation: 'pool_forward', arrays: { A_prev: x }, options, layout };
}

/** A pad of more than half of the window, which only PyTorch refuses, as four sides. */
function beyondHalf(padding: Padding, kernel: Pair, row: LayerFunction): Padding {
  if (row.stride === 'kernel' || typeof padding !== 'number') return padding;
  const smallest = typeof kernel === 'number' ? kernel : Math.min(...kernel);
  return 2 * padding > smallest ? { top: padding, bottom: padding, left: padding, right: padding } : padding;
}

function convolution(row: LayerFunction, args: Arguments, layout: 'nchw' | 'nhwc', x: NdArray): CodeReading {
  const filters = args.array('w');
  if (filters.shape.length !== 4) throw args.unsupported(`shape ${filters.shape.join(' × ')}`);
  const b = args.has('b') ? args.array('b') : undefined;
  // A number in the place of the bias is another option: the order of the arguments is another one.
  if (b?.shape.length === 0) throw args.unsupported('a number as the bias');
  const [rows = 1, cols = 1, depth = 1, multiplier = 1] = filters.shape;
  const isDepthwise = row.filters === 'depthwise';
  const W = isDepthwise
    ? { shape: [rows, cols, 1, depth * multiplier], data: filters.data }
    : row.filters === 'hwio'
      ? filters
      : toHwio(filters);
  const groups = isDepthwise ? depth : (args.whole('groups') ?? 1);
  const dilation = args.pair('dilation');
  return {
    operation: 'conv_forward',
    arrays: { A_prev: x, W, ...(b && { b: { shape: [1, 1, 1, sizeOf(b.shape)], data: b.data } }) },
    options: {
      stride: args.pair('stride') ?? 1,
      padding: args.padding(layout) ?? 0,
      ...(dilation !== undefined && { dilation }),
      ...(groups !== 1 && { groups }),
    },
    layout,
  };
}

/** OpenCV's correlation: the border is reflected without its edge, the anchor is in the middle of the kernel. */
function reflected(args: Arguments): CodeReading {
  const [x, w] = [args.array('x'), args.array('w')];
  const other = [x, w].find(({ shape }) => shape.length !== 2);
  if (other) throw args.unsupported(`shape ${other.shape.join(' × ')}`);
  const [rows, cols] = w.shape as [number, number];
  const [top, left] = [rows >> 1, cols >> 1];
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: { shape: [1, ...x.shape, 1], data: x.data },
      W: { shape: [rows, cols, 1, 1], data: w.data },
    },
    options: {
      stride: 1,
      padding: { top, bottom: rows - 1 - top, left, right: cols - 1 - left },
      paddingMode: 'reflect',
    },
    layout: 'nhwc',
  };
}

/** As (m, n_H, n_W, n_C); one example has no axis for it. */
function batched(array: NdArray, layout: 'nchw' | 'nhwc', args: Arguments): NdArray {
  const shape = array.shape.length === 3 ? [1, ...array.shape] : array.shape;
  if (shape.length !== 4) throw args.unsupported(`shape ${array.shape.join(' × ')}`);
  const full = { shape, data: array.data };
  return layout === 'nchw' ? toNhwc(full) : full;
}

class Arguments {
  constructor(private readonly given: GivenArguments) {}

  /** Whether it is given; `null` and `None` are not. */
  has(name: ArgumentRole): boolean {
    return this.given.values.has(name) && this.given.values.get(name) !== null && !this.isAbsent(name);
  }

  array(name: ArgumentRole): NdArray {
    const array = arrayOfValue(this.given.values.get(name));
    return array ?? this.missing(name);
  }

  pair(name: ArgumentRole): Pair | undefined {
    if (!this.has(name)) return undefined;
    const numbers = this.numbers(name);
    const [vertical, horizontal] = numbers;
    // An empty list is the default.
    if (vertical === undefined) return undefined;
    if (numbers.length > 2) {
      // `[1, 2, 2, 1]` of TensorFlow.
      if (numbers.length === 4 && vertical === 1 && numbers[3] === 1) return [horizontal!, numbers[2]!];
      throw this.unsupported(`${name} ${numbers.join(', ')}`);
    }
    return horizontal === undefined || horizontal === vertical ? vertical : [vertical, horizontal];
  }

  padding(layout: 'nchw' | 'nhwc'): Padding | undefined {
    if (!this.has('padding')) return undefined;
    const value = this.given.values.get('padding');
    if (typeof value === 'string') {
      if (/^same$/i.test(value)) return 'same_upper';
      if (/^valid$/i.test(value)) return 0;
      throw this.unsupported(value);
    }
    const explicit = isList(value) && value.length === 4 ? value.map(wholeNumbers) : [];
    if (explicit.length === 4 && explicit.every((pair) => pair?.length === 2)) {
      // TensorFlow: two numbers per axis of the images.
      const [first, second] = (layout === 'nhwc' ? explicit.slice(1, 3) : explicit.slice(2)) as [number[], number[]];
      return { top: first[0]!, bottom: first[1]!, left: second[0]!, right: second[1]! };
    }
    if (isList(value) && value.length === 4) {
      const [top, bottom, left, right] = this.numbers('padding') as [number, number, number, number];
      return { top, bottom, left, right };
    }
    return this.pair('padding');
  }

  whole(name: ArgumentRole): number | undefined {
    return this.has(name) ? this.numbers(name)[0] : undefined;
  }

  flag(name: ArgumentRole): boolean | undefined {
    if (!this.has(name)) return undefined;
    const value = this.given.values.get(name);
    if (typeof value === 'boolean') return value;
    throw this.unknown(name);
  }

  word(name: ArgumentRole): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.given.values.get(name);
    if (typeof value === 'string') return value;
    throw this.unknown(name);
  }

  missing(name: ArgumentRole): never {
    throw this.unknown(name);
  }

  unsupported(option: string): LensError {
    return new LensError(msg('{0} of {1} is not supported', option, this.given.callee), undefined, this.given.range);
  }

  private numbers(name: ArgumentRole): number[] {
    const numbers = wholeNumbers(this.given.values.get(name));
    if (!numbers) throw this.unknown(name);
    return numbers;
  }

  /** `None`, `{}`, `torch::Tensor()`, `c10::nullopt`. */
  private isAbsent(name: ArgumentRole): boolean {
    const value = this.given.values.get(name);
    if (isList(value) && value.length === 0) return true;
    const text = this.given.texts.get(name) ?? '';
    return (
      value === undefined &&
      /^(?:None(?:::<\w+>)?|(?:\w+::)*(?:Tensor\(\)|nullopt|None)|\{\}|undefined|null)$/.test(text)
    );
  }

  private unknown(name: ArgumentRole): LensError {
    const text = this.given.texts.get(name);
    const { callee, range } = this.given;
    const detail =
      text === undefined
        ? msg('{0} of {1} is not given', name, callee)
        : msg('the argument {0} of {1} is not known', text, callee);
    return new LensError(detail, undefined, range);
  }
}
