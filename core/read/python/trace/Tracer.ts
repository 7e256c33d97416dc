/** Records what a running function writes into arrays, and where the values came from. */
import type { PyArray } from '../array/PyArray';
import type { Statement } from '../syntax/ast';
import type { Frame } from '../run/Frame';
import type { Scope } from '../run/compile/Scope';
import type { IndexValue } from '../run/subscripts';
import type { Py } from '../value';

export interface Tracer {
  enter(): void;
  leave(): void;
  unwind(depth: number): void;
  step(statement: Statement, frame: Frame, scope: Scope): void;
  wrote(array: PyArray, value: Py): void;
  wroteItem(array: PyArray, index: IndexValue, value: Py): void;
}
