/** Events that the interpreter reports while code runs. */
import type { PyArray } from '../../array/PyArray';
import type { Arguments, Py, PyFunction } from '../../value/Py';
import type { CallFrame } from './CallFrame';
import type { Scope } from './Scope';
import type { IndexValue } from './IndexValue';
import type { Statement } from '../../syntax/tree/ast';

export interface TracePlace {
  readonly statement: Statement;
  readonly frame: CallFrame;
  readonly scope: Scope;
}

export interface Tracer {
  /** The statement that runs: callers restore theirs when a call returns. */
  current: TracePlace | undefined;
  /** A statement begins. */
  step(statement: Statement, frame: CallFrame, scope: Scope): void;
  /** `result` was computed from `operands`. */
  derived(result: Py, operands: readonly Py[]): void;
  /** `result` is the item of an array. */
  item(array: PyArray, index: IndexValue, result: Py): void;
  /** A function of the library returned; `receiver` is set for methods. */
  called(callee: PyFunction, receiver: Py | undefined, args: Arguments, result: Py): void;
  /** An array was changed in place by an operator. */
  wrote(array: PyArray, operand: Py): void;
  /** Items of an array were assigned. */
  wroteItem(array: PyArray, index: IndexValue, value: Py): void;
}
