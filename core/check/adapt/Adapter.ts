/** How a function of the text is called for a case, as Python source, and how its result is read. */
import type { ResultName } from '../cases/LayerCase';
import { isBackward, type CourseFunction } from '../CourseFunction';
import type { FixedGeometry } from '../cases/FixedGeometry';
import { NAMED_TYPE, OPTIONS_TYPE } from './roles/parameterItems';

/** The axes of a call, `of:NHWC:HW:HW`: those of the input, of the filter and of the output, of which the absent ones have size 1. */
export type CalledLayout = `of:${string}:${string}:${string}`;

/**
 * Axes of the arrays that the function takes: `plane` has no examples and channels; `plane-HWC` and `plane-CHW` take a plane
 * and filters (n_C, f, f), and give channels last or first, `HWN` the planes of an
 * image with colors, `NHW-CHW` planes of several examples; `HWC-plane` and `CHW-plane` take one filter with the input's channels
 * and give a plane. `OHWI`, `IOHW`, `IHWO`: the axes of the filters where they are not those that go with the input's. `OI`, `IO`:
 * filters of one cell. `L`: one spatial axis, `NL` and `LN` of several signals with one filter; `NL-NCL` and `L-CL` take signals without channels, and one filter for each channel of the result.
 */
export type AxisLayout =
  | CalledLayout
  | 'NHWC'
  | 'NCHW'
  | 'HWC'
  | 'CHW'
  | 'plane'
  | 'NHW'
  | 'HWN'
  | 'plane-HWC'
  | 'plane-CHW'
  | 'NHW-CHW'
  | 'NHWC-OHWI'
  | 'HWC-OHWI'
  | 'NHWC-OIHW'
  | 'HWC-OIHW'
  | 'HWC-IOHW'
  | 'CHW-IOHW'
  | 'NCHW-IOHW'
  | 'NCHW-HWIO'
  | 'CHW-HWIO'
  | 'NCHW-IHWO'
  | 'CHW-IHWO'
  | 'HWC-plane'
  | 'CHW-plane'
  | 'NHWC-plane'
  | 'NCHW-plane'
  | 'NHWC-depthwise'
  | 'NCHW-depthwise'
  | 'NHWC-OHW-depthwise'
  | 'HWC-OHW-depthwise'
  | 'HWC-depthwise'
  | 'CHW-depthwise'
  | 'NHWC-HWOI-depthwise'
  | 'HWC-HWOI-depthwise'
  | 'NCHW-OIHW-depthwise'
  | 'CHW-OIHW-depthwise'
  | 'NHWC-HWCM-depthwise'
  | 'HWC-HWCM-depthwise'
  | 'NCHW-CMHW-depthwise'
  | 'CHW-CMHW-depthwise'
  | 'NCHW-multiplied-depthwise'
  | 'CHW-multiplied-depthwise'
  | 'NCHW-OI'
  | 'NCHW-IO'
  | 'NHWC-IO'
  | 'NHWC-OI'
  | 'CHW-OI'
  | 'CHW-IO'
  | 'HWC-IO'
  | 'HWC-OI'
  | 'NCL'
  | 'NLC'
  | 'CL'
  | 'LC'
  | 'L'
  | 'NL-NCL'
  | 'NL'
  | 'LN'
  | 'L-CL'
  | 'CHWN'
  | 'HWCN'
  | 'CHWN-HWIO'
  | 'NHWC-HWOI';

