/** Classes of C-like languages as Python's. */
import type { BraceClass } from './BraceClasses';
import { BraceLoops } from './BraceLoops';
import type { BraceMember } from './BraceMembers';
import { WHOLE_TYPES } from './braceWords';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export abstract class BraceClassBodies extends BraceLoops {
  /** Bases before the classes that inherit from them. */
  protected classBodies(): void {
    const { classes } = this.expressions;
    const made = [...classes.all.values()].filter(({ isMade }) => isMade);
    const ordered = made.flatMap(({ name }) => [...classes.lineOf(name)].reverse());
    for (const of of new Set(ordered)) this.classBody(of);
    this.expressions.owner = undefined;
    this.cursor.at = 0;
  }

  private classBody(of: BraceClass): void {
    const { expressions } = this;
    expressions.owner = undefined;
    for (const { kind, isStatic, start } of of.members)
      if (kind === 'field' && isStatic && start !== undefined) this.attempt(start, () => this.declaration(0, start));
    expressions.owner = of.name;
    const base = expressions.classes.lineOf(of.name)[1];
    const head = of.members[0]?.at ?? 0;
    this.cursor.at = head;
    this.emit(0, `class ${pythonName(of.name)}${base ? `(${pythonName(base.name)})` : ''}:`, head);
    this.attempt(head, () => this.constructorOf(of, base !== undefined));
    for (const member of of.members)
      if (/^(?:method|property)$/.test(member.kind)) this.attempt(member.at, () => this.methodOf(member));
  }

  /** What cannot be translated is left out. */
  private attempt(at: number, translate: () => void): void {
    const kept = this.lines.length;
    try {
      this.cursor.at = at;
      translate();
    } catch (error) {
      if (!(error instanceof Untranslated)) throw error;
      this.lines.length = kept;
    }
    this.inFields = false;
  }

  private constructorOf(of: BraceClass, hasBase: boolean): void {
    const { cursor, expressions } = this;
    const isAggregate = /^(?:c|cpp|csharp|rust|go|swift)$/.test(cursor.languageId);
    const sizeOf = ({ at }: BraceMember): number => cursor.closing(at) - at;
    const [given, ...others] = of.members
      .filter(({ kind }) => kind === 'constructor')
      .sort((a, b) => sizeOf(b) - sizeOf(a));
    const bracket = of.parameters ?? given?.at;
    const fields = of.members.filter(({ kind, isStatic }) => kind === 'field' && !isStatic);
    expressions.locals.clear();
    const parameters = bracket === undefined ? [] : this.parameters(bracket + 1, cursor.closing(bracket) - 1);
    const names = parameters.map((each) => each.replace(/=.*/, ''));
    const byName = bracket === undefined && isAggregate ? fields.map(({ name }) => pythonName(name)) : [];
    const start = bracket ?? cursor.at;
    const all = ['self', ...parameters, ...byName.map((each) => `${each}=None`)].join(', ');
    this.emit(1, `def ${others.length > 0 ? '_made' : '__init__'}(${all}):`, start);
    const tokens = cursor.tokens.slice(given?.at ?? 0, given ? cursor.closing(given.body - 1) : 0);
    this.emitDefaults(2, start);
    if (hasBase && !tokens.some(({ text }) => /^(?:super|base)$/.test(text) || text === of.base))
      this.emit(2, 'super().__init__()', start);
    if (of.parameters !== undefined || cursor.languageId === 'typescript')
      for (const name of names) {
        this.emit(2, `self.${name} = ${name}`, start);
        if (expressions.whole.has(name)) expressions.wholeFields.add(name);
        of.members.push({ name, kind: 'field', start: undefined, at: start, body: start, isStatic: false });
      }
    for (const field of fields) this.field(field);
    for (const name of byName) this.emit(2, `if ${name} is not None: self.${name} = ${name}`, start);
    if (given) {
      this.initialValues(of, cursor.closing(given.at));
      cursor.at = given.body;
      this.block(2);
    }
    for (const { kind, body } of of.members)
      if (kind === 'initializer') {
        cursor.at = body;
        this.block(2);
      }
    if (this.lines.at(-1)!.py.startsWith('    def')) this.emit(2, 'pass', start);
    if (others.length > 0) this.otherConstructors(of, others, parameters.length, start);
  }

  /** Constructors are told apart by the number of their arguments. */
  private otherConstructors(of: BraceClass, others: readonly BraceMember[], most: number, start: number): void {
    const { cursor, expressions } = this;
    const made = others.flatMap((each, index) => {
      expressions.locals.clear();
      const parameters = this.parameters(each.at + 1, cursor.closing(each.at) - 1);
      if (parameters.length >= most) return [];
      this.emit(1, `def _made${index}(${['self', ...parameters].join(', ')}):`, start);
      this.emitDefaults(2, start);
      for (const field of of.members) if (field.kind === 'field' && !field.isStatic) this.field(field);
      this.initialValues(of, cursor.closing(each.at));
      cursor.at = each.body;
      this.block(2);
      return [`${parameters.length}: self._made${index}`];
    });
    this.emit(1, 'def __init__(self, *args):', start);
    this.emit(2, `{${made.join(', ')}}.get(len(args), self._made)(*args)`, start);
  }

  private field({ name, start, at }: BraceMember): void {
    const { cursor, expressions } = this;
    if (/^(?:go|rust)$/.test(cursor.languageId)) {
      this.emit(2, `self.${pythonName(name)} = 0`, at);
      let end = at + 1;
      while (cursor.tokens[end] && !cursor.tokens[end]!.isFirst && cursor.tokens[end]!.text !== '}') end += 1;
      const isWhole = cursor.tokens.slice(at, end).some(({ text }) => WHOLE_TYPES.test(text));
      if (isWhole) expressions.wholeFields.add(name);
    } else if (start !== undefined)
      this.attempt(start, () => {
        this.inFields = true;
        this.declaration(2, start);
      });
    if (expressions.whole.has(name)) expressions.wholeFields.add(name);
  }

  /** C++'s `: size_{size}, base(k)` from its colon on. */
  private initialValues(of: BraceClass, from: number): void {
    const { cursor, expressions } = this;
    cursor.at = from;
    if (!cursor.accepts(':') || !/^c(?:pp|sharp)$/.test(cursor.languageId)) return;
    do {
      const { at } = cursor;
      const name = cursor.name();
      cursor.at = expressions.classes.pastGenerics(cursor.at);
      const end = cursor.closing(cursor.at);
      const close = cursor.peek() === '{' ? '}' : ')';
      cursor.at += 1;
      const values: string[] = [];
      while (!cursor.accepts(close)) {
        values.push(expressions.value());
        if (!cursor.accepts(',') && cursor.peek() !== close) throw new Untranslated(close);
      }
      cursor.at = end;
      const listed = values.join(', ');
      if (/^(?:base|super)$/.test(name) || name === of.base) this.emit(2, `super().__init__(${listed})`, at);
      else if (name === of.name || name === 'this') this.emit(2, `self.__init__(${listed})`, at);
      else if (values.length > 0)
        this.emit(2, `self.${pythonName(name)} = ${values.length > 1 ? `_repeated(${listed})` : listed}`, at);
    } while (cursor.accepts(','));
  }

  private methodOf({ name, kind, start, at, body, isStatic, receiver }: BraceMember): void {
    const { cursor, expressions } = this;
    expressions.locals.clear();
    const isCalled = kind === 'method' || cursor.peek() === '(';
    const parameters = isCalled ? this.parameters(at + 1, cursor.closing(at) - 1) : [];
    const all = isStatic ? parameters : [receiver ?? 'self', ...parameters.filter((each) => each !== 'self')];
    if (isStatic) this.emit(1, '@staticmethod', at);
    else if (kind === 'property') this.emit(1, '@property', at);
    cursor.at = body;
    if (cursor.tokens[body - 1]!.text === '{') {
      this.functionBody(1, at, name, all);
      if (cursor.languageId === 'cpp' && start !== undefined) this.setterOf(name, start, at, body, all);
      return;
    }
    this.emit(1, `def ${pythonName(name)}(${all.join(', ')}):`, at);
    this.emitDefaults(2, at);
    this.emit(2, `return ${expressions.value()}`, body);
  }

  /** C++'s `double& operator()(int i, int j) { return data[i * cols + j]; }` is also a target of assignments. */
  private setterOf(name: string, start: number, at: number, body: number, parameters: readonly string[]): void {
    const { cursor, expressions } = this;
    const isReference = cursor.tokens.slice(start, at).some(({ text }) => text === '&');
    if (!isReference || cursor.tokens[body]!.text !== 'return') return;
    cursor.at = body + 1;
    const target = expressions.value();
    const setter = name === '__getitem__' ? '__setitem__' : `to_${pythonName(name)}`;
    if (target.endsWith(')')) return;
    this.emit(1, `def ${setter}(${[...parameters, 'value_'].join(', ')}):`, at);
    this.emit(2, `${target} = value_`, at);
  }
}
