/** Classes that a program of a C-like language defines, and which of them it makes objects of. */
import type { BraceCursor } from './BraceCursor';
import { BraceMembers, type BraceMember } from './BraceMembers';
import { CLASS_WORDS, CONTAINER_WORDS, MEMBER_MODIFIERS } from './braceWords';

export interface BraceClass {
  readonly name: string;
  base?: string;
  /** The bracket of the parameters of a Kotlin class or of a record. */
  parameters?: number;
  /** Objects of it are made. Members of other classes are read as functions and variables. */
  isMade: boolean;
  readonly members: BraceMember[];
}

export class BraceClasses extends BraceMembers {
  readonly all = new Map<string, BraceClass>();
  /** Where statements that define members of classes begin, and the index behind them. */
  readonly skips = new Map<number, number>();

  constructor(cursor: BraceCursor) {
    super(cursor);
    const bodies: { readonly of: BraceClass; readonly start: number; readonly open: number }[] = [];
    cursor.tokens.forEach((_, at) => {
      const head = this.headAt(at);
      if (head) bodies.push({ ...head, start: this.headStart(at) });
    });
    for (const each of this.all.values()) each.isMade ||= cursor.tokens.some((_, at) => this.isMadeAt(each.name, at));
    // Bases come before their classes, or behind them.
    for (const { isMade, base } of [...this.all.values()].reverse()) {
      const of = this.all.get(base ?? '');
      if (isMade && of) of.isMade = true;
    }
    for (const { of, start, open } of bodies) {
      if (!of.isMade) continue;
      const end = this.text(open) === '{' ? this.closing(open) : open;
      let from = start;
      this.membersIn(of, open + 1, end - 1, (main, behind) => {
        this.skips.set(from, main);
        from = behind;
      });
      this.skips.set(from, end);
    }
    if (/script$/.test(this.language)) cursor.tokens.forEach((_, at) => this.prototypeAt(at));
    cursor.tokens.forEach((_, at) => {
      const found = this.outsideAt(at, (name) => this.all.get(name));
      if (found) this.skips.set(...found);
    });
  }

  /** `Pool.prototype.forward = function (x) { … }`, with the function that makes the object. */
  private prototypeAt(at: number): void {
    const { tokens } = this.cursor;
    const name = this.text(at);
    const words = [1, 2, 3, 5, 6, 7].map((each) => this.text(at + each)).join(' ');
    if (words !== '. prototype . = function (') return;
    const made = tokens.findIndex((_, place) => this.text(place) === 'function' && this.text(place + 1) === name);
    if (made < 0 || !tokens.some((_, place) => this.isMadeAt(name, place))) return;
    const of: BraceClass = this.all.get(name) ?? { name, isMade: true, members: [] };
    const add = (member: string, kind: BraceMember['kind'], start: number, bracket: number): void => {
      const open = this.closing(bracket);
      of.members.push({ name: member, kind, start, at: bracket, body: open + 1, isStatic: false });
      this.skips.set(start, this.closing(open));
    };
    if (!this.all.has(name)) add('__init__', 'constructor', made, made + 2);
    add(this.text(at + 4), 'method', at, at + 7);
    this.all.set(name, of);
  }

  /** The class and its bases, nearest first. */
  lineOf(name: string): readonly BraceClass[] {
    const found: BraceClass[] = [];
    for (let each = this.all.get(name); each?.isMade && !found.includes(each); each = this.all.get(each.base ?? ''))
      found.push(each);
    return found;
  }

  memberOf(name: string, member: string): BraceMember | undefined {
    return this.lineOf(name)
      .flatMap(({ members }) => members)
      .find((each) => each.name === member);
  }

  /** Whether objects of some class have a member of this name: a method, or a value. */
  hasMember(member: string, isMethod: boolean): boolean {
    return [...this.all.values()].some(({ members }) =>
      members.some(({ name, kind }) => name === member && (kind === 'method') === isMethod),
    );
  }

  private headAt(at: number): { readonly of: BraceClass; readonly open: number } | undefined {
    const word = this.text(at);
    const isTypedef = word === 'struct' && this.text(at + 1) === '{' && this.text(at - 1) === 'typedef';
    const isGo = word === 'struct' && this.language === 'go';
    if (!CLASS_WORDS.test(word) && !CONTAINER_WORDS.test(word)) return undefined;
    let named = word === 'impl' ? this.pastGenerics(at + 1) : at + 1;
    if (isGo) named = at - 1;
    if (isTypedef) named = this.closing(at + 1);
    if (!this.isName(named) || (isGo && this.text(at - 2) !== 'type')) return undefined;
    let open = isGo || isTypedef ? at + 1 : this.pastGenerics(named + 1);
    const bracket = this.text(open) === '(' && /^(?:class|record)$/.test(word) ? open : undefined;
    if (bracket !== undefined) open = this.closing(bracket);
    let base: string | undefined;
    for (const limit = open + 40; open < limit && this.text(open) !== '{'; open++) {
      if (/^(?:[;,)=*&>]|)$/.test(this.text(open)) || (bracket !== undefined && this.isFirst(open))) break;
      if (this.text(open) === '(') open = this.closing(open) - 1;
      else if (this.text(open) === '<') open = this.pastGenerics(open) - 1;
      else if (this.text(open) === 'for') named = open + 1;
      else if (this.isName(open) && !/^(?:public|private|virtual|extends|implements)$/.test(this.text(open)))
        base ??= this.text(open);
    }
    if (this.text(open) !== '{' && bracket === undefined) return undefined;
    const name = this.text(named);
    const of: BraceClass = this.all.get(name) ?? { name, isMade: false, members: [] };
    if (base !== name && word !== 'impl' && base !== undefined) of.base ??= base;
    if (bracket !== undefined) of.parameters = bracket;
    this.all.set(name, of);
    return { of, open };
  }

  /** The first token of a class's statement: modifiers and templates are before its word. */
  private headStart(at: number): number {
    let start = this.language === 'go' ? at - 2 : at;
    for (;;) {
      const before = this.text(start - 1);
      if (MEMBER_MODIFIERS.test(before) || /^(?:typedef|data|default|partial)$/.test(before)) start -= 1;
      else if (before === '>' && this.language === 'cpp')
        do start -= 1;
        while (start > 0 && this.text(start) !== 'template');
      else return start;
    }
  }

  /** `new X(…)`, `X(…)`, `X name(…)`, `X { … }`, `X::new(…)`. */
  private isMadeAt(name: string, at: number): boolean {
    if (this.text(at) !== name) return false;
    const before = this.text(at - 1);
    if (before === 'new') return true;
    const behind = this.pastGenerics(at + 1);
    const next = this.text(behind);
    if (this.language === 'c' || this.language === 'cpp')
      return this.isName(behind)
        ? /^[{;=,]$/.test(this.text(behind + 1)) || (this.text(behind + 1) === '(' && !this.isDefined(behind + 1))
        : /^[({>]$/.test(next) && /^(?:[=(,<[{]|return)$/.test(before);
    if (CLASS_WORDS.test(before) || CONTAINER_WORDS.test(before) || before === 'for') return false;
    if (this.language === 'rust') return /^(?:::|\.)$/.test(next) || (next === '{' && !/^(?:->|>)$/.test(before));
    if (this.language === 'go') return next === '{' && before !== ']';
    if (/^(?:kotlin|swift)$/.test(this.language)) return next === '(';
    return this.language === 'csharp' && this.isName(behind) && this.text(behind + 2) === 'new';
  }

  private isDefined(bracket: number): boolean {
    return /^(?:\{|const|override|noexcept)$/.test(this.text(this.closing(bracket)));
  }
}
