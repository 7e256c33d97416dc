/** `keras.ops` and `keras.backend`: convolution and pooling as functions; NHWC images, HWIO filters, averages without padding. */
import { formatShape } from '../../../../array/NdArray';
import type { Pool2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { Call, FunctionTable } from '../../library/call/Call';
import { reluMethod } from '../../library/torch/torchMethods';
import { NONE, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { optionalPair, pairArgument, tensorflowPadding } from '../arguments';
import { placedAt } from '../forward';
import { options1d } from '../options1d';
import { tapedConvolve, tapedPool } from '../taped';
import { caller, dataFormatOf } from '../keras/tensorflow';
import { unsupportedArgument } from '../torch/torchCaller';

const POOL = 'inputs pool_size strides? padding? data_format?';

/** Functions of `keras.ops` by name. */
export const KERAS_OPERATIONS: FunctionTable = {
  conv: ['inputs kernel strides? padding? data_format? dilation_rate?', convolved],
  max_pool: [POOL, (call) => pooled(call, 'max')],
  average_pool: [POOL, (call) => pooled(call, 'average')],
  relu: ['input|x', reluMethod],
};

const dataFormat: FunctionTable[string] = [
  '',
  (call) => pyText(call.context.channelsFirst ? 'channels_first' : 'channels_last'),
];
const setDataFormat: FunctionTable[string] = [
  'data_format|dim_ordering',
  (call) => {
    const name = call.text('data_format');
    if (!/^(?:channels_(?:first|last)|tf|th)$/.test(name)) throw unsupportedArgument(call, 'data_format');
    call.context.channelsFirst = name === 'channels_first' || name === 'th';
    return NONE;
  },
];

/** Functions of `keras.config` by name. */
export const KERAS_CONFIG: FunctionTable = { image_data_format: dataFormat, set_image_data_format: setDataFormat };

/** Functions of `keras.backend` by name. */
export const KERAS_BACKEND: FunctionTable = {
  ...KERAS_CONFIG,
  set_image_dim_ordering: setDataFormat,
  conv2d: ['inputs|x kernel strides? padding? data_format? dilation_rate?', convolved],
  pool2d: [
    'inputs|x pool_size strides? padding? data_format? pool_mode?',
    (call) => pooled(call, call.text('pool_mode', 'max') === 'max' ? 'max' : 'average', 1),
  ],
};

function convolved(call: Call): Py {
  const layout = dataFormatOf(call);
  const axes = axesOf(call);
  const options = {
    stride: optionalPair(call, 'strides') ?? 1,
    padding: tensorflowPadding(call, layout),
    dilation: optionalPair(call, 'dilation_rate') ?? 1,
  };
  const request = {
    input: call.array('inputs'),
    filter: call.array('kernel'),
    bias: undefined,
    options: axes ? options1d(options, call) : options,
  };
  return placedAt(call.range, () => tapedConvolve(request, caller(call, layout, call.callee, axes), call.context));
}

/** 1 for sequences, undefined for images. */
function axesOf(call: Call): 1 | undefined {
  const { shape } = call.array('inputs');
  if (shape.length === 3) return 1;
  if (shape.length === 4) return undefined;
  throw new LensError(
    msg('{0} is supported with one or two spatial axes; {1} has shape {2}', call.callee, 'inputs', formatShape(shape)),
    undefined,
    call.range,
  );
}

/** `stride`: the default; absent, it is the window's size. */
function pooled(call: Call, mode: Pool2dOptions['mode'], stride?: number): Py {
  const layout = dataFormatOf(call);
  const kernel = pairArgument(call, 'pool_size');
  const options: Pool2dOptions = {
    mode,
    kernel,
    stride: optionalPair(call, 'strides') ?? stride ?? kernel,
    padding: tensorflowPadding(call, layout),
    ...(mode === 'average' && { countIncludePad: false }),
    ties: 'first',
  };
  const axes = axesOf(call);
  const given = axes ? options1d(options, call) : options;
  const by = caller(call, layout, call.callee, axes);
  return placedAt(call.range, () => tapedPool(call.array('inputs'), given, by, call.context));
}
