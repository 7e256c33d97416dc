/** Writes a string as a Python literal. */

/** The string in single quotes, unless it contains these and no double quotes. */
export function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replace(/\\|(?! )[\p{C}\p{Z}]/gu, escapeCharacter);
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

function escapeCharacter(character: string): string {
  const known = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0)!;
  const [letter, digits] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${letter}${code.toString(16).padStart(digits, '0')}`;
}

/** The text with escape sequences in place of what is not ASCII. */
export function asciiOf(written: string): string {
  return written.replace(/\P{ASCII}/gu, (character) => {
    const code = character.codePointAt(0)!;
    const hex = code.toString(16);
    if (code < 256) return `\\x${hex.padStart(2, '0')}`;
    return code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
}
