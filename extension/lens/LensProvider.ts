/** CodeLenses over what is visible; scrolling looks further, typing looks again. */
import * as vscode from 'vscode';
import type { TextRange } from '../../core/read/ParseResult';
import { translate } from '../language/translate';
import type { FoundLens } from '../session/lens/findLenses';
import { LensCache } from '../session/lens/LensCache';
import { openRange } from './openRange';
import { showsLenses } from './settings';

/** Milliseconds of rest after scrolling. */
const pause = 200;
/** Lines above and below the visible ones that are searched too. */
const margin = 50;

export class LensProvider implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new LensCache<vscode.TextDocument>();
  private timer: unknown;
  readonly onDidChangeCodeLenses = this.changed.event;

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider('*', this),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrolled(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('layerLens.codeLens')) this.changed.fire();
      }),
      this.changed,
      { dispose: () => clearTimeout(this.timer) },
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!showsLenses(document)) return [];
    return this.cache.lensesOf(document, visibleParts(document)).map((lens) => codeLens(document, lens));
  }

  private scrolled({ document }: vscode.TextEditor): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (document.isClosed || !showsLenses(document)) return;
      if (!this.cache.covers(document, visibleParts(document))) this.changed.fire();
    }, pause);
  }
}

/** What is visible of a document, with a margin; where nothing is, its beginning. */
function visibleParts(document: vscode.TextDocument): TextRange[] {
  const visible = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
  const [first = new vscode.Range(0, 0, margin, 0), ...others] = visible;
  return [first, ...others].map(({ start, end }) => {
    const last = document.lineAt(Math.min(end.line + margin, document.lineCount - 1));
    const from = new vscode.Position(Math.max(0, start.line - margin), 0);
    return [document.offsetAt(from), document.offsetAt(last.range.end)];
  });
}

function codeLens(document: vscode.TextDocument, { offset, title, segment, purpose }: FoundLens): vscode.CodeLens {
  const at = document.positionAt(offset);
  return new vscode.CodeLens(new vscode.Range(at, at), {
    title: translate(title),
    command: openRange,
    arguments: [document.uri.toString(), ...segment, purpose],
  });
}
