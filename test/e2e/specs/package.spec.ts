/** What the VSIX holds: what runs, and nothing else. */
import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, inject, test } from 'vitest';
import { vsixLimit } from '../../../scripts/lib/vsix.mjs';

const expected = [
  /^extension\/(package\.json|package\.nls(\.[\w-]+)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(extension|webview\/(main|player|gallery))\.js$/,
  /^extension\/dist\/webview\/(main|player)\.css$/,
  /^extension\/dist\/(scenes|lessons)\.json$/,
  /^extension\/extension\/api\/layer-lens\.d\.ts$/,
  /^extension\/schemas\/(scene|lesson)\.schema\.json$/,
  /^extension\/dist\/ThirdPartyNotices\.txt$/,
  /^extension\/l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^extension\/media\/(icon\.png|walkthrough\/[\w-]+\.svg)$/,
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
];

test('the package holds what runs, within its size, and every file that package.json names', () => {
  const bytes = readFileSync(inject('vsix'));
  expect(bytes.length).toBeLessThan(vsixLimit);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  expect(names.filter((name) => !expected.some((pattern) => pattern.test(name)))).toEqual([]);
  const manifest = JSON.parse(strFromU8(files['extension/package.json']!)) as {
    main: string;
    browser: string;
    icon: string;
  };
  for (const file of [manifest.main, manifest.browser, manifest.icon]) {
    expect(names).toContain(`extension/${file.replace('./', '')}`);
  }
  expect(names).toContain('extension/dist/webview/main.js');
  expect(names).toContain('extension/dist/webview/gallery.js');
  expect(names).toContain('extension/dist/webview/main.css');
  // A character that is not in Latin-1 would double the memory of the code in each thread.
  expect(files['extension/dist/extension.js']!.every((byte) => byte < 128)).toBe(true);
  // VS Code and the marketplace show the README without the repository's files around it.
  const links = [...strFromU8(files['extension/readme.md']!).matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !/^(?:https:|#)/.test(link))).toEqual([]);
  const notices = strFromU8(files['extension/dist/ThirdPartyNotices.txt']!);
  for (const name of ['chart.js', '@lezer/python', '@microsoft/fast-element', 'fflate', 'valibot', '@vscode/codicons'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
