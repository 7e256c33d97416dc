/** Each name, setting, key, option and count in the guides and the two READMEs is one that the extension has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFormats } from '../../core/export/exportFormats';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const texts = (file: string) => JSON.parse(read(file)) as Record<string, string>;

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown }> };
    readonly keybindings: readonly Keybinding[];
    readonly languageModelTools: readonly { readonly toolReferenceName: string }[];
  };
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;
const chinese = texts('l10n/bundle.l10n.zh-cn.json');
const english = Object.keys(chinese);
const titles = texts('package.nls.json');
const chineseTitles = texts('package.nls.zh-cn.json');

const guides = [
  ['README.md', titles, english],
  ['docs/student.md', titles, english],
  ['docs/engineer.md', titles, english],
  ['docs/teacher.md', titles, english],
  ['README.zh-CN.md', chineseTitles, Object.values(chinese)],
] as const;

/** They are not in a bundle. */
const lessonTitles = readdirSync(join(root, 'lessons')).map((file) => {
  const { title } = JSON.parse(read(`lessons/${file}`)) as { title: { en: string } };
  return title.en;
});

/** Without its code blocks. */
const prose = (file: string) => read(file).replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** Whether `name` is a text of the interface, which has words between its places for arguments. */
const written = (template: string, name: string) => {
  if (!/\p{L}{2}/u.test(template.replace(/\{\d+\}/g, ''))) return false;
  const pattern = template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\d+\\\}/g, '.+');
  return new RegExp(`^${pattern}…?$`, 'u').test(name);
};

test.each(guides)('%s: what is in italics is a text of the interface', (file, manifest, interfaceTexts) => {
  const names = [
    ...prose(file)
      .replace(/\s+/g, ' ')
      .matchAll(/(?<![\w`])_([^_`]+)_(?!\w)/g),
  ].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(3);
  const known = [...Object.values(manifest), ...interfaceTexts, ...lessonTitles, 'Layer Lens'];
  const bare = names.map((name) => name.replace(/^Layer Lens: /, ''));
  expect(bare.filter((name) => !known.some((template) => written(template, name)))).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s: each setting with its default, and no other', (file) => {
  const rows = read(file)
    .split('\n')
    .filter((line) => /^\| `layerLens\./.test(line));
  const listed = rows.flatMap((row) => {
    const [, names, value] = row.split('|').map((cell) => cell.trim());
    return names!
      .split('、')
      .flatMap((part) => part.split(', ').map((name) => [name.replace(/`/g, ''), value!.replace(/[` ]/g, '')]));
  });
  const { properties } = contributes.configuration;
  const defaults = Object.entries(properties).map(([name, entry]) => [name, String(entry.default)]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(defaults));
});

test.each(['README.md', 'README.zh-CN.md'])('%s: the keys of the editor are those that package.json binds', (file) => {
  const text = prose(file)
    .replace(/\s+/g, ' ')
    .replace(/<\/?kbd>/g, '');
  const bound = new Map(contributes.keybindings.map(({ command, key }) => [key, command]));
  const chord = [...text.matchAll(/Shift\+Alt\+L (.*?)\|/g)].map(([, rest]) => rest!).join();
  const letters = [...chord.matchAll(/\b([SCPI])\b/g)].map(([, letter]) =>
    bound.get(`shift+alt+l ${letter!.toLowerCase()}`),
  );
  expect(letters).toEqual(
    ['stepThrough', 'stepThroughConvolution', 'stepThroughPooling', 'inspectArray'].map((name) => `layerLens.${name}`),
  );
  const single = [...text.matchAll(/Alt\+([.,/])/g)].map(([, key]) => bound.get(`alt+${key}`));
  expect(single).toEqual(['nextStep', 'previousStep', 'playPause'].map((name) => `layerLens.${name}`));
});

describe('counts', () => {
  const scenes = readdirSync(join(root, 'scenes'));
  const lessons = readdirSync(join(root, 'lessons'));

  test('scenes, lessons and mistakes', () => {
    expect(read('README.md')).toContain(`_Layer Lens: Open Gallery_ has ${scenes.length} scenes with notes`);
    expect(read('README.zh-CN.md')).toContain(`_Layer Lens: 打开场景库_ 有 ${scenes.length} 个带注释的场景`);
    expect([lessons.length, scenes.filter((name) => name.startsWith('4')).length]).toEqual([3, 7]);
    expect(read('README.md').replace(/\s+/g, ' ')).toContain('three lessons of ten minutes');
    expect(read('README.zh-CN.md')).toContain('三份约十分钟的课件');
    expect(read('docs/student.md')).toContain('seven classic mistakes');
    expect(titles['walkthrough.gallery.description']).toContain('three lessons of ten minutes');
  });

  test('formats of exported arrays', () => {
    const named = /\| _Copy Array As…_ +\| ([^|]+)\|/.exec(read('docs/engineer.md'))![1]!.trim().split(', ');
    expect(named.map((name) => exportFormats.some(({ label }) => label.startsWith(name)))).toEqual(
      named.map(() => true),
    );
    expect(named).toHaveLength(exportFormats.length);
  });
});

test('docs/engineer.md: options of the command line and names of the chat tools', () => {
  const guide = read('docs/engineer.md');
  const usage = read('scripts/cli/check.mjs') + read('scripts/cli/render.mjs');
  const options = new Set([...guide.matchAll(/(?<![\w-])--[a-z]+/g)].map(([option]) => option));
  expect([...options].filter((option) => !usage.includes(`'${option.slice(2)}'`) && !usage.includes(option))).toEqual(
    [],
  );
  const named = [...guide.matchAll(/`#(\w+)`/g)].map(([, name]) => name);
  expect(named).toEqual(contributes.languageModelTools.map(({ toolReferenceName }) => toolReferenceName));
});

test('README.zh-CN.md has the code, the keys, the links and the numbers of README.md', () => {
  const parts = (file: string) => {
    const text = read(file);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    const code = [
      ...prose(file)
        .replace(/\s+/g, ' ')
        .matchAll(/`([^`]+)`/g),
    ].map(([, each]) => each!);
    return { links, code, numbers: [...text.matchAll(/\d+\.\d+/g)].map(([number]) => number) };
  };
  const [own, translated] = [parts('README.md'), parts('README.zh-CN.md')];
  const otherLanguage = (links: readonly string[]) => links.filter((link) => !/^README\./.test(link)).sort();
  expect(otherLanguage(translated.links)).toEqual(otherLanguage(own.links));
  expect(translated.code.sort()).toEqual(own.code.sort());
  expect(translated.numbers.sort()).toEqual(own.numbers.sort());
});
