/** Reads one expression of a C-like language. What is not understood is `unknown`; nothing throws. */
import { CodeCursor, TEXT } from './CodeCursor';
import { IDENTITY, type CallNode, type Node } from './nodes';
import { CAST, CONSTANTS, GENERIC, MACRO, MATRIX, NAME, NUMBER_TOKEN, PREFIX, TYPED, valueOfToken } from './tokens';

const UNKNOWN: Node = { kind: 'unknown' };
const MAX_DEPTH = 60;
/** Methods, indices or operators in a row. */
const MAX_CHAIN = 200;

export class CodeReader extends CodeCursor {
  private depth = 0;

  expression(): Node {
    if (++this.depth > MAX_DEPTH) return UNKNOWN;
    let left = this.product();
    let count = 0;
    for (let operator = this.accepts(/[-+](?![-+=])/y); operator; operator = this.accepts(/[-+](?![-+=])/y)) {
      if (++count > MAX_CHAIN) return UNKNOWN;
      left = { kind: 'operation', operator, left, right: this.product() };
    }
    const range = this.accepts(/\.\.[=<.]?/y);
    this.depth -= 1;
    return range ? { kind: 'range', from: left, to: this.product(), closed: /[=.]$/.test(range.slice(2)) } : left;
  }

  private product(): Node {
    let left = this.unary();
    let count = 0;
    for (let operator = this.accepts(/[*/](?![*/=])/y); operator; operator = this.accepts(/[*/](?![*/=])/y)) {
      if (++count > MAX_CHAIN) return UNKNOWN;
      left = { kind: 'operation', operator, left, right: this.unary() };
    }
    return left;
  }

  private unary(): Node {
    if (++this.depth > MAX_DEPTH) return UNKNOWN;
    let read: Node;
    if (this.accepts(/-/y)) read = { kind: 'negative', of: this.unary() };
    else if (this.accepts(/\+(?=[\d.])/y)) read = this.unary();
    else if (this.accepts(CAST)) read = this.unary();
    else {
      while (this.accepts(PREFIX));
      read = this.postfix();
    }
    this.depth -= 1;
    return read;
  }

