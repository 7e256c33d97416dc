/** A panel that shows a checked function follows its text: a repair that was applied, as any change, is checked after a pause. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { SessionPorts } from '../session/ports';
import type { CheckSource } from '../session/source/LensSource';

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

  /** Code that cannot be checked now, as while it is typed, leaves the picture, whose verdict is marked as outdated. */
  private async check(panel: LensPanel, document: vscode.TextDocument): Promise<void> {
    if (this.busy.has(panel)) return this.follow(panel, document);
    this.timers.delete(panel);
    this.busy.add(panel);
    let again: CheckSource | undefined;
    try {
      if (!document.isClosed) again = await this.checkedAgain(panel, document);
    } finally {
      this.busy.delete(panel);
      if (again) panel.session.update(again);
      else if (!this.timers.has(panel)) panel.session.leftUnchecked();
    }
  }

  /** Undefined where the text cannot be checked, or has changed meanwhile, or the panel shows something else. */
  private async checkedAgain({ session }: LensPanel, document: vscode.TextDocument): Promise<CheckSource | undefined> {
    const { source } = session;
    if (source?.kind !== 'check') return undefined;
    const { version } = document;
    const { name, uri, run } = source;
    try {
      const again = await this.reopen({ name, uri, function: run.name, shown: run.layerCase.label });
      return document.version === version && session.source === source ? again : undefined;
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      return undefined;
    }
  }
}
