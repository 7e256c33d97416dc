/** Operands of MATLAB, Julia and R as Python with NumPy: indices begin at 1 and ranges hold their ends. */
import { IndexTranslator } from './IndexTranslator';
import type { TranslatedPart } from './OperatorTranslator';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';
import { callOf } from './programFunctions';

const CONSTANTS: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  TRUE: 'True',
  FALSE: 'False',
  nothing: 'None',
  NULL: 'None',
  Inf: 'np.inf',
  NA: 'np.nan',
  NA_real_: 'np.nan',
  pi: 'np.pi',
};

export class ExpressionTranslator extends IndexTranslator {
  readonly variables = new Set<string>();
  /** Variables that hold ranges. */
  readonly vectors = new Set<string>();
  readonly functions = new Set<string>();
  protected primary(): TranslatedPart {
    const { cursor } = this;
    const token = cursor.next;
    if (!token) throw new Untranslated('end of text');
    if (token.kind === 'number') {
      cursor.at += 1;
      const number = token.text.replace(/L$/, '').replace('f', 'e');
      const { next } = cursor;
      // Julia's `2i`.
      const isFactor =
        this.language === 'julia' && next?.spaced === false && (next.kind === 'name' || next.text === '(');
      return { py: isFactor ? `(${number} * ${this.valueOf(this.postfix())})` : number };
    }
    if (token.kind === 'string') {
      cursor.at += 1;
      return { py: `'${token.text.slice(1, -1).replaceAll(/['"\\\n]/g, '')}'` };
    }
    if (cursor.accepts('(')) {
      const outer = this.inMatrix;
      this.inMatrix = false;
      const first = this.expression();
      const rest: string[] = [];
      while (this.language === 'julia' && cursor.accepts(',')) if (cursor.peek() !== ')') rest.push(this.value());
      cursor.requires(')');
      this.inMatrix = outer;
      if (rest.length > 0) return { py: `(${[this.valueOf(first), ...rest].join(', ')})` };
      return first.range ? first : { py: `(${this.valueOf(first)})` };
    }
    if (this.language === 'r' && cursor.accepts('if')) return this.chosen();
    if (cursor.accepts('[')) return this.matrix();
    if (cursor.accepts('@')) {
      cursor.name();
      return this.primary();
    }
    const name = cursor.name();
    if (name === 'end' || name === 'begin') return this.lastIndex(name);
    const constant = CONSTANTS[name];
    if (constant !== undefined) return { py: constant };
    const isCall = cursor.peek() === '(' && !(this.inMatrix && cursor.next.spaced);
    if (isCall && !(this.language === 'matlab' && this.variables.has(name))) return this.called(name);
    // `Float32[1, 2]`.
    if (this.language === 'julia' && cursor.peek() === '[' && /^(?:Float|Int|UInt)\d*$/.test(name)) {
      cursor.at += 1;
      return this.matrix();
    }
    return { py: pythonName(name), isVector: this.vectors.has(name) };
  }

  /** R's `if (p > 0) pad(x, p) else x` as a value, behind its first word. */
  private chosen(): TranslatedPart {
    const { cursor } = this;
    cursor.requires('(');
    const condition = this.value();
    cursor.requires(')');
    const branch = (): string => {
      cursor.skipLines();
      const isBlock = cursor.accepts('{') !== undefined;
      if (isBlock) cursor.skipLines();
      const value = this.value();
      if (isBlock) cursor.skipLines();
      if (isBlock) cursor.requires('}');
      return value;
    };
    const yes = branch();
    cursor.skipLines();
    cursor.requires('else');
    return { py: `(${yes} if ${condition} else ${branch()})` };
  }

  private called(name: string): TranslatedPart {
    const { cursor } = this;
    cursor.requires('(');
    if (this.language === 'r' && /^[sv]apply$/.test(name)) return this.applied();
    // `view(x, i:j, :)` is `x[i:j, :]`.
    if (this.language === 'julia' && name === 'view') return this.indexedBy(this.value(), ')');
    const outer = this.inMatrix;
    this.inMatrix = false;
    const args: string[] = [];
    const named = new Map<string, string>();
    while (!cursor.accepts(')')) {
      if (cursor.next?.kind === 'name' && cursor.peek(1) === '=') {
        const key = cursor.name();
        cursor.at += 1;
        named.set(key, this.value());
      } else {
        const value = this.argument();
        args.push(cursor.peek() === 'for' ? this.generator(value) : value);
      }
      if (!cursor.accepts(',', ';') && cursor.peek() !== ')') throw new Untranslated(name);
    }
    this.inMatrix = outer;
    if (this.functions.has(name)) {
      const keywords = [...named].map(([key, value]) => `${pythonName(key)}=${value}`);
      return { py: `${pythonName(name)}(${[...args, ...keywords].join(', ')})` };
    }
    const py = callOf(this.language, name, args, named);
    return { py, ...(py.startsWith('_row(') && { isVector: true }) };
  }

