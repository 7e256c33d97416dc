/** Lenses over arrays and layer calls, hovers over arrays, and the command behind both. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { PreferencesPort } from '../session/ports';
import { HoverProvider } from './HoverProvider';
import { LensProvider } from './LensProvider';
import { registerOpenRange } from './openRange';

export function registerLenses(panels: PanelRegistry, preferences: PreferencesPort): vscode.Disposable {
  return vscode.Disposable.from(
    new LensProvider().register(),
    new HoverProvider(preferences).register(),
    registerOpenRange(panels),
  );
}
