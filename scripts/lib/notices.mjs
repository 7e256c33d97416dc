// @ts-check
// Licences of the packages that are part of the bundles, as the VSIX contains them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * The text of ThirdPartyNotices.txt. Throws an error when a package has no licence text.
 * @param {readonly string[]} inputs Files of esbuild's metafile, relative to the repository.
 */
export function thirdPartyNotices(inputs) {
  const notices = bundledPackages(inputs).map(notice);
  return ['Layer Lens contains the following packages.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/** Names of the packages that the bundles contain, sorted. @param {readonly string[]} inputs As above. @returns {string[]} */
export function bundledPackages(inputs) {
  const names = new Set();
  for (const input of inputs) {
    const name = packageOf(input);
    if (!name) continue;
    names.add(name);
    // A file that was bundled by its author contains its dependencies.
    if (/\.min\.js$/.test(input)) for (const each of dependenciesOf(name)) names.add(each);
  }
  return [...names].sort();
}

/** @param {string} input */
function packageOf(input) {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
}

/** All packages that a package needs at run time. @param {string} name @param {Set<string>} [found] @returns {Set<string>} */
function dependenciesOf(name, found = new Set()) {
  for (const each of Object.keys(manifestOf(name).dependencies ?? {})) {
    if (found.has(each) || !existsSync(inRoot('node_modules', each))) continue;
    found.add(each);
    dependenciesOf(each, found);
  }
  return found;
}

/** @param {string} name */
function notice(name) {
  const { version, license, author } = manifestOf(name);
  const folder = inRoot('node_modules', name);
  if (license?.startsWith('CC-')) return `${name} ${version} (${license})\n\n${attribution(license, author)}`;
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying|copyright)/i.test(each));
  if (!file && !license) throw new Error(`${name} has no licence: its notice cannot be written`);
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : `Copyright (c) ${nameOf(author)}. Licensed under the ${license} licence.`;
  return `${name} ${version} (${license})\n\n${text}`;
}

/**
 * What a Creative Commons licence asks for (section 3a): its address takes the place of its 19 kB of text.
 * @param {string} license @param {Author} [author]
 */
function attribution(license, author) {
  const [, kind, version] = /^CC-(.*)-([\d.]+)$/.exec(license) ?? [];
  const address = `https://creativecommons.org/licenses/${kind?.toLowerCase()}/${version}/`;
  return `Copyright (c) ${nameOf(author)}. Licensed under ${license}, without warranties: ${address}. Changed: only the parts that are used.`;
}

/** @typedef {string | { name: string }} Author */

/** @param {Author} [author] */
function nameOf(author) {
  return typeof author === 'string' ? author : author?.name;
}

/** @param {string} name @returns {{ version: string, license?: string, author?: Author, dependencies?: Record<string, string> }} */
function manifestOf(name) {
  return JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'));
}
