/** What the current panel shows, as a scene. */
import * as vscode from 'vscode';
import type { Scene } from '../../core/scene/Scene';
import { warn } from '../language/warnings';
import type { PanelRegistry } from '../panel/PanelRegistry';

/** Undefined, with a warning, where no panel shows an array. */
export function shownScene(panels: PanelRegistry): Scene | undefined {
  const scene = panels.active?.session.scene();
  if (!scene) warn(vscode.l10n.t('no panel shows an array; Inspect Array opens one'));
  return scene;
}
