/** The program that is evaluated, as functions of the library see it. */
import { LensError, msg } from '../../../message';
import type { Context } from '../runtime/Context';
import type { Py } from './Py';

export interface ProgramHooks {
  /** Calls a value of the program. */
  call(callee: Py, args: readonly Py[]): Py;
  /** The items that a loop over a value has. */
  items(value: Py): readonly Py[];
  /** The value of a variable of the module; undefined where it is not assigned. */
  lookUp(name: string): Py | undefined;
}

const programs = new WeakMap<Context, ProgramHooks>();

/** Set once, by the interpreter. */
export function setProgram(context: Context, program: ProgramHooks): void {
  programs.set(context, program);
}

export function programOf(context: Context): ProgramHooks {
  return programs.get(context) ?? NO_PROGRAM;
}

/** Functions of the library can be called without a program. */
const NO_PROGRAM: ProgramHooks = {
  call: () => {
    throw new LensError(msg('functions cannot be called here'));
  },
  items: () => {
    throw new LensError(msg('functions cannot be called here'));
  },
  lookUp: () => undefined,
};
