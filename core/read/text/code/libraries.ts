/** Layer calls of libraries for C-like languages, one row per function. */

/** What an argument is; `-` is passed over, and must not change the layer. */
export type ArgumentRole =
  | 'x'
  | 'w'
  | 'b'
  | 'kernel'
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'groups'
  | 'format'
  | 'filterFormat'
  | 'ceilMode'
  | 'countIncludePad'
  | 'divisor'
  | 'outputPadding'
  | 'outputShape'
  | 'options'
  | 'anchor'
  | 'delta'
  | 'border'
  | '-';

export interface LayerFunction {
  readonly operation: 'conv' | 'transpose' | 'max' | 'average' | 'pad' | 'relu';
  /** The arguments in their order; a method has its array before them. */
  readonly signature: readonly ArgumentRole[];
  readonly layout: 'nchw' | 'nhwc';
  /** Layout of the filters. */
  readonly filters?: 'oihw' | 'hwio' | 'depthwise';
  /** Stride where none is given. */
  readonly stride: 1 | 'kernel';
  /** Whether zeros of the padding count in an average. */
  readonly countIncludePad?: false;
  /** The image and the kernel are matrices, and the image is reflected at its border: OpenCV. */
  readonly planar?: true;
  /** A true convolution of vectors, with a result for every overlap: Commons Math. */
  readonly full?: true;
  /** The arguments are known by their names or their numbers; images and kernels may be matrices. */
  readonly isNamed?: true;
  /** Its call gives two arrays and nothing else. */
  readonly isBare?: true;
  /** Its arrays have one axis of places, its options one number: `conv1d`. */
  readonly isLine?: true;
}

export type Library = Readonly<Record<string, LayerFunction>>;

function signature(names: string): readonly ArgumentRole[] {
  return names.split(' ') as ArgumentRole[];
}

/** ReLU, as a function or a method. */
export const RELU: LayerFunction = { operation: 'relu', signature: ['x'], layout: 'nchw', stride: 1 };

const TORCH: Library = withLines({
  relu: RELU,
  conv2d: conv('x w b stride padding dilation groups'),
  conv_transpose2d: transpose('x w b stride padding outputPadding groups dilation'),
  max_pool2d: pool('max', 'x kernel stride padding dilation ceilMode'),
  avg_pool2d: pool('average', 'x kernel stride padding ceilMode countIncludePad divisor'),
});

const BURN: Library = withLines({
  relu: RELU,
  conv2d: conv('x w b options'),
  max_pool2d: pool('max', 'x kernel stride padding dilation ceilMode'),
  avg_pool2d: pool('average', 'x kernel stride padding countIncludePad ceilMode'),
});

const CANDLE: Library = withLines({
  relu: RELU,
  conv2d: conv('x w padding stride dilation groups'),
  conv_transpose2d: transpose('x w padding outputPadding stride dilation'),
  max_pool2d: pool('max', 'x kernel'),
  max_pool2d_with_stride: pool('max', 'x kernel stride'),
  avg_pool2d: pool('average', 'x kernel'),
  avg_pool2d_with_stride: pool('average', 'x kernel stride'),
});

const TENSORFLOW: Library = withLines({
  relu: { ...RELU, layout: 'nhwc' },
  conv2d: { ...conv('x w stride padding format dilation -'), layout: 'nhwc', filters: 'hwio' },
  conv2dTranspose: { ...transpose('x w outputShape stride padding -'), layout: 'nhwc', filters: 'hwio' },
  depthwiseConv2d: { ...conv('x w stride padding format dilation -'), layout: 'nhwc', filters: 'depthwise' },
  maxPool: { ...pool('max', 'x kernel stride padding -'), layout: 'nhwc', stride: 1 },
  avgPool: { ...pool('average', 'x kernel stride padding -'), layout: 'nhwc', stride: 1, countIncludePad: false },
  pad: { operation: 'pad', signature: signature('x padding delta'), layout: 'nhwc', stride: 1 },
});

