/** A webview panel and its session: the panel's lifetime, its page, and the messages between the two. */
import * as vscode from 'vscode';
import type { HostMessage, ImageRequest } from '../../core/panel/protocol';
import { Session } from '../session/Session';
import type { PictureRequest } from '../../core/panel/picture';
import { PictureDrawer } from '../session/export/PictureDrawer';
import { ImageDecoder } from '../session/files/ImageDecoder';
import type { FileTools } from '../session/files/FileTools';
import type { SessionPorts } from '../session/ports';
import type { ArraySource, FileOrigin } from '../session/source/LensSource';
import { MessageSender } from './MessageSender';
import { page, pageRoot } from './page';
import { panelColumn } from './panelColumn';

export const viewType = 'layerLens.panel';

export interface PanelPorts extends Omit<SessionPorts, 'post' | 'isActive' | 'readFiles'> {
  /** Images are decoded in the panel that shows them. */
  readFiles(files: FileOrigin, decodeImage: FileTools['decodeImage']): Promise<ArraySource>;
}

export class LensPanel {
  readonly session: Session;
  /** Pictures are drawn in the panel that they show. */
  readonly pictures: PictureDrawer;
  private readonly disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;
  private readonly stateChanged = new vscode.EventEmitter<void>();
  /** The panel is shown, hidden or activated, or was sent another state. */
  readonly onDidChangeState = this.stateChanged.event;

  /** `panel`: created by the extension, or a custom editor's. */
  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    ports: PanelPorts,
  ) {
    let open = true;
    const sender = new MessageSender((message) => (open ? panel.webview.postMessage(message) : Promise.resolve(false)));
    // A hidden panel loses what it is sent; it asks for everything when it is shown again.
    const post = (message: HostMessage | ImageRequest | PictureRequest): void => {
      if (!open) return;
      sender.send(message);
      if (message.type === 'state') this.stateChanged.fire();
    };
    const decoder = new ImageDecoder(post);
    this.pictures = new PictureDrawer(post);
    this.session = new Session({
      ...ports,
      post,
      isActive: () => panel.active,
      readFiles: (files) => ports.readFiles(files, (bytes, header) => decoder.decode(bytes, header)),
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    // A custom editor has the icon of its file.
    if (panel.viewType === viewType) panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (!decoder.receive(message) && !this.pictures.receive(message)) this.session.receive(message);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.pictures.close();
      this.session.activated(panel.active);
      this.stateChanged.fire();
    });
    panel.onDidDispose(() => {
      open = false;
      this.stateChanged.dispose();
      this.session.close();
      decoder.close();
      this.pictures.close();
      this.disposed.fire();
      this.disposed.dispose();
    });
    panel.webview.html = page(panel, extensionUri);
  }

  static create(extensionUri: vscode.Uri, ports: PanelPorts): LensPanel {
    const panel = vscode.window.createWebviewPanel(viewType, 'Layer Lens', panelColumn(), {
      enableScripts: true,
      localResourceRoots: [pageRoot(extensionUri)],
    });
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

  /** Shows the panel with the keyboard focus on its timeline, so that its keys do not reach the text. */
  reveal(): void {
    this.panel.reveal();
    this.session.takeFocus();
  }

  dispose(): void {
    this.panel.dispose();
  }
}
