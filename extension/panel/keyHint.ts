/** Names the keys once, in the status bar, when the first panel opens. */
import * as vscode from 'vscode';
import type { PanelRegistry } from './PanelRegistry';

const key = 'layerLens.keyHintShown';

/** Milliseconds. */
const duration = 30_000;

export function registerKeyHint(panels: PanelRegistry, state: vscode.Memento): vscode.Disposable {
  const listener = panels.onDidOpen(() => {
    listener.dispose();
    if (state.get<boolean>(key)) return;
    void state.update(key, true);
    const text = vscode.l10n.t(
      'Layer Lens: ← → and Space step and play in the panel; {0} from the editor',
      editorKeys(),
    );
    vscode.window.setStatusBarMessage(`$(info) ${text}`, duration);
  });
  return listener;
}

/** Keys that package.json binds to *Previous Step*, *Next Step* and *Play / Pause*. */
function editorKeys(): string {
  const { process } = globalThis as { process?: { platform?: string } };
  const modifiers = process?.platform === 'darwin' ? '⌃⌥' : 'Alt+';
  return [',', '.', '/'].map((character) => modifiers + character).join(' ');
}
