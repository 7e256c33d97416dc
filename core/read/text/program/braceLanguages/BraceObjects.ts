/** Objects of a program's own classes in expressions: how they are made, and the members that a method names without its object. */
import { oneOf } from '../../../../anyOf';
import type { BraceClasses } from './BraceClasses';
import type { BraceCursor } from './BraceCursor';
import { BRACE_TYPES, BraceOperators, written, type BraceValue } from './BraceOperators';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

/** Members of arrays and lists in some language. */
const OF_ARRAYS = oneOf(`
  length Length size count Count len indices add Add push append at get set clone copy max min map fill iter slice
`);

export abstract class BraceObjects extends BraceOperators {
  /** The class whose method is translated. */
  owner: string | undefined;
  /** Parameters and variables of the function that is translated: they hide fields of their names. */
  readonly locals = new Set<string>();
  readonly wholeFields = new Set<string>();
  /** Names of parameters by the names of their functions and the labels of arguments, in Swift. */
  readonly labels = new Map<string, string>();

  constructor(
    cursor: BraceCursor,
    readonly classes: BraceClasses,
  ) {
    super(cursor);
  }

  /** An object of a type that is declared with its values or without: `Conv c(k, 2);`, `Conv c{k};`, `Conv c;`, `Conv c = {k}`. */
  objectOf(type: string | undefined): string | undefined {
    const { cursor } = this;
    const name = type?.replace(/<.*/, '') ?? '';
    if (!this.classes.all.get(name)?.isMade || !/^c(?:pp|sharp)?$/.test(cursor.languageId)) return undefined;
    const next = cursor.peek() === '=' ? cursor.peek(1) : cursor.peek();
    const isShort = cursor.peek() === '=' && next === 'new' && cursor.peek(2) === '(';
    if (isShort) cursor.at += 2;
    else if (cursor.languageId === 'csharp') return undefined;
    else if (/^[;,]$/.test(cursor.peek())) return `${pythonName(name)}()`;
    else if (next === '{') cursor.accepts('=');
    return /^[({]$/.test(cursor.peek()) ? this.construct(name) : undefined;
  }

  /** `self`, an object of a class, or what a name of a class has; undefined for other names. */
  protected ofClasses(name: string): BraceValue | undefined {
    const { cursor, classes } = this;
    // Java's `this(kernel, 1);`.
    if (this.owner !== undefined && name === 'this')
      return { py: cursor.peek() === '(' ? `self.__init__(${this.args().join(', ')})` : 'self' };
    if (this.owner !== undefined && /^(?:super|base)$/.test(name))
      return { py: cursor.peek() === '(' ? `super().__init__(${this.args().join(', ')})` : 'super()' };
    if (/^make_(?:unique|shared)$/.test(name) && cursor.accepts('<')) {
      const made = cursor.name();
      while (cursor.next && cursor.peek() !== '(') cursor.at += 1;
      return { py: this.construct(made) };
    }
    const of = classes.all.get(name === 'Self' ? (this.owner ?? '') : name);
    if (of && !this.locals.has(name)) {
      const made = pythonName(of.name);
      const behind = classes.pastGenerics(cursor.at);
      if (of.isMade && /^[({]$/.test(cursor.tokens[behind]?.text ?? '')) {
        cursor.at = behind;
        return { py: this.construct(of.name) };
      }
      // Rust's value of a structure without fields.
      if (cursor.peek() === '.' && cursor.languageId === 'rust') return { py: `${made}()` };
      if (cursor.accepts('::', '.')) return this.ofClass(of.isMade ? made : '', cursor.name());
    }
    return this.owner === undefined || this.locals.has(name) ? undefined : this.ofSelf(this.owner, name);
  }

  /** A function or a constant of a class: those of classes without objects are the program's. */
  private ofClass(of: string, name: string): BraceValue {
    if (this.cursor.peek() !== '(') return { py: pythonName(name), isWhole: this.whole.has(name) };
    const args = this.args(name).join(', ');
    if (of !== '' && name === 'default' && !this.classes.memberOf(of, name)) return { py: `${of}()` };
    return { py: `${of === '' ? '' : `${of}.`}${pythonName(name)}(${args})` };
  }

  /** A member of the object at hand that is named alone. */
  private ofSelf(owner: string, name: string): BraceValue | undefined {
    if (!/^(?:cpp|java|csharp|kotlin|swift)$/.test(this.cursor.languageId)) return undefined;
    const member = this.classes.memberOf(owner, name);
    if (!member) return undefined;
    const of = member.isStatic ? pythonName(owner) : 'self';
    if (member.kind === 'field' && member.isStatic) return undefined;
    const own = `${of}.${pythonName(name)}`;
    if (member.kind !== 'method') return { py: own, isWhole: this.wholeFields.has(name) };
    return this.cursor.peek() === '(' ? { py: `${own}(${this.args(name).join(', ')})` } : undefined;
  }

  protected labelled(of: string, label: string): string | undefined {
    const isField = this.classes.memberOf(of, label) && !this.classes.memberOf(of, '__init__');
    return isField ? label : this.labels.get(`${this.classes.all.has(of) ? 'init' : of} ${label}`);
  }

  protected memberOf(object: string, name: string): BraceValue | undefined {
    const { cursor, classes } = this;
    const isSelf = /^(?:self|super\(\))$/.test(object);
    const isMethod = cursor.peek() === '(';
    const isOwn = isSelf && (!isMethod || this.owner === undefined || classes.memberOf(this.owner, name) !== undefined);
    const isArrays = OF_ARRAYS.test(name) && (isMethod || !/^(?:c|cpp|go|rust)$/.test(cursor.languageId));
    if (!isOwn && (isArrays || !classes.hasMember(name, isMethod))) return undefined;
    const py = `${object}.${pythonName(name)}`;
    return isMethod ? { py: `${py}(${this.args(name).join(', ')})` } : { py, isWhole: this.wholeFields.has(name) };
  }

  /** A call of the constructor; fields may be given by their names. */
  protected construct(name: string): string {
    const { cursor } = this;
    const made = pythonName(name);
    const of = cursor.peek() === '(' ? this.args(name) : [];
    if (cursor.accepts('{'))
      while (!cursor.accepts('}')) {
        if (cursor.accepts('..', '...')) throw new Untranslated('..');
        cursor.accepts('.');
        const isNamed = cursor.next?.kind === 'name' && /^[:=]$/.test(cursor.peek(1));
        // Rust's `Conv { kernel }`.
        const isShort = cursor.languageId === 'rust' && /^[,}]$/.test(cursor.peek(1));
        const field = isNamed || isShort ? pythonName(cursor.peek()) : undefined;
        if (isNamed) cursor.at += 2;
        const value = written(this.value());
        of.push(field === undefined ? value : `${field}=${value}`);
        if (!cursor.accepts(',') && cursor.peek() !== '}') throw new Untranslated('}');
      }
    // A copy.
    return of.length === 1 && of[0]!.startsWith(`${made}(`) ? of[0]! : `${made}(${of.join(', ')})`;
  }

  /** C++'s `static_cast<int>(x)`, from the type's bracket on. */
  protected cast(): BraceValue {
    const { cursor } = this;
    const end = this.classes.pastGenerics(cursor.at);
    const type = cursor.tokens[end - 2]?.text ?? '';
    cursor.at = end;
    const [value = ''] = this.args();
    if (!BRACE_TYPES.test(type)) return { py: value };
    const isWhole = !/float|double/i.test(type);
    return { py: `${isWhole ? 'int' : 'float'}(${value})`, isWhole };
  }

  /** Rust's `Vec::<f32>::with_capacity(n)`, `new ArrayList<>()`, from behind the name on. */
  protected empty(): BraceValue {
    const { cursor } = this;
    cursor.at = this.classes.pastGenerics(cursor.at);
    while (cursor.accepts('::')) {
      cursor.at = this.classes.pastGenerics(cursor.at);
      if (cursor.next?.kind === 'name' && !/^(?:new|with_capacity)$/.test(cursor.name())) throw new Untranslated('Vec');
    }
    const args = this.args();
    return { py: args[0]?.startsWith('[') ? args[0] : '[]' };
  }
}
