/** The command that compares the gradients of a text's backward functions with central differences. */
import * as vscode from 'vscode';
import type { GradientCheck } from '../../core/check/gradient/checkGradients';
import { LensError } from '../../core/message';
import { translate } from '../language/translate';
import { warn } from '../language/warnings';
import { gradientLine } from '../session/check/gradientLine';
import { JoinedText } from '../session/check/JoinedText';
import type { CodeChecker } from '../session/compute/CodeChecker';
import { CancelledError } from '../session/compute/LayerComputer';
import { documentToCheck, textPartsOf } from './checkedText';
import { documentOf, rangeIn } from './places';

const checkGradient = 'layerLens.checkGradient';

export function registerCheckGradient(checker: CodeChecker): vscode.Disposable {
  return vscode.commands.registerCommand(checkGradient, (uri: unknown) => run(checker, documentToCheck(uri)));
}

async function run(checker: CodeChecker, document: vscode.TextDocument | undefined): Promise<void> {
  if (!document) {
    warn(vscode.l10n.t('open a Python file or a notebook cell to check'));
    return;
  }
  const text = new JoinedText(textPartsOf(document));
  const options: vscode.ProgressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Layer Lens: comparing gradients with central differences'),
    cancellable: true,
  };
  try {
    const checks = await vscode.window.withProgress(options, (progress, token) => {
      let shown = 0;
      const report = (done: number): void => {
        progress.report({ increment: (done - shown) * 100 });
        shown = done;
      };
      return checker.gradients(text.source, report, token);
    });
    if (checks.length === 0) warn(noFunction());
    for (const check of checks) await show(check, text);
  } catch (error) {
    if (error instanceof CancelledError) return;
    if (!(error instanceof LensError)) throw error;
    warn(translate(error.detail));
  }
}

function noFunction(): string {
  return vscode.l10n.t(
    'no function to check was found: define one that computes the gradients of a layer, such as conv_backward(dZ, cache)',
  );
}

async function show(check: GradientCheck, text: JoinedText): Promise<void> {
  const message = `Layer Lens: ${translate(gradientLine(check, (line) => text.lineInPart(line)))}`;
  if (check.agrees) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const line = vscode.l10n.t('Show Line');
  if ((await vscode.window.showWarningMessage(message, line)) !== line) return;
  const place = text.locateLine(check.error?.line ?? check.line);
  const document = place && documentOf(place.uri);
  if (document) await vscode.window.showTextDocument(document, { selection: rangeIn(document, place) });
}
