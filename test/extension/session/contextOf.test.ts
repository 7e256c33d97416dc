/** Context keys of the visible panel, and the commands that VS Code lists by them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contextOf } from '../../../extension/session/contextOf';
import type { Purpose } from '../../../extension/session/source/Purpose';
import { FakePanel } from './FakePanel';

const layer = 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]\nhparameters = {"stride": 1, "pad": 0}\n';

const context = (text: string, purpose: Purpose, visible = true) =>
  contextOf({ session: FakePanel.showing(text, purpose).session, visible });

test.each([
  ['a convolution', layer, 'conv', 'layer'],
  ['an array', '[[1, 2, 3], [4, 5, 6]]', 'inspect', 'array'],
  ['a text that cannot be read', '[[1, 2, 3], [4, 5]]', 'inspect', 'nothing'],
] as const)('a panel with %s', (_name, text, purpose, shows) => {
  expect(context(text, purpose)).toEqual({ panelVisible: true, shows, hasDifferences: false });
});

test('a hidden panel, and none', () => {
  const nothing = { panelVisible: false, shows: 'nothing', hasDifferences: false };
  expect([context(layer, 'conv', false), contextOf(undefined)]).toEqual([nothing, nothing]);
});

interface Entry {
  readonly command?: string;
  readonly when?: string;
}

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  contributes: { menus: Record<'commandPalette' | 'webview/context', readonly Entry[]> };
};

const steps = ['nextStep', 'previousStep', 'playPause', 'firstStep', 'lastStep', 'finerStep', 'coarserStep'];
const ofLayers = ['quiz', 'present', 'tour', 'writeNote', 'exportPage', 'saveStep', 'exportAnimation'];
const ofArrays = ['copyArray', 'insertArray', 'saveArray', 'saveScene', 'copySceneLink', 'newLesson', 'addToLesson'];
const ofDifferences = ['firstWrongStep', 'nextDifference', 'previousDifference'];

test.each([
  [[...steps, ...ofLayers], "layerLens.shows == 'layer'"],
  [ofArrays, 'layerLens.shows =~ /^(array|layer)$/'],
  [ofDifferences, 'layerLens.hasDifferences'],
])('the palette lists %j when %s', (commands, when) => {
  const { commandPalette } = manifest.contributes.menus;
  const listed = commands.map((name) => commandPalette.find(({ command }) => command === `layerLens.${name}`)?.when);
  expect(listed).toEqual(commands.map(() => when));
});

test.each(ofLayers)('the menu of a map has %s only on the page of a layer', (name) => {
  const entry = manifest.contributes.menus['webview/context'].find(({ command }) => command === `layerLens.${name}`);
  expect(entry?.when).toContain('&& layerLensLayer');
});
