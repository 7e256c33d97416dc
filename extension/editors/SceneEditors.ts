/** Custom editors of scenes and lessons: the panel's own page, showing what the text describes while it is edited elsewhere. */
import * as vscode from 'vscode';
import { readScene } from '../../core/scene/readScene';
import { warn } from '../language/warnings';
import { lessonPort } from '../lesson/lessonFiles';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { mementoOfScene } from '../session/scene/sceneMemento';
import { SceneDocument, type ReadScene } from '../session/document/SceneDocument';
import { lessonViewType, sceneViewType } from '../scene/customEditor';

/** Milliseconds without a further change of the text. */
const pause = 200;

export function registerSceneEditors(panels: PanelRegistry, extensionUri: vscode.Uri): vscode.Disposable {
  const openPart = lessonPort(extensionUri);
  const scenes = new SceneEditors(panels, (document) =>
    Promise.resolve(document.getText()).then((text) => mementoOfScene(readScene(text), vscode.env.language)),
  );
  const lessons = new SceneEditors(panels, ({ uri }, run) => openPart(uri.toString(), run?.part ?? 0, run));
  const options = { supportsMultipleEditorsPerDocument: true };
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(sceneViewType, scenes, options),
    vscode.window.registerCustomEditorProvider(lessonViewType, lessons, options),
    vscode.commands.registerCommand('layerLens.reopenAsText', reopenAsText),
  );
}

async function reopenAsText(): Promise<void> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isOurs = input instanceof vscode.TabInputCustom && [sceneViewType, lessonViewType].includes(input.viewType);
  if (isOurs) await vscode.commands.executeCommand('workbench.action.reopenTextEditor');
  else warn(vscode.l10n.t('the active editor shows no scene and no lesson: open one, then reopen it as text'));
}

class SceneEditors implements vscode.CustomTextEditorProvider {
  constructor(
    private readonly panels: PanelRegistry,
    private readonly read: (document: vscode.TextDocument, ...run: Parameters<ReadScene>) => ReturnType<ReadScene>,
  ) {}

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const { uri } = document;
    const name = vscode.workspace.asRelativePath(uri);
    const { session, onDidDispose } = this.panels.adopt(panel, (each) =>
      each.bindDocument(new SceneDocument(uri.toString(), name, (run) => this.read(document, run))),
    );
    let timer: unknown;
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void session.documentChanged(), pause);
    });
    onDidDispose(() => {
      clearTimeout(timer);
      changes.dispose();
    });
  }
}
