/** Names of a function, class or comprehension at compile time: every local name has a slot in its frame. */
import type { Statement } from '../../syntax/tree/ast';
import type { TextRange } from '../../../ParseResult';
import type { PyClass } from '../../value/Py';
import { boundNames, declaredNames } from '../../syntax/tree/boundNames';
import type { Exec } from './CallFrame';

type Place = { readonly type: 'slot'; readonly depth: number; readonly index: number } | { readonly type: 'global' };

export class Scope {
  readonly slots = new Map<string, number>();
  /** Its compiled statements: programs that differ in one statement share the others. */
  readonly compiled = new WeakMap<Statement, Exec>();
  /** Scopes of the definitions in it. */
  private readonly inner = new Map<string, Scope>();
  /** The class whose body defines a method, once the class is made. */
  owner: { made: PyClass | undefined } | undefined;
  /** Of the class or function whose body it is. */
  name: string | undefined;
  private readonly globals = new Set<string>();
  private readonly outer = new Set<string>();

  private constructor(
    readonly kind: 'module' | 'function' | 'class',
    readonly parent: Scope | undefined,
    /** Whether statements in it may yield. */
    readonly generator = false,
  ) {}

  static module(): Scope {
    return new Scope('module', undefined);
  }

  static body(
    kind: 'function' | 'class',
    parent: Scope,
    names: readonly string[],
    body: readonly Statement[],
    generator = false,
  ): Scope {
    const scope = new Scope(kind, parent, generator);
    const { globals, nonlocals } = declaredNames(body);
    globals.forEach((name) => scope.globals.add(name));
    nonlocals.forEach((name) => scope.outer.add(name));
    for (const name of [...names, ...boundNames(body)]) {
      if (!scope.globals.has(name) && !scope.outer.has(name)) scope.declare(name);
    }
    return scope;
  }

  /** The scope of a definition; an edited definition with the same names has the same one. */
  static definition(
    kind: 'function' | 'class',
    parent: Scope,
    { name, range, body }: { readonly name: string; readonly range: TextRange; readonly body: readonly Statement[] },
    names: readonly string[] = [],
  ): Scope {
    const scope = Scope.body(kind, parent, names, body);
    scope.name = name;
    const { slots, globals, outer } = scope;
    const key = [kind, name, range[0], ...slots.keys(), '', ...globals, '', ...outer].join();
    const known = parent.inner.get(key) ?? scope;
    parent.inner.set(key, known);
    return known;
  }

  declare(name: string): number {
    let index = this.slots.get(name);
    if (index === undefined) this.slots.set(name, (index = this.slots.size));
    return index;
  }

  /** The attribute that a name means: inside of a class, `__name` is private to it. */
  attributeName(written: string): string {
    if (!written.startsWith('__') || written.endsWith('__')) return written;
    if (this.kind !== 'class' || this.name === undefined) return this.parent?.attributeName(written) ?? written;
    return `_${this.name.replace(/^_+/, '')}${written}`;
  }

  /** `__qualname__` of what is defined in this scope. */
  qualified(name: string): string {
    if (!this.parent) return name;
    if (this.name === undefined) return this.parent.qualified(name);
    return `${this.parent.qualified(this.name)}.${this.kind === 'class' ? '' : '<locals>.'}${name}`;
  }

  /** Where a name is read and written from this scope. */
  resolve(name: string): Place {
    if (this.globals.has(name)) return { type: 'global' };
    const own = this.outer.has(name) ? undefined : this.slots.get(name);
    if (own !== undefined) return { type: 'slot', depth: 0, index: own };
    let depth = 1;
    for (let scope = this.parent; scope && scope.kind !== 'module'; scope = scope.parent, depth++) {
      const index = scope.kind === 'class' ? undefined : scope.slots.get(name);
      if (index !== undefined) return { type: 'slot', depth, index };
      if (scope.globals.has(name)) return { type: 'global' };
    }
    return { type: 'global' };
  }
}
