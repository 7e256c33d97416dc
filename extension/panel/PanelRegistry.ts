/** The open panels: one per source, reused, and restored by VS Code after a reload. */
import * as vscode from 'vscode';
import { LensError } from '../../core/message';
import { filesKey, sourceKey, type FileOrigin, type LensSource, type TextSource } from '../session/source/LensSource';
import type { Memento } from '../session/memento';
import type { Session } from '../session/Session';
import type { Purpose } from '../session/source/Purpose';
import { ContextKeys } from './contextKeys';
import { LensPanel, viewType, type PanelPorts } from './LensPanel';

export class PanelRegistry implements vscode.WebviewPanelSerializer {
  private readonly panels = new Set<LensPanel>();
  /** Custom editors: VS Code opens and closes them. */
  private readonly editors = new Set<LensPanel>();
  private readonly contextKeys = new ContextKeys();
  private readonly changed = new vscode.EventEmitter<LensPanel>();
  /** A panel shows another source. */
  readonly onDidOpen = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly ports: PanelPorts,
  ) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(vscode.window.registerWebviewPanelSerializer(viewType, this), this.changed, {
      dispose: () => this.panels.forEach((panel) => panel.dispose()),
    });
  }

  /** The one way to show something: every command, lens, editor and debugger hands its source here. */
  open(source: LensSource, purpose: Purpose): LensPanel {
    return this.show(sourceKey(source), source.name, ({ session }) => session.open(source, purpose));
  }

  /** As `open`, for what has to be read first. */
  openFiles(files: FileOrigin, purpose: Purpose): LensPanel {
    return this.show(filesKey(files), files.name, ({ session }) => void session.openFiles(files, purpose));
  }

  /** Shows what a memento describes; `key`: its source's. */
  openMemento(key: string, name: string, memento: Memento): LensPanel {
    return this.show(key, name, ({ session }) => void session.restore(memento));
  }

  /** Makes a custom editor's web view a panel; `bind` tells its session what it shows. */
  adopt(webviewPanel: vscode.WebviewPanel, bind: (session: Session) => void): LensPanel {
    const editor = new LensPanel(webviewPanel, this.extensionUri, this.ports);
    this.watch(editor, this.editors);
    this.editors.add(editor);
    this.publishContext();
    bind(editor.session);
    this.changed.fire(editor);
    return editor;
  }

  /** Reads a text without blocking the host. The result is the reason why it was not read. */
  async readText(source: TextSource): Promise<LensError | undefined> {
    try {
      await this.ports.readText(source);
      return undefined;
    } catch (error) {
      if (error instanceof LensError) return error;
      throw error;
    }
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  /** Panels that show text of a document. */
  showing(uri: vscode.Uri): LensPanel[] {
    return [...this.panels].filter(({ session }) => session.text?.uri === uri.toString());
  }

  /** Panels that show a checked function of a document. */
  checking(uri: vscode.Uri): LensPanel[] {
    return [...this.panels].filter(
      ({ session: { source } }) => source?.kind === 'check' && source.uri === uri.toString(),
    );
  }

  /** The panel that a command without a source applies to: the active one, or the visible one that was opened last. */
  get active(): LensPanel | undefined {
    return this.all.find((panel) => panel.active) ?? this.all.filter(({ visible }) => visible).pop();
  }

  /** The settings of the panel's appearance changed. */
  refresh(): void {
    for (const { session } of this.all) session.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const restored = this.add(new LensPanel(panel, this.extensionUri, this.ports));
    await restored.session.restore(state);
    if (restored.session.title !== undefined) restored.title = restored.session.title;
    this.changed.fire(restored);
  }

  private show(key: string, name: string, fill: (panel: LensPanel) => void): LensPanel {
    const known = this.find(key);
    const panel = this.add(known ?? LensPanel.create(this.extensionUri, this.ports));
    panel.title = name;
    fill(panel);
    panel.reveal();
    this.changed.fire(panel);
    return panel;
  }

  /** Adds a panel as the latest one. */
  private add(panel: LensPanel): LensPanel {
    if (!this.panels.delete(panel)) this.watch(panel, this.panels);
    this.panels.add(panel);
    this.publishContext();
    return panel;
  }

  private watch(panel: LensPanel, list: Set<LensPanel>): void {
    panel.onDidChangeState(() => this.publishContext());
    panel.onDidDispose(() => {
      list.delete(panel);
      this.publishContext();
    });
  }

  /** Panels after custom editors, each in the order in which they were opened. */
  private get all(): readonly LensPanel[] {
    return [...this.editors, ...this.panels];
  }

  private publishContext(): void {
    this.contextKeys.publish(this.active);
  }

  private find(key: string): LensPanel | undefined {
    return [...this.panels].find(({ session }) => session.key === key);
  }
}