export interface Adapter {
  /** Of a special layer: the operation whose mistakes are most alike. */
  readonly operation: CourseFunction;
  /** A special layer: its cases have arrays in the function's own axes, and no steps. */
  readonly special?: string;
  /** `conv_forward`, `Convolution.forward`. */
  readonly name: string;
  /** The definition that has to be kept: the function or class, and helpers that the driver calls. */
  readonly roots: readonly string[];
  readonly layout: AxisLayout;
  /** Body of the driver: statements that end with `return …`. */
  readonly body: readonly string[];
  readonly results: readonly ResultName[];
  /** Place of the only result among the returned values, where it is not the first array. */
  readonly place?: number;
  /** The results in the order of the names to which the text's own calls unpack them, where these tell it. */
  readonly order?: readonly ResultName[];
  /** What the function supports, as far as its signature shows it. */
  readonly supports: Support;
  readonly fixed: FixedGeometry;
  /** Precision to which the text itself rounds, where it is not double, or its number of decimals. `bytes`: whole numbers from 0 to 255. */
  readonly precision?: 'half' | 'single' | 'bytes' | number;
  /** Gradients are cut off at a bound: those of the cases are small. */
  readonly isBounded?: boolean;
  /** The driver can call the method of the object twice; only the second result counts. */
  readonly repeats?: boolean;
  /** The constructor takes an argument of unknown meaning. */
  readonly hasUnknown?: boolean;
  /** One that the text does not give. */
  readonly hasStandIn?: boolean;
  /** One that only its place explains. */
  readonly isByOrder?: boolean;
  /** The forward function whose own cache the driver can pass on. */
  readonly ownCacheOf?: string;
}

export interface Support {
  /** The values that the function can take; undefined where any is possible. */
  readonly stride?: number;
  readonly pad?: number;
  /** `own`: neither an argument nor a name tells it. */
  readonly mode?: 'max' | 'average' | 'own';
  readonly bias: boolean;
  /** `own`: the text holds the window's size. */
  readonly kernel?: 'own';
  readonly dilated?: boolean;
  /** The padding is given as 'valid' or 'same'. */
  readonly isPaddingText?: boolean;
  /** The cells that 'same' adds depend on the stride, as in TensorFlow. */
  readonly isSameOfStride?: boolean;
  readonly grouped?: boolean;
  /** The window's rows and columns have names of their own. */
  readonly rectangular?: boolean;
  /** The text halves a size of the window twice: once for the rows, once for the columns. */
  readonly halves?: boolean;
  /** Rows and columns have strides of their own. */
  readonly pairedStride?: boolean;
  /** Each side has padding of its own. */
  readonly sides?: boolean;
  /** The stride that is left out is the size of the window. */
  readonly tiled?: boolean;
  /** Rows and columns have padding of their own. */
  readonly pairedPad?: boolean;
}

export const DRIVER = '_lens_case';

/** Type of the error where the weights that a class makes have other axes than those of a layout. */
export const OTHER_AXES = '_LensOtherAxes';

/** The case's weights in place of those that a class made, which may be a matrix with the filters in its rows or columns, and the reverse of their gradient; also a bias of every cell. */
const FIT = `class ${OTHER_AXES}(Exception): pass
def _lens_fit(w, made, any_shape):
    shape = _lens_np.shape(made)
    if shape == w.shape: return w
    if len(shape) == 2 and w.ndim > 2 and w.size == shape[0] * shape[1]:
        return w.reshape(w.shape[0], -1).T.copy() if w.shape[0] == shape[1] != shape[0] else w.reshape(shape)
    if len(shape) == 3 and shape in ((w.shape[0] * w.shape[1], *w.shape[2:]), (*w.shape[:2], w.shape[-2] * w.shape[-1])): return w.reshape(shape)
    if any_shape or shape == (): return w
    raise ${OTHER_AXES}()
def _lens_unfit(gradient, w, made):
    shape = _lens_np.shape(made)
    if len(shape) not in (2, 3) or w.ndim <= len(shape) or _lens_np.shape(gradient) != shape: return gradient
    return gradient.T.reshape(w.shape) if len(shape) == 2 and w.shape[0] == shape[1] != shape[0] else gradient.reshape(w.shape)
def _lens_tied(b, made, cells):
    shape = _lens_np.shape(made)
    if len(shape) == 1: return b.reshape(-1)
    return b.reshape(shape) if b.size == _lens_np.size(made) else _lens_np.zeros(shape) + b.reshape(cells)
def _lens_untied(gradient, b, made, axis):
    if b.size == _lens_np.size(made) or _lens_np.shape(gradient) != _lens_np.shape(made): return gradient
    return _lens_np.moveaxis(gradient, axis, -1).reshape(-1, b.size).sum(0)`;

