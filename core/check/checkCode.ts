/** Checks every function of a text that implements a layer: own results, the first wrong step, the mistake and its repair. */
import { checkFunction } from './checkFunction';
import type { FunctionCheck } from './FunctionCheck';
import { openProgramRunner } from './run/openProgramRunner';
import type { OpenRunner } from './run/Runner';
import { codeOf } from './source/codeOf';
import { definitionsOf } from './source/Definition';
import { PythonTree } from './source/PythonTree';
import { targetsOf } from './targets';

export interface CheckOptions {
  /** Runs Python; the built-in interpreter by default. */
  readonly open?: OpenRunner;
  /** Milliseconds that the search for the repair of one function may take. */
  readonly budget?: number;
  readonly now?: () => number;
}

/** `source`: definitions and calls, as the course's cells joined; prose and printed output are skipped. */
export function checkCode(source: string, options: CheckOptions = {}): FunctionCheck[] {
  const { open = openProgramRunner, budget = 2000, now = Date.now } = options;
  const code = codeOf(source);
  const tree = new PythonTree(code);
  const definitions = definitionsOf(tree);
  const { calls } = open(code).run();
  const context = { source, tree, definitions, calls, open, now, budget, known: [] };
  const checks = targetsOf(definitions, calls).flatMap((target) => checkFunction(context, target) ?? []);
  return checks.sort((a, b) => a.line - b.line);
}
