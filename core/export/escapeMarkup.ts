/** Text in HTML and SVG. */

/** The text with character references in place of `&`, `<`, `>` and `"`. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
