// Samples d3-scale-chromatic's maps into tables.generated.ts, so that nothing needs it at run time.
//   node core/color/generateTables.mjs
import { writeFileSync } from 'node:fs';
import * as d3 from 'd3-scale-chromatic';

const samples = 32;
const maps = {
  // Reversed where needed: low values blue or violet, high ones orange or red.
  puOr: d3.interpolatePuOr,
  rdBu: (/** @type {number} */ t) => d3.interpolateRdBu(1 - t),
  brBG: (/** @type {number} */ t) => d3.interpolateBrBG(1 - t),
  cividis: d3.interpolateCividis,
  viridis: d3.interpolateViridis,
  magma: d3.interpolateMagma,
};

/** @param {string} color */
function hex(color) {
  if (color.startsWith('#')) return color.slice(1);
  const channels = color.match(/\d+/g) ?? [];
  return channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('');
}

const rows = Object.entries(maps).map(([name, at]) => {
  const colors = Array.from({ length: samples }, (_, index) => hex(at(index / (samples - 1))));
  return `  ${name}:\n    '${colors.join('')}',`;
});
const text = `/** Made by generateTables.mjs from d3-scale-chromatic (ISC, Mike Bostock; ColorBrewer by Cynthia Brewer): ${samples} colours a map, six hex digits each. */
export const colorTables = {
${rows.join('\n')}
} as const;
`;
writeFileSync(new URL('./tables.generated.ts', import.meta.url), text);
