/** Lenses over arrays and layer calls, hovers over arrays, and the command behind both. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { TextReader } from '../session/compute/TextReader';
import type { PreferencesPort } from '../session/ports';
import { HoverProvider } from './HoverProvider';
import { LensProvider } from './LensProvider';
import { registerOpenRange } from './openRange';

export function registerLenses(
  panels: PanelRegistry,
  preferences: PreferencesPort,
  reader: TextReader,
): vscode.Disposable {
  return vscode.Disposable.from(
    new LensProvider(reader).register(),
    new HoverProvider(preferences).register(),
    registerOpenRange(panels),
  );
}
