/** A pooling layer with its arrays, from what was selected. */
import { defined } from '../../defined';
import { isPadded, kernelExtent, paddedSize, type Axis } from '../../layer/window';
import { outputShape, pool2dGeometry, type Geometry } from '../../layer/geometry';
import type { NdArray } from '../../array/NdArray';
import type { Pair, Pool2dOptions } from '../../layer/options';
import { msg } from '../../message';
import type { Field } from '../../panel/protocol';
import type { Pass, PoolLayer } from '../../step/Layer';
import { tuple4 } from '../../tuples';
import type { Choices, Intent, Part, Setup } from '../Setup';
import type { Tools } from '../Tools';
import { assemble, begin, gradientOf } from './assembly';
import {
  checkboxField,
  dilationField,
  kernelField,
  modeField,
  padField,
  passField,
  rare,
  strideField,
  tiesField,
} from '../fields';
import { inferGeometry, isOpenOrCount, poolingCandidates } from '../inferGeometry';
import type { StatedOptions } from '../options/StatedOptions';

export function setUpPool(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { pass, x, given } = beginning;
  const { used, assumptions } = conventional(x.array, intent.options.with(choices), given?.placed.array);
  const options = readOptions(used);
  const geometry = pool2dGeometry(x.array.shape, options);
  const forward: PoolLayer = { kind: 'pool', pass: 'forward', x: x.array, options };
  const output = { names: ['dA', 'A'], shape: outputShape(geometry), output: () => tools.output(forward) } as const;
  const gradient = gradientOf(beginning, output, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    gradient,
    fields: [passField(pass), modeField(options.mode), ...optionFields(used, options, geometry, pass)],
    assumptions,
  });
}

/** A window of 2 × 2 (as far as the input goes) that moves by its own size, unless a selected gradient needs another. */
function conventional(
  x: NdArray,
  stated: StatedOptions,
  gradient: NdArray | undefined,
): { used: StatedOptions; assumptions: Part['assumptions'] } {
  const [, height, width] = tuple4(x.shape);
  const [kernel, stride] = [stated.get('kernel'), stated.get('stride')];
  const window = kernel ?? usualWindow(height, width);
  const used = stated.withDefaults({ kernel: window, stride: window });
  const isOpen = kernel === undefined || stride === undefined;
  if (!gradient || !isOpen || !isOpenOrCount(kernel) || !isOpenOrCount(stride)) return { used, assumptions: [] };
  const largest = Math.min(Math.max(height, width), 16);
  const found = inferGeometry(poolingCandidates(kernel, stride, largest), gradient.shape, (each) =>
    pool2dGeometry(x.shape, readOptions(stated.withDefaults({ kernel: each.kernel, stride: each.stride }))),
  );
  if (!found) return { used, assumptions: [] };
  const message = msg(
    'kernel {0} and stride {1}: with them the output has the gradient’s shape',
    found.kernel,
    found.stride,
  );
  return { used: stated.withDefaults({ kernel: found.kernel, stride: found.stride }), assumptions: [{ message }] };
}

function usualWindow(height: number, width: number): Pair {
  const [rows, cols] = [Math.min(2, height), Math.min(2, width)];
  return rows === cols ? rows : [rows, cols];
}

function readOptions(stated: StatedOptions): Pool2dOptions {
  return {
    mode: stated.get('mode') ?? 'max',
    kernel: stated.get('kernel')!,
    ...defined({
      stride: stated.get('stride'),
      padding: stated.get('pad'),
      dilation: stated.get('dilation'),
      ceilMode: stated.get('ceilMode'),
      countIncludePad: stated.get('countIncludePad'),
      ties: stated.get('ties'),
    }),
  };
}

function optionFields(
  used: StatedOptions,
  { mode, ties, ceilMode, countIncludePad }: Pool2dOptions,
  geometry: Geometry,
  pass: Pass,
): Field[] {
  const { rows, cols } = geometry;
  const padded = isPadded(geometry);
  return [
    kernelField(used.text('kernel')!),
    strideField(used.text('stride')!, geometry),
    padField(used.text('pad') ?? '0', geometry),
    ...(mode === 'max' ? [dilationField(used.text('dilation') ?? '1', geometry)] : []),
    ...(mode === 'max' && pass === 'backward' ? [tiesField(ties ?? 'all')] : []),
    ...(ceilMode || hangsOver(rows) || hangsOver(cols)
      ? [
          rare(
            checkboxField(
              'ceilMode',
              msg('ceil mode'),
              ceilMode ?? false,
              msg('a last window that extends past the padded input counts'),
            ),
          ),
        ]
      : []),
    ...(mode === 'average' && padded
      ? [
          rare(
            checkboxField(
              'countIncludePad',
              msg('count padding'),
              countIncludePad ?? true,
              msg('the mean divides by the padding’s cells too'),
            ),
          ),
        ]
      : []),
  ];
}

/** Whether the windows leave cells over at the far edge. */
function hangsOver(axis: Axis): boolean {
  return (paddedSize(axis) - kernelExtent(axis)) % axis.stride !== 0;
}
