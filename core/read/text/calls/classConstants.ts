/** Properties of a MATLAB class that have their values in its definition: `TestConv.Image`, `testCase.Image`. */

const PROPERTIES = /^[ \t]*properties\b[^\n]*\n([^]*?)^[ \t]*end\b/gm;
const PROPERTY = /^[ \t]*([A-Za-z]\w*)[^=\n]*=(?!=)/gm;

/** Their names alone, with blanks for the class or the object before them. */
export function withoutOwners(text: string): string {
  if (!/^[ \t]*classdef\b/m.test(text)) return text;
  const names = [...text.matchAll(PROPERTIES)].flatMap(([, body = '']) =>
    [...body.matchAll(PROPERTY)].map(([, name]) => name),
  );
  if (names.length === 0) return text;
  const owner = new RegExp(`(?<![\\w.])[A-Za-z]\\w*\\.(?=(?:${names.join('|')})\\b(?![(.]))`, 'g');
  return text.replace(owner, (part) => ' '.repeat(part.length));
}
