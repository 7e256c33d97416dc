/** Variables of a module, and the built-in names behind them. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import { USUAL_NAMES, layerFunction } from '../library/namespaces';
import { PythonError } from '../runtime/PythonError';
import { UNKNOWN, type Py } from '../value';
import { builtin } from './builtins/builtin';

/** A module variable. Compiled code keeps the cell, so that a name is looked up once. */
export interface Cell {
  readonly name: string;
  value: Py | undefined;
  /** The expression that was assigned last. */
  range: TextRange;
  /** Cached meaning of the name without an assignment. */
  fallback?: Py;
}

export interface GlobalOptions {
  /** Unassigned names such as `np` or `conv_forward` have their usual meaning. */
  readonly layers: boolean;
  /** Names are refused with Python's NameError. */
  readonly strict: boolean;
}

export class Globals {
  readonly borrowed = new Set<string>();
  private readonly cells = new Map<string, Cell>();

  constructor(private readonly options: GlobalOptions) {}

  cell(name: string): Cell {
    let cell = this.cells.get(name);
    if (!cell) this.cells.set(name, (cell = { name, value: undefined, range: [0, 0] }));
    return cell;
  }

  /** Assigned variables. */
  get variables(): Cell[] {
    return [...this.cells.values()].filter(({ value }) => value !== undefined);
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
    return !value && !fallback && !builtin(name) && !layerFunction(name) && !Object.hasOwn(USUAL_NAMES, name);
  }

  /** Meaning of a name that is not assigned. Throws where it has none. */
  fallback(cell: Cell): Py {
    if (cell.fallback) return cell.fallback;
    const { name } = cell;
    const value = builtin(name) ?? this.layer(name) ?? this.usualModule(name);
    if (value) return (cell.fallback = value);
    if (this.options.strict) throw new PythonError('NameError', `name '${name}' is not defined`);
    throw new LensError(msg('{0} is not defined', name));
  }

  private layer(name: string): Py | undefined {
    const found = this.options.layers ? layerFunction(name) : undefined;
    if (found) this.borrowed.add(name);
    return found;
  }

  private usualModule(name: string): Py | undefined {
    if (this.options.strict && !this.options.layers) return undefined;
    return Object.hasOwn(USUAL_NAMES, name) ? { kind: 'namespace', path: USUAL_NAMES[name]! } : undefined;
  }
}
