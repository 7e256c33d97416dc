// @ts-check
// The picture of the scene "Edges in a photograph": a path-traced still life (a mug, an apple and a book lit
// through a window). `node scripts/photograph.mjs` writes it into scenes/04-edges.layerlens.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { reducePalette } from './lib/palette.mjs';
import { inRoot } from './lib/paths.mjs';
import { renderStillLife } from './lib/pathTracer.mjs';

const width = 72;
const height = 46;
/** Samples of each pixel. */
const samples = 160;

/** Indices of colours are written as characters from `#` to `[`: Python and JSON need not escape them. */
const firstCharacter = 35;
const colors = 57;

/** The text of the scene: colours, one character per pixel, and the filter. */
function program() {
  const { palette, indices } = reducePalette(renderStillLife(width, height, samples), colors);
  const rows = Array.from({ length: height }, (_, row) =>
    String.fromCharCode(...indices.slice(row * width, (row + 1) * width).map((index) => firstCharacter + index)),
  );
  return `import numpy as np


def photograph():
    """${height} × ${width} pixels: one character a pixel, its place in the list of ${colors} colors."""
    rows = [
${rows.map((row) => `        "${row}",\n`).join('')}    ]
    pixels = np.array([[ord(character) - ${firstCharacter} for character in row] for row in rows])
    colors = np.array([
${palette.map((color) => `        [${color.join(', ')}],\n`).join('')}    ])
    return colors[pixels].reshape(1, ${height}, ${width}, 3)


image = photograph()
# Sobel x on red, green and blue. For horizontal edges, insert .T before .reshape.
W = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]).reshape(3, 3, 1, 1).repeat(3, axis=2)
hparameters = {"stride": 1, "pad": 0}
`;
}

const file = inRoot('scenes', '04-edges.layerlens.json');
const scene = JSON.parse(readFileSync(file, 'utf8'));
scene.code.text = program();
writeFileSync(file, `${JSON.stringify(scene, null, 2)}\n`);
