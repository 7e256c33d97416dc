/** Compiles a sequence of statements. */
import { LensError } from '../../../../message';
import { placeError } from '../../runtime/PythonError';
import type { Statement } from '../../syntax/tree/ast';
import { NEXT, type Exec } from '../machine/CallFrame';
import { compileStatement } from './compileStatement';
import type { Unit } from './target/Unit';

export function compileBlock(statements: readonly Statement[], unit: Unit): Exec {
  const steps = statements.map((statement) => compileStep(statement, unit));
  const [only] = steps;
  if (steps.length === 1 && only) return only;
  return (frame) => {
    for (let i = 0; i < steps.length; i++) {
      const outcome = steps[i]!(frame);
      if (outcome !== NEXT) return outcome;
    }
    return NEXT;
  };
}

/** One statement, counted and traced; its errors get a place. */
export function compileStep(statement: Statement, unit: Unit): Exec {
  const { machine, scope } = unit;
  const known = scope.compiled.get(statement);
  if (known) return known;
  const { range } = statement;
  // Many statements never run: they are compiled when they are reached.
  let run: Exec | undefined;
  const step: Exec = (frame) => {
    machine.context.spendStatement(range);
    machine.at = range;
    machine.tracer?.step(statement, frame, scope);
    try {
      run ??= compileStatement(statement, unit);
      return run(frame);
    } catch (error) {
      throw error instanceof LensError ? placeError(error, machine.at) : error;
    }
  };
  scope.compiled.set(statement, step);
  return step;
}
