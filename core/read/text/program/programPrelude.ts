/** What translated programs call: Python functions with the meaning of MATLAB's, Julia's and R's. */

const HELPERS: Readonly<Record<string, string>> = {
  _row: `def _row(a, b, s):
    return np.arange(a, b + s * 0.5, s)`,
  _upto: `def _upto(a, b, s):
    return range(int(a), int(np.floor(b)) + 1, int(s)) if s > 0 else range(int(a), int(np.ceil(b)) - 1, int(s))`,
  _values: `def _values(x):
    return [x] if np.ndim(x) == 0 else list(np.ravel(x))`,
  _filled: `def _filled(value, square, *sizes):
    shape = [int(s) for part in sizes for s in np.ravel(part)]
    return np.full(shape * 2 if square and len(shape) == 1 else shape, float(value))`,
  _down: `def _down(f, x):
    shape = np.shape(x)
    return f(x) if len(shape) < 2 or 1 in shape[:2] and len(shape) == 2 else f(x, axis=0, keepdims=True)`,
  _length: `def _length(x):
    return sorted([1] + list(np.shape(x)))[-1]`,
  _matrix: `def _matrix(rows):
    if len([e for r in rows for e in r if np.ndim(e) > 0]) == 0:
        return np.array(rows, dtype=float)
    return np.block(rows)`,
  _product: `def _product(a, b):
    return a * b if np.ndim(a) == 0 or np.ndim(b) == 0 else a @ b`,
  _listed: `def _listed(x):
    return np.array(x, dtype=float) if isinstance(x, list) and len(x) > 0 else x`,
  _repeated: `def _repeated(n, v=0):
    return np.full(int(n), float(v)) if np.ndim(v) == 0 else np.array([v for _ in range(int(n))], dtype=float)`,
  _items: `def _items(n):
    return [0.0] * int(n)`,
  _reduced: `def _reduced(f, x, v):
    for i, e in enumerate(x):
        v = f(v, e, i)
    return v`,
  _item: `def _item(x, k):
    return x[k] if x is not None and 0 <= k < len(x) else None`,
  _declared: `def _declared(values, *dims):
    if dims[0] is None:
        return np.array(values, dtype=float)
    a = np.zeros([int(d) for d in dims])
    if values is None:
        return a
    v = np.array(values, dtype=float)
    if v.shape == a.shape:
        return v
    a.reshape(-1)[:v.size] = v.reshape(-1)
    return a`,
  _plane: `def _plane(v):
    parts = list(vars(v).values()) if hasattr(v, '__dict__') else []
    sizes = [p for p in parts if isinstance(p, int)]
    data = [p for p in parts if np.ndim(p) == 1]
    return np.array(data[0], dtype=float).reshape(sizes[:2]) if len(data) == 1 and len(sizes) > 1 else v`,
  _column: `def _column(a):
    return a.T.reshape(-1)`,
  _flat: `def _flat(a):
    return a if a.ndim == 1 else a.T.reshape(-1)`,
  _line: `def _line(a):
    assert a.ndim == 1 or 1 in a.shape
    return a.reshape(-1)`,
  _places: `def _places(x):
    return np.ravel(x).astype(int) - 1`,
  _fill: `def _fill(a, v):
    if np.size(v) == 1:
        a[...] = v
    else:
        a[...] = np.ravel(v).reshape(a.shape[::-1]).T`,
  _masked: `def _masked(a, mask, v):
    if np.size(v) == 1:
        a[mask] = v
    else:
        a.T[mask.T] = np.ravel(v)`,
  _shaped: `def _shaped(a, *sizes):
    shape = [int(s) for part in sizes for s in np.ravel(part)]
    return np.asarray(a).T.reshape(-1).reshape(shape[::-1]).T.copy()`,
  _padded: `def _padded(a, sizes):
    p = [int(s) for s in np.ravel(sizes)] + [0]
    return np.pad(a, ((p[0], p[0]), (p[1], p[1])))`,
  _folded: `def _folded(a, b, shape='full'):
    r, c = b.shape
    p = np.pad(a, ((r - 1, r - 1), (c - 1, c - 1)))
    k = b[::-1, ::-1]
    rows = range(p.shape[0] - r + 1)
    cols = range(p.shape[1] - c + 1)
    out = np.array([[np.sum(p[i:i + r, j:j + c] * k) for j in cols] for i in rows])
    if shape == 'full':
        return out
    if shape == 'same':
        return out[r // 2:r // 2 + a.shape[0], c // 2:c // 2 + a.shape[1]]
    return out[r - 1:a.shape[0], c - 1:a.shape[1]]`,
  _grown: `def _grown(a, place):
    more = [max(0, int(p) + 1 - n) for p, n in zip(place, a.shape)]
    return np.pad(a, [(0, m) for m in more]) if max(more) > 0 else a`,
  _copy: `def _copy(x):
    return x.copy() if isinstance(x, np.ndarray) else x`,
  _deep: `def _deep(x):
    if isinstance(x, np.ndarray):
        return x.copy()
    return [_deep(e) for e in x] if isinstance(x, list) else x`,
  _shallow: `def _shallow(x):
    if isinstance(x, np.ndarray) and x.ndim == 1:
        return x.copy()
    return [e for e in x] if isinstance(x, (list, np.ndarray)) else x`,
  _table: `def _table(data, rows, cols, byrow):
    data = np.asarray(data, dtype=float).T.reshape(-1)
    if rows is None:
        rows = data.size if cols is None else -(-data.size // int(cols))
    if cols is None:
        cols = -(-data.size // int(rows))
    rows = int(rows)
    cols = int(cols)
    full = np.resize(data, rows * cols)
    return full.reshape(rows, cols) if byrow else full.reshape(cols, rows).T.copy()`,
  _member: `def _member(o, name):
    return o.get(name)`,
  _solid: `def _solid(data, dim):
    shape = [int(s) for s in np.ravel(dim)]
    data = np.asarray(data, dtype=float).T.reshape(-1)
    return np.resize(data, int(np.prod(shape))).reshape(shape[::-1]).T.copy()`,
  _bound: `def _bound(parts):
    width = max([np.shape(p)[-1] for p in parts if np.ndim(p) > 0])
    return np.vstack([np.full(width, float(p)) if np.ndim(p) == 0 else p for p in parts])`,
  _turned: `def _turned(p):
    return p.T if np.ndim(p) == 2 else p`,
  _applied: `def _applied(parts):
    a = np.array([np.asarray(p, dtype=float).T.reshape(-1) if np.ndim(p) > 1 else p for p in parts], dtype=float)
    return a.T if a.ndim > 1 else a`,
  _joined: `def _joined(parts):
    return np.hstack([np.asarray(p, dtype=float).T.reshape(-1) for p in parts])`,
};

export function isHelper(name: string): boolean {
  return Object.hasOwn(HELPERS, name);
}

/** The import and the helpers that a translated program uses, also in other helpers. */
export function preludeOf(program: string): string {
  const used = Object.entries(HELPERS).filter(([name]) => new RegExp(`\\b${name}\\(`).test(program));
  return ['import numpy as np', ...used.map(([, code]) => code)].join('\n');
}
