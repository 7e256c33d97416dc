/** Keeps panels and custom editors in step with the files they show, also when another program writes them. */
import * as vscode from 'vscode';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { baseName } from './workspaceFiles';

/** Milliseconds without a further change: a file is written in pieces. */
const pause = 200;

export class FileFollower {
  private readonly watched = new Map<LensPanel, vscode.Disposable>();

  constructor(private readonly panels: PanelRegistry) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.panels.onDidOpen((panel) => this.follow(panel)),
      { dispose: () => this.watched.forEach((each) => void each.dispose()) },
    );
  }

  private follow(panel: LensPanel): void {
    if (!this.watched.has(panel)) panel.onDidDispose(() => this.forget(panel));
    this.forget(panel);
    const uris = panel.session.files?.uris ?? [];
    let timer: unknown;
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void panel.session.reload(), pause);
    };
    const watchers = uris.map((uri) => watch(vscode.Uri.parse(uri, true), changed));
    this.watched.set(panel, vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) }));
  }

  private forget(panel: LensPanel): void {
    this.watched.get(panel)?.dispose();
    this.watched.delete(panel);
  }
}

function watch(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  const folder = vscode.Uri.joinPath(uri, '..');
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, literally(baseName(uri))),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}

/** A glob that matches this name only. */
function literally(name: string): string {
  return name.replace(/[[\]{}*?!]/g, '[$&]');
}
