/** Operators of C-like languages as Python's, and what follows an operand: an index, a member. */
import { BraceCallbacks } from './BraceCallbacks';
import type { BraceCursor } from './BraceCursor';
import { ofNdarray } from './ofNdarray';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export interface BraceValue {
  readonly py: string;
  /** A quotient of two of them has no fraction. */
  readonly isWhole?: boolean;
}

const LEVELS = [['||'], ['&&'], ['==', '!=', '===', '!=='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];
const PYTHON: Readonly<Record<string, string>> = { '||': 'or', '&&': 'and', '===': '==', '!==': '!=' };
export const BRACE_TYPES =
  /^(?:float|double|int|long|short|char|byte|unsigned|size_t|float32|float64|int32|int64|u?int\d*_t|const|Int|Double|Float)$/;
const MAX_DEPTH = 80;

export abstract class BraceOperators extends BraceCallbacks {
  /** Variables of whole types. */
  readonly whole = new Set<string>();
  /** An operand ends at this token, though a member follows. */
  stop: number | undefined;
  private depth = 0;

  /** Numbers of JavaScript have no whole type. */
  private readonly hasWhole: boolean;

  constructor(cursor: BraceCursor) {
    super(cursor);
    this.hasWhole = !/^(?:javascript|typescript)$/.test(cursor.languageId);
  }

  /** A number, a name, a call, a list. */
  protected abstract primary(): BraceValue;

  value(): string {
    return this.expression().py;
  }

  expression(): BraceValue {
    if (++this.depth > MAX_DEPTH) throw new Untranslated('depth');
    const condition = this.range(this.binary(0));
    this.depth -= 1;
    if (!this.cursor.accepts('?')) return condition;
    // `a ?? b`, Kotlin's `a ?: b`.
    if (this.cursor.accepts('?', ':')) {
      const other = this.expression();
      const item = itemOf(condition.py);
      return { ...other, py: `(${item} if ${item} is not None else ${other.py})` };
    }
    const yes = this.expression();
    this.cursor.requires(':');
    const no = this.expression();
    return { py: `(${yes.py} if ${condition.py} else ${no.py})`, isWhole: yes.isWhole === true && no.isWhole === true };
  }

  /** `0..n`, `0..<n`, `0 until n`, with Kotlin's step. */
  private range(from: BraceValue): BraceValue {
    const { cursor } = this;
    const operator = cursor.accepts('..', '..=', '..<', '...', 'until');
    if (operator === undefined) return from;
    const to = this.binary(0).py;
    const isInclusive = /^\.\.[=.]$/.test(operator) || (operator === '..' && cursor.languageId === 'kotlin');
    const step = cursor.accepts('step') ? `, int(${this.binary(0).py})` : '';
    return { py: `range(int(${from.py}), int(${to})${isInclusive ? ' + 1' : ''}${step})` };
  }

  protected binary(level: number): BraceValue {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.cursor.accepts(...operators) ?? (operators[0] === '<' ? this.membership() : undefined);
      if (operator === undefined) return left;
      const right = this.binary(level + 1);
      if (right.py === 'None' && /^[!=]=/.test(operator)) {
        left = { py: `(${itemOf(left.py)} ${operator[0] === '!' ? 'is not' : 'is'} None)` };
        continue;
      }
      const isWhole = this.hasWhole && left.isWhole === true && right.isWhole === true;
      const python = operator === '/' && isWhole ? '//' : (PYTHON[operator] ?? operator);
      left = { py: `(${left.py} ${python} ${right.py})`, isWhole };
    }
  }

  /** Kotlin's `j in x.indices`. */
  private membership(): string | undefined {
    const { cursor } = this;
    if (cursor.languageId !== 'kotlin') return undefined;
    if (cursor.accepts('in')) return 'in';
    if (cursor.peek() !== '!' || cursor.peek(1) !== 'in') return undefined;
    cursor.at += 2;
    return 'not in';
  }

  private unary(): BraceValue {
    const { cursor } = this;
    if (cursor.accepts('-')) {
      const { py, isWhole } = this.unary();
      return { py: `(-${py})`, ...(isWhole && { isWhole }) };
    }
    if (cursor.accepts('&')) {
      const value = this.unary();
      // The address of the first cell: the array's cells one after the other.
      return { ...value, py: value.py.replace(/^(\w+)(?:\[0\]){2,}$/, 'np.ravel($1)') };
    }
    if (cursor.accepts('+', '&&', 'mut', '*')) return this.unary();
    if (cursor.accepts('!')) return { py: `(not ${this.unary().py})` };
    if (cursor.peek() === '(' && BRACE_TYPES.test(cursor.peek(1))) {
      const end = cursor.closing(cursor.at);
      const isWhole = !/float|double/i.test(cursor.peek(1));
      cursor.at = end;
      const isPointer = cursor.tokens[end - 2]?.text === '*';
      const { py } = this.unary();
      if (isPointer) return { py };
      return { py: isWhole ? `int(${py})` : `float(${py})`, isWhole };
    }
    return this.postfix();
  }

  /** A name with its members and indices. */
  operand(): string {
    return this.postfix().py;
  }

  private postfix(): BraceValue {
    let found = this.primary();
    const { cursor } = this;
    for (;;) {
      if (cursor.at === this.stop) return found;
      // `x?.[i]`
      if (cursor.peek() === '?' && cursor.peek(1) === '.' && cursor.peek(2) === '[') {
        cursor.at += 3;
        found = { py: itemOf(`${itemOf(found.py)}[${this.placeOf(this.value())}]`) };
        cursor.requires(']');
        continue;
      }
      if (cursor.accepts('[')) {
        const places = [this.value()];
        while (cursor.accepts(',')) places.push(this.value());
        cursor.requires(']');
        // Rust's `x[[i, j]]`.
        const [first = ''] = places;
        if (cursor.languageId === 'rust' && /^\[.*\]$/.test(first)) places[0] = first.slice(1, -1);
        found = {
          py: `${found.py}[${places.map((each) => this.placeOf(each)).join(', ')}]`,
          ...(found.isWhole && { isWhole: true }),
        };
      } else if (cursor.accepts('as')) {
        found = this.converted(found, cursor.name());
        // TypeScript's `as number[]`.
        while (cursor.peek() === '[' && cursor.peek(1) === ']') cursor.at += 2;
      } else if (cursor.accepts('.', '->')) found = this.member(found.py);
      else return found;
    }
  }

  private converted({ py, isWhole }: BraceValue, type: string): BraceValue {
    if (/^(?:usize|[iu]\d+)$/.test(type)) return { py: `int(${py})`, isWhole: true };
    return /^f\d+$/.test(type) ? { py: `float(${py})` } : { py, ...(isWhole && { isWhole }) };
  }

  private placeOf(py: string): string {
    return this.hasWhole ? py : `int(${py})`;
  }

  private member(object: string): BraceValue {
    const { cursor } = this;
    const name = cursor.name();
    if (name === 'forEach' && cursor.peek() === '(') return { py: object };
    const own = this.memberOf(object, name);
    if (own) return own;
    // Rust's type of what is collected: `collect::<Vec<f64>>()`.
    if (name === 'collect' && cursor.accepts('::')) while (cursor.peek() !== '(' && cursor.next) cursor.at += 1;
    if (cursor.peek() !== '(') {
      if (/^(?:length|Length|size|count)$/.test(name)) return { py: `len(${object})`, isWhole: true };
      if (name === 'indices') return { py: `range(len(${object}))` };
      if (/script$/.test(cursor.languageId)) return { py: `_member(${object}, '${name}')` };
      throw new Untranslated(name);
    }
    if (name === 'map' || name === 'Select') {
      cursor.requires('(');
      return { py: this.mapped(object) };
    }
    if (name === 'reduce') return { py: this.reduced(object) };
    const args = this.args();
    if (/^(?:size|length|Count|len)$/.test(name)) return { py: `len(${object})`, isWhole: true };
    if (name === 'GetLength') return { py: `${object}.shape[${args[0]}]`, isWhole: true };
    if (/^(?:push_back|push|add|Add|append|emplace_back)$/.test(name))
      return { py: `${object}.append(${args.join(', ')})` };
    if (name === 'keys' && args.length === 0) return { py: `range(len(${object}))` };
    if (name === 'zip' && args.length === 1) return { py: `zip(${object}, ${args[0]})` };
    if (name === 'contains' && args.length === 1) return { py: `(${args[0]} in ${object})` };
    if (/^(?:max|min)$/.test(name) && args.length === 1) return { py: `${name}(${object}, ${args[0]})` };
    if (/^(?:enumerate|enumerated|withIndex|entries)$/.test(name)) return { py: `enumerate(${object})` };
    if (name === 'step_by') return { py: `${object}[::int(${args[0]})]` };
    if (/^(?:iter|into_iter|collect|toDouble|toFloat|ToArray|ToList|toList)$/.test(name) && args.length === 0)
      return { py: object };
    // Copies of arrays of Java, Kotlin and JavaScript share their rows.
    if (/^(?:clone|to_vec|to_owned|copyOf|slice)$/.test(name) && args.length === 0)
      return { py: `${cursor.languageId === 'rust' ? '_deep' : '_shallow'}(${object})` };
    if (cursor.languageId === 'rust') {
      const py = ofNdarray(object, name, args);
      if (py !== undefined) return { py, ...(/^n(?:rows|cols)$/.test(name) && { isWhole: true }) };
    }
    if (name === 'toInt') return { py: `int(${object})`, isWhole: true };
    if (name === 'at') return { py: args.length === 1 ? `${object}[${args[0]}]` : `${object}.at(${args.join(', ')})` };
    throw new Untranslated(name);
  }

  /** A member of an object of one of the program's classes. */
  protected abstract memberOf(object: string, name: string): BraceValue | undefined;

  protected args(of?: string): string[] {
    const { cursor } = this;
    cursor.requires('(');
    const found: string[] = [];
    while (!cursor.accepts(')')) {
      // `Math.max(...row)`
      if (cursor.accepts('...')) {
        found.push(`*${this.value()}`);
        cursor.accepts(',');
        continue;
      }
      if (cursor.peek() === '{' && /script$/.test(cursor.languageId)) {
        cursor.at += 1;
        const options = this.options();
        found.push(...(of !== undefined && this.takesObject(of) ? [`dict(${options.join(', ')})`] : options));
        cursor.accepts(',');
        continue;
      }
      // Labels are in the order of the parameters; those in between may be left out.
      const label = cursor.next?.kind === 'name' && /^[:=]$/.test(cursor.peek(1)) ? cursor.name() : undefined;
      if (label !== undefined) cursor.at += 1;
      const name = label === undefined || cursor.languageId !== 'swift' ? label : this.labelled(of ?? '', label);
      const value = of === undefined ? this.value() : written(this.value());
      found.push(name === undefined ? value : `${pythonName(name)}=${value}`);
      if (!cursor.accepts(',') && cursor.peek() !== ')') throw new Untranslated('(');
    }
    return found;
  }

  /** The parameter of a label in Swift; undefined for functions that are not the program's. */
  protected abstract labelled(of: string, label: string): string | undefined;
}

/** `_item(x, i)` for `x[i]`: None outside of the array. */
function itemOf(py: string): string {
  if (!py.endsWith(']')) return py;
  let at = py.length - 1;
  for (let depth = 1; depth > 0 && at > 0;) {
    at -= 1;
    depth += py[at] === ']' ? 1 : py[at] === '[' ? -1 : 0;
  }
  return at === 0 ? py : `_item(${py.slice(0, at)}, ${py.slice(at + 1, -1)})`;
}

/** A list of numbers as the array that variables and functions of the program get. */
export function written(value: string): string {
  return /^\[(?!None\]).*[\d.]/.test(value) ? `np.array(${value}, dtype=float)` : value;
}
