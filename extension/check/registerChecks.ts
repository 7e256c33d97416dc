/** The command *Check My Code*, its CodeLenses and its diagnostics. */
import * as vscode from 'vscode';
import type { LaunchWorker } from '../session/compute/ComputeWorker';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { CodeChecker } from '../session/compute/CodeChecker';
import { registerCheckGradient } from './checkGradient';
import { CheckDiagnostics } from './CheckDiagnostics';
import { CheckLenses } from './CheckLenses';
import { registerCheckMyCode } from './checkMyCode';
import { CheckResults } from './CheckResults';
import { registerCompareWithResult } from './compareWithResult';
import { registerShowCheck } from './showCheck';

export function registerChecks(launch: LaunchWorker, panels: PanelRegistry): vscode.Disposable {
  const checker = new CodeChecker(launch);
  const results = new CheckResults();
  return vscode.Disposable.from(
    checker,
    results.register(),
    registerCheckMyCode(checker, results),
    registerCheckGradient(checker),
    registerCompareWithResult(panels),
    registerShowCheck(checker, results, panels),
    new CheckLenses(results).register(),
    new CheckDiagnostics(results).register(),
  );
}
