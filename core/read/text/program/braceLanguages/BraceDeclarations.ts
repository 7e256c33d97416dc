/** Declarations and assignments of C-like languages as lines of Python. */
import { BraceFunctions } from './BraceFunctions';
import { written } from './BraceOperators';
import { BRACE_MODIFIERS, BRACE_CONTROL, WHOLE_TYPES } from './braceWords';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

/** What follows a name. */
const OPERATES = /^(?::?=|[-+*/]=|\+\+|--|[[.,;)])$/;

export abstract class BraceDeclarations extends BraceFunctions {
  /** What is declared are fields of an object. */
  protected inFields = false;

  /** A declaration, a function, or an expression statement. */
  protected declaration(depth: number, start: number): void {
    const { cursor, expressions } = this;
    const isElsewhere = cursor.peek() === 'extern';
    // Some are names in other languages: Go's `final := …`.
    while (BRACE_MODIFIERS.test(cursor.peek()) && (cursor.peek() === 'const' || !OPERATES.test(cursor.peek(1))))
      cursor.at += 1;
    // JavaScript's `const n = 1`.
    const isConstant =
      cursor.tokens[cursor.at - 1]?.text === 'const' && cursor.at > start && /^[=:]$/.test(cursor.peek(1));
    if (cursor.accepts('function', 'func', 'fn', 'fun')) {
      if (cursor.peek() === '(') cursor.at = cursor.closing(cursor.at);
      return this.functionOf(depth, start, cursor.name());
    }
    const isLast = this.inFields && (cursor.typesLast || cursor.languageId === 'javascript');
    const keyword = isConstant || isLast ? 'const' : cursor.accepts('let', 'var', 'auto', 'val');
    const type = keyword === undefined ? this.type() : undefined;
    if (keyword === undefined && type === undefined) return this.expression(depth, start);
    cursor.accepts('mut');
    if (keyword !== undefined && /^[([]$/.test(cursor.peek())) return this.pattern(depth, start);
    do {
      while (cursor.accepts('*', '&'));
      const name = cursor.name();
      if (cursor.peek() === '(' && this.isDefinition(cursor.at - 1)) return this.functionOf(depth, start, name);
      if (type !== undefined && WHOLE_TYPES.test(type)) expressions.whole.add(name);
      else expressions.whole.delete(name);
      // The values of `extern const double x[9];` are in another file.
      if (isElsewhere && cursor.peek(1) !== '=') while (cursor.next && !/^[;,=]$/.test(cursor.peek())) cursor.at += 1;
      if (!isElsewhere || cursor.peek() === '=') this.declarator(depth, start, name, type);
    } while (cursor.accepts(','));
    cursor.accepts(';');
  }

  private declarator(depth: number, start: number, name: string, type: string | undefined): void {
    const { cursor, expressions } = this;
    const { at } = cursor;
    const sizes: string[] = [];
    while (cursor.accepts('[')) {
      sizes.push(cursor.peek() === ']' ? 'None' : expressions.value());
      cursor.requires(']');
    }
    if (cursor.accepts(':') || (cursor.languageId === 'go' && cursor.next?.kind === 'name')) this.passType(name);
    const own = this.inFields ? `self.${pythonName(name)}` : pythonName(name);
    if (!this.inFields) expressions.locals.add(name);
    const arrow = this.arrowAt(cursor.at);
    if (arrow) {
      const parameters = this.parameters(arrow.from + 1, cursor.closing(arrow.from) - 1);
      cursor.at = arrow.end;
      if (cursor.accepts('{')) return this.functionBody(depth, start, name, parameters);
      return this.emit(depth, `def ${own}(${parameters.join(', ')}): return ${expressions.value()}`, start);
    }
    const made = expressions.objectOf(type);
    if (made !== undefined) return this.emit(depth, `${own} = ${made}`, start);
    // C#'s `{ get; set; }`.
    if (this.inFields && cursor.languageId === 'csharp' && cursor.peek() === '{') cursor.at = cursor.closing(cursor.at);
    if (cursor.peek() === '(' || cursor.peek() === '{') {
      if (!/vector|array/i.test(type ?? '') && !this.aliases.has(type ?? '')) throw new Untranslated('constructor');
      const values = cursor.peek() === '{' ? expressions.value() : this.arguments();
      return this.emit(
        depth,
        `${own} = ${values.startsWith('[') ? `np.array(${values}, dtype=float)` : `_repeated(${values})`}`,
        start,
      );
    }
    if (!cursor.accepts('=', ':=')) {
      const zero =
        sizes.length > 0 && !sizes.includes('None')
          ? `_declared(None, ${sizes.join(', ')})`
          : sizes.length > 0 || /vector|List/.test(type ?? '') || this.aliases.has(type ?? '')
            ? '[]'
            : '0';
      return this.emit(depth, `${own} = ${zero}`, start);
    }
    const { py: value, isWhole } = expressions.expression();
    if (type === undefined && isWhole) expressions.whole.add(name);
    if (sizes.length > 0) return this.emit(depth, `${own} = _declared(${value}, ${sizes.join(', ')})`, start);
    const isReference = cursor.tokens.slice(start, at).some(({ text }) => /^[*&]$/.test(text));
    this.emit(depth, `${own} = ${isReference ? written(value) : this.copied(value)}`, start);
  }

  /** Arrays are values in C++ and Swift: a variable gets a copy. */
  private copied(value: string): string {
    const isShared = /^[A-Za-z_][\w.]*$/.test(value) && /^(?:cpp|swift)$/.test(this.cursor.languageId);
    return isShared ? `_deep(${value})` : written(value);
  }

  /** `Type` of `name: Type`. */
  private passType(name: string): void {
    const { cursor } = this;
    for (let depth = 0; cursor.next && (depth > 0 || !/^(?:[=;,})])$/.test(cursor.peek()));) {
      if (cursor.next.isFirst && cursor.endsAtLines) return;
      if (WHOLE_TYPES.test(cursor.peek())) this.expressions.whole.add(name);
      if (cursor.peek() === '<') depth += 1;
      else if (cursor.peek() === '>') depth -= 1;
      cursor.at = /^[[({]$/.test(cursor.peek()) ? cursor.closing(cursor.at) : cursor.at + 1;
    }
  }

  /** `(a, b) = …`, `[a, b] = …`. */
  private pattern(depth: number, start: number): void {
    const { cursor, expressions } = this;
    const end = cursor.closing(cursor.at);
    const names = cursor.tokens.slice(cursor.at, end).filter(({ kind, text }) => kind === 'name' && text !== 'mut');
    cursor.at = end;
    cursor.requires('=');
    this.emit(depth, `${names.map(({ text }) => pythonName(text)).join(', ')} = ${expressions.value()}`, start);
    cursor.accepts(';');
  }

  protected arguments(): string {
    const { cursor, expressions } = this;
    cursor.requires('(');
    const found: string[] = [];
    while (!cursor.accepts(')')) {
      found.push(expressions.value());
      cursor.accepts(',');
    }
    return found.join(', ');
  }

  /** The type at the cursor where a name follows it; undefined for other statements. */
  protected type(): string | undefined {
    const { cursor } = this;
    const start = cursor.at;
    if (cursor.next?.kind !== 'name' || BRACE_CONTROL.test(cursor.peek())) return undefined;
    const words = [cursor.name()];
    for (;;) {
      if (cursor.accepts('::', '.')) words.push(cursor.name());
      else if (cursor.peek() === '<') {
        let depth = 0;
        do {
          if (cursor.peek() === '<') depth += 1;
          else if (cursor.peek() === '>') depth -= 1;
          words.push(cursor.peek());
          cursor.at += 1;
        } while (depth > 0 && cursor.next && !/^[;{(]$/.test(cursor.peek()));
      } else if (cursor.peek() === '[' && /^[\],]$/.test(cursor.peek(1))) cursor.at = cursor.closing(cursor.at);
      else if (/^(?:long|int|double|char)$/.test(cursor.peek()) && /^(?:long|unsigned|short)$/.test(words.at(-1)!))
        words.push(cursor.name());
      else break;
    }
    while (cursor.accepts('*', '&', 'const'));
    if (cursor.next?.kind === 'name' && /^(?:=|;|\[|\(|\{|,|:)$/.test(cursor.peek(1))) {
      if (words[0] === 'std') words.shift();
      return words.join('');
    }
    cursor.at = start;
    return undefined;
  }

  /** `x.forEach((v, i) => …)`, from the bracket on. */
  private forEach(depth: number, start: number, items: string): void {
    const { cursor } = this;
    cursor.requires('(');
    const end = cursor.peek() === '(' ? cursor.closing(cursor.at) : cursor.at + 1;
    const [item, place] = this.parameters(
      cursor.at + (cursor.peek() === '(' ? 1 : 0),
      cursor.peek() === '(' ? end - 1 : end,
    );
    cursor.at = end;
    cursor.requires('=>');
    if (item === undefined) throw new Untranslated('forEach');
    this.emit(
      depth,
      place === undefined ? `for ${item} in ${items}:` : `for ${place}, ${item} in enumerate(${items}):`,
      start,
    );
    this.body(depth + 1);
    cursor.requires(')');
    cursor.accepts(';');
  }

  /** Go's `a, b := 1, 2`: what follows the first. */
  private others(): string[] {
    const found: string[] = [];
    while (this.cursor.languageId === 'go' && this.cursor.accepts(',')) found.push(this.expressions.value());
    return found;
  }

  /** The start of the call that gives a cell its value: `out.to___call__(i, j, ` for `out(i, j)`, `m.to_at(i, j, ` for `m.at(i, j)`. */
  private setterOfCall(target: string): string | undefined {
    if (!target.endsWith(')')) return undefined;
    let at = target.length - 1;
    for (let depth = 1; depth > 0 && at > 0;) {
      at -= 1;
      depth += target[at] === ')' ? 1 : target[at] === '(' ? -1 : 0;
    }
    const head = target.slice(0, at);
    const of = /\.\w+$/.test(head) ? head : `${head}.__call__`;
    return head === '' ? undefined : `${of.replace(/(\w+)$/, 'to_$1')}(${target.slice(at + 1, -1)}, `;
  }

  private expression(depth: number, start: number): void {
    const { cursor, expressions } = this;
    const first = cursor.accepts('++', '--');
    const target = [expressions.value(), ...this.others()].join(', ');
    if (cursor.tokens[cursor.at - 1]!.text === 'forEach') return this.forEach(depth, start, target);
    const operator = first ?? cursor.accepts('=', '+=', '-=', '*=', '/=', '++', '--', ':=');
    if (operator === '++' || operator === '--') this.emit(depth, `${target} ${operator[0]}= 1`, start);
    else if (operator === undefined) this.emit(depth, target, start);
    else {
      const { py: first, isWhole } = expressions.expression();
      if (operator === ':=' && isWhole) expressions.whole.add(target);
      const values = [[first, ...this.others()].join(', ')];
      while (cursor.accepts('=')) values.push(expressions.value());
      const value = values.at(-1)!;
      const setter = this.setterOfCall(target);
      if (setter) {
        const changed = operator === '=' ? written(value) : `${target} ${operator[0]} (${value})`;
        this.emit(depth, `${setter}${changed})`, start);
      } else
        this.emit(
          depth,
          `${target} ${operator === ':=' ? '=' : operator} ${operator === '=' ? this.copied(value) : written(value)}`,
          start,
        );
      for (const other of values.slice(0, -1)) this.emit(depth, `${other} = ${target}`, start);
    }
    this.isValue = operator === undefined && cursor.peek() === '}';
    if (!cursor.accepts(';') && cursor.next && !cursor.next.isFirst && !/^[})]$/.test(cursor.peek()))
      throw new Untranslated(cursor.peek());
  }
}
