/** Operands of C-like languages as Python with NumPy. */
import { BRACE_CONSTANTS, BRACE_MATH, limitOf } from './braceConstants';
import { BraceObjects } from './BraceObjects';
import { BRACE_TYPES, type BraceValue } from './BraceOperators';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export class BraceExpressions extends BraceObjects {
  readonly functions = new Set<string>();

  protected primary(): BraceValue {
    const { cursor } = this;
    const token = cursor.next;
    if (!token) throw new Untranslated('end');
    if (token.kind === 'string') {
      cursor.at += 1;
      return { py: "'text'" };
    }
    if (token.kind === 'number') {
      cursor.at += 1;
      const isFloat = /[.eE]|_?f\d+$/.test(token.text) || (/[fFdDmM]$/.test(token.text) && !/^0[xX]/.test(token.text));
      const number = token.text.replace(/_?[fiu]\d+$|[fFdDlLuUmM]+$/, '');
      return { py: isFloat && !/[.eE]/.test(number) ? `${number}.0` : number, isWhole: !isFloat };
    }
    if (cursor.accepts('(')) {
      const { py, isWhole } = this.expression();
      if (cursor.accepts(',')) {
        const others = this.value();
        cursor.requires(')');
        return { py: `(${py}, ${others})` };
      }
      cursor.requires(')');
      return { py: `(${py})`, ...(isWhole && { isWhole }) };
    }
    // Go's `[][]float64{{1, 2}}`.
    if (
      cursor.peek() === '[' &&
      (cursor.peek(1) === ']' || (cursor.peek(2) === ']' && cursor.tokens[cursor.at + 3]?.kind === 'name'))
    ) {
      while (cursor.peek() === '[' && cursor.closing(cursor.at) <= cursor.at + 3) cursor.at = cursor.closing(cursor.at);
      if (cursor.next?.kind === 'name' && cursor.peek(1) === '{') {
        cursor.at += 1;
        return { py: `np.array(${this.list()}, dtype=float)` };
      }
      if (cursor.tokens[cursor.at - 1]?.text === ']') return { py: '[]' };
    }
    if (/^[[{]$/.test(cursor.peek())) {
      const list = this.list();
      // Swift's `[[Float]](repeating: 0, count: 3)`.
      if (cursor.peek() === '(' && cursor.peek(1) === ')') {
        cursor.at += 2;
        return { py: '[]' };
      }
      return { py: cursor.peek() === '(' ? this.repeating() : list };
    }
    if (cursor.accepts('if')) return { py: this.conditional() };
    if (cursor.accepts('new')) return { py: this.made() };
    return this.named(cursor.name());
  }

  private named(first: string): BraceValue {
    const { cursor } = this;
    let name = first;
    let path = '';
    const typed = (): void => {
      if (name !== 'numeric_limits' || cursor.peek() !== '<') return;
      name = cursor.peek(1);
      cursor.at += 3;
    };
    typed();
    while (
      /^(?:::|\.)$/.test(cursor.peek()) &&
      /^(?:std|Math|math|np|float|Float|double|Double|Integer|Int|Number|int|[fiu]\d+|usize)$/.test(name)
    ) {
      cursor.at += 1;
      path = name;
      name = cursor.name();
      typed();
    }
    const own = path === '' || path === 'std' ? this.ofClasses(name) : undefined;
    if (own) return own;
    // Go's `math.Inf(-1)`.
    if (path === 'math' && name === 'Inf') return { py: `(np.inf if ${this.args().join()} >= 0 else -np.inf)` };
    const limit = path === '' ? undefined : limitOf(path, name);
    if (limit !== undefined) {
      if (cursor.peek() === '(') this.args();
      return { py: limit };
    }
    if (/^(?:static|reinterpret|const)_cast$/.test(name)) return this.cast();
    if (name === 'vec' && cursor.accepts('!')) return { py: this.list() };
    if (/^(?:Array|make|vector|(?:Float|Double|Int|Long)(?:32|64)?Array)$/.test(name) && /^[(<.]$/.test(cursor.peek()))
      return { py: this.sized(name) };
    if (/^(?:Vec|ArrayList)$/.test(name)) return this.empty();
    if (/^[mc]alloc$|^sizeof$/.test(name)) return this.allocated(name);
    if (/^(?:arrayOf|(?:double|float|int|long|mutableL|l)(?:Array|ist)Of)$/.test(name)) {
      cursor.at = this.classes.pastGenerics(cursor.at);
      return { py: `[${this.args().join(', ')}]` };
    }
    if (name === 'stride' && cursor.peek() === '(' && cursor.peek(1) === 'from') {
      const [from = '0', to = '0', by = '1'] = this.args();
      return { py: `range(int(${from}), int(${to}), int(${by}))` };
    }
    const constant = BRACE_CONSTANTS[name];
    if (constant !== undefined) return { py: constant };
    if (cursor.peek() !== '(') return { py: pythonName(name), isWhole: this.whole.has(name) };
    if (BRACE_TYPES.test(name)) {
      const isWhole = !/float|double/i.test(name);
      return { py: `${isWhole ? 'int' : 'float'}(${this.args().join(', ')})`, isWhole };
    }
    const args = this.args(name);
    const isObject = this.classes.hasMember('__call__', true) && BRACE_MATH[name] === undefined;
    if ((this.functions.has(name) && path === '') || isObject) return { py: `${pythonName(name)}(${args.join(', ')})` };
    if (BRACE_MATH[name] === undefined) throw new Untranslated(name);
    return { py: `${BRACE_MATH[name]}(${args.join(', ')})`, isWhole: name === 'len' };
  }

  /** `malloc(n * sizeof(float))`: its size counts numbers. */
  private allocated(name: string): BraceValue {
    const { cursor } = this;
    if (name !== 'sizeof') return { py: `np.zeros(int(${this.args().join(' * ')}))` };
    if (!BRACE_TYPES.test(cursor.peek(1)) || cursor.peek(2) !== ')') throw new Untranslated(name);
    cursor.at += 3;
    return { py: '1', isWhole: true };
  }

  /** `{1, 2}`, `[1, 2]`. */
  private list(): string {
    const { cursor } = this;
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
  private made(): string {
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
  private sized(name: string): string {
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
    let made = `_repeated(${size}, ${item})`;
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

  /** `(repeating: item, count: size)`. */
  private repeating(): string {
    const [item = '0', size = '0'] = this.args();
    return `_repeated(${size}, ${item})`;
  }

  /** `if c { a } else { b }`, whose first word is passed. */
  private conditional(): string {
    const { cursor } = this;
    const condition = this.value();
    const branch = (): string => {
      const isBlock = cursor.accepts('{');
      const value = this.value();
      if (isBlock) cursor.requires('}');
      return value;
    };
    const yes = branch();
    cursor.requires('else');
    return `(${yes} if ${condition} else ${cursor.accepts('if') ? this.conditional() : branch()})`;
  }
}
