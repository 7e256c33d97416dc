/** `torch.nn.init`: fills a parameter in place. Formulas of `torch/nn/init.py`. */
import { LensError, msg } from '../../../../message';
import type { TorchGenerator } from '../../../../random/TorchGenerator';
import { flat, write } from '../../array/PyArray';
import { typeError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { drawn } from './torchRandom';

/** Functions of `torch.nn.init` by name. */
export const TORCH_INIT: FunctionTable = {
  constant_: ['tensor val', (call) => fill(call, call.number('val'))],
  ones_: ['tensor', (call) => fill(call, 1)],
  zeros_: ['tensor', (call) => fill(call, 0)],
  uniform_: ['tensor a? b?', (call) => uniform(call, call.number('a', 0), call.number('b', 1))],
  normal_: ['tensor mean? std?', (call) => normal(call, call.number('mean', 0), call.number('std', 1))],
  xavier_uniform_: ['tensor gain?', (call) => symmetric(call, Math.sqrt(3) * xavierDeviation(call))],
  xavier_normal_: ['tensor gain?', (call) => normal(call, 0, xavierDeviation(call))],
  kaiming_uniform_: ['tensor a? mode? nonlinearity?', (call) => symmetric(call, Math.sqrt(3) * kaimingDeviation(call))],
  kaiming_normal_: ['tensor a? mode? nonlinearity?', (call) => normal(call, 0, kaimingDeviation(call))],
};

function fill(call: Call, value: number): Py {
  const target = call.array('tensor');
  write(target, new Float64Array(call.context.allocate(target.shape)).fill(value), call.context);
  call.context.torch.overwrite(target);
  return call.value('tensor');
}

function symmetric(call: Call, bound: number): Py {
  return uniform(call, -bound, bound);
}

function uniform(call: Call, from: number, to: number): Py {
  return filled(call, (generator, size, double) => generator.uniform(size, from, to, double));
}

function normal(call: Call, mean: number, std: number): Py {
  return filled(call, (generator, size, double) => generator.normal(size, mean, std, double));
}

function filled(
  call: Call,
  draw: (generator: TorchGenerator, size: number, double: boolean) => Float32Array | Float64Array,
): Py {
  const target = call.array('tensor');
  const double = target.dtype === 'float64';
  const values = drawn(call, target.shape, target.dtype, (generator, size) => draw(generator, size, double));
  write(target, flat(values), call.context);
  return call.value('tensor');
}

function xavierDeviation(call: Call): number {
  const [fanIn, fanOut] = fans(call);
  return call.number('gain', 1) * Math.sqrt(2 / (fanIn + fanOut));
}

function kaimingDeviation(call: Call): number {
  const [fanIn, fanOut] = fans(call);
  const mode = call.text('mode', 'fan_in');
  return gain(call) / Math.sqrt(mode === 'fan_out' ? fanOut : fanIn);
}

function gain(call: Call): number {
  const name = call.text('nonlinearity', 'leaky_relu');
  if (name === 'relu') return Math.sqrt(2);
  if (name === 'leaky_relu') return Math.sqrt(2 / (1 + call.number('a', 0) ** 2));
  if (name === 'linear' || name === 'conv2d' || name === 'sigmoid') return 1;
  throw new LensError(
    msg('the argument {0} of {1} is not supported', 'nonlinearity', call.callee),
    undefined,
    call.range,
  );
}

/** Inputs and outputs of a unit: the first axes times the size of the receptive field. */
function fans(call: Call): [fanIn: number, fanOut: number] {
  const { shape } = call.array('tensor');
  if (shape.length < 2)
    throw typeError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  const field = shape.slice(2).reduce((product, extent) => product * extent, 1);
  return [shape[1]! * field, shape[0]! * field];
}
