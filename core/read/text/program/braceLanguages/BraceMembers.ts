/** Members of classes of C-like languages: where their parts are among the tokens. */
import { BraceTokens } from './BraceTokens';
import { CLASS_WORDS, MAIN_NAMES, MEMBER_MODIFIERS } from './braceWords';

export interface BraceMember {
  readonly name: string;
  readonly kind: 'field' | 'method' | 'constructor' | 'initializer' | 'property';
  /** Its first token behind its modifiers; undefined for the further fields of a declaration. */
  readonly start: number | undefined;
  /** The bracket of a method's parameters; the name of a field. */
  readonly at: number;
  /** After what opens the block of a method or precedes its value. */
  readonly body: number;
  readonly isStatic: boolean;
  /** The name of the object in Go's methods. */
  readonly receiver?: string;
}

interface Owner {
  readonly name: string;
  readonly isMade: boolean;
  readonly members: BraceMember[];
}

/** Gets where a member that is a statement of the program begins, `main` for instance, and the index behind it. */
type OnMain = (start: number, behind: number) => void;

export abstract class BraceMembers extends BraceTokens {
  protected membersIn(of: Owner, from: number, to: number, main: OnMain, isStatic = false): void {
    for (let at = from; at < to;) at = Math.max(at + 1, this.memberAt(of, at, to, isStatic, main));
  }

