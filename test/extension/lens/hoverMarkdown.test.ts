/** The content of a hover, and that its image is valid. */
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { ndarray } from '../../../core/array/NdArray';
import { formatMessage } from '../../../core/message';
import { findArrayAt } from '../../../core/read/text/findArrays';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { RandomState } from '../../../core/random/RandomState';
import { hoverMarkdown, longestMarkdown } from '../../../extension/session/lens/hoverMarkdown';

const look = { colorMap: 'lens', dark: true, translate: formatMessage };
const link = { command: 'layerLens.openRange', uri: 'file:///a b/x.py', segment: [4, 30] as const };

function hover(array: ParsedArray, changes: Partial<typeof look> = {}): string {
  return hoverMarkdown(array, link, { ...look, ...changes });
}

function imageOf(markdown: string) {
  const base64 = /!\[heatmap\]\(data:image\/png;base64,([A-Za-z0-9+/=]+)\)/.exec(markdown)![1]!;
  return decode(Buffer.from(base64, 'base64'));
}

describe('the text of a hover', () => {
  const text = 'A_prev = np.array([[1.5, -2.0, nan], [inf, 0.25, 4.0]])';
  const array = findArrayAt(text, 25, { languageId: 'python' })!;

  it('names the array with shape, type, range, mean and NaN', () => {
    const lines = hover(array).split('\n\n');
    expect(lines[1]).toBe('**A\\_prev** \\(2, 3\\) float64');
    expect(lines[2]).toBe('from −2 to 4, mean 0.9375');
    expect(lines[3]).toBe('NaN 1, infinite 1');
  });

  it('calls the mean of numbers that cancel each other 0', () => {
    const canceling = findArrayAt('[[1, 0, -1], [2, 0, -2]]', 3)!;
    expect(hover(canceling)).toContain('from −2 to 2, mean 0\n');
  });

  it('links to both commands with the place, and nothing else is a command', () => {
    const commands = [...hover(array).matchAll(/command:([\w.]+)\?([^)]*)\)/g)];
    expect(commands.map(([, name]) => name)).toEqual(['layerLens.openRange', 'layerLens.openRange']);
    expect(commands.map(([, , query]) => JSON.parse(decodeURIComponent(query!)) as unknown)).toEqual([
      ['file:///a b/x.py', 4, 30, 'any'],
      ['file:///a b/x.py', 4, 30, 'inspect'],
    ]);
  });

  it('a name cannot become Markdown', () => {
    const name = '[x](command:evil) ![i](http://e) <b>';
    const { array: numbers } = array;
    const markdown = hover({ name, array: numbers, range: [0, 1] });
    expect(markdown).not.toContain('(command:evil)');
    expect(markdown).not.toContain('![i]');
    expect(markdown).not.toContain('<b>');
  });

  it('without any finite number there is no range', () => {
    const nothing = hover({ array: ndarray([2, 2], new Float64Array(4).fill(NaN)), range: [0, 1] });
    expect(nothing).toContain('NaN 4, infinite 0');
    expect(nothing).not.toContain('mean');
  });
});

describe('the image', () => {
  it('is an indexed PNG whose pixels have the colours of the numbers; the theme changes them', () => {
    const array = { array: ndarray([1, 2], Float64Array.of(-1, 1)), range: [0, 1] as const };
    const dark = imageOf(hover(array));
    expect([dark.width, dark.height, dark.channels]).toEqual([48, 24, 1]);
    const colorAt = (png: typeof dark, x: number) => [...png.palette![png.data[x]!]!].slice(0, 3);
    expect(colorAt(dark, 0)).toEqual([0x7d, 0xc8, 0xff]);
    expect(colorAt(dark, 47)).toEqual([0xff, 0xc4, 0x78]);
    expect(colorAt(imageOf(hover(array, { dark: false })), 0)).toEqual([0x08, 0x51, 0x9c]);
  });

  it.each([[[300, 300]], [[8, 64, 64, 8]], [[100_000]], [[1000, 1]]])('of noise %s keeps the hover short', (shape) => {
    const noise = new RandomState(1).randn(...shape);
    const markdown = hover({ name: 'x', array: noise, range: [0, 1] });
    expect(markdown.length).toBeLessThan(longestMarkdown);
    expect(imageOf(markdown).width).toBeGreaterThan(0);
  });
});
