/**
 * The Python expressions that are asked of debugpy. Each takes a validated chain, returns one short string, assigns and prints
 * nothing, and needs nothing but Python's own modules; NumPy is used only where the program itself has loaded it. All names are
 * parameters, so that nothing the program calls `len` or `list` can come in between.
 */
import type { ElementType } from '../files/decodeNumbers';

/** `v` as an ndarray, if it is one or converts to one: torch and TensorFlow tensors, pandas, JAX, scalars. */
const AS_ARRAY = [
  '(lambda np, t:',
  " t.astype('f8').filled(b.float('nan')) if b.hasattr(t, 'filled') and b.hasattr(t, 'mask')",
  ' else np.asarray(t))',
  "(__import__('sys').modules['numpy'], ",
  "(lambda t: t.float() if b.str(t.dtype) == 'torch.bfloat16' else t)",
  '((lambda t: t.to_dense() if t.is_sparse else t.dequantize() if t.is_quantized else t)(v.detach().cpu()))',
  " if b.hasattr(v, 'detach') and b.hasattr(v, 'cpu') else v)",
].join('');

const HAS_ARRAY =
  "b.type(v) is not b.type and (b.hasattr(v, '__array__') or b.hasattr(v, '__array_interface__'))" +
  " and 'numpy' in __import__('sys').modules";

const SEQUENCES = '(b.list, b.tuple, b.range, b.bytes, b.bytearray, b.memoryview)';
const IS_SEQUENCE = `b.isinstance(v, ${SEQUENCES}) or b.type(v).__module__ == 'array'`;

/** The extents along the first element of each level; whether the others agree is seen when they are read. */
const FIRST_PATH =
  '(lambda f: f(f, v))(lambda f, x: (b.len(x),) + (f(f, x[0]) if b.len(x) else ()) if b.isinstance(x, ' +
  `${SEQUENCES}) or b.type(x).__module__ == 'array' else b.tuple(b.getattr(x, 'shape', ())))`;

const TEXT_OF_SHAPE = "','.join(b.str(n) for n in s)";

/** `array <f8 float64 numpy 2,3`, `list 2,3`, `number` or `other dict`. */
export function probeExpression(chain: string): string {
  const array = `(lambda a, s: ' '.join(('array', a.dtype.str, a.dtype.name, b.type(v).__module__.split('.')[0], ${TEXT_OF_SHAPE})))`;
  return called(
    chain,
    `(lambda a: ${array}(a, a.shape))(${AS_ARRAY}) if ${HAS_ARRAY}` +
      ` else 'list ' + (lambda s: ${TEXT_OF_SHAPE})(${FIRST_PATH}) if ${IS_SEQUENCE}` +
      " else 'number' if b.isinstance(v, (b.int, b.float)) else 'other ' + b.type(v).__name__",
  );
}

/** Base64 of the elements start … end − 1 of an array in C order, little-endian, as `type`. */
export function arrayBytesExpression(chain: string, start: number, end: number, type: ElementType | 'f8 cast'): string {
  const slice = `(${AS_ARRAY}).flat[${start}:${end}]`;
  const bytes =
    type === 'f8 cast' ? `${slice}.astype('<f8')` : `(lambda a: a.astype(a.dtype.newbyteorder('<')))(${slice})`;
  return called(chain, base64(`${bytes}.tobytes()`));
}

/**
 * Base64 of the float64 numbers in the entries start … end − 1 of a list, each of shape `inner`. Fails with KeyError 'ragged'
 * where an entry has another shape.
 */
export function listBytesExpression(chain: string, start: number, end: number, inner: readonly number[]): string {
  const shape = `(${[end - start, ...inner].join(', ')},)`;
  const plain = "(e.tolist() if b.hasattr(e, 'tolist') else e)";
  const flatten =
    `(lambda f, x, s: ([y for e in x for y in f(f, ${plain}, s[1:])]` +
    " if b.hasattr(x, '__len__') and b.len(x) == s[0] else {}['ragged'])" +
    " if s else {}['ragged'] if b.isinstance(x, (b.list, b.tuple)) else [x])";
  const numbers = `(lambda f: __import__('array').array('d', f(f, v[${start}:${end}], ${shape})))(${flatten})`;
  return called(chain, base64(numbers));
}

/** Base64 of one Python number as float64. */
export function numberExpression(chain: string): string {
  return called(chain, base64("__import__('array').array('d', [v])"));
}

function called(chain: string, body: string): string {
  return `(lambda v, b: ${body})(${chain}, __import__('builtins'))`;
}

function base64(bytes: string): string {
  return `__import__('binascii').b2a_base64(${bytes}, newline=False).decode()`;
}