/** WebNN; its first versions took the options one by one. */
const WEB_NN: Library = {
  relu: RELU,
  conv2d: conv('x w options'),
  convTranspose2d: transpose('x w options'),
  maxPool2d: { ...pool('max', 'x options'), stride: 1 },
  averagePool2d: { ...pool('average', 'x options'), stride: 1, countIncludePad: false },
};

const GORGONIA: Library = withLines({
  Rectify: RELU,
  Conv2d: conv('x w kernel padding stride dilation'),
  MaxPool2D: { ...pool('max', 'x kernel padding stride'), stride: 1 },
  AveragePool2D: { ...pool('average', 'x kernel padding stride'), stride: 1 },
});

const ARRAYMANCER: Library = {
  relu: RELU,
  conv2d: conv('x w b padding stride'),
  maxpool2d: { ...pool('max', 'x kernel padding stride'), stride: 1 },
};

/** Elixir. */
const NX: Library = { conv: conv('x w') };

const OPEN_CV: Library = {
  filter2D: { ...conv('x - - w anchor delta border'), layout: 'nhwc', planar: true },
};

const COMMONS_MATH: Library = {
  convolve: { ...conv('x w'), full: true },
};

/** A library, and what of a text shows that it is used. */
interface Evidence {
  readonly pattern: RegExp;
  readonly library: Library;
}

const LIBRARIES: readonly Evidence[] = [
  {
    pattern: /\bcandle(?:_core|_nn)?\b|\bTensor::(?:new|from_vec|arange)\([^;]*\bdev(?:ice)?,?\s*\)\?/,
    library: CANDLE,
  },
  { pattern: /\bburn(?:_\w+)?::|\bTestTensor\b|\bTensorData\b|\bConvOptions\b/, library: BURN },
  { pattern: /\btch::|\bTensor::(?:from_slice|of_slice|f_from_slice)\b/, library: TORCH },
  { pattern: /\btorch::|<torch\/|\bat::|\bTorchSharp\b|\btorch\.nn\b|\bATen\b/, library: TORCH },
  { pattern: /\btf\.\w+|tfjs|@tensorflow/, library: TENSORFLOW },
  { pattern: /MLGraphBuilder|navigator\.ml\b|\b(?:builder|nn)\.(?:conv2d|maxPool2d|averagePool2d)\(/, library: WEB_NN },
  { pattern: /\bcv::|opencv2|\bMat_</, library: OPEN_CV },
  { pattern: /\bMathArrays\.convolve\(/, library: COMMONS_MATH },
  { pattern: /\bNx\.tensor\(/, library: NX },
  { pattern: /\barraymancer\b/, library: ARRAYMANCER },
  { pattern: /gorgonia|\bTapeMachine\b|\bNewTapeMachine\b|\bWithShape\(/, library: GORGONIA },
];

/** The library that a text uses; undefined where it is not one of these. */
export function libraryOf(text: string): Library | undefined {
  return LIBRARIES.find(({ pattern }) => pattern.test(text))?.library;
}

/** PyTorch's order of arguments, which many libraries have. */
export const usualLibrary = TORCH;

/** With the functions of one axis of places, which take the same arguments. */
function withLines(library: Library): Library {
  const lines = Object.entries(library).flatMap(([name, row]): [string, LayerFunction][] =>
    /2d/i.test(name) && row.filters !== 'depthwise' ? [[name.replace(/2(?=d)/i, '1'), { ...row, isLine: true }]] : [],
  );
  return { ...library, ...Object.fromEntries(lines) };
}

function conv(names: string): LayerFunction {
  return { operation: 'conv', signature: signature(names), layout: 'nchw', filters: 'oihw', stride: 1 };
}

function transpose(names: string): LayerFunction {
  return { ...conv(names), operation: 'transpose' };
}

function pool(operation: 'max' | 'average', names: string): LayerFunction {
  return { operation, signature: signature(names), layout: 'nchw', stride: 'kernel' };
}
