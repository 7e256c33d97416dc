/** Arrays of C-like languages as NumPy's: lists of their numbers, arrays of given sizes, slices. */
import { BraceObjects } from './BraceObjects';
import { BRACE_TYPES, type BraceValue } from './BraceOperators';
import { Untranslated } from '../Untranslated';

export abstract class BraceArrays extends BraceObjects {
  /** Rust's `Array2::<f64>::zeros((2, 3))`, behind its first word. */
  protected ofShape(): string {
    const { cursor } = this;
    cursor.requires('::');
    const from = this.classes.pastGenerics(cursor.at);
    if (from > cursor.at) {
      cursor.at = from;
      cursor.requires('::');
    }
    const method = cursor.name();
    const [shape = '0', value = '0'] = this.args();
    if (!/^(?:zeros|ones|from_elem)$/.test(method)) throw new Untranslated(method);
    return `np.full(${shape}, float(${method === 'ones' ? '1' : value}))`;
  }

  /** Rust's `s![a..b, ..]`, behind its mark: `s[a:b, :]`. */
  protected sliced(): string {
    const { cursor } = this;
    const places: string[] = [];
    cursor.requires('[');
    while (!cursor.accepts(']')) {
      places.push(this.place());
      if (cursor.accepts(';')) places.push(`${places.pop()}:${this.value()}`);
      cursor.accepts(',');
    }
    return `s[${places.join(', ')}]`;
  }

