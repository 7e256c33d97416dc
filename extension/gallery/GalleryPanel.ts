/** *Open Gallery*: one page with the scenes of the package. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { LensError } from '../../core/message';
import type { GalleryLesson, GalleryMessage, GalleryScene } from '../../core/panel/gallery';
import type { Preferences } from '../../core/panel/protocol';
import { readScenes } from '../../core/scene/readScene';
import { localizedText, type Scene } from '../../core/scene/Scene';
import { checkMyCode } from '../check/checkMyCode';
import { packageLessons } from '../lesson/lessonFiles';
import { page, pageRoot } from '../panel/page';
import { textColumn } from '../panel/panelColumn';
import { sceneMap } from '../session/scene/sceneMap';
import { openExample } from '../source/exampleFile';

const galleryViewType = 'layerLens.gallery';

const intent = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('openScene'), id: v.string() }),
  v.object({ type: v.literal('openLesson'), id: v.string() }),
  v.object({ type: v.literal('openCode'), id: v.string() }),
]);

export interface GalleryPorts {
  readonly extensionUri: vscode.Uri;
  readonly storage: vscode.Uri;
  readonly preferences: { read(): Preferences };
  openScene(scene: Scene): void;
  /** `id`: of a lesson of the package. */
  openLesson(id: string): void;
  log(text: string): void;
}

export class GalleryPanel implements vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  private lessons: Promise<readonly GalleryLesson[]> | undefined;
  private scenes: Promise<ReadonlyMap<string, Scene>> | undefined;

  constructor(private readonly ports: GalleryPorts) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(galleryViewType, this),
      vscode.commands.registerCommand('layerLens.openGallery', () => this.open()),
      { dispose: () => void this.panel?.dispose() },
    );
  }

  open(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const title = vscode.l10n.t('Layer Lens Gallery');
    const root = pageRoot(this.ports.extensionUri);
    const options = { enableScripts: true, localResourceRoots: [root] };
    this.show(vscode.window.createWebviewPanel(galleryViewType, title, vscode.ViewColumn.Active, options));
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.ports.extensionUri)] };
    this.show(panel);
    return Promise.resolve();
  }

  private show(panel: vscode.WebviewPanel): void {
    const { extensionUri } = this.ports;
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.onDidDispose(() => (this.panel = undefined));
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = v.safeParse(intent, message);
      if (read.success) void this.receive(read.output, panel.webview);
    });
    panel.webview.html = page(panel, extensionUri, 'gallery');
  }

  private async receive(message: v.InferOutput<typeof intent>, webview: vscode.Webview): Promise<void> {
    const scenes = await (this.scenes ??= this.read());
    if (message.type === 'ready') {
      await webview.postMessage(this.message(scenes, await (this.lessons ??= this.readLessons())));
      return;
    }
    if (message.type === 'openLesson') {
      this.ports.openLesson(message.id);
      return;
    }
    const scene = scenes.get(message.id);
    if (!scene) return;
    if (message.type === 'openScene') this.ports.openScene(scene);
    else await this.openCode(message.id, scene);
  }

  /** The code of a mistake is checked as well. */
  private async openCode(id: string, { code, topic }: Scene): Promise<void> {
    if (code?.text === undefined) return;
    const document = await openExample(this.ports.storage, id.replace(/^\d+-/, '').replaceAll('-', '_'), code.text);
    await vscode.window.showTextDocument(document, textColumn());
    if (topic === 'mistake') await vscode.commands.executeCommand(checkMyCode, document.uri);
  }

  private message(scenes: ReadonlyMap<string, Scene>, lessons: readonly GalleryLesson[]): GalleryMessage {
    const { precision, colorMap } = this.ports.preferences.read();
    return {
      type: 'gallery',
      lessons,
      scenes: [...scenes].map(([id, scene]) => this.card(id, scene)),
      preferences: { precision, colorMap },
    };
  }

  private card(id: string, scene: Scene): GalleryScene {
    const { language } = vscode.env;
    const { title, text = '', topic = 'forward', code } = scene;
    const card = { id, title: localizedText(title, language), text: localizedText(text, language), topic };
    const hasCode = code?.text !== undefined;
    try {
      return { ...card, hasCode, map: sceneMap(scene) };
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      this.ports.log(`${id}: ${error.message}`);
      return { ...card, hasCode };
    }
  }

  private async readLessons(): Promise<readonly GalleryLesson[]> {
    const { language } = vscode.env;
    const lessons = await packageLessons(this.ports.extensionUri);
    return [...lessons].map(([id, { title, text = '', minutes, scenes }]) => ({
      id,
      title: localizedText(title, language),
      text: localizedText(text, language),
      ...(minutes !== undefined && { minutes }),
      parts: scenes.length,
    }));
  }

  private async read(): Promise<ReadonlyMap<string, Scene>> {
    const file = vscode.Uri.joinPath(this.ports.extensionUri, 'dist', 'scenes.json');
    const bytes = await vscode.workspace.fs.readFile(file);
    return readScenes(new TextDecoder().decode(bytes));
  }
}