/** In place of the text's optimizer: the weights do not change. */
const OPTIMIZER = `class _LensOptimizer:
    learning_rate = lr = alpha = eta = 0.0
    def step(self, weights, *others, **named): return weights
    update = apply = calculate_update = update_weights = step`;

/** In place of an object of unknown meaning; also a function: of a shape it makes an array, an array it returns. */
export const STAND_IN = '_LensAny';
const ANY = `from types import SimpleNamespace as _LensNamespace
class ${STAND_IN}(_LensNamespace):
    def __getitem__(self, key): return 1
    def __call__(self, *given):
        if isinstance(given[0], _lens_np.ndarray): return given[0]
        return _lens_np.random.rand(*(given[0] if isinstance(given[0], (tuple, list)) else given))`;

/** The bias of the first filter, for functions that take one number for all. */
export const NUMBER_BIAS = 'float(b.reshape(-1)[0])';

/** Makes a tensor of an array of the case. */
export const TENSOR = '_lens_tensor';
const TENSORS = `import torch as _lens_torch
_lens_torch.set_default_dtype(_lens_torch.float64)
def ${TENSOR}(a): return _lens_torch.as_tensor(a) if isinstance(a, _lens_np.ndarray) else a`;

/** In place of the object in which a forward function keeps what its gradient needs. */
const CONTEXT = `class _LensContext:
    def save_for_backward(self, *kept): self.saved_tensors = kept`;

/** In place of the text's own objects of options. */
const OPTIONS = `from types import SimpleNamespace as ${OPTIONS_TYPE}`;

/** The case's filter in the text's dictionary of filters, under a name of the text. */
const NAMED = `class ${NAMED_TYPE}:
    def __init__(self, filters, name): self.filters, self.name = filters, name
    def __call__(self, filter):
        is_list = isinstance(self.filters[self.name], list)
        self.filters[self.name] = _lens_np.asarray(filter).tolist() if is_list else _lens_np.asarray(filter)
        return self.name`;

/** In place of the gradient of a forward function: zeros of the shape of its result, for functions that take it or its sizes. */
const OUTPUT = `g = _lens_np.zeros((
        x.shape[0],
        (x.shape[1] + sides[0] + sides[1] - d * (kh - 1) - 1) // s + 1,
        (x.shape[2] + sides[2] + sides[3] - d * (kw - 1) - 1) // sc + 1,
        (x if w is None else w).shape[3],
    ))`;

/** Source of the driver function, to be appended to the definitions. */
export function driverSource({ body, operation, special }: Adapter): string {
  const takesOutput = special === undefined && !isBackward(operation) && body.some((line) => /\bg\b/.test(line));
  const lines = [
    '',
    'import numpy as _lens_np',
    FIT,
    ...(body.some((line) => line.includes('_LensOptimizer(')) ? [OPTIMIZER] : []),
    ...(body.some((line) => line.includes(`${OPTIONS_TYPE}(`)) ? [OPTIONS] : []),
    ...(body.some((line) => line.includes(`${TENSOR}(`)) ? [TENSORS] : []),
    ...(body.some((line) => line.includes('_LensContext(')) ? [CONTEXT] : []),
    ...(body.some((line) => line.includes(`${STAND_IN}(`)) ? [ANY] : []),
    ...(body.some((line) => line.includes(`${NAMED_TYPE}(`)) ? [NAMED] : []),
    `def ${DRIVER}(x, w, b, g, s, p, kh, kw, mode, value, d, groups, sc, pc, use, sides):`,
    ...(takesOutput ? [`    ${OUTPUT}`] : []),
  ];
  return [...lines, ...body.map((line) => `    ${line}`), ''].join('\n');
}
