/** A webview panel and its session: the panel's lifetime, its page, and the messages between the two. */
import * as vscode from 'vscode';
import { Session } from '../session/Session';
import type { SessionPorts } from '../session/ports';
import { translationBundle } from '../translate';
import { panelHtml } from './panelHtml';

export const viewType = 'layerLens.panel';

export class LensPanel {
  readonly session: Session;
  private readonly disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    ports: Omit<SessionPorts, 'post'>,
  ) {
    let open = true;
    this.session = new Session({
      ...ports,
      // A hidden panel loses what it is sent; it asks for everything when it is shown again.
      post: (message) => {
        if (open) void panel.webview.postMessage(message);
      },
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((message) => this.session.receive(message));
    panel.onDidDispose(() => {
      open = false;
      this.session.close();
      this.disposed.fire();
      this.disposed.dispose();
    });
    panel.webview.html = page(panel, extensionUri);
  }

  static create(extensionUri: vscode.Uri, ports: Omit<SessionPorts, 'post'>): LensPanel {
    const panel = vscode.window.createWebviewPanel(
      viewType,
      'Layer Lens',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] },
    );
    return new LensPanel(panel, extensionUri, ports);
  }

  get active(): boolean {
    return this.panel.active;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  set title(name: string) {
    this.panel.title = `Layer Lens: ${name}`;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel.dispose();
  }
}

function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

function page({ webview, title }: vscode.WebviewPanel, extensionUri: vscode.Uri): string {
  const root = pageRoot(extensionUri);
  return panelHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(root, 'main.js')).toString(),
    styleUri: webview.asWebviewUri(vscode.Uri.joinPath(root, 'main.css')).toString(),
    language: vscode.env.language,
    title,
    bundle: translationBundle(),
  });
}

function newNonce(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('');
}