  private postfix(): Node {
    let value = this.primary();
    for (let count = 0; ; count++) {
      if (count > MAX_CHAIN) return UNKNOWN;
      const start = this.at;
      if (this.accepts(/\?(?![\s\w?.:])|\?(?=\s*[;,)\]]|\s*\n\s*\.)|!(?=[.;,)\]])/y)) continue;
      if (this.accepts(/\.await\b|\.\s*$/y)) continue;
      if (this.accepts(/as\s+[A-Za-z_](?:[\w.]*\w)?(?![\w(])/y)) continue;
      if (this.accepts(/\?\.|\.(?!\.)|->/y)) {
        const name = this.accepts(NAME) ?? this.accepts(/\d+/y);
        if (name === undefined) return UNKNOWN;
        this.accepts(GENERIC);
        if (this.text[this.at] === '(') value = { kind: 'call', call: this.call(name, value, start) };
        else if (/^to(?:Tensor|Array|List|Vector|Seq)$/.test(name)) continue;
        else if (value.kind === 'name') value = { kind: 'name', path: `${value.path}.${name}` };
        else value = { kind: 'index', of: value, index: [{ kind: 'text', value: name }] };
        continue;
      }
      if (this.text[this.at] === '[' && value.kind !== 'unknown') {
        this.at += 1;
        value = { kind: 'index', of: value, index: this.items(']') };
        continue;
      }
      return value;
    }
  }

  private primary(): Node {
    const number = this.accepts(NUMBER_TOKEN);
    if (number !== undefined)
      return { kind: 'number', value: valueOfToken(number), ...(/[.eEfF]/.test(number) && { isFloat: true }) };
    const text = this.accepts(TEXT);
    if (text !== undefined) return { kind: 'text', value: text.slice(1, -1) };
    const matrix = this.accepts(MATRIX);
    if (matrix !== undefined) return this.matrixOf(matrix);
    const macro = this.accepts(MACRO);
    if (macro !== undefined) {
      const name = macro.replace(/!\s*$/, '').split('::').at(-1)!;
      const list = this.bracketed();
      return name === 'vec' || list.kind !== 'list' ? list : this.made(name, list);
    }
    if (this.accepts(TYPED)) return this.text[this.at] === '{' ? this.bracketed() : UNKNOWN;
    if ('[{('.includes(this.text[this.at] ?? ' ')) return this.bracketed();
    return this.named();
  }

  /** Rust's `array![[1., 2.]]`: a call with its list. */
  private made(name: string, list: Node): Node {
    return {
      kind: 'call',
      call: { name, receiver: undefined, args: [list], named: new Map(), range: [this.at, this.at] },
    };
  }

  /** `(cv::Mat_<float>(2, 2) << 1, 0, 0, 1)`. */
  private matrixOf(head: string): Node {
    const sizes = /\(\s*(\d+)\s*,\s*(\d+)\s*\)\s*<<$/.exec(head)!.slice(1, 3);
    const shape: Node = { kind: 'list', items: sizes.map((size) => ({ kind: 'number', value: Number(size) })) };
    const data: Node = { kind: 'list', items: this.items(')') };
    const range = [this.at, this.at] as const;
    return {
      kind: 'call',
      call: { name: 'reshape', receiver: undefined, args: [data, shape], named: new Map(), range },
    };
  }

  private named(): Node {
    const start = this.at;
    const first = this.accepts(NAME);
    if (first === undefined) return UNKNOWN;
    if (Object.hasOwn(CONSTANTS, first) && !/^\s*[.:(]/.test(this.text.slice(this.at, this.at + 3)))
      return { kind: 'constant', value: CONSTANTS[first]! };
    let path: string | undefined;
    let last = first;
    let isTyped = this.accepts(GENERIC) !== undefined;
    while (this.accepts(/::(?=[A-Za-z_])|\.(?=[A-Za-z_])/y)) {
      path = path === undefined ? last : `${path}.${last}`;
      last = this.accepts(NAME)!;
      isTyped = this.accepts(GENERIC) !== undefined || isTyped;
    }
    const receiver: Node | undefined = path === undefined ? undefined : { kind: 'name', path };
    if (this.text[this.at] === '(') return { kind: 'call', call: this.call(last, receiver, start) };
    // Go's types may begin with a small letter: `kernel3{1, 0, -1}`.
    const braces = /^\s?\{(\s*-?[\d.])?/.exec(this.text.slice(this.at, this.at + 40));
    if (braces && (isTyped || /^[A-Z]/.test(last) || braces[1] !== undefined)) return this.bracketed();
    return { kind: 'name', path: path === undefined ? last : `${path}.${last}` };
  }

  /** The arguments of a call, whose bracket is at the cursor. */
  call(name: string, receiver: Node | undefined, start: number): CallNode {
    this.at += 1;
    const args: Node[] = [];
    const named = new Map<string, Node>();
    while (!this.accepts(/\)/y)) {
      const keyword = this.accepts(/[A-Za-z_]\w*\s*(?::(?!:)|=(?![=>]))/y);
      const before = this.at;
      const value = this.argument();
      if (keyword === undefined) {
        args.push(...positional(named), value);
      } else named.set(keyword, value);
      if (!this.accepts(/,/y) && this.text[this.skipped()] !== ')') {
        this.skipTo(/[,)]/);
        args[args.length - 1] = UNKNOWN;
        this.accepts(/,/y);
      }
      // A bracket of another kind closes what is around the call.
      if (this.at === before || this.at >= this.text.length || /[\]}]/.test(this.text[this.skipped()] ?? ']')) break;
    }
    const byName = new Map([...named].map(([keyword, value]) => [keyword.replace(/\s*[:=]$/, ''), value]));
    return { name, receiver, args, named: byName, range: [start, this.at] };
  }

  /** One argument; of functions only `|x| x as f32` and Swift's `Float.init` are read, of its cases `.valid` and `.same`. */
  private argument(): Node {
    const word = this.accepts(/\.(?:valid|same)(?=\s*[,)])/y);
    if (word !== undefined) return { kind: 'text', value: word.slice(1) };
    if (this.accepts(/(?:Float|Double)\.init(?=\s*\))/y)) return { kind: 'text', value: IDENTITY };
    if (this.accepts(/\|\s*&?(\w+)\s*\|\s*\1(?:\s+as\s+f(?:32|64))?(?=\s*\))/y))
      return { kind: 'text', value: IDENTITY };
    return this.expression();
  }

  /** `1, 2, 3;`. */
  statementList(): Node {
    return { kind: 'list', items: this.items(';') };
  }

  /** `first`: an item that was read before. */
  private items(close: string, first?: Node): Node[] {
    const found: Node[] = first ? [first] : [];
    if (first && !this.accepts(/,/y) && this.text[this.skipped()] !== close) return this.failed(found, close);
    for (;;) {
      this.skipped();
      if (this.text[this.at] === close) {
        this.at += 1;
        return found;
      }
      const before = this.at;
      found.push(this.expression());
      this.skipped();
      if (this.text[this.at] === ',') this.at += 1;
      else if (this.text[this.at] !== close) return this.failed(found, close);
      if (this.at === before || this.at >= this.text.length) return this.failed(found, close);
    }
  }

  private failed(found: Node[], close: string): Node[] {
    this.skipTo(new RegExp(`[\\${close}]`));
    this.at += 1;
    return [...found.slice(0, -1), UNKNOWN];
  }

  /** `[…]`, `{…}` or `(…)` at the cursor. */
  private bracketed(): Node {
    this.skipped();
    const open = this.text[this.at]!;
    const inner = this.text.slice(this.at + 1, this.at + 120);
    this.at += 1;
    if (open === '{' && /^(?:\s|\/\/[^\n]*\n)*(?:\.?[A-Za-z_]\w*\s*[:=](?![:=])|["'][^"'\n]*["']\s*:)/.test(inner))
      return this.record();
    const close = { '[': ']', '{': '}', '(': ')' }[open]!;
    let first: Node | undefined;
    if (open === '[' && this.text[this.skipped()] !== ']') {
      first = this.expression();
      if (first.kind !== 'unknown' && this.accepts(/;/y)) {
        const count = this.expression();
        return this.accepts(/\]/y) ? { kind: 'repeat', item: first, count } : UNKNOWN;
      }
    }
    const items = this.items(close, first);
    return open === '(' && items.length === 1 && !/,\s*\)$/.test(this.text.slice(this.at - 20, this.at))
      ? items[0]!
      : { kind: 'list', items };
  }

  private record(): Node {
    const entries = new Map<string, Node>();
    for (;;) {
      if (this.accepts(/\}/y)) return { kind: 'record', entries };
      const key = this.accepts(/\.?[A-Za-z_]\w*|["'][^"'\n]*["']/y)?.replace(/^\.|["']/g, '');
      if (key === undefined) break;
      if (this.accepts(/[:=]/y)) entries.set(key, this.expression());
      else entries.set(key, { kind: 'name', path: key });
      this.skipped();
      if (!this.accepts(/[,;]/y) && this.text[this.at] !== '}') break;
    }
    this.skipTo(/\}/);
    this.at += 1;
    return UNKNOWN;
  }
}

/** JavaScript has no names of arguments: `conv2d(x, w, strides = 1, 'same')` assigns. Those before an argument without a name leave the map. */
function positional(named: Map<string, Node>): Node[] {
  const assigned = [...named].filter(([keyword]) => keyword.endsWith('='));
  for (const [keyword] of assigned) named.delete(keyword);
  return assigned.map(([, value]) => value);
}
