/** The command that checks the functions of a Python file or of a notebook's cells against their layers. */
import * as vscode from 'vscode';
import type { FunctionCheck } from '../../core/check/FunctionCheck';
import { LensError, msg } from '../../core/message';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import type { CodeChecker } from '../session/compute/CodeChecker';
import { CancelledError } from '../session/compute/LayerComputer';
import { JoinedText, type TextPart } from '../session/check/JoinedText';
import { documentToCheck, textPartsOf } from './checkedText';
import type { Finding } from '../session/check/Finding';
import type { CheckResults } from './CheckResults';
import { question } from '../commands/question';
import { showCheck } from './showCheck';
import { documentOf, rangeIn } from './places';

export const checkMyCode = 'layerLens.checkMyCode';

export function registerCheckMyCode(checker: CodeChecker, results: CheckResults): vscode.Disposable {
  return vscode.commands.registerCommand(checkMyCode, (uri: unknown) => run(checker, results, documentToCheck(uri)));
}

async function run(
  checker: CodeChecker,
  results: CheckResults,
  document: vscode.TextDocument | undefined,
): Promise<void> {
  if (!document) {
    warn(vscode.l10n.t('open a Python file or a notebook cell to check'));
    return;
  }
  const parts = textPartsOf(document);
  const text = new JoinedText(parts);
  const versions = versionsOf(parts);
  const options: vscode.ProgressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Layer Lens: checking functions against their layers'),
    cancellable: true,
  };
  try {
    const uris = parts.map(({ uri }) => uri);
    const checks = await vscode.window.withProgress(options, (progress, token) =>
      checker.check(text.source, token, (differing) => {
        if (versionsOf(parts) !== versions) return;
        // The lenses over the functions open their steps from now on.
        results.store(uris, differing, text);
        progress.report({ message: vscode.l10n.t('searching repairs') });
      }),
    );
    if (versionsOf(parts) !== versions) {
      warn(vscode.l10n.t('the text has changed during the check: run it again'));
      return;
    }
    if (checks.length === 0) {
      warn(noFunction());
      return;
    }
    const [first] = results.store(uris, checks, text);
    await (first ? report(first) : reportAgreement(uris[0]!, checks));
  } catch (error) {
    if (error instanceof CancelledError) return;
    if (!(error instanceof LensError)) throw error;
    warn(translate(error.detail));
  }
}

function noFunction(): string {
  return vscode.l10n.t(
    'no function to check was found: define one that implements a convolution or pooling layer, such as conv_forward(A_prev, W, b, hparameters)',
  );
}

async function reportAgreement(uri: string, checks: readonly FunctionCheck[]): Promise<void> {
  const message = msg(
    'Layer Lens: {0|the checked function agrees with its layer|{0} checked functions agree with their layers}',
    checks.length,
  );
  const steps = vscode.l10n.t('Show Steps');
  if ((await vscode.window.showInformationMessage(translate(message), steps)) !== steps) return;
  const names = checks.map(({ name }) => name);
  const title = vscode.l10n.t('Function to show step by step');
  const chosen = names.length === 1 ? names[0] : await vscode.window.showQuickPick(names, { ...question, title });
  if (chosen !== undefined) await vscode.commands.executeCommand(showCheck, uri, chosen);
}

async function report(first: Finding): Promise<void> {
  const steps = vscode.l10n.t('Show Steps');
  const show = vscode.l10n.t('Show Line');
  const apply = vscode.l10n.t('Apply');
  const actions = [steps, show, ...(first.repair ? [apply] : [])];
  const message = `Layer Lens: ${translate(first.message)}`;
  const answer = await vscode.window.showWarningMessage(message, ...actions);
  if (answer === steps) await vscode.commands.executeCommand(showCheck, first.place.uri, first.function);
  if (answer === show) await reveal(first);
  if (answer === apply) await applyRepair(first);
}

async function reveal({ place }: Finding): Promise<void> {
  const document = documentOf(place.uri);
  if (document) await vscode.window.showTextDocument(document, { selection: rangeIn(document, place) });
}

/** One undoable edit. */
async function applyRepair({ repair }: Finding): Promise<void> {
  const document = repair && documentOf(repair.place.uri);
  if (!repair || !document) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeIn(document, repair.place), repair.text);
  await vscode.workspace.applyEdit(edit);
}

function versionsOf(parts: readonly TextPart[]): string {
  return parts.map(({ uri }) => documentOf(uri)?.version).join();
}
