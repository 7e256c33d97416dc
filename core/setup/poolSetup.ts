/** A pooling layer with its arrays, from what was selected. */
import { defined } from '../defined';
import { isPadded, kernelExtent, paddedSize, type Axis } from '../layer/window';
import { outputShape, pool2dGeometry, type Geometry } from '../layer/geometry';
import type { NdArray } from '../array/NdArray';
import type { Pool2dOptions } from '../layer/options';
import { LensError, msg } from '../message';
import type { Field } from '../panel/protocol';
import type { Pass, PoolLayer } from '../step/Layer';
import type { Choices, Intent, Part, Setup } from './Setup';
import type { Tools } from './Tools';
import { assemble, begin, gradientOf } from './assembly';
import { checkbox, dilationField, kernelField, modeField, padField, passField, strideField, tiesField } from './fields';
import { inferGeometry, poolingCandidates } from './infer';
import { readPadding, readPair } from './texts';

export function setUpPool(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { pass, x, given } = beginning;
  const { texts, assumptions } = conventional(x.array, { ...intent.defaults, ...choices }, given?.placed.array);
  const options = readOptions(texts);
  const geometry = pool2dGeometry(x.array.shape, options);
  const forward: PoolLayer = { kind: 'pool', pass: 'forward', x: x.array, options };
  const output = { names: ['dA', 'A'], shape: outputShape(geometry), output: () => tools.output(forward) } as const;
  const gradient = gradientOf(beginning, output, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dA: gradient.array } : forward,
    gradient,
    fields: [passField(pass), modeField(options.mode), ...optionFields(texts, options, geometry, pass)],
    assumptions,
  });
}

interface Texts extends Choices {
  readonly kernel: string;
  readonly stride: string;
}

/** A window of 2 × 2 (as far as the input goes) that moves by its own size, unless a selected gradient needs another. */
function conventional(
  x: NdArray,
  stated: Choices,
  gradient: NdArray | undefined,
): { texts: Texts; assumptions: Part['assumptions'] } {
  const [, height, width] = x.shape as [number, number, number, number];
  const usual = [Math.min(2, height), Math.min(2, width)];
  const kernel = stated['kernel'] ?? (usual[0] === usual[1] ? String(usual[0]) : usual.join(', '));
  const texts = { ...stated, kernel, stride: stated['stride'] ?? kernel };
  const open = stated['kernel'] === undefined || stated['stride'] === undefined;
  const numeric = [stated['kernel'], stated['stride']].every((text) => text === undefined || /^\s*\d+\s*$/.test(text));
  if (!gradient || !open || !numeric) return { texts, assumptions: [] };
  const asNumber = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const largest = Math.min(Math.max(height, width), 16);
  const found = inferGeometry(
    poolingCandidates(asNumber(stated['kernel']), asNumber(stated['stride']), largest),
    gradient.shape,
    (each) =>
      pool2dGeometry(x.shape, readOptions({ ...stated, kernel: String(each.kernel), stride: String(each.stride) })),
  );
  if (!found) return { texts, assumptions: [] };
  const message = msg(
    'kernel {0} and stride {1}: with them the output has the gradient’s shape',
    found.kernel,
    found.stride,
  );
  return {
    texts: { ...stated, kernel: String(found.kernel), stride: String(found.stride) },
    assumptions: [{ message }],
  };
}

function readOptions(texts: Choices): Pool2dOptions {
  const { kernel = '2', stride, pad, dilation, mode, ties, ceilMode, countIncludePad } = texts;
  return {
    mode: readMode(mode),
    kernel: readPair('kernel', kernel),
    ...defined({
      stride: stride === undefined ? undefined : readPair('stride', stride),
      padding: pad === undefined ? undefined : readPadding(pad),
      dilation: dilation === undefined ? undefined : readPair('dilation', dilation),
      ceilMode: ceilMode === undefined ? undefined : ceilMode === 'true',
      countIncludePad: countIncludePad === undefined ? undefined : countIncludePad === 'true',
      ties: ties === 'first' || ties === 'all' ? ties : undefined,
    }),
  };
}

function readMode(text = 'max'): 'max' | 'average' {
  if (text === 'max' || text === 'average') return text;
  throw new LensError(msg('mode must be max or average, not “{0}”', text), 'mode');
}

function optionFields(
  texts: Texts,
  { mode, ties, ceilMode, countIncludePad }: Pool2dOptions,
  geometry: Geometry,
  pass: Pass,
): Field[] {
  const { rows, cols } = geometry;
  const padded = isPadded(geometry);
  return [
    kernelField(texts.kernel),
    strideField(texts.stride, geometry),
    padField(texts['pad'] ?? '0', geometry),
    ...(mode === 'max' ? [dilationField(texts['dilation'] ?? '1', geometry)] : []),
    ...(mode === 'max' && pass === 'backward' ? [tiesField(ties ?? 'all')] : []),
    ...(ceilMode || hangsOver(rows) || hangsOver(cols)
      ? [
          checkbox(
            'ceilMode',
            msg('ceil mode'),
            ceilMode ?? false,
            msg('a last window that hangs over the edge counts'),
          ),
        ]
      : []),
    ...(mode === 'average' && padded
      ? [
          checkbox(
            'countIncludePad',
            msg('count padding'),
            countIncludePad ?? true,
            msg('the mean divides by the padding’s cells too'),
          ),
        ]
      : []),
  ];
}

/** Whether the windows leave cells over at the far edge. */
function hangsOver(axis: Axis): boolean {
  return (paddedSize(axis) - kernelExtent(axis)) % axis.stride !== 0;
}
