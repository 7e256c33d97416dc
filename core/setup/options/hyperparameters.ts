/** Hyperparameters of the text: `hparameters = {"stride": 2, "pad": 1}`, `stride = 2`. */
import { ownEntry } from '../../ownEntry';
import { isDictionary } from '../../read/isDictionary';
import type { Value } from '../../read/ParseResult';
import { tuple4 } from '../../tuples';
import type { OptionName, Written } from './LayerOptions';
import { writtenOperation } from './writtenOperation';

type WrittenOptions = Readonly<Partial<Record<OptionName, Written>>>;

const KEYS: Readonly<Record<string, OptionName>> = {
  stride: 'stride',
  strides: 'stride',
  pad: 'pad',
  padding: 'pad',
  f: 'kernel',
  kernel: 'kernel',
  kernel_size: 'kernel',
  kernelSize: 'kernel',
  kernel_shape: 'kernel',
  pool_size: 'kernel',
  poolSize: 'kernel',
  windowDimensions: 'kernel',
  window_shape: 'kernel',
  filter_size: 'kernel',
  dilation: 'dilation',
  dilations: 'dilation',
  pads: 'pad',
  auto_pad: 'pad',
  dilation_rate: 'dilation',
  groups: 'groups',
  mode: 'mode',
  ceil_mode: 'ceilMode',
  ceilMode: 'ceilMode',
  count_include_pad: 'countIncludePad',
  countIncludePad: 'countIncludePad',
  padding_mode: 'paddingMode',
  paddingMode: 'paddingMode',
  ties: 'ties',
  outputPadding: 'outputPadding',
  output_padding: 'outputPadding',
};

/** ONNX's name is too common outside of an entry with attributes. */
const ATTRIBUTES: Readonly<Record<string, OptionName>> = { group: 'groups' };

/** Hyperparameters as written, also entries of dictionaries; the last mention takes precedence. */
export function hyperparameters(values: Readonly<Record<string, Value>>): WrittenOptions {
  const found: Partial<Record<OptionName, Written>> = {};
  collect(values, found, 0);
  const { kind } = writtenOperation(values) ?? {};
  if (kind === 'max' || kind === 'average') found.mode ??= kind;
  return found;
}

/** `{"node": {"attribute": {"strides": [1, 2]}}}`. */
const MOST_NESTED = 2;

function collect(
  values: Readonly<Record<string, Value>>,
  found: Partial<Record<OptionName, Written>>,
  depth: number,
): void {
  for (const [key, value] of Object.entries(values)) {
    const id = ownEntry(KEYS, key) ?? (depth > 0 ? ownEntry(ATTRIBUTES, key) : undefined);
    const written = id === undefined ? undefined : writtenOf(id, value);
    if (id !== undefined && written !== undefined) found[id] = key === 'pads' ? ofOnnx(written) : written;
    else if (depth < MOST_NESTED && isDictionary(value)) collect(value, found, depth + 1);
  }
}

/** ONNX's `pads` are top, left, bottom, right; those of an option top, bottom, left, right. */
function ofOnnx(pads: Written): Written {
  if (typeof pads !== 'object' || pads.length !== 4) return pads;
  const [top, left, bottom, right] = tuple4(pads);
  return [top, bottom, left, right];
}

function writtenOf(id: OptionName, value: Value): Written | undefined {
  if (id === 'mode') return typeof value === 'string' ? poolingMode(value) : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  // ONNX's `auto_pad` of layers whose pads are numbers.
  if (value === 'NOTSET') return undefined;
  if (typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number') ? value : undefined;
  return undefined;
}

function poolingMode(text: string): 'max' | 'average' | undefined {
  if (/^max/i.test(text)) return 'max';
  return /^(avg|average|mean)/i.test(text) ? 'average' : undefined;
}
