/** Keeps panels in step with the text they show: typing updates the picture, the cursor outlines its cell. */
import * as vscode from 'vscode';
import type { TextRange } from '../../core/read/ParseResult';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { TextSource } from '../session/source/LensSource';
import { movedAim, movedRange } from '../session/source/followText';
import { withDefinitionsBelow } from '../session/open/definitions/definedBelow';
import { restated } from '../session/open/document/restated';
import { cellsBelow, surroundingsOf } from './surroundingsOf';

const pause = 150;

interface Followed {
  /** What the panel shows. */
  source: TextSource;
  ranges: TextRange[];
  aim: Pick<TextSource, 'line' | 'test'>;
  timer: unknown;
}

export class TextFollower {
  private readonly followed = new Map<LensPanel, Followed>();

  constructor(private readonly panels: PanelRegistry) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.window.onDidChangeTextEditorSelection((event) => this.cursorMoved(event)),
    );
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    for (const panel of this.panels.showing(document.uri)) {
      const followed = this.follow(panel);
      if (!followed) continue;
      panel.session.textChanged();
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        const change = { offset: rangeOffset, length: rangeLength, text };
        followed.ranges = followed.ranges.map((range) => movedRange(range, change));
        followed.aim = movedAim(followed.aim, change);
      }
      clearTimeout(followed.timer);
      followed.timer = setTimeout(() => this.update(panel, followed, document), pause);
    }
  }

  private update(panel: LensPanel, followed: Followed, document: vscode.TextDocument): void {
    if (panel.session.text !== followed.source || document.isClosed) return;
    const text = document.getText();
    const segments = followed.ranges.map(([start, end]) => ({ offset: start, text: text.slice(start, end) }));
    const edited = { ...followed.source, ...followed.aim, segments, ...surroundingsOf(document, segments) };
    const read = restated(edited, text, document.languageId);
    const source = withDefinitionsBelow(read, [text, ...cellsBelow(document)]);
    // The ranges follow what is typed while the text is read.
    void panel.session.updateText(source).then(() => {
      if (panel.session.text === source) followed.source = source;
    });
  }

  /** The ranges of the panel's present source, moved by the changes that it has not seen yet. */
  private follow(panel: LensPanel): Followed | undefined {
    const source = panel.session.text;
    if (!source) return undefined;
    const known = this.followed.get(panel);
    if (known?.source === source) return known;
    const ranges = source.segments.map(({ offset, text }): TextRange => [offset, offset + text.length]);
    const followed: Followed = { source, ranges, aim: source, timer: undefined };
    this.followed.set(panel, followed);
    panel.onDidDispose(() => {
      clearTimeout(followed.timer);
      this.followed.delete(panel);
    });
    return followed;
  }

  private cursorMoved({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    for (const panel of this.panels.showing(textEditor.document.uri)) {
      panel.session.cursorAt(textEditor.document.offsetAt(selections[0]!.active));
    }
  }
}
