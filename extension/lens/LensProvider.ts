/** CodeLenses over what is visible and opens; scrolling looks further, typing looks again. */
import * as vscode from 'vscode';
import type { TextRange } from '../../core/read/ParseResult';
import { translate } from '../language/translate';
import type { FoundLens } from '../session/lens/findLenses';
import type { TextReader } from '../session/compute/TextReader';
import { LensCache } from '../session/lens/LensCache';
import { OpeningCache } from '../session/lens/OpeningCache';
import { cellsAbove } from '../source/surroundingsOf';
import { openRange, sourceOfRange } from './openRange';
import { showsLenses } from './settings';

/** Milliseconds of rest after scrolling. */
const pause = 200;
/** Lines above and below the visible ones that are searched too. */
const margin = 50;
/** Milliseconds for which lenses wait for a text that is evaluated: VS Code shows those of all extensions together. */
const longestWait = 500;

export class LensProvider implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new LensCache<vscode.TextDocument>();
  private readonly opening: OpeningCache<vscode.TextDocument>;
  private timer: unknown;
  private notebookTimer: unknown;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(reader: TextReader) {
    this.opening = new OpeningCache((source, token) => reader.readAside(source, token));
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider('*', this),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrolled(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('layerLens.codeLens')) this.changed.fire();
      }),
      // The cells below may use what the cell defines.
      vscode.workspace.onDidChangeNotebookDocument(() => this.notebookChanged()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === 'vscode-notebook-cell') this.notebookChanged();
      }),
      this.changed,
      {
        dispose: () => {
          clearTimeout(this.timer);
          clearTimeout(this.notebookTimer);
        },
      },
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!showsLenses(document)) return [];
    const lenses = this.cache.lensesOf(document, visibleParts(document));
    if (lenses.some(({ call }) => call)) await this.readOpening(document, lenses);
    return this.opening.ready(lenses).map((lens) => codeLens(document, lens));
  }

  /** Resolves when it is known which lenses open, or after the longest wait; then the lenses are shown again later. */
  private async readOpening(document: vscode.TextDocument, lenses: readonly FoundLens[]): Promise<void> {
    const state = [String(document.version), ...cellsAbove(document)].join('\n');
    let waited = false;
    const read = this.opening
      .update(document, { state, lenses, sourceOf: (segment) => sourceOfRange(document, segment) })
      .then(() => {
        if (waited) this.changed.fire();
      });
    let timer: unknown;
    const wait = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        waited = true;
        resolve();
      }, longestWait);
    });
    await Promise.race([read, wait]);
    clearTimeout(timer);
  }

  private notebookChanged(): void {
    clearTimeout(this.notebookTimer);
    this.notebookTimer = setTimeout(() => this.changed.fire(), longestWait);
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
