/** Writes a string as a Python literal. */

/** The string in single quotes, unless it contains these and no double quotes. */
export function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replace(/\\|\p{Cc}/gu, escapeCharacter);
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

function escapeCharacter(character: string): string {
  const known = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  return known ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
