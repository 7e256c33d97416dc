/** PyTorch's names of gradients, as a tensor's text has them; those alone that no version of 1.11 or later has changed. */
import type { PyArray } from '../array/PyArray';

const CALLS: Readonly<Record<string, string>> = {
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  sin: 'Sin',
  cos: 'Cos',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  relu: 'Relu',
  ReLU: 'Relu',
  abs: 'Abs',
  neg: 'Neg',
  square: 'Pow',
  std: 'Std',
  var: 'Var',
  cumsum: 'Cumsum',
  expand: 'Expand',
  repeat: 'Repeat',
  maximum: 'Maximum',
  minimum: 'Minimum',
  clone: 'Clone',
  view: 'View',
  unsqueeze: 'Unsqueeze',
  t: 'T',
  transpose: 'Transpose',
  permute: 'Permute',
  stack: 'Stack',
  cat: 'Cat',
  mm: 'Mm',
  dot: 'Dot',
  bmm: 'Bmm',
  flip: 'Flip',
  roll: 'Roll',
  fold: 'Col2Im',
};

/** Layers, whose results have as many axes as PyTorch's operation. */
const LAYERS: Readonly<Record<string, readonly [node: string, axes: number]>> = {
  conv2d: ['Convolution', 4],
  Conv2d: ['Convolution', 4],
  conv_transpose2d: ['Convolution', 4],
  ConvTranspose2d: ['Convolution', 4],
  max_pool2d: ['MaxPool2DWithIndices', 4],
  MaxPool2d: ['MaxPool2DWithIndices', 4],
  avg_pool2d: ['AvgPool2D', 4],
  AvgPool2d: ['AvgPool2D', 4],
  BatchNorm2d: ['NativeBatchNorm', 4],
};

/** The name that a tensor's text has after a call of a function or layer; `given`: its arguments, the tensor among them. */
export function callNode(callee: string, given: number, result: PyArray): string | undefined {
  const name = callee.split('.').pop()!;
  if ((name === 'max' || name === 'min') && given === 1) return `${name === 'max' ? 'Max' : 'Min'}Backward1`;
  if (name === 'sum' || name === 'mean') return `${name === 'sum' ? 'Sum' : 'Mean'}Backward${given > 1 ? 1 : 0}`;
  if (Object.hasOwn(LAYERS, name)) {
    const [node, axes] = LAYERS[name]!;
    return result.shape.length === axes ? `${node}Backward0` : undefined;
  }
  return Object.hasOwn(CALLS, name) ? `${CALLS[name]!}Backward0` : undefined;
}