  /** A place of Rust's `s![…]`: a range as Python's slice. */
  private place(): string {
    const isOpen = /^\.\.=?$/.test(this.cursor.peek());
    const from = isOpen ? '' : this.binary(0).py;
    const operator = this.cursor.accepts('..', '..=');
    if (operator === undefined) return from;
    const to = /^[\],;]$/.test(this.cursor.peek()) ? '' : this.binary(0).py;
    return `${from}:${to}${operator === '..=' ? ' + 1' : ''}`;
  }

  /** `malloc(n * sizeof(float))`: its size counts numbers. */
  protected allocated(name: string): BraceValue {
    const { cursor } = this;
    if (name !== 'sizeof') return { py: `np.zeros(int(${this.args().join(' * ')}))` };
    if (!BRACE_TYPES.test(cursor.peek(1)) || cursor.peek(2) !== ')') throw new Untranslated(name);
    cursor.at += 3;
    return { py: '1', isWhole: true };
  }

  /** C's `memset(out, 0, sizeof out)`, of all cells. */
  protected cleared(): string {
    const { cursor } = this;
    const end = cursor.closing(cursor.at);
    cursor.requires('(');
    const array = this.value();
    cursor.requires(',');
    if (!cursor.accepts('0')) throw new Untranslated('memset');
    cursor.at = end;
    return `_fill(${array}, 0)`;
  }

  /** Go's `[][]float64{{1, 2}}`, `[2][3]int{}`, `[]float64(x)`. */
  protected typed(): string {
    const { cursor } = this;
    const sizes: string[] = [];
    while (cursor.accepts('[')) {
      sizes.push(cursor.peek() === ']' || cursor.accepts('...') ? 'None' : this.value());
      cursor.requires(']');
    }
    cursor.name();
    if (cursor.peek() === '(') return this.args().join(', ');
    const items = this.list();
    return items === '[]' && !sizes.includes('None')
      ? `_declared(None, ${sizes.join(', ')})`
      : `np.array(${items}, dtype=float)`;
  }

  /** `{1, 2}`, `[1, 2]`. */
  protected list(): string {
    const { cursor } = this;
    if (/script$/.test(cursor.languageId) && cursor.accepts('{')) return `dict(${this.options().join(', ')})`;
    const close = cursor.accepts('[') ? ']' : (cursor.requires('{'), '}');
    const items: string[] = [];
    // `[...Array(n)]`: a copy.
    if (cursor.accepts('...')) {
      const copied = this.value();
      cursor.requires(close);
      return `_shallow(${copied})`;
    }
    while (!cursor.accepts(close)) {
      items.push(this.value());
      if (cursor.accepts(';')) {
        const size = this.value();
        cursor.requires(close);
        return `_repeated(${size}, ${items[0]})`;
      }
      if (!cursor.accepts(',') && cursor.peek() !== close) throw new Untranslated(close);
    }
    return `[${items.join(', ')}]`;
  }

  /** `new float[3][4]`, `new int[][] {{1}}`, `new Array(3)`. */
  protected made(): string {
    const { cursor } = this;
    const name = cursor.name();
    if (/^(?:Array|Float32Array|Float64Array)$/.test(name)) return this.sized(name);
    if (this.classes.all.get(name)?.isMade) {
      cursor.at = this.classes.pastGenerics(cursor.at);
      return this.construct(name);
    }
    if (/List$/.test(name)) return this.empty().py;
    const sizes: string[] = [];
    while (cursor.accepts('[')) {
      while (cursor.accepts(','));
      if (cursor.accepts(']')) continue;
      do sizes.push(this.value());
      while (cursor.accepts(','));
      cursor.requires(']');
    }
    if (cursor.peek() === '{') return `np.array(${this.list()}, dtype=float)`;
    if (sizes.length === 0) throw new Untranslated('new');
    return `np.zeros((${sizes.map((size) => `int(${size})`).join(', ')},))`;
  }

  /** Arrays that are made with a size: JavaScript's, C++'s vectors, Go's `make`. */
  protected sized(name: string): string {
    const { cursor } = this;
    if (cursor.peek() === '<') {
      let depth = 0;
      do {
        if (cursor.peek() === '<') depth += 1;
        else if (cursor.peek() === '>') depth -= 1;
        cursor.at += 1;
      } while (depth > 0 && cursor.next);
    }
    if (name === 'Array' && cursor.accepts('.')) {
      const method = cursor.name();
      if (method === 'isArray') return `(np.ndim(${this.args().join(', ')}) > 0)`;
      if (method !== 'from') throw new Untranslated('Array');
      // `Array.from({length: n}, () => item)`.
      cursor.requires('(');
      cursor.requires('{');
      cursor.name();
      cursor.requires(':');
      const size = this.value();
      cursor.requires('}');
      if (!cursor.accepts(',')) return `np.zeros(int(${size}))`;
      return this.mapped(`_repeated(${size})`);
    }
    if (name === 'make') {
      const end = cursor.closing(cursor.at);
      cursor.requires('(');
      let dims = 0;
      while (cursor.accepts('[')) {
        cursor.requires(']');
        dims += 1;
      }
      cursor.name();
      cursor.requires(',');
      const size = this.value();
      cursor.at = end;
      return dims === 1 ? `np.zeros(int(${size}))` : `[None] * int(${size})`;
    }
    if (cursor.peek() === '(' && cursor.peek(1) === 'repeating') return this.repeating();
    if (cursor.peek() === '{') return `np.array(${this.list()}, dtype=float)`;
    const [size = '0', item = '0'] = cursor.peek() === '(' ? this.args() : [];
    let made = this.ofSize(size, item);
    // Kotlin's `Array(h) { DoubleArray(w) }`.
    if (cursor.accepts('{')) {
      if (cursor.peek(1) === '->') cursor.at += 2;
      made = `_repeated(${size}, ${this.value()})`;
      cursor.requires('}');
    }
    while (cursor.peek() === '.' && /^(?:fill|map)$/.test(cursor.peek(1))) {
      cursor.at += 1;
      const method = cursor.name();
      cursor.requires('(');
      if (method === 'map') made = this.mapped(made);
      else {
        made = `_repeated(${size}, ${cursor.peek() === ')' ? '0' : this.value()})`;
        cursor.requires(')');
      }
    }
    return made;
  }

  /** The items of JavaScript's arrays are set later, to rows perhaps. */
  private ofSize(size: string, item: string): string {
    return /script$/.test(this.cursor.languageId) ? `_items(${size})` : `_repeated(${size}, ${item})`;
  }

  /** `(repeating: item, count: size)`. */
  protected repeating(): string {
    const [item = '0', size = '0'] = this.args();
    return `_repeated(${size}, ${item})`;
  }
}
