/** The panel in a browser: maps against Plotly's, opening, seeking, playing over a slow connection, and a large layer. */
import { firstFrameSection } from './firstFrame';
import { framesSection } from './frames';
import { largePanelSection } from './largePanel';
import { mapsSection } from './maps';
import { openSection } from './open';
import { playSection } from './play';
import { seekSection } from './seek';

const parts: Readonly<Record<string, (root: string) => string | Promise<string>>> = {
  large: firstFrameSection,
  'large panel': largePanelSection,
  maps: mapsSection,
  opening: openSection,
  seeking: seekSection,
  slow: playSection,
  playing: framesSection,
};

/** The text of one part, or of all of them. */
export async function section(root: string, part?: string): Promise<string> {
  if (part !== undefined) return partOf(part)(root);
  const texts = ['## Panel'];
  for (const each of Object.values(parts)) texts.push(await each(root));
  return texts.join('\n\n');
}

function partOf(name: string): (root: string) => string | Promise<string> {
  const part = parts[name];
  if (!part) throw new Error(`the panel's benchmarks have no part '${name}': ${Object.keys(parts).join(', ')}`);
  return part;
}
