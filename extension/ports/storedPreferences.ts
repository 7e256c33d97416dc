/** The panel's appearance: the settings' values, over which the panel's own changes are kept for all panels. */
import * as vscode from 'vscode';
import type { Preferences } from '../../core/panel/protocol';
import type { PreferencesPort } from '../session/ports';

const key = 'layerLens.preferences';

interface StoredPreferences extends PreferencesPort, vscode.Disposable {
  /** A setting was changed. */
  readonly onDidChange: vscode.Event<void>;
}

/** A change in the panel holds until the setting itself is changed. */
export function storedPreferences(state: vscode.Memento): StoredPreferences {
  const changes = new vscode.EventEmitter<void>();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    const changed = (['precision', 'speed', 'colorMap', 'showPadding'] as const).filter((name) =>
      event.affectsConfiguration(`layerLens.${name}`),
    );
    if (changed.length === 0) return;
    const kept = Object.entries(read()).filter(([name]) => !changed.some((each) => each === name));
    void state.update(key, Object.fromEntries(kept)).then(() => changes.fire());
  });
  const read = (): Partial<Preferences> => state.get<Partial<Preferences>>(key, {});
  return {
    read: () => ({ ...configured(), ...read() }),
    write: (change) => void state.update(key, { ...read(), ...change }),
    onDidChange: changes.event,
    dispose: () => void vscode.Disposable.from(listener, changes).dispose(),
  };
}

function configured(): Preferences {
  const settings = vscode.workspace.getConfiguration('layerLens');
  return {
    precision: settings.get<number>('precision', 2),
    speed: settings.get<number>('speed', 2),
    colorMap: settings.get<string>('colorMap', 'lens'),
    showPadding: settings.get<boolean>('showPadding', true),
    headerFolded: false,
    showResult: false,
  };
}
