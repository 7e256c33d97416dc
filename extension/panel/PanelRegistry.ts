/** The open panels: one a source, reused, and given back by VS Code after a reload. */
import * as vscode from 'vscode';
import { sourceKey, type LensSource } from '../source/LensSource';
import type { Purpose } from '../session/Session';
import type { SessionPorts } from '../session/ports';
import { LensPanel, viewType } from './LensPanel';

export class PanelRegistry implements vscode.WebviewPanelSerializer {
  private readonly panels = new Set<LensPanel>();
  private readonly changed = new vscode.EventEmitter<LensPanel>();
  /** A panel shows another source. */
  readonly onDidOpen = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly ports: Omit<SessionPorts, 'post'>,
  ) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(vscode.window.registerWebviewPanelSerializer(viewType, this), this.changed, {
      dispose: () => this.panels.forEach((panel) => panel.dispose()),
    });
  }

  /** The one way to show something: every command, lens, editor and debugger hands its source here. */
  open(source: LensSource, purpose: Purpose): LensPanel {
    const known = this.find(sourceKey(source));
    const panel = known ?? this.add(LensPanel.create(this.extensionUri, this.ports));
    panel.title = source.name;
    panel.session.open(source, purpose);
    if (known) panel.reveal();
    this.changed.fire(panel);
    return panel;
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  /** Panels that show text of a document. */
  showing(uri: vscode.Uri): LensPanel[] {
    return [...this.panels].filter(({ session }) => session.text?.uri === uri.toString());
  }

  get active(): LensPanel | undefined {
    return [...this.panels].find((panel) => panel.active) ?? [...this.panels].filter(({ visible }) => visible).pop();
  }

  /** How things look was changed in the settings. */
  refresh(): void {
    for (const { session } of this.panels) session.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const restored = this.add(new LensPanel(panel, this.extensionUri, this.ports));
    await restored.session.restore(state);
    if (restored.session.title !== undefined) restored.title = restored.session.title;
    this.changed.fire(restored);
  }

  private add(panel: LensPanel): LensPanel {
    this.panels.add(panel);
    panel.onDidDispose(() => this.panels.delete(panel));
    return panel;
  }

  private find(key: string): LensPanel | undefined {
    return [...this.panels].find(({ session }) => session.key === key);
  }
}
