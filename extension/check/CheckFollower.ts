/** A panel that shows a checked function follows its text: a repair that was applied, as any change, is checked after a pause. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { SessionPorts } from '../session/ports';

/** Milliseconds without a change. */
const pause = 700;

export class CheckFollower {
  private readonly timers = new Map<LensPanel, ReturnType<typeof setTimeout>>();
  private readonly busy = new Set<LensPanel>();

  constructor(
    private readonly panels: Pick<PanelRegistry, 'checking'>,
    private readonly reopen: SessionPorts['reopenCheck'],
  ) {}

  register(): vscode.Disposable {
    return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        text,
      }));
      for (const panel of this.panels.checking(document.uri)) {
        panel.session.checkedTextChanged(document.uri.toString(), changes);
        this.follow(panel, document);
      }
    });
  }

  private follow(panel: LensPanel, document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(panel));
    this.timers.set(
      panel,
      setTimeout(() => void this.check(panel, document), pause),
    );
  }

  /** Code that cannot be checked now, as while it is typed, leaves the picture. */
  private async check(panel: LensPanel, document: vscode.TextDocument): Promise<void> {
    if (this.busy.has(panel)) return this.follow(panel, document);
    this.timers.delete(panel);
    const { source } = panel.session;
    if (source?.kind !== 'check' || document.isClosed) return;
    const { version } = document;
    this.busy.add(panel);
    try {
      const { name, uri, run } = source;
      const again = await this.reopen({ name, uri, function: run.name, shown: run.layerCase.label });
      if (document.version === version && panel.session.source === source) panel.session.update(again);
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
    } finally {
      this.busy.delete(panel);
    }
  }
}
