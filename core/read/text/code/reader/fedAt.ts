/** Where a text gives a graph the numbers of an input: `compute({'x': {buffer: data}})`, `inputs = {'x': data}`, `setInput('x', data)`. */
import { escapePattern } from '../../../../escapePattern';

/** The start of the expression; undefined where it is not given, or several times. */
export function fedAt(text: string, name: string): number | undefined {
  const own = escapePattern(name);
  const pattern = `\\bset_?[iI]nput\\(\\s*["']${own}["']\\s*,\\s*|(?:\\b(?:compute|dispatch|run|predict)\\(|=\\s*\\{)[^;]{0,1000}?["']?(?<![\\w.])${own}["']?\\s*:\\s*(?:\\{\\s*(?:buffer|data|resource)\\s*:\\s*)?`;
  const [found, ...others] = text.matchAll(new RegExp(pattern, 'g'));
  return found && others.length === 0 ? found.index + found[0].length : undefined;
}
