/** Shows a checked function next to its layer in the panel, on the user's case or on one of the other geometries. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { FunctionCheck } from '../../core/check/FunctionCheck';
import type { LayerCase } from '../../core/check/cases/LayerCase';
import { LensError } from '../../core/message';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { CodeChecker } from '../session/compute/CodeChecker';
import { CancelledError } from '../session/compute/LayerComputer';
import { checkSource } from '../session/source/checkSource';
import type { CheckedFunction, CheckResults } from './CheckResults';
import { traceRequest } from './traceRequest';
import { question } from '../commands/question';
import { nameOfFile } from '../source/nameOfFile';

/** Arguments: the document's URI, the function's name, the number of a failing case. */
export const showCheck = 'layerLens.showCheck';
export const showCheckCases = 'layerLens.showCheckCases';

const callArguments = v.tuple([v.string(), v.string(), v.optional(v.number())]);

export function registerShowCheck(
  checker: CodeChecker,
  results: CheckResults,
  panels: PanelRegistry,
): vscode.Disposable {
  const show = async (given: unknown[], choose: boolean): Promise<void> => {
    const [uri, name, index] = v.parse(callArguments, given.length < 3 ? [...given, undefined] : given);
    const checked = results.functionIn(uri, name);
    if (!checked) {
      warn(vscode.l10n.t('the text has changed during the check: run it again'));
      return;
    }
    const chosen = choose
      ? await chooseCase(checked.check)
      : index === undefined
        ? {}
        : caseNumber(checked.check, index);
    if (chosen) await open(checker, panels, checked, chosen.layerCase);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(showCheck, (...given: unknown[]) => show(given, false)),
    vscode.commands.registerCommand(showCheckCases, (...given: unknown[]) => show(given, true)),
  );
}

interface Chosen {
  /** Absent: the first case that differs. */
  readonly layerCase?: LayerCase;
}

function caseNumber({ unseen }: FunctionCheck, index: number): Chosen {
  const failing = unseen[index];
  return failing ? { layerCase: failing.layerCase } : {};
}

/** The user's own case and the others that differ, each with its reason. */
async function chooseCase({ unseen, layerCase, agrees, name }: FunctionCheck): Promise<Chosen | undefined> {
  const own = {
    label: translate(layerCase.label),
    description: agrees ? vscode.l10n.t('agrees') : vscode.l10n.t('differs'),
    layerCase,
  };
  const others = unseen.map((failing) => ({
    label: translate(failing.caseDetail),
    detail: translate(failing.whyDetail),
    layerCase: failing.layerCase,
  }));
  return vscode.window.showQuickPick([own, ...others], {
    ...question,
    title: vscode.l10n.t('{0}: cases to show step by step', name),
    matchOnDetail: true,
  });
}

async function open(
  checker: CodeChecker,
  panels: PanelRegistry,
  checked: CheckedFunction,
  layerCase: LayerCase | undefined,
): Promise<void> {
  const { check } = checked;
  const options: vscode.ProgressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Layer Lens: running {0} step by step', check.name),
    cancellable: true,
  };
  try {
    const run = await vscode.window.withProgress(options, (_, token) =>
      checker.trace(traceRequest(checked, layerCase), token),
    );
    if (!run) {
      const { name, error } = check;
      // A function that is not valid Python has no steps either.
      const reason = error
        ? vscode.l10n.t('{0}: {1} (line {2})', name, error.message, checked.text.lineInPart(error.line))
        : undefined;
      warn(reason ?? vscode.l10n.t('{0} has no windows to step through', name));
      return;
    }
    const source = checkSource({
      ...checked,
      run,
      pathOf: (uri) => nameOfFile(vscode.Uri.parse(uri)),
    });
    if (source) panels.open(source, 'any');
  } catch (error) {
    if (error instanceof CancelledError) return;
    if (!(error instanceof LensError)) throw error;
    warn(translate(error.detail));
  }
}
