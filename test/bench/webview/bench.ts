/** The panel in a browser: maps against Plotly's, opening, seeking, playing over a slow connection, and a large layer. */
import { firstFrameSection } from './firstFrame';
import { framesSection } from './frames';
import { mapsSection } from './maps';
import { openSection } from './open';
import { playSection } from './play';
import { seekSection } from './seek';

export async function section(root: string): Promise<string> {
  const parts = [
    firstFrameSection(),
    await mapsSection(root),
    await openSection(),
    await seekSection(),
    await playSection(),
    await framesSection(),
  ];
  return ['## Panel', ...parts].join('\n\n');
}
