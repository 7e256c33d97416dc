/** Callbacks of methods of arrays, `x.map((v, i) => …)`, `Array.from({ length: n }, (_, i) => …)`, `x.reduce(…)`, and objects of options. */
import type { BraceCursor } from './BraceCursor';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export abstract class BraceCallbacks {
  /** Makes a function of the block at the cursor, behind its brace: its name. */
  blockFunction: ((parameters: readonly string[]) => string) | undefined;
  /** Parameters of the callbacks around the cursor. */
  private readonly callbackNames: string[] = [];

  constructor(readonly cursor: BraceCursor) {}

  abstract value(): string;

  /** `x.map((v, i) => …)`, in Rust `x.map(|&v| …)`, from behind the bracket on to behind its end. */
  protected mapped(object: string): string {
    const { names, py } = this.callback();
    this.endArguments();
    const [item = '_', place] = names;
    const items = place === undefined ? `${item} in ${object}` : `${place}, ${item} in enumerate(${object})`;
    return `np.array([${py} for ${items}], dtype=float)`;
  }

  /** JavaScript's `x.reduce((sum, v, i) => …, 0)`, from the bracket on. */
  protected reduced(object: string): string {
    this.cursor.requires('(');
    const { names, py } = this.callback();
    this.cursor.requires(',');
    const start = this.value();
    this.endArguments();
    const [sum = '_s', item = '_v', place = '_i'] = names;
    return `_reduced(lambda ${sum}, ${item}, ${place}: ${py}, ${object}, ${start})`;
  }

  private endArguments(): void {
    this.cursor.accepts(',');
    this.cursor.requires(')');
  }

  /** `(v, i) => …`: its parameters and its value; a block becomes a function of the program. */
  private callback(): { readonly names: readonly string[]; readonly py: string } {
    const { cursor } = this;
    const close = cursor.accepts('|') ? '|' : cursor.accepts('(') ? ')' : undefined;
    const names: string[] = [];
    while (close === undefined ? names.length === 0 : !cursor.accepts(close)) {
      cursor.accepts('&');
      names.push(cursor.accepts('(') ? this.pair() : pythonName(cursor.name()));
      if (close && cursor.accepts(':')) while (cursor.next && !/^[,)|]$/.test(cursor.peek())) cursor.at += 1;
      cursor.accepts(',');
    }
    if (close !== '|') cursor.requires('=>');
    const own = names.flatMap((name) => name.match(/\w+/g) ?? []);
    this.callbackNames.push(...own);
    const py = cursor.accepts('{') ? this.blockCall() : this.value();
    this.callbackNames.length -= own.length;
    return { names, py };
  }

  /** Rust's `|(filter, bias)|`, behind its bracket. */
  private pair(): string {
    const { cursor } = this;
    const names: string[] = [];
    while (!cursor.accepts(')')) {
      cursor.accepts('&');
      names.push(pythonName(cursor.name()));
      cursor.accepts(',');
    }
    return `(${names.join(', ')})`;
  }

  /** The call of a function of the block, which reads the parameters of the callbacks around it. */
  private blockCall(): string {
    if (!this.blockFunction) throw new Untranslated('=>');
    const names = [...new Set(this.callbackNames)];
    return `${this.blockFunction(names)}(${names.join(', ')})`;
  }

  /** JavaScript's `{ stride: 2, padding }` as arguments of these names, behind its brace. */
  protected options(): string[] {
    const { cursor } = this;
    const found: string[] = [];
    while (!cursor.accepts('}')) {
      const name = pythonName(cursor.name());
      found.push(`${name}=${cursor.accepts(':') ? this.value() : name}`);
      if (!cursor.accepts(',') && cursor.peek() !== '}') throw new Untranslated('}');
    }
    return found;
  }

  /** Whether the program has a function that takes an object as it is: `function conv(x, options)`, not `function conv(x, { stride = 1 })`. */
  protected takesObject(name: string): boolean {
    const { tokens } = this.cursor;
    return tokens.some(({ text }, at) => {
      if (text !== name || !/^(?:function|const|let|var)$/.test(tokens[at - 1]?.text ?? '')) return false;
      const open = tokens.findIndex((each, k) => k > at && each.text === '(');
      const head = tokens.slice(open, this.cursor.closing(open));
      return !head.some((each, k) => each.text === '{' && /^[(,]$/.test(head[k - 1]!.text));
    });
  }
}
