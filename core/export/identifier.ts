/** A variable's name that is valid in every language that arrays are written in. */

/** Words that some of the languages reserve and that Python, where most names come from, does not. */
const reserved = new Set(
  (
    'auto case catch char const default delete double do else end enum export extends extern false float function ' +
    'goto if import in inline instanceof int let long module new null otherwise register return short signed sizeof ' +
    'static struct super switch this throw true try typedef typeof union unsigned using var void volatile while yield ' +
    'for break continue class elseif global repeat next begin quote baremodule macro local mutable'
  ).split(' '),
);

/** `fallback` where nothing of the name is left. */
export function identifierOf(name: string | undefined, fallback: string): string {
  const words = (name ?? '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^[_\d]+/, '')
    .replace(/_+$/, '');
  if (words === '') return fallback;
  return reserved.has(words) ? `${words}_` : words;
}
