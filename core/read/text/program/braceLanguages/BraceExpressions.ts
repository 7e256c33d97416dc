/** Operands of C-like languages as Python with NumPy. */
import { BRACE_CONSTANTS, BRACE_MATH, limitOf } from './braceConstants';
import { BraceArrays } from './BraceArrays';
import { BRACE_TYPES, type BraceValue } from './BraceOperators';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export class BraceExpressions extends BraceArrays {
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
      const items = [py];
      while (cursor.accepts(',')) items.push(this.value());
      cursor.requires(')');
      if (items.length > 1) return { py: `(${items.join(', ')})` };
      return { py: `(${py})`, ...(isWhole && { isWhole }) };
    }
    if (cursor.languageId === 'go' && cursor.peek() === '[') return { py: this.typed() };
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
    if (/^(?:vec|array)$/.test(name) && cursor.accepts('!'))
      return { py: name === 'vec' ? this.list() : `np.array(${this.list()}, dtype=float)` };
    if (name === 's' && cursor.accepts('!')) return { py: this.sliced() };
    const made = cursor.languageId === 'rust' && /^Array\d?$/.test(name) ? this.ofShape() : undefined;
    if (made !== undefined) return { py: made };
    if (/^(?:Array|make|vector|(?:Float|Double|Int|Long)(?:32|64)?Array)$/.test(name) && /^[(<.]$/.test(cursor.peek()))
      return { py: this.sized(name) };
    if (/^(?:Vec|ArrayList)$/.test(name)) return this.empty();
    if (/^[mc]alloc$|^sizeof$/.test(name)) return this.allocated(name);
    if (name === 'memset') return { py: this.cleared() };
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