  /** The index behind the member at a token. */
  private memberAt(of: Owner, from: number, to: number, inStatic: boolean, main: OnMain): number {
    let at = from;
    let isStatic = inStatic;
    let isGetter = false;
    for (;;) {
      const word = this.text(at);
      if (word === '@') at = this.text(at + 2) === '(' ? this.closing(at + 2) : at + 2;
      else if (word === '[' && this.language === 'csharp') at = this.closing(at);
      else if (word === 'template') at = this.pastGenerics(at + 1);
      else if (MEMBER_MODIFIERS.test(word) && this.text(at + 1) === ':') return at + 2;
      else if (MEMBER_MODIFIERS.test(word) && !/^[(=;,]$/.test(this.text(at + 1))) {
        isStatic ||= word === 'static';
        isGetter ||= word === 'get';
        at += 1;
      } else if (word === '(' && this.text(at - 1) === 'pub') at = this.closing(at);
      else break;
    }
    if (this.text(at) === 'companion') {
      while (this.text(at) !== '{') at += 1;
      this.membersIn(of, at + 1, this.closing(at) - 1, main, true);
      return this.closing(at);
    }
    if (/^(?:[;,~}]|enum|interface)$/.test(this.text(at)) || CLASS_WORDS.test(this.text(at))) {
      while (at < to && !/^[{;,]$/.test(this.text(at))) at += 1;
      return this.text(at) === '{' ? this.closing(at) : at + 1;
    }
    const start = at;
    let named = at;
    for (; at < to; at++) {
      if (at > start && /^(?:[(=;{,:]|=>)$/.test(this.text(at))) break;
      if (at > start && this.isFirst(at) && this.cursor.endsAtLines) break;
      if (this.text(at) === '<') at = this.pastGenerics(at) - 1;
      else if (this.text(at) === '[') at = this.closing(at) - 1;
      else if (this.isName(at) && (this.language !== 'go' || at === start)) named = at;
      if (this.text(at) === 'operator' && this.text(at + 1) === '(') at += 2;
    }
    const common = { name: this.memberName(of, named), start, isStatic };
    if (this.text(at) === '(' || (this.text(at) === '{' && common.name === 'init'))
      return this.method(of, { ...common, at, isGetter }, from, to, main);
    if (this.text(at) === '=>') {
      of.members.push({ ...common, kind: 'property', at, body: at + 1 });
      return this.statementEnd(at, to);
    }
    return this.fields(of, { ...common, at: named, body: at }, to);
  }

  private memberName(of: Owner, named: number): string {
    const name = this.text(named);
    const isOther = name === 'operator' && this.text(named + 1) !== '(';
    if (isOther) return this.text(named + 1) === '[' ? '__getitem__' : `_operator${named}`;
    if (/^(?:operator|invoke|callAsFunction)$/.test(name)) return '__call__';
    if (name === 'init' && this.language === 'swift') return '__init__';
    return name === of.name || name === 'constructor' ? '__init__' : name;
  }

  private method(
    of: Owner,
    { isGetter, ...member }: Omit<BraceMember, 'kind' | 'body'> & { readonly isGetter: boolean },
    from: number,
    to: number,
    main: OnMain,
  ): number {
    let at = this.text(member.at) === '{' ? member.at : this.closing(member.at);
    if (member.name === '__init__') at = this.pastInitializers(at);
    while (at < to && !/^(?:[{;=]|=>)$/.test(this.text(at))) {
      if (this.isFirst(at) && this.cursor.endsAtLines && !/^(?:->|:|throws|where)$/.test(this.text(at))) return at;
      at = /^[([]$/.test(this.text(at)) ? this.closing(at) : at + 1;
    }
    const isBlock = this.text(at) === '{';
    const end = isBlock ? this.closing(at) : this.statementEnd(at, to);
    if (/^[=;]$/.test(this.text(at)) && this.language !== 'kotlin') return end;
    if (MAIN_NAMES.test(member.name) && isBlock) main(from, end);
    else {
      // Rust's functions without an object.
      const isStatic = member.isStatic || (this.language === 'rust' && !this.takesSelf(member.at));
      const other = isGetter ? 'property' : member.name === 'init' ? 'initializer' : 'method';
      const kind = member.name === '__init__' ? 'constructor' : other;
      of.members.push({ ...member, isStatic, kind, body: at + 1 });
    }
    return end;
  }

  private takesSelf(bracket: number): boolean {
    for (let at = bracket + 1; /^(?:&|mut|self)$/.test(this.text(at)) || this.text(at).startsWith("'"); at++)
      if (this.text(at) === 'self') return true;
    return this.text(bracket + 2).startsWith("'") || this.text(bracket + 3) === 'self';
  }

  private fields(of: Owner, field: Omit<BraceMember, 'kind'> & { readonly start: number }, to: number): number {
    const end = this.statementEnd(field.start, to);
    let open = field.body;
    while (open < end && !/^[={]$/.test(this.text(open))) open += 1;
    if (this.language === 'swift' && this.text(open) === '{' && !/^(?:did|will)Set$/.test(this.text(open + 1))) {
      of.members.push({ ...field, kind: 'property', at: open, body: open + 1 });
      return end;
    }
    of.members.push({ ...field, kind: 'field' });
    if (this.cursor.typesLast) return end;
    for (let at = field.at; at < end; at++)
      if (/^[([{]$/.test(this.text(at))) at = this.closing(at) - 1;
      else if (this.text(at) === ',' && this.isName(at + 1))
        of.members.push({ ...field, kind: 'field', name: this.text(at + 1), start: undefined });
    return end;
  }

  /** After the statement that begins at a token. */
  private statementEnd(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const word = this.text(at);
      if (at > from && this.isFirst(at) && this.cursor.endsAtLines) return at;
      if (word === ';' || (word === ',' && this.language === 'rust')) return at + 1;
      if (word === '<' && this.language === 'rust') at = this.pastGenerics(at) - 1;
      else if (/^[([{]$/.test(word)) {
        const isProperty = this.language === 'csharp' && /^(?:get|set|init|private)$/.test(this.text(at + 1));
        at = this.closing(at) - 1;
        if (isProperty && this.text(at + 1) !== '=') return at + 1;
      }
    }
    return to;
  }

  /** The tokens of Go's `func (c *Conv) Forward(…)` and C++'s `Matrix Conv::forward(…)`. */
  protected outsideAt(at: number, classOf: (name: string) => Owner | undefined): [number, number] | undefined {
    if (this.text(at) === 'func' && this.text(at + 1) === '(') {
      const behind = this.closing(at + 1);
      const open = this.blockFrom(this.closing(behind + 1));
      const of = classOf(this.text(behind - 2));
      if (!of?.isMade || open === undefined) return undefined;
      const common = { name: this.text(behind), start: at, at: behind + 1, body: open + 1, isStatic: false };
      of.members.push({ ...common, kind: 'method', receiver: this.text(at + 2) });
      return [at, this.closing(open)];
    }
    if (this.text(at) !== '::' || !this.isName(at + 1)) return undefined;
    let named = at - 1;
    if (this.text(named) === '>') while (named > 0 && this.text(named + 1) !== '<') named -= 1;
    const of = classOf(this.text(named));
    const bracket = this.text(at + 1) === 'operator' ? at + 4 : at + 2;
    if (!of?.isMade || this.text(bracket) !== '(' || this.language !== 'cpp') return undefined;
    const name = this.memberName(of, at + 1);
    const open = this.blockFrom(this.pastInitializers(this.closing(bracket)));
    if (open === undefined) return undefined;
    let start = named;
    while (start > 0 && !/^[;{}]$/.test(this.text(start - 1))) start -= 1;
    const kind = name === '__init__' ? 'constructor' : 'method';
    of.members.push({ name, kind, start, at: bracket, body: open + 1, isStatic: false });
    return [start, this.closing(open)];
  }

  /** The brace of the block that follows a function's head. */
  private blockFrom(from: number): number | undefined {
    for (let at = from; at < from + 24 && !/^(?:[;=)]|)$/.test(this.text(at)); at++)
      if (this.text(at) === '{') return at;
      else if (/^[([]$/.test(this.text(at))) at = this.closing(at) - 1;
    return undefined;
  }
}
