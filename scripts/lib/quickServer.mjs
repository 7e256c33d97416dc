// @ts-check
// A VS Code server for tests: leaves out what costs time with every window and concerns no test. Its own extensions all stay: the
// page asks for each of them, and reports those that are missing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of the machine of the server. Ports to forward are looked for in all processes every two seconds. */
const settings = {
  'remote.autoForwardPorts': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  // What is drawn again and again, or asked of every extension.
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'npm.autoDetect': 'off',
  // The chat of later VS Codes would take a third of the window.
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Writes the settings into the server's data folder. Returns the server's options. @param {string} data */
export function quickOptions(data) {
  const machine = join(data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify(settings));
  // Else every window starts a login shell and reads its environment.
  return ['--force-disable-user-env'];
}
