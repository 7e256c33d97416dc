/** Cuts the text between the brackets of a call into its arguments. */
import type { CallArgument } from './CallArguments';

/** Positional arguments, and those with names. */
export function byName(parts: readonly CallArgument[]): [positional: CallArgument[], named: Map<string, CallArgument>] {
  const positional: CallArgument[] = [];
  const named = new Map<string, CallArgument>();
  let key: string | undefined;
  for (const argument of parts) {
    const word = /^["'](Stride|Padding|DilationFactor|DataFormat)["']$/i.exec(argument.text)?.[1];
    const [, keyword, value] = /^([A-Za-z_]\w*)\s*=\s*(?![=>])([^]*)$/.exec(argument.text) ?? [];
    if (key !== undefined) {
      named.set(key, argument);
      key = undefined;
    } else if (word !== undefined) key = word.toLowerCase();
    else if (keyword !== undefined && value !== undefined)
      named.set(keyword, { text: value, range: [argument.range[1] - value.length, argument.range[1]] });
    else positional.push(argument);
  }
  return [positional, named];
}

/** The parts between commas, and Julia's semicolon, of the outermost level. */
export function splitArguments(text: string, from: number, to: number): CallArgument[] {
  const found: CallArgument[] = [];
  let [start, depth] = [from, 0];
  for (let at = from; at <= to; at++) {
    const character = at === to ? ',' : text[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth > 0 || (character !== ',' && character !== ';')) continue;
    const part = text.slice(start, at);
    const trimmed = part.trim();
    const first = start + part.indexOf(trimmed);
    if (trimmed !== '') found.push({ text: trimmed, range: [first, first + trimmed.length] });
    start = at + 1;
  }
  return found;
}