  /** `sapply(1:3, function(i) sum(x[i, ] * k))`, from its first argument on. */
  private applied(): TranslatedPart {
    const { cursor } = this;
    const over = this.iterable(this.expression());
    for (const expected of [',', 'function', '(']) cursor.requires(expected);
    const name = cursor.name();
    cursor.requires(')');
    this.variables.add(name);
    this.vectors.delete(name);
    const isBlock = cursor.accepts('{') !== undefined;
    const value = this.value();
    if (isBlock) cursor.requires('}');
    // The type of the results: `numeric(1)`.
    if (cursor.accepts(',')) this.value();
    cursor.requires(')');
    return { py: `_applied([${value} for ${pythonName(name)} in ${over}])` };
  }

  /** An argument; Julia's types are words. */
  private argument(): string {
    const { cursor } = this;
    if (this.language === 'matlab' && cursor.accepts('[')) {
      if (cursor.accepts(']')) return 'None';
      cursor.at -= 1;
    }
    if (this.language === 'julia' && /^(?:Float|Int|UInt)\d*$/.test(cursor.peek()) && /^[,)]$/.test(cursor.peek(1))) {
      cursor.at += 1;
      return "'type'";
    }
    return this.value();
  }

  /** `x[i] * k[i] for i in 1:3, j in 1:3`. */
  private generator(value: string): string {
    return `[${value} ${this.loops()
      .map(({ name, over }) => `for ${name} in ${over}`)
      .join(' ')}]`;
  }

  /** The loops behind `for`. */
  loops(): { readonly name: string; readonly over: string }[] {
    const found: { readonly name: string; readonly over: string }[] = [];
    const { cursor } = this;
    while (cursor.accepts('for', ',')) {
      if (cursor.peek() === 'for') continue;
      const name = cursor.name();
      if (!cursor.accepts('=', 'in', '\u2208')) throw new Untranslated('for');
      this.variables.add(name);
      this.vectors.delete(name);
      found.push({ name: pythonName(name), over: this.iterable(this.expression()) });
    }
    return found;
  }

  iterable(piece: TranslatedPart): string {
    if (!piece.range) return `_values(${this.valueOf(piece)})`;
    const { from, to, step } = piece.range;
    return `_upto(${from}, ${to}, ${step ?? '1'})`;
  }

  /** `[1 2; 3 4]`, `[a, b]`, Julia's comprehensions. */
  private matrix(): TranslatedPart {
    const { cursor } = this;
    const outer = this.inMatrix;
    this.inMatrix = true;
    const rows: string[][] = [[]];
    let commas = false;
    for (;;) {
      if (cursor.accepts(']')) break;
      if (cursor.accepts(';')) rows.push([]);
      else if (cursor.accepts(',')) commas = true;
      else {
        const piece = this.expression();
        if (this.language === 'julia' && cursor.peek() === 'for') return this.comprehension(this.valueOf(piece), outer);
        rows.at(-1)!.push(this.valueOf(piece));
      }
    }
    this.inMatrix = outer;
    const full = rows.filter((row) => row.length > 0);
    if (full.length === 0) throw new Untranslated('[]');
    if (this.language === 'julia' && full.length === 1 && (commas || full[0]!.length === 1)) {
      const [only = ''] = full[0]!;
      return { py: full[0]!.length === 1 && only.startsWith('_row(') ? only : `np.array([${full[0]!.join(', ')}])` };
    }
    const [only = ''] = full[0]!;
    if (full.length === 1 && full[0]!.length === 1 && only.startsWith('_row(')) return { py: only };
    return { py: `_matrix([${full.map((row) => `[${row.join(', ')}]`).join(', ')}])` };
  }

  private comprehension(value: string, outer: boolean): TranslatedPart {
    this.inMatrix = false;
    const loops = this.loops();
    this.cursor.requires(']');
    this.inMatrix = outer;
    // The first variable is the first axis.
    const nested = [...loops].reverse().reduce((inner, { name, over }) => `[${inner} for ${name} in ${over}]`, value);
    return { py: `np.array(${nested})` };
  }
}
