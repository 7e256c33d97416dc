/** A status-bar item with the shape of the array that is selected, or that the cursor is in; a click inspects it. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import { findArrayAt } from '../../core/read/text/findArrays';
import { showsShapes } from '../lens/settings';
import type { TextReader } from '../session/compute/TextReader';
import { statusText } from '../session/lens/statusText';
import { sourceOfEditor } from '../source/fromEditor';
import { lengthIn } from '../source/textIn';

/** Milliseconds after the last change of the selection. */
const pause = 300;

/** Numbers; a pair or a triple needs no shape. */
const fewest = 4;

/** Characters of a selection that are read for the item. */
const longest = 100_000;

export class ShapeItem {
  private readonly item = vscode.window.createStatusBarItem('layerLens.shape', vscode.StatusBarAlignment.Right, 90);
  private timer: unknown;
  private reading = 0;

  constructor(private readonly reader: TextReader) {
    this.item.name = vscode.l10n.t('Layer Lens: Shape of the Array');
    this.item.command = 'layerLens.inspectArray';
  }

  register(): vscode.Disposable {
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.update(), pause);
    };
    // The selection that there is when the extension starts.
    later();
    return vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeTextEditorSelection(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('layerLens.statusBar')) later();
      }),
      { dispose: () => clearTimeout(this.timer) },
    );
  }

  private async update(): Promise<void> {
    const reading = ++this.reading;
    const editor = vscode.window.activeTextEditor;
    const text = editor && showsShapes(editor.document) ? await this.textFor(editor) : '';
    if (reading !== this.reading) return;
    if (text === '') {
      this.item.hide();
      return;
    }
    this.item.text = `$(symbol-array) ${text}`;
    this.item.tooltip = vscode.l10n.t('Inspect {0}', text);
    this.item.accessibilityInformation = { label: vscode.l10n.t('Shape of the array: {0}', text), role: 'button' };
    this.item.show();
  }

  /** Empty where no array is selected. */
  private async textFor(editor: vscode.TextEditor): Promise<string> {
    const { document, selections } = editor;
    const { languageId } = document;
    const [first] = selections;
    if (selections.every(({ isEmpty }) => isEmpty)) {
      const found = first && findArrayAt(document.getText(), document.offsetAt(first.active), { languageId });
      const holds = found && contains(found.range, document.offsetAt(first.active));
      return found && holds && found.array.data.length >= fewest ? statusText([found]) : '';
    }
    if (selections.reduce((sum, selection) => sum + lengthIn(document, selection), 0) > longest) return '';
    try {
      const { arrays } = await this.reader.read(sourceOfEditor(editor, 'inspect'));
      return statusText(arrays.filter(({ array }) => array.data.length > 1));
    } catch (error) {
      // A selection that is not read has no shape; the commands report why.
      if (error instanceof LensError) return '';
      throw error;
    }
  }
}

function contains([start, end]: readonly [number, number], offset: number): boolean {
  return start <= offset && offset <= end;
}
