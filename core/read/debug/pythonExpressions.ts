/**
 * The Python expressions that are sent to debugpy. Each takes a validated chain, evaluates it once, returns one short string,
 * assigns and prints nothing, and needs nothing but Python's own modules; NumPy is used only where the program itself has loaded it.
 * All names are parameters, so that the program's own `len` or `list` cannot shadow the built-in ones.
 *
 * No method of a class that the program defines is called, except `__array__` of the variable itself: the libraries' classes are
 * found in the method resolution order (`isinstance` and `hasattr` may run `__class__` and `__getattr__`), and lists, tuples and
 * numbers of derived classes are read by the methods of the built-in class.
 */
import type { StoredType } from '../files/decodeNumbers';

/** Names and their values; each may use those before it, `v` (the value), `b` (builtins) and `m` (sys.modules). */
const HELPERS: readonly (readonly [name: string, expression: string])[] = [
  ['mro', "lambda x: b.type.__dict__['__mro__'].__get__(b.type(x))"],
  ['named', "lambda x: b.type.__dict__['__name__'].__get__(b.type(x))"],
  // A class that the program has made in a namespace without __name__ has no module; the descriptor then raises.
  [
    'module',
    "lambda k: b.type.__dict__['__dict__'].__get__(k).get('__module__', '') if b.type.__dict__['__flags__'].__get__(k) & 512" +
      " else b.type.__dict__['__module__'].__get__(k)",
  ],
  ['root', "lambda x: b.str(module(b.type(x))).partition('.')[0]"],
  ['isa', 'lambda x, c: c is not None and b.any(k is c for k in mro(x))'],
  ['of', 'lambda x, module, name: isa(x, b.getattr(m.get(module), name, None))'],
  ['own', "lambda x, name: b.any(name in b.type.__dict__['__dict__'].__get__(k) for k in mro(x))"],
  [
    'base',
    'lambda x: b.next((k for k in (b.list, b.tuple, b.range, b.bytes, b.bytearray, b.memoryview,' +
      " b.getattr(m.get('array'), 'array', None)) if isa(x, k)), None)",
  ],
  // The methods of the built-in class, also where a derived class has its own.
  ['size', 'lambda x: base(x).__len__(x)'],
  ['entries', 'lambda x: b.iter(x) if b.type(x) is base(x) else (base(x).__getitem__(x, i) for i in b.range(size(x)))'],
  // torch, also sparse, quantized and on another device.
  [
    'onCpu',
    "lambda x: (lambda t: t.float() if b.str(t.dtype) == 'torch.bfloat16' else t)" +
      '((lambda t: t.to_dense() if t.is_sparse else t.dequantize() if t.is_quantized else t)(x.detach().cpu()))' +
      " if of(x, 'torch', 'Tensor') else x",
  ],
  [
    'asArray',
    "lambda x: x.astype('f8').filled(b.float('nan')) if of(x, 'numpy.ma', 'MaskedArray')" +
      " else m['numpy'].asarray(onCpu(x))",
  ],
  [
    'hasArray',
    "lambda x: 'numpy' in m and not isa(x, b.type) and (of(x, 'torch', 'Tensor') or own(x, '__array__')" +
      " or own(x, '__array_interface__'))",
  ],
  // The library of an object that is trusted to tell its shape and numbers.
  ['known', "lambda x: root(x) in ('numpy', 'torch', 'tensorflow', 'jax', 'jaxlib', 'pandas')"],
  [
    'plain',
    "lambda x: asArray(x).tolist() if 'numpy' in m and (of(x, 'numpy', 'ndarray') or of(x, 'torch', 'Tensor'))" +
      " else x.tolist() if known(x) and own(x, 'tolist') else x",
  ],
  // The extents along the first entry of each level; whether the others agree is seen when they are read.
  [
    'extents',
    'lambda f, x: (size(x),) + (f(f, b.next(entries(x))) if size(x) else ()) if base(x)' +
      " else asArray(x).shape if 'numpy' in m and (of(x, 'numpy', 'ndarray') or of(x, 'torch', 'Tensor'))" +
      " else b.tuple(x.shape) if known(x) and own(x, 'shape') else ()",
  ],
  ['product', 'lambda f, s: s[0] * f(f, s[1:]) if s else 1'],
  ['isPlain', 'lambda t: t is b.float or t is b.int or t is b.bool'],
  [
    'number',
    'lambda x: x if isPlain(b.type(x)) else b.float.__float__(x) if isa(x, b.float) else b.int.__float__(x) if isa(x, b.int)' +
      " else {}['ragged'] if base(x) in (b.list, b.tuple)" +
      " else x if known(x) or root(x) in ('builtins', 'decimal', 'fractions') else {}['object ' + named(x)]",
  ],
  [
    'numbers',
    'lambda f, x, s: ([number(e) for e in entries(x)] if b.len(s) == 1' +
      ' else [n for e in entries(x) for n in f(f, plain(e), s[1:])])' +
      " if base(x) and size(x) == s[0] else {}['ragged']",
  ],
  ['text', "lambda data: __import__('binascii').b2a_base64(data, newline=False).decode()"],
  ['packed', "lambda x: text(__import__('array').array('d', x))"],
  ['little', "lambda a: text(a.astype(a.dtype.newbyteorder('<')).tobytes())"],
  ['shown', "lambda s: ','.join(b.str(n) for n in s)"],
];

/**
 * `array <f8 float64 numpy 2,3 BYTES`, `list 2,3 BYTES`, `number BYTES` or `other dict`. BYTES: all numbers in C order as base64,
 * little-endian, where there are at most `inline`; else absent.
 */
export function probeExpression(chain: string, inline: number): string {
  const array =
    "(lambda a: ' '.join(('array', a.dtype.str, a.dtype.name, root(v), shown(a.shape))" +
    ` + ((little(a),) if a.size <= ${inline} and a.dtype.kind in 'fiub' and a.dtype.itemsize <= 8 else ())))`;
  const list =
    "(lambda s: ' '.join(('list', shown(s))" +
    ` + ((packed(numbers(numbers, v, s)),) if product(product, s) <= ${inline} else ())))`;
  return called(
    chain,
    `${array}(asArray(v)) if hasArray(v) else ${list}(extents(extents, v)) if base(v)` +
      " else 'number ' + packed([number(v)]) if isa(v, b.int) or isa(v, b.float) else 'other ' + named(v)",
  );
}

/** Base64 of the elements start … end − 1 of an array in C order, little-endian, as `type`. */
export function arrayBytesExpression(chain: string, start: number, end: number, type: StoredType | 'f8 cast'): string {
  const slice = `asArray(v).flat[${start}:${end}]`;
  return called(chain, type === 'f8 cast' ? `text(${slice}.astype('<f8').tobytes())` : `little(${slice})`);
}

/**
 * Base64 of the float64 numbers in the entries start … end − 1 of a list, each of shape `inner`. Fails with KeyError 'ragged'
 * where an entry has another shape, with KeyError 'object C' at an object of a class C of the program.
 */
export function listBytesExpression(chain: string, start: number, end: number, inner: readonly number[]): string {
  const shape = `(${[end - start, ...inner].join(', ')},)`;
  return called(chain, `packed(numbers(numbers, base(v).__getitem__(v, b.slice(${start}, ${end})), ${shape}))`);
}

function called(chain: string, body: string): string {
  const bound = HELPERS.reduceRight((rest, [name, value]) => `(lambda ${name}: ${rest})(${value})`, body);
  return `(lambda v, b, m: ${bound})(${chain}, __import__('builtins'), __import__('sys').modules)`;
}
