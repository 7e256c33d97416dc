/** Functions of Python that a text defines only below their calls: in a later cell, a later block, or the wrong order. */
import type { Surrounding, TextSource } from '../../source/LensSource';
import { isInDefinition } from '../calls/layerCalls';

const HEAD = /^(?:@[^\n]*\n)*(?:def|class)[ \t]+([A-Za-z_]\w*)/gm;

/** The source with the definitions that its calls lack; `texts`: the whole text and the cells after it. */
export function withDefinitionsBelow(given: TextSource, texts: readonly string[]): TextSource {
  const source = given.definedBelow ? { ...given, definedBelow: [] } : given;
  const { segments, surroundings = [], languageId = 'python' } = source;
  if (languageId !== 'python' || !texts.some((text) => /^(?:def|class)[ \t]/m.test(text))) return source;
  const above = surroundings.map(({ text }) => text).join('\n');
  const lacks = (name: string, start: number, own: string): boolean =>
    !assigns(name).test(above) && !assigns(name).test(own.slice(0, start));
  const missing = new Set(
    segments.flatMap(({ text }) =>
      [...text.matchAll(/(?<![\w.])([A-Za-z_]\w*)[ \t]*\(/g)].flatMap(({ 1: name = '', index }) =>
        isCode(text, index) && lacks(name, index, text) ? [name] : [],
      ),
    ),
  );
  const heads = texts.flatMap((text) =>
    [...text.matchAll(HEAD)].map(({ 1: name = '', index }) => ({ text, name, index })),
  );
  const meant = heads.filter(({ name }) => missing.has(name));
  if (meant.length === 0) return source;
  const below = heads.filter(({ name }) => !assigns(name).test(above)).map(({ text, index }) => bodyAt(text, index));
  const names = [...new Set(meant.map(({ name }) => name))];
  const added = below.map((text): Surrounding => ({ text }));
  return { ...source, surroundings: [...surroundings, ...added], definedBelow: names };
}

function assigns(name: string): RegExp {
  return new RegExp(
    `^[ \\t]*(?:${name}[ \\t]*=(?!=)|(?:def|class)[ \\t]+${name}\\b|(?:from|import)[ \\t][^\\n]*(?:\\b${name}\\b|\\*))`,
    'm',
  );
}

/** A call that runs: not in a definition, a comment or the head of a definition. */
function isCode(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return !/#|^[ \t]*(?:def|class)\b|["']/.test(line) && !isInDefinition(text, offset);
}

/** From a head to the next line that is not indented. */
function bodyAt(text: string, start: number): string {
  const head = /^(?:@[^\n]*\n)*[^\n]*/.exec(text.slice(start))![0].length;
  const next = text.slice(start + head).search(/\n(?=[^\s#)\]}])/);
  return `${next < 0 ? text.slice(start) : text.slice(start, start + head + next)}\n`;
}
