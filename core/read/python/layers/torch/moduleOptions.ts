/** How PyTorch prints its modules: the options of each class, as its `extra_repr` writes them. */
import type { Call, FunctionTable, Implementation } from '../../library/call/Call';
import { LOSSES } from '../../library/torch/torchLosses';
import type { Py } from '../../value/Py';

/** As `repr` writes a value. */
type Write = (value: Py) => string;
type OptionsText = (given: Given) => string;

/** The arguments of the call that made a module, as Python writes them. */
class Given {
  constructor(
    private readonly call: Call,
    private readonly write: Write,
  ) {}

  /** The argument itself; `missing` without it. */
  as(name: string, missing: string): string {
    return this.call.lacks(name) ? missing : this.write(this.call.value(name));
  }

  /** One number for each of `count` axes; a name is written without quotes. */
  tuple(name: string, count: number, missing: number): string {
    const value = this.call.lacks(name) ? undefined : this.call.value(name);
    if (value?.kind === 'text') return value.value;
    const items =
      value?.kind === 'list' || value?.kind === 'tuple'
        ? value.items.map((item) => this.write(item))
        : Array<string>(count).fill(value ? this.write(value) : String(missing));
    return items.length === 1 ? `(${items[0]!},)` : `(${items.join(', ')})`;
  }

  is(name: string, missing: boolean): boolean {
    return this.call.has(name) ? this.call.flag(name, missing) : missing;
  }

  text(name: string, missing: string): string {
    return this.call.text(name, missing);
  }
}

const none: OptionsText = () => '';
const inPlace: OptionsText = (given) => (given.is('inplace', false) ? 'inplace=True' : '');
const andInPlace = (given: Given): string => (given.is('inplace', false) ? ', inplace=True' : '');
const outputSize: OptionsText = (given) => `output_size=${given.as('output_size', '')}`;
const rate: OptionsText = (given) => `p=${given.as('p', '0.5')}, inplace=${given.as('inplace', 'False')}`;
const dimension: OptionsText = (given) => `dim=${given.as('dim', 'None')}`;
const sides: OptionsText = (given) => given.tuple('padding', 4, 0);

const normalization: OptionsText = (given) =>
  [
    given.as('num_features', ''),
    `eps=${given.as('eps', '1e-05')}`,
    `momentum=${given.as('momentum', '0.1')}`,
    `affine=${given.as('affine', 'True')}`,
    `track_running_stats=${given.as('track_running_stats', 'True')}`,
  ].join(', ');

function convolution(axes: number, isTransposed = false): OptionsText {
  return (given) => {
    const unless = (name: string, usual: number): string[] => {
      const text = given.tuple(name, axes, usual);
      const isUsual = text
        .replace(/[(),]/g, '')
        .split(' ')
        .every((each) => each === String(usual));
      return isUsual ? [] : [`${name}=${text}`];
    };
    const [groups, mode] = [given.as('groups', '1'), given.text('padding_mode', 'zeros')];
    return [
      given.as('in_channels', ''),
      given.as('out_channels', ''),
      `kernel_size=${given.tuple('kernel_size', axes, 1)}`,
      `stride=${given.tuple('stride', axes, 1)}`,
      ...unless('padding', 0),
      ...unless('dilation', 1),
      ...(isTransposed ? unless('output_padding', 0) : []),
      ...(groups === '1' ? [] : [`groups=${groups}`]),
      ...(given.is('bias', true) ? [] : ['bias=False']),
      ...(mode === 'zeros' ? [] : [`padding_mode=${mode}`]),
    ].join(', ');
  };
}

const maximum: OptionsText = (given) => {
  const kernel = given.as('kernel_size', '');
  return [
    `kernel_size=${kernel}`,
    `stride=${given.as('stride', kernel)}`,
    `padding=${given.as('padding', '0')}`,
    `dilation=${given.as('dilation', '1')}`,
    `ceil_mode=${given.as('ceil_mode', 'False')}`,
  ].join(', ');
};

const average: OptionsText = (given) => {
  const kernel = given.as('kernel_size', '');
  return `kernel_size=${kernel}, stride=${given.as('stride', kernel)}, padding=${given.as('padding', '0')}`;
};

const columns: OptionsText = (given) =>
  [
    `kernel_size=${given.as('kernel_size', '')}`,
    `dilation=${given.as('dilation', '1')}`,
    `padding=${given.as('padding', '0')}`,
    `stride=${given.as('stride', '1')}`,
  ].join(', ');

/** Without classes whose text is not the same in all versions of PyTorch. */
const OPTIONS: Readonly<Record<string, OptionsText>> = {
  ...Object.fromEntries(Object.keys(LOSSES).map((name) => [name, none])),
  Conv1d: convolution(1),
  Conv2d: convolution(2),
  ConvTranspose1d: convolution(1, true),
  ConvTranspose2d: convolution(2, true),
  MaxPool1d: maximum,
  MaxPool2d: maximum,
  AvgPool1d: (given) => {
    const kernel = given.tuple('kernel_size', 1, 1);
    const stride = given.as('stride', '') === '' ? kernel : given.tuple('stride', 1, 1);
    return `kernel_size=${kernel}, stride=${stride}, padding=${given.tuple('padding', 1, 0)}`;
  },
  AvgPool2d: average,
  AdaptiveAvgPool2d: outputSize,
  AdaptiveMaxPool2d: outputSize,
  Linear: (given) =>
    `in_features=${given.as('in_features', '')}, out_features=${given.as('out_features', '')}, bias=${given.is('bias', true) ? 'True' : 'False'}`,
  BatchNorm1d: normalization,
  BatchNorm2d: normalization,
  Dropout: rate,
  Dropout2d: rate,
  AlphaDropout: rate,
  ReLU: inPlace,
  ReLU6: inPlace,
  SELU: inPlace,
  SiLU: inPlace,
  Mish: inPlace,
  LeakyReLU: (given) => `negative_slope=${given.as('negative_slope', '0.01')}${andInPlace(given)}`,
  ELU: (given) => `alpha=${given.as('alpha', '1.0')}${andInPlace(given)}`,
  Hardtanh: (given) =>
    `min_val=${given.as('min_val', '-1.0')}, max_val=${given.as('max_val', '1.0')}${andInPlace(given)}`,
  GELU: (given) => `approximate=${given.as('approximate', "'none'")}`,
  Tanh: none,
  Sigmoid: none,
  Hardsigmoid: none,
  Hardswish: none,
  Softmax: dimension,
  LogSoftmax: dimension,
  Flatten: (given) => `start_dim=${given.as('start_dim', '1')}, end_dim=${given.as('end_dim', '-1')}`,
  Identity: none,
  Sequential: none,
  ModuleList: none,
  ConstantPad2d: (given) => `padding=${sides(given)}, value=${given.as('value', '')}`,
  ReflectionPad2d: sides,
  ReplicationPad2d: sides,
  CircularPad2d: sides,
  Unfold: columns,
  Fold: (given) => `output_size=${given.as('output_size', '')}, ${columns(given)}`,
};

/** Classes of modules whose objects are printed as PyTorch prints them. */
export function printable(classes: FunctionTable): FunctionTable {
  return Object.fromEntries(
    Object.entries(classes).map(([name, [signature, make]]): [string, readonly [string, Implementation]] => {
      const options = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
      return [name, [signature, options ? (call) => withText(make(call), name, call, options) : make]];
    }),
  );
}

function withText(module: Py, name: string, call: Call, options: OptionsText): Py {
  if (module.kind !== 'layer') return module;
  return { ...module, printed: { name, options: (write: Write) => options(new Given(call, write)) } };
}
