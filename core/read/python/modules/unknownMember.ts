/** Why a function of a module cannot be called. */
import { anyOf } from '../../../anyOf';
import { LensError, msg } from '../../../message';
import { TENSOR_FLOW_RANDOM } from '../library/tensorflow/tensorflowFunctions';
import { TORCH_RANDOM } from '../library/torch/torchFunctions';
import type { Py } from '../value/Py';

/** Functions that read files, data sets or the network. */
const READS_DATA = new RegExp(
  [
    String.raw`(?:^|\.)${anyOf(`
      imread load loadtxt genfromtxt fromfile memmap read_csv read_image load_img load_image load_data load_dataset
      loadmat load_digits load_sample_images? urlopen urlretrieve get_file read_file
    `)}$`,
    String.raw`^h5py\.File$`,
    String.raw`^requests\.(?:get|post|request)$`,
    String.raw`^PIL\.Image\.open$`,
    String.raw`^(?:imageio|Image)\.(?:v\d\.)?open$`,
    String.raw`(?:^|\.)datasets\.`,
    String.raw`^skimage\.data\.`,
  ].join('|'),
);

/** The first function of a module that reads data among the calls of a statement. */
export function readerIn(statement: string): string | undefined {
  return [...statement.matchAll(/(?<![\w.])[A-Za-z_]\w*\.[\w.]+(?=\()/g)]
    .map(([name]) => name)
    .find((name) => READS_DATA.test(name));
}

/** Why a function is not run that reads data, whatever its arguments are; undefined for other functions. */
export function dataReader(found: Py, written: string): LensError | undefined {
  return found.kind === 'namespace' && READS_DATA.test(found.path) ? readsData(written) : undefined;
}

/** Why a function that reads data is not run. */
export function readsData(written: string): LensError {
  return new LensError(
    msg(
      '{0} reads data that are not in the text: write a small array in its place, or step through the variable while debugging',
      written,
    ),
  );
}

/** Why numbers of the generator of another library or language than NumPy are not known. */
export function drawsRandom(written: string, owner: string): LensError {
  return new LensError(msg("{0} draws from {1}'s own generator, which is not supported", written, owner));
}

/** Functions that make a network whose weights are random or in a file. */
const WEIGHTS = /^torchvision\.models\.|\.applications\.|^timm\.|\.from_pretrained$/;

/** Packages by their first names, whose missing functions are not in a file of the user's. */
const PACKAGES = String.raw`
  numpy scipy torch(?:vision|audio|text|metrics|data|ao)? tensorflow(?:_\w+)? keras(?:_\w+)? jax(?:lib|typing)?
  flax haiku mxnet mlx equinox autograd cupyx onnx\w* cv2 skimage sklearn PIL pandas matplotlib mindspore paddle
  theano chainer cupy numba d2l pytest tqdm einops timm transformers lightning pytorch_lightning tinygrad lasagne
  caffe\w* cntk optax absl IPython seaborn plotly ipywidgets imageio h5py librosa requests
`;
const STANDARD_LIBRARY = `
  itertools functools collections copy time random os sys re json argparse unittest pathlib typing warnings
  logging pickle glob datetime contextlib inspect dataclasses enum abc statistics cmath decimal fractions heapq
  bisect string struct io csv queue threading multiprocessing tempfile shutil traceback types zipfile gc builtins
  platform subprocess urllib math operator pprint textwrap numbers timeit hashlib doctest asyncio concurrent
`;
const LIBRARIES = new RegExp(String.raw`^${anyOf(PACKAGES + STANDARD_LIBRARY)}(?:\.|$)`);

/** Whether a path leads to another file of the user's. */
export function isElsewhere(path: string): boolean {
  return path.includes('.') && !LIBRARIES.test(path);
}

/** Why a module's member cannot be called. `related`: members that could be meant. */
export function unknownMember(path: string, written: string, related: readonly string[] = []): LensError {
  if (TORCH_RANDOM.test(path)) return drawsRandom(written, 'PyTorch');
  if (TENSOR_FLOW_RANDOM.test(path)) return drawsRandom(written, 'TensorFlow');
  if (WEIGHTS.test(path)) return new LensError(msg('the weights of {0} are not in the text', written));
  if (path.startsWith('sympy.'))
    return new LensError(msg('{0} computes with symbols, which is not supported', written));
  if (path.startsWith('numpy.random.')) {
    return new LensError(msg("{0} is not a supported function of NumPy's legacy generator", written));
  }
  if (READS_DATA.test(path)) return readsData(written);
  const module = isElsewhere(path) ? path.slice(0, path.lastIndexOf('.')).replace(/\[\].*$/, '') : undefined;
  if (module !== undefined) {
    const detail = msg('{0} comes from {1}, which is not in this text', written, module);
    return new LensError(detail, undefined, undefined, 'elsewhere');
  }
  return new LensError(
    related.length > 0
      ? msg('{0} is not supported; supported: {1}', written, related.join(', '))
      : msg('{0} is not supported', written),
  );
}
