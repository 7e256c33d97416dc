/** Words such as `INF` that a text gives a value of its own. */

/** `INF = 999`, `const int INF = 999;`, `#define INF 999` as a statement: not the argument `nan=0` of a call. */
function definitionOf(text: string, word: string): string | undefined {
  const declared = String.raw`(?:(?:const|let|var|val|static|final|constexpr|private|public|local)\b[^\n=;(]*?\s|[\w:]+\s+)?`;
  const assigned = String.raw`${declared}${word}(?:\s*:\s*\w+)?\s*(?::?=(?!=)|<-)\s*`;
  const statement = new RegExp(String.raw`(?:^|[\n;])[ \t]*(?:${assigned}|#[ \t]*define[ \t]+${word}[ \t]+)([^\n;]*)`);
  const value = statement
    .exec(text)?.[1]
    ?.replace(/\s*(?:#|\/\/|\/\*).*$/, '')
    .trim();
  return value === '' || value?.endsWith(',') ? undefined : value;
}

let last: { readonly text: string; readonly word: string; readonly value: number | 'computed' | undefined } | undefined;

/** Undefined where the text gives the word no value, or that of an infinity or of nan; `computed` where it is more than a number. */
export function ownConstant(text: string, word: string): number | 'computed' | undefined {
  if (last?.text === text && last.word === word) return last.value;
  const written = /^[A-Za-z]\w*$/.test(word) ? definitionOf(text, word) : undefined;
  const isUsual = written === undefined || /inf|nan|huge_val|\b(?:DBL|FLT)_MAX\b/i.test(written);
  const plain = /^[-+]?(?:\d[\d_']*\.?\d*|\.\d+)(?:e[-+]?\d+)?(?=[fFlLuU]*$)/i.exec(written ?? '')?.[0];
  const value = isUsual ? undefined : plain === undefined ? 'computed' : Number(plain.replace(/[_']/g, ''));
  last = { text, word, value };
  return value;
}
