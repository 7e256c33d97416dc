/** Names the keys once, in the status bar, when the first panel shows a layer. */
import * as vscode from 'vscode';
import type { LensPanel } from './LensPanel';
import type { PanelRegistry } from './PanelRegistry';

const key = 'layerLens.keyHintShown';

/** Milliseconds. */
const duration = 30_000;

export function registerKeyHint(panels: PanelRegistry, state: vscode.Memento): vscode.Disposable {
  let isKnown = state.get<boolean>(key) ?? false;
  const tell = ({ session }: LensPanel): void => {
    // An array has no steps.
    if (isKnown || session.picture?.kind !== 'layer') return;
    isKnown = true;
    void state.update(key, true);
    const text = vscode.l10n.t('Layer Lens: ← → step, Space plays, T explains; {0} from the editor', editorKeys());
    vscode.window.setStatusBarMessage(`$(info) ${text}`, duration);
  };
  return panels.onDidOpen((panel) => {
    tell(panel);
    if (!isKnown) panel.onDidChangeState(() => tell(panel));
  });
}

/** Keys that package.json binds to *Previous Step*, *Next Step* and *Play / Pause*. */
function editorKeys(): string {
  const { process } = globalThis as { process?: { platform?: string } };
  const modifiers = process?.platform === 'darwin' ? '⌃⌥' : 'Alt+';
  return [',', '.', '/'].map((character) => modifiers + character).join(' ');
}
