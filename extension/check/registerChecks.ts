/** The command *Check My Code*, its CodeLenses and its diagnostics. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { CodeChecker } from '../session/compute/CodeChecker';
import { CheckFollower } from './CheckFollower';
import { registerCheckGradient } from './checkGradient';
import { CheckDiagnostics } from './CheckDiagnostics';
import { CheckLenses } from './CheckLenses';
import { registerCheckMyCode } from './checkMyCode';
import type { CheckResults } from './CheckResults';
import { registerCompareWithResult } from './compareWithResult';
import { reopenCheck } from './reopenCheck';
import { registerShowCheck } from './showCheck';

export function registerChecks(checker: CodeChecker, results: CheckResults, panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    results.register(),
    registerCheckMyCode(checker, results),
    registerCheckGradient(checker),
    registerCompareWithResult(panels),
    registerShowCheck(checker, results, panels),
    new CheckFollower(panels, reopenCheck(checker, results)).register(),
    new CheckLenses(results).register(),
    new CheckDiagnostics(results).register(),
  );
}
