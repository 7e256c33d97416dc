/** Variables of a module, and the built-in names behind them. */
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import { borrowedFunction, isOfCourse } from '../../modules/borrowed';
import { isElsewhere, unknownMember } from '../../modules/unknownMember';
import { memberOf } from '../../modules/namespaces';
import { USUAL_NAMES, usualMember } from '../../modules/usualNames';
import { PythonError } from '../../runtime/PythonError';
import { NONE, UNKNOWN, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { builtin } from '../builtins/builtin';
import { moduleMember } from '../libraries/modules';
import type { Context } from '../../runtime/Context';
import { isSupportedModule } from './missingFunctions';

/** Built-in names of Python that the interpreter lacks. */
const UNSUPPORTED = new Set(
  'locals globals vars eval exec compile memoryview bytearray breakpoint exit quit super aiter anext ExceptionGroup BaseExceptionGroup __annotations__ __builtins__ __debug__ __loader__ __package__ __spec__'.split(
    ' ',
  ),
);

/** A module variable. Compiled code keeps the cell, so that a name is looked up once. */
export interface GlobalVariable {
  readonly name: string;
  value: Py | undefined;
  /** The expression that was assigned last. */
  range: TextRange;
  /** Cached meaning of the name without an assignment. */
  fallback?: Py | undefined;
}

interface GlobalOptions {
  /** Unassigned names such as `np` or `conv_forward` have their usual meaning. */
  readonly layers: boolean;
  /** Names are refused with Python's NameError. */
  readonly strict: boolean;
}

export class Globals {
  private readonly cells = new Map<string, GlobalVariable>();
  private readonly stars: { readonly module: string; readonly context: Context }[] = [];

  /** `__doc__` of the program. */
  doc: string | undefined;

  constructor(private readonly options: GlobalOptions) {}

  /** `from module import *`. */
  importAll(module: string, context: Context): void {
    this.stars.push({ module, context });
    for (const cell of this.cells.values()) cell.fallback = undefined;
  }

  /** Forgets every value; compiled code keeps its cells. */
  clear(): void {
    this.stars.length = 0;
    for (const cell of this.cells.values()) cell.value = cell.fallback = undefined;
  }

  /** A function that only an unknown module imported with a star can have. */
  mayBeImported(name: string): boolean {
    return this.isUnknown(name) && this.stars.some(({ module }) => !isSupportedModule(module));
  }

  cell(name: string): GlobalVariable {
    let cell = this.cells.get(name);
    if (!cell) this.cells.set(name, (cell = { name, value: undefined, range: [0, 0] }));
    return cell;
  }

  /** Assigned variables; names that a program cannot write hold values for the interpreter. */
  get variables(): GlobalVariable[] {
    return [...this.cells.values()].filter(({ name, value }) => value !== undefined && !name.startsWith(' '));
  }

  set(name: string, value: Py, range: TextRange): void {
    const cell = this.cell(name);
    cell.value = value;
    cell.range = range;
  }

  forget(name: string, range: TextRange): void {
    this.set(name, UNKNOWN, range);
  }

  /** Neither assigned nor built in. */
  isUnknown(name: string): boolean {
    const { value, fallback } = this.cell(name);
    return (
      !value &&
      !fallback &&
      !this.starred(name) &&
      !builtin(name) &&
      !borrowedFunction(name) &&
      !Object.hasOwn(USUAL_NAMES, name) &&
      usualMember(name) === undefined
    );
  }

  /** Whether names that are not assigned have their usual meaning. */
  get takesUsual(): boolean {
    return this.options.layers || !this.options.strict;
  }

  /** Meaning of a name that is not assigned. Throws where it has none. */
  fallback(cell: GlobalVariable, context: Context): Py {
    if (cell.fallback) return cell.fallback;
    const { name } = cell;
    const value = this.starred(name) ?? builtin(name) ?? this.layer(name) ?? this.usual(name, context);
    if (value) return (cell.fallback = value);
    // Scripts have it, notebooks do not; a text that is opened has no place of its own.
    if (name === '__doc__') return this.doc === undefined ? NONE : pyText(this.doc);
    if (name === '__file__') return this.options.strict ? UNKNOWN : pyText('');
    const modules = this.stars.map(({ module }) => module).filter((module) => isElsewhere(`${module}.${name}`));
    // A file of tests does not give what a program needs: the name is misspelled.
    const isOther = modules.some((module) => !isOfCourse(`${module}.${name}`) && !/tests?\b|^test/.test(module));
    if (isOther || (modules.length > 0 && !this.options.strict))
      throw unknownMember(`${modules.join(', ')}.${name}`, name);
    if (UNSUPPORTED.has(name)) throw new LensError(msg('{0} is not supported', name));
    if (this.options.strict) throw new PythonError('NameError', `name '${name}' is not defined`);
    throw new LensError(msg('{0} is not defined', name), undefined, undefined, 'notDefined');
  }

  /** A star imports all public names, but NumPy's star does not replace Python's `max` and the like. */
  private starred(name: string): Py | undefined {
    if (name.startsWith('_') || /^(?:abs|max|min|round|bool|int|float|object|str)$/.test(name)) return undefined;
    if (this.stars.length === 0 || borrowedFunction(name)) return undefined;
    for (const { module, context } of [...this.stars].reverse()) {
      const path = `${module}.${name}`;
      const found = moduleMember(path) ?? memberOf(path, context) ?? this.submodule(path);
      if (found) return found;
    }
    return undefined;
  }

  private submodule(path: string): Py | undefined {
    return /^numpy\.(?:random|linalg|testing)$/.test(path) ? { kind: 'namespace', path } : undefined;
  }

  private layer(name: string): Py | undefined {
    return this.options.layers ? borrowedFunction(name) : undefined;
  }

  private usual(name: string, context: Context): Py | undefined {
    if (!this.takesUsual) return undefined;
    const path = usualMember(name);
    // A star of a file of the user's may have a class of that name.
    const isOther = (module: string): boolean =>
      module.startsWith('.') || (isElsewhere(`${module}.${name}`) && !isOfCourse(module));
    if (path !== undefined && !this.stars.some(({ module }) => isOther(module))) return memberOf(path, context);
    return Object.hasOwn(USUAL_NAMES, name) ? { kind: 'namespace', path: USUAL_NAMES[name]! } : undefined;
  }
}
