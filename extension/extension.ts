/** Where VS Code starts Layer Lens: puts the parts together and registers them. */
import * as vscode from 'vscode';
import { registerLanguageModelTools } from './api/languageModelTools';
import { layerLensApi, type LayerLensApi } from './api/LayerLensApi';
import { CheckResults } from './check/CheckResults';
import { reopenCheck } from './check/reopenCheck';
import { registerChecks } from './check/registerChecks';
import { registerClipboardCommand } from './commands/clipboardCommand';
import { registerExampleCommand } from './commands/exampleCommand';
import { registerNavigationCommands } from './commands/navigationCommands';
import { registerStepCommands } from './commands/stepCommands';
import { computePort } from './ports/computePort';
import { textPort } from './ports/textPort';
import { CodeChecker } from './session/compute/CodeChecker';
import { FileDecoder } from './session/compute/FileDecoder';
import { LayerComputer } from './session/compute/LayerComputer';
import { TextReader } from './session/compute/TextReader';
import { workerLauncher } from './compute/launchWorker';
import { registerDebugCommands } from './debug/debugCommands';
import { registerPageCommand } from './export/pageCommand';
import { registerPictureCommands } from './export/pictureCommands';
import { registerExportCommands } from './export/exportCommands';
import { registerFiles } from './files/registerFiles';
import { workspaceFiles } from './files/workspaceFiles';
import { GalleryPanel } from './gallery/GalleryPanel';
import { registerLessonCommands } from './lesson/lessonCommands';
import { lessonPort } from './lesson/lessonFiles';
import { registerLenses } from './lens/registerLenses';
import { registerNotebooks } from './notebook/notebookCommands';
import { registerKeyHint } from './panel/keyHint';
import { registerPanelColumn } from './panel/panelColumn';
import { PanelRegistry } from './panel/PanelRegistry';
import { storedPreferences } from './ports/storedPreferences';
import { openScene, registerSceneCommands } from './scene/sceneCommands';
import { registerSceneEditors } from './editors/SceneEditors';
import { DocumentEditor } from './source/DocumentEditor';
import { ShapeItem } from './status/ShapeItem';
import { TextFollower } from './source/TextFollower';

export function activate(context: vscode.ExtensionContext): LayerLensApi {
  const log = vscode.window.createOutputChannel('Layer Lens', { log: true });
  const preferences = storedPreferences(context.globalState);
  const launchWorker = workerLauncher(context.extensionUri);
  const computer = new LayerComputer(launchWorker);
  const compute = computePort(computer);
  const reader = new TextReader(launchWorker);
  const readText = textPort(reader);
  const decoder = new FileDecoder(launchWorker);
  const checker = new CodeChecker(launchWorker);
  const results = new CheckResults();
  const panels = panelRegistry(context, { preferences, compute, readText, decoder, checker, results, log });
  context.subscriptions.push(
    log,
    preferences,
    computer,
    reader,
    panels.register(),
    registerPanelColumn(),
    preferences.onDidChange(() => panels.refresh()),
    new TextFollower(panels).register(),
    registerStepCommands(panels),
    registerNavigationCommands(panels),
    registerKeyHint(panels, context.globalState),
    registerExampleCommand(context.globalStorageUri),
    registerLenses(panels, preferences, reader),
    new ShapeItem(reader).register(),
    registerNotebooks(panels),
    registerDebugCommands(panels),
    registerClipboardCommand(panels),
    registerFiles(panels),
    registerExportCommands(panels, compute),
    registerPictureCommands(panels, preferences),
    registerPageCommand(panels, context.extensionUri, preferences),
    registerSceneCommands(panels, context.extension.id),
    registerSceneEditors(panels, context.extensionUri),
    registerLessonCommands(panels, context.extensionUri),
    new GalleryPanel({
      extensionUri: context.extensionUri,
      storage: context.globalStorageUri,
      preferences,
      openScene: (scene) => openScene(panels, scene),
      openLesson: (id) => void vscode.commands.executeCommand('layerLens.playLesson', id),
      log: (text) => log.error(text),
    }).register(),
    registerChecks(checker, results, panels),
  );
  const api = layerLensApi({
    open: (scene) => openScene(panels, scene),
    compute: (job) => computer.run(job),
    check: (source) => checker.check(source),
  });
  context.subscriptions.push(checker, registerLanguageModelTools(api));
  return api;
}

interface PanelParts {
  readonly preferences: ReturnType<typeof storedPreferences>;
  readonly compute: ReturnType<typeof computePort>;
  readonly readText: ReturnType<typeof textPort>;
  readonly decoder: FileDecoder;
  readonly checker: CodeChecker;
  readonly results: CheckResults;
  readonly log: vscode.LogOutputChannel;
}

function panelRegistry({ extensionUri }: vscode.ExtensionContext, parts: PanelParts): PanelRegistry {
  const { preferences, compute, readText, decoder, checker, results, log } = parts;
  return new PanelRegistry(extensionUri, {
    preferences,
    editor: (uri) => new DocumentEditor(uri),
    compute,
    nameMistakes: (request) => checker.name(request),
    reopenCheck: reopenCheck(checker, results),
    copy: (text) => void vscode.env.clipboard.writeText(text),
    log: (level, text) => log[level](text),
    readFiles: workspaceFiles({ decode: (content) => decoder.decode(content), readText }),
    openFile: (uri) => void vscode.commands.executeCommand('vscode.openWith', vscode.Uri.parse(uri, true), 'default'),
    readText,
    openPart: lessonPort(extensionUri),
    openDocument: async (uri) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      return { text: document.getText(), languageId: document.languageId };
    },
  });
}
