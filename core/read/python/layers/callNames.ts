/** Operations of layer functions by name alone, for lenses: nothing is evaluated. */
import type { OperationName } from '../../ParseResult';

const COURSE: Readonly<Record<string, OperationName>> = {
  zero_pad: 'zero_pad',
  conv_single_step: 'conv_single_step',
  conv_forward: 'conv_forward',
  conv_backward: 'conv_backward',
  pool_forward: 'pool_forward',
  pool_backward: 'pool_backward',
  create_mask_from_window: 'create_mask_from_window',
  distribute_value: 'distribute_value',
};

type Patterns = readonly (readonly [pattern: RegExp, operation: OperationName])[];

/** Functions of courses and books, by their own names; of a combined layer the last operation that its call records. */
const BOOKS: Patterns = [
  [/^conv_forward_(naive|im2col|strides|fast)$/, 'conv_forward'],
  [/^conv_backward_(naive|im2col|strides|fast)$/, 'conv_backward'],
  [/^max_pool_forward_(naive|reshape|im2col|fast)$/, 'pool_forward'],
  [/^max_pool_backward_(naive|reshape|im2col|fast)$/, 'pool_backward'],
  [/^conv_relu_forward$/, 'conv_forward'],
  [/^conv_relu_pool_forward$/, 'pool_forward'],
  [/^conv_relu(_pool)?_backward$/, 'conv_backward'],
  [/^corr2d(_multi_in(_out(_1x1)?)?)?$/, 'conv_forward'],
  [/^trans_conv$/, 'conv_transpose_forward'],
  [/^pool2d$/, 'pool_forward'],
];

/** Functions of libraries, as they are written: `F.conv2d`, `signal.convolve2d`. */
const FUNCTIONS: Patterns = [
  [/^(F|(torch\.)?nn\.functional|(tf|tensorflow)\.nn|torch)\.conv[12]d$/, 'conv_forward'],
  [/^(F|(torch\.)?nn\.functional|torch)\.conv_transpose[12]d$/, 'conv_transpose_forward'],
  [/^(F|(torch\.)?nn\.functional|torch)\.(adaptive_)?(max|avg)_pool[12]d$/, 'pool_forward'],
  [/^(tf|tensorflow)\.nn\.conv2d_transpose$/, 'conv_transpose_forward'],
  [/^(tf|tensorflow)\.nn\.(max|avg)_pool(2d)?$/, 'pool_forward'],
  [/^((scipy\.)?(signal|sg|sig)\.)?(convolve2d|correlate2d)$/, 'conv_forward'],
  [/^(scipy\.)?(signal|sg|sig)\.(fft)?(convolve|correlate)$/, 'conv_forward'],
  [/^(scipy\.)?(ndimage|ndi|nd)\.(filters\.)?(convolve|correlate)(1d)?$/, 'conv_forward'],
  [/^(scipy\.)?(ndimage|ndi|nd)\.(filters\.)?(sobel|prewitt|laplace)$/, 'conv_forward'],
  [/^((scipy\.)?(ndimage|ndi|nd)\.(filters\.)?)?(maximum|uniform)_filter$/, 'pool_forward'],
  [/^(np|numpy)\.(convolve|correlate)$/, 'conv_forward'],
  [/^(cv2?\.)?(filter2D|blur|boxFilter)$/, 'conv_forward'],
  [/^cv2?\.(Sobel|Scharr|Laplacian|GaussianBlur)$/, 'conv_forward'],
  [/^(jax\.)?lax\.conv(_general_dilated|_with_general_padding)?$/, 'conv_forward'],
  [/^(jax\.)?lax\.reduce_window$/, 'pool_forward'],
  [/^(flax\.linen|nn)\.(max|avg)_pool$/, 'pool_forward'],
  [/^(F|(torch\.)?nn\.functional|torch|(tf|tensorflow)\.nn|jax\.nn)\.relu$/, 'relu_forward'],
  [/^(skimage\.measure\.|measure\.)?block_reduce$/, 'pool_forward'],
  [/^(F|chainer\.functions)\.convolution_2d$/, 'conv_forward'],
  [/^(F|chainer\.functions)\.(max|average)_pooling_2d$/, 'pool_forward'],
  [/^((mx|mxnet)\.)?(nd\.Convolution|npx\.convolution)$/, 'conv_forward'],
  [/^((mx|mxnet)\.)?(nd\.Pooling|npx\.pooling)$/, 'pool_forward'],
  [/^(hk|haiku)\.(max|avg)_pool$/, 'pool_forward'],
  [/^(mx|mlx\.core|K|(keras\.|tensorflow\.keras\.)?backend)\.conv2d$/, 'conv_forward'],
  [/^(K|(keras\.|tensorflow\.keras\.)?backend)\.pool2d$/, 'pool_forward'],
  [/^((theano\.tensor|T)\.)?(nnet\.(conv2d|conv\.conv2d)|(signal\.)?conv\.conv2d)$/, 'conv_forward'],
  [/^((theano\.tensor|T)\.)?(signal\.)?(downsample|pool)\.(max_)?pool_2d$/, 'pool_forward'],
  [/^(ops|mindspore\.ops)\.conv2d$/, 'conv_forward'],
  [/^(ops|mindspore\.ops)\.(max|avg)_pool[12]d$/, 'pool_forward'],
  [/^((tf|tensorflow)\.(contrib\.)?layers|slim)\.conv[12]d$/, 'conv_forward'],
  [/^((tf|tensorflow)\.(contrib\.)?layers|slim)\.(max|average|avg)_pool(ing)?[12]d$/, 'pool_forward'],
  [/^(op|opset\d*)\.Conv$/, 'conv_forward'],
  [/^(op|opset\d*)\.(Global)?(Max|Average)Pool$/, 'pool_forward'],
  [/^((keras\.)?ops)\.conv$/, 'conv_forward'],
  [/^((keras\.)?ops)\.(max|average)_pool$/, 'pool_forward'],
];

