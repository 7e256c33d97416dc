/** The program's variables, and what names mean that it does not assign. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import { builtin } from '../library/builtins';
import { USUAL_NAMES, courseFunction } from '../library/namespaces';
import { UNKNOWN, type Py } from '../value';

export interface Variable {
  readonly name: string;
  readonly value: Py;
  /** The expression that was assigned last. */
  readonly range: TextRange;
}

export class Scope {
  private readonly found = new Map<string, Variable>();

  get variables(): Iterable<Variable> {
    return this.found.values();
  }

  /** Throws a LensError for a name that means nothing here. */
  get(name: string, range: TextRange): Py {
    const value = this.found.get(name)?.value ?? builtin(name) ?? courseFunction(name) ?? usualModule(name);
    if (value) return value;
    throw new LensError(msg('{0} is not known here', name), undefined, range);
  }

  set(name: string, value: Py, range: TextRange): void {
    this.found.set(name, { name, value, range });
  }

  forget(name: string, range: TextRange): void {
    this.set(name, UNKNOWN, range);
  }
}

function usualModule(name: string): Py | undefined {
  return Object.hasOwn(USUAL_NAMES, name) ? { kind: 'namespace', path: USUAL_NAMES[name]! } : undefined;
}
