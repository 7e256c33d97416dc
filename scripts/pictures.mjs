// @ts-check
// Pictures of the documentation that are drawn from scenes, without VS Code: the README's animation and the walkthrough's SVGs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { load } from './cli/bundle.mjs';
import { render } from './cli/render.mjs';
import { inRoot } from './lib/paths.mjs';

/** Pictures of the walkthrough: name, scene, and the step that is shown. */
const steps = /** @type {const} */ ([
  ['example', '32-pool-backward', 22],
  ['own', '05-two-filters', 3],
  ['backward', '31-gradients-add', 3],
  ['gallery', '21-tie', 2],
]);

const themes = /** @type {const} */ ([
  ['dark', true],
  ['light', false],
]);

export async function drawWalkthrough() {
  const folder = inRoot('media', 'walkthrough');
  mkdirSync(folder, { recursive: true });
  const { renderScene } = await load('extension/session/api/renderScene.ts');
  const read = (/** @type {string} */ name) => readFileSync(inRoot('scenes', `${name}.layerlens.json`), 'utf8');
  for (const [theme, dark] of themes) {
    const look = { dark, colorMap: 'lens', precision: 2, language: 'en', bundle: {} };
    for (const [name, scene, t] of steps) {
      writeFileSync(
        inRoot('media', 'walkthrough', `${name}-${theme}.svg`),
        withoutTitles(renderScene(read(scene), look).svg(t)),
      );
    }
    writeFileSync(
      inRoot('media', 'walkthrough', `inspect-${theme}.svg`),
      withoutTitles(renderScene(read('01-conv-forward'), look).map()),
    );
  }
  return folder;
}

/** The picture without the exact values of the cells, which an image in a page does not show. */
function withoutTitles(/** @type {string} */ svg) {
  return svg.replace(/<title>[^<]*<\/title>/g, '');
}

/** The first 24 steps of the course's pool_backward. */
export async function drawHero() {
  const target = inRoot('media', 'hero.gif');
  const scene = inRoot('scenes', '32-pool-backward.layerlens.json');
  if ((await render([scene, '-o', target, '--steps', '1-24', '--speed', '1.5'])) !== 0) throw new Error('no animation');
  return target;
}
