/** Diagnostics at the wrong lines, and the quick fix that applies a verified repair. */
import * as vscode from 'vscode';
import { translate } from '../language/translate';
import type { Finding } from '../session/check/Finding';
import { checkedLanguages } from './checkedText';
import type { CheckResults } from './CheckResults';
import { documentOf, rangeIn } from './places';

const source = 'Layer Lens';

export class CheckDiagnostics implements vscode.CodeActionProvider {
  private readonly collection = vscode.languages.createDiagnosticCollection('layerLens.check');

  constructor(private readonly results: CheckResults) {}

  register(): vscode.Disposable {
    const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    return vscode.Disposable.from(
      this.collection,
      this.results.onDidChange(() => this.update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('layerLens.check.diagnostics')) this.update();
      }),
      vscode.languages.registerCodeActionsProvider(checkedLanguages, this, kinds),
    );
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    return this.results.findings.flatMap((finding) => {
      const { place, repair } = finding;
      if (!repair || place.uri !== document.uri.toString() || !rangeIn(document, place).intersection(range)) return [];
      const action = new vscode.CodeAction(
        vscode.l10n.t('Layer Lens: replace with “{0}”', repair.text.trim()),
        vscode.CodeActionKind.QuickFix,
      );
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, rangeIn(document, repair.place), repair.text);
      action.isPreferred = true;
      action.diagnostics = [diagnosticOf(document, finding)];
      return [action];
    });
  }

  private update(): void {
    this.collection.clear();
    if (!vscode.workspace.getConfiguration('layerLens').get<boolean>('check.diagnostics', true)) return;
    const entries = this.results.findings.flatMap((finding): [vscode.Uri, vscode.Diagnostic[]][] => {
      const document = documentOf(finding.place.uri);
      return document ? [[document.uri, [diagnosticOf(document, finding)]]] : [];
    });
    this.collection.set(entries);
  }
}

function diagnosticOf(document: vscode.TextDocument, { place, message, id }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeIn(document, place),
    translate(message),
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = source;
  if (id !== undefined) diagnostic.code = id;
  return diagnostic;
}
