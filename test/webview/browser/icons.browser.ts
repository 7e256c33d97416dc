/** The icons' font: a part of VS Code's, embedded in the style sheet. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();
const source = readFileSync('webview/ui/icon.ts', 'utf8');

test("every icon's character has the name in VS Code's font that its line states", () => {
  const mapping = 'node_modules/@vscode/codicons/src/template/mapping.json';
  const namesOf = JSON.parse(readFileSync(mapping, 'utf8')) as Readonly<Record<string, readonly string[] | undefined>>;
  const lines = [...source.matchAll(/^ {2}\w+: '\\u([0-9a-f]{4})', \/\/ ([\w-]+)$/gm)];
  expect(lines).toHaveLength(source.match(/\\u/g)!.length);
  const others = lines.filter(([, code, name]) => !namesOf[parseInt(code!, 16)]?.includes(name!));
  expect(others.map(([line]) => line)).toEqual([]);
});

test('the embedded font is loaded with the first picture and draws every icon as a sign of its own', async () => {
  const { page, problems } = await open({ text: course('conv_forward'), purpose: 'conv' });
  const codes = [...source.matchAll(/\\u([0-9a-f]{4})/g)];
  const characters = [...new Set(codes.map(([, code]) => String.fromCharCode(parseInt(code!, 16))))];
  const drawn = await page.evaluate(
    (texts) => {
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      pen.font = '16px codicon';
      return texts.map((text) => {
        pen.clearRect(0, 0, 20, 20);
        pen.fillText(text, 0, 16);
        return pen.getImageData(0, 0, 20, 20).data.join();
      });
    },
    [...characters, '\uefff'],
  );
  expect(new Set(drawn).size).toBe(characters.length + 1);
  expect(await page.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]))).toEqual([
    ['codicon', 'loaded'],
  ]);
  expect(problems).toEqual([]);
});

test.each(['none', 'active'] as const)('a button of an icon shows it with forced colours %s', async (forcedColors) => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await page.emulateMedia({ forcedColors });
  const last = page.locator('[data-action=last]');
  const shown = await last.screenshot();
  await last.locator('.icon').evaluate((icon) => (icon.style.visibility = 'hidden'));
  expect((await last.screenshot()).equals(shown)).toBe(false);
});
