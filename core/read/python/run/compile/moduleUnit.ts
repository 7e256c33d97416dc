/** The unit of a program's module level. */
import type { Expression, Statement } from '../../syntax/tree/ast';
import type { Code, Exec } from '../machine/CallFrame';
import type { Interpreter } from '../interpreter/Interpreter';
import { compileBlock, compileStep } from './compileBlock';
import { compileExpression } from './expression/compileExpression';
import { Scope } from '../machine/Scope';
import type { Unit } from './target/Unit';

export function moduleUnit(machine: Interpreter): Unit {
  return new CompiledUnit(machine, Scope.module());
}

class CompiledUnit implements Unit {
  constructor(
    readonly machine: Interpreter,
    readonly scope: Scope,
  ) {}

  expression(expression: Expression): Code {
    return compileExpression(expression, this);
  }

  block(statements: readonly Statement[]): Exec {
    return compileBlock(statements, this);
  }

  step(statement: Statement): Exec {
    return compileStep(statement, this);
  }

  within(scope: Scope): Unit {
    return new CompiledUnit(this.machine, scope);
  }
}
