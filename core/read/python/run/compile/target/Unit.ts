/** Part of a program that is compiled: its scope, and the compilers of the parts that it contains. */
import type { Expression, Statement } from '../../../syntax/tree/ast';
import type { Code, Exec } from '../../machine/CallFrame';
import type { Interpreter } from '../../interpreter/Interpreter';
import type { Scope } from '../../machine/Scope';

/**
 * The files of this folder call each other in one direction, from statements to names. Where a part contains any expression or
 * any statement, they compile it through the unit.
 */
export interface Unit {
  readonly machine: Interpreter;
  readonly scope: Scope;
  expression(expression: Expression): Code;
  block(statements: readonly Statement[]): Exec;
  /** One statement, counted and traced; its errors get a place. */
  step(statement: Statement): Exec;
  /** A unit of the same program for the names of another scope. */
  within(scope: Scope): Unit;
}