/** Classes whose objects are layers, under any module name. */
const CLASSES: Patterns = [
  [/^Conv[12][dD]$/, 'conv_forward'],
  [/^(ConvTranspose[12]d|Conv2DTranspose)$/, 'conv_transpose_forward'],
  [/^(Adaptive)?(Max|Avg)Pool[12]d$/, 'pool_forward'],
  [/^(Global)?(Max|Average|Avg)Pool(ing)?[12]D$/, 'pool_forward'],
];

const NODES: Readonly<Record<string, OperationName>> = {
  Conv: 'conv_forward',
  ConvTranspose: 'conv_transpose_forward',
  MaxPool: 'pool_forward',
  AveragePool: 'pool_forward',
  GlobalMaxPool: 'pool_forward',
  GlobalAveragePool: 'pool_forward',
  Relu: 'relu_forward',
};

/** The operation that a callee names; undefined for a name that is not a layer's. */
export function layerOperation(callee: string): OperationName | undefined {
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  if (Object.hasOwn(COURSE, last)) return COURSE[last];
  return firstMatch(BOOKS, last) ?? firstMatch(FUNCTIONS, callee) ?? firstMatch(CLASSES, last);
}

/** The operation of ONNX's `make_node(…)`, whose arguments begin at `open`. */
export function nodeOperation(text: string, open: number): OperationName | undefined {
  const name = /^\(\s*(?:op_type\s*=\s*)?["'](\w+)["']/.exec(text.slice(open, open + 200))?.[1];
  return name !== undefined && Object.hasOwn(NODES, name) ? NODES[name] : undefined;
}

/** `np.maximum(0, …)` and `np.maximum(…, 0)`; `call` is the text from the callee to the closing bracket. */
export function maximumOperation(call: string): OperationName | undefined {
  return /^\w+\.maximum\(\s*(?:0(?:\.0*)?\s*,|[^]*,\s*0(?:\.0*)?\s*\)$)/.test(call) ? 'relu_forward' : undefined;
}

const MADE = /^[ \t]*([A-Za-z_][\w.]*)[ \t]*=[ \t]*((?:[A-Za-z_]\w*\.)*[A-Z]\w*)\(/gm;
/** A sequence of layers counts as its last convolution or pooling. */
const SEQUENCE = /^(?:[A-Za-z_]\w*\.)*(?:Sequential|Model)$/;

/**
 * What calls of the text's own layer objects compute, by the name that is called: `conv` after `conv = nn.Conv2d(…)`, `layer.forward`
 * after `layer = Convolution(…)`, `model.predict` after `model = Sequential(…)`.
 */
export function layerObjects(text: string): ReadonlyMap<string, OperationName> {
  const found = new Map<string, OperationName>(importedFunctions(text));
  for (const [, name = '', type = ''] of text.matchAll(MADE)) {
    const last = type.slice(type.lastIndexOf('.') + 1);
    const operation = firstMatch(CLASSES, last);
    if (operation) {
      found.set(name, operation);
      if (/^(?:torch\.)?nn\./.test(type)) found.set(`${name}.forward`, operation);
    } else if (last === 'Convolution')
      found.set(`${name}.forward`, 'conv_forward').set(`${name}.backward`, 'conv_backward');
    else if (last === 'Pooling') found.set(`${name}.forward`, 'pool_forward').set(`${name}.backward`, 'pool_backward');
    else if (SEQUENCE.test(type)) found.set(name, 'conv_forward').set(`${name}.predict`, 'conv_forward');
  }
  return found;
}

/** Functions under the names that `from … import … as …` gives them. */
function importedFunctions(text: string): [name: string, operation: OperationName][] {
  return [...text.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)/gm)].flatMap(
    ([, module = '', names = '']) =>
      [...names.matchAll(/([A-Za-z_]\w*)(?:[ \t]+as[ \t]+([A-Za-z_]\w*))?/g)].flatMap(
        ([, name = '', local = name]): [string, OperationName][] => {
          const operation =
            firstMatch(FUNCTIONS, `${module}.${name}`) ?? (local === name ? undefined : layerOperation(name));
          return operation ? [[local, operation]] : [];
        },
      ),
  );
}

function firstMatch(patterns: Patterns, name: string): OperationName | undefined {
  return patterns.find(([pattern]) => pattern.test(name))?.[1];
}
