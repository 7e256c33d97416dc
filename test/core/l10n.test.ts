/** Every sentence of the source has a translation with the same places in each language, and no translation is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['core', 'extension', 'webview'].flatMap((folder) => typescriptFiles(join(root, folder)));
const used = new Map(
  sources.flatMap((file) => sentencesOf(file).map((sentence) => [sentence.text, sentence] as const)),
);
const english = readJson('package.nls.json');
/** Languages with a bundle of translations: `zh-cn`. */
const languages = readdirSync(join(root, 'l10n')).flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? []);

const bundleOf = (language: string) => readJson(`l10n/bundle.l10n.${language}.json`);
const manifestOf = (language: string) => readJson(`package.nls.${language}.json`);

describe('l10n: sentences of the source', () => {
  it('are literals, so that they can be found', () => {
    const computed = [...used.values()].filter(({ literal }) => !literal).map(({ place }) => place);
    expect(computed).toEqual([]);
  });

  it('are many: the extraction works', () => {
    expect(used.has('kernel {0} is larger than the padded input {1}')).toBe(true);
    expect(used.has('Show')).toBe(true);
    expect(used.size).toBeGreaterThan(100);
  });

  it.each(languages)('each have a translation: %s', (language) => {
    const bundle = bundleOf(language);
    const missing = [...used.values()].filter(({ text, literal }) => literal && !bundle[text]?.trim());
    expect(missing.map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
  });

  it.each(languages)('name the same places {0}, {1}, … in English and %s', (language) => {
    const different = Object.entries(bundleOf(language)).filter(([key, value]) => placesOf(key) !== placesOf(value));
    expect(different).toEqual([]);
  });

  it('are given as many arguments as they have places', () => {
    const short = [...used.values()].filter(({ text, argumentCount, literal }) => {
      if (!literal || argumentCount === undefined) return false;
      return Math.max(-1, ...[...text.matchAll(/\{(\d+)/g)].map((match) => Number(match[1]))) + 1 !== argumentCount;
    });
    expect(short.map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
  });

  it('have counted nouns that agree with their number, as `{0} value{0||s}`', () => {
    const counted =
      /(?<!(?:than|limit of|×) )\{\d\} (?:more |input |output |printed )?(?:values|cells|numbers|filters|channels|rows|columns|items|entries|axes|windows|zeros|groups|arguments|gradients)\b/;
    const forms = /\{\d\|(?:[^{}]|\{\d\})*\}/g;
    const severalOnly =
      /channels in|cells tie|There are|at most|would hold|is repeated|in the same rows|spans|more than|of each of|The mean|unequal size|next of/;
    const fixed = [...used.keys()].filter((text) => counted.test(text.replace(forms, '')) && !severalOnly.test(text));
    expect(fixed).toEqual([]);
  });

  it.each(languages)('leave no translation over: %s', (language) => {
    expect(Object.keys(bundleOf(language)).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('l10n: the manifest', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const keys = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!));

  it('has every key, and no more', () => {
    expect(languages).toContain('zh-cn');
    expect(Object.keys(english).sort()).toEqual([...keys].sort());
  });

  it.each(languages)('has every key, and no more: %s', (language) => {
    expect(Object.keys(manifestOf(language)).sort()).toEqual([...keys].sort());
  });

  it('names its commands, settings and menus through keys only', () => {
    const { contributes } = JSON.parse(manifest) as { contributes: Record<string, unknown> };
    const plain = textsOf(contributes).filter((text) => !/^%.+%$/.test(text) && text !== 'Layer Lens');
    expect(plain).toEqual([]);
  });

  it.each(languages)('keeps the command links of its walkthrough: %s', (language) => {
    const translated = manifestOf(language);
    const links = (text: string) => [...text.matchAll(/\(command:[^)]+\)/g)].map(([link]) => link);
    for (const key of Object.keys(english)) expect(links(translated[key]!), key).toEqual(links(english[key]!));
  });
});

describe('l10n: Simplified Chinese', () => {
  const texts = [...Object.entries(bundleOf('zh-cn')), ...Object.entries(manifestOf('zh-cn'))];

  it('has one term for one thing', () => {
    const others = /滤波器|过滤器|热图|单元(?!格)|通道在最后|(?<!切片的)步长|图库|您/;
    expect(texts.filter(([, text]) => others.test(text))).toEqual([]);
  });

  it('has Chinese punctuation between Chinese words', () => {
    const han = String.raw`\p{Script=Han}`;
    const western = new RegExp(`${han}[,;:]|[,;:]${han}`, 'u');
    expect(texts.filter(([, text]) => western.test(text))).toEqual([]);
  });
});

interface Sentence {
  readonly text: string;
  readonly literal: boolean;
  readonly place: string;
  /** Without spread arguments, which cannot be counted. */
  readonly argumentCount: number | undefined;
}

/** Calls of `msg(…)` and `vscode.l10n.t(…)`; a conditional of literals counts as two. */
function sentencesOf(file: string): Sentence[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslated(node.expression.getText(source)) && node.arguments.length > 0) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const place = `${file.slice(root.length + 1)}:${line + 1}`;
      const rest = node.arguments.slice(1);
      const argumentCount = rest.some(ts.isSpreadElement) ? undefined : rest.length;
      for (const text of literalsOf(node.arguments[0]!)) {
        found.push({ text: text ?? node.getText(source), literal: text !== undefined, place, argumentCount });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const definesThem = file.endsWith(join('extension', 'language', 'translate.ts'));
  return definesThem ? found.filter(({ literal }) => literal) : found;
}

function isTranslated(callee: string): boolean {
  return callee === 'msg' || callee === 'vscode.l10n.t' || callee === 'l10n.t';
}

function literalsOf(node: ts.Expression): (string | undefined)[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  return [undefined];
}

function placesOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\d+/g)].map(([place]) => place))].sort().join(' ');
}

function textsOf(contributes: unknown): string[] {
  const shown = ['title', 'label', 'description', 'markdownDescription', 'altText', 'displayName', 'category'];
  if (typeof contributes !== 'object' || contributes === null) return [];
  return Object.entries(contributes).flatMap(([key, value]) => {
    if (typeof value === 'string') return shown.includes(key) ? [value] : [];
    if (key === 'enumDescriptions') return value as string[];
    return textsOf(value);
  });
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes(join('wasm', 'assembly')))
    .map((name) => join(folder, name));
}

function readJson(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>;
}
