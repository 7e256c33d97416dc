/** Icon, pictures of the README and of the walkthrough: each at the size at which it is shown, and each is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly icon: string };
const texts = ['package.json', 'README.md', 'README.zh-CN.md'].map((file) => readFileSync(file, 'utf8'));
const pictures = readdirSync('media', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.\w+$/.test(file))
  .map((file) => `media/${file.replaceAll('\\', '/')}`);

/** Width and height in pixels, of an SVG those of its view. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  if (file.endsWith('.png')) {
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  }
  if (file.endsWith('.gif')) {
    expect(bytes.subarray(0, 6).toString()).toBe('GIF89a');
    return [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  }
  const [, width, height] = /<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(bytes.toString())!.map(Number);
  return [width!, height!];
}

test('every picture is used', () => {
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.filter((file) => !texts.some((text) => text.includes(file)))).toEqual([]);
});

test('the icon is a square of 256 pixels: the marketplace shows it at 128, and screens may have two pixels for one', () => {
  expect(sizeOf(manifest.icon)).toEqual([256, 256]);
});

describe.each(['README.md', 'README.zh-CN.md'])('pictures of %s', (readme) => {
  const shown = [...readFileSync(readme, 'utf8').matchAll(/!\[([^\]]*)\]\((media\/[^)]+)\)/g)];

  test('exist, have a description, fill the page of the marketplace (882 pixels) and load quickly', () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const [, description, file] of shown) {
      expect(description!.length).toBeGreaterThan(10);
      const [width, height] = sizeOf(file!);
      expect(width).toBeGreaterThanOrEqual(882);
      expect(height).toBeLessThanOrEqual(width);
      expect(readFileSync(file!).length).toBeLessThan(500_000);
    }
  });
});

test('pictures of the walkthrough have the same size in dark and light themes', () => {
  const dark = pictures.filter((file) => file.endsWith('-dark.svg'));
  expect(dark.length).toBe(pictures.filter((file) => file.endsWith('-light.svg')).length);
  for (const file of dark) expect(sizeOf(file.replace('-dark', '-light')), file).toEqual(sizeOf(file));
});
