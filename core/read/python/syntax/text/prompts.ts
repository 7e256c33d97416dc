/** The prompts of interactive sessions. */

/** A session that was typed with `>> `: its lines must look like Python's, because MATLAB has the same prompt. */
export function hasShortPrompts(text: string): boolean {
  return /^>> (?:(?:import|from) \w|.*\b(?:np|torch|tf|nn|jnp)\.\w)/m.test(text) && !/^[ \t]*>>> /m.test(text);
}

/** Comments and strings; the quotes of those that may span lines are captured. */
const STRINGS = /#.*|("{3}|'{3})(?:\\[^]|(?!\1)[^])*\1|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/**
 * Blanks the prompts of an interactive session, `>>> ` and `In [3]: `, and a heading above them, so that all offsets stay. What
 * looks like a prompt inside of a string stays.
 */
export function blankPrompts(text: string): string {
  let blanked = withoutPrompts(text);
  if (blanked === text) return text;
  for (const { 0: string, 1: quotes, index } of text.matchAll(STRINGS))
    if (quotes !== undefined) blanked = blanked.slice(0, index) + string + blanked.slice(index + string.length);
  return blanked;
}

/** A name at a prompt with the array that it shows: `>>> x`, below it `array([1, 2])`, or `Out[1]: tensor([1., 2.])`. */
const SHOWN =
  /^([ \t]*)(>>> ?|In \[\d*\]: ?)([A-Za-z_]\w*)([ \t]*)\n(Out ?\[\d*\]:[ \t]*\n?|)((?:array|tensor)\(\[(?:(?!\.{3})[^()])*\])(,\s*\w+=[^()]*|)\)/gm;

/** What names show that the text uses below and does not define is assigned to them: `x = array([1, 2])`. All offsets stay. */
export function assignShown(text: string): string {
  return text.replace(
    SHOWN,
    (
      whole,
      indent: string,
      prompt: string,
      name: string,
      blanks: string,
      out: string,
      value: string,
      rest: string,
      at: number,
    ) => {
      const defines = new RegExp(
        `(?<![\\w.])${name}[ \\t]*(?:,[\\w ,]*)?=(?!=)|\\b(?:import|def|for|as)\\b.*\\b${name}\\b`,
      );
      const isUsed = new RegExp(`\\b${name}\\b`).test(text.slice(at + whole.length));
      if (!isUsed || defines.test(text.slice(0, at))) return whole;
      const sign = `${' '.repeat(prompt.length + blanks.length - 3)}= \\\n`;
      return `${indent}${name}${sign}${blank(out).replace(/ (?=\n)/, '\\')}${value})${blank(rest)}`;
    },
  );
}

function withoutPrompts(written: string): string {
  const text = assignShown(written);
  if (hasShortPrompts(text)) return text.replace(/^>> /gm, blank);
  if (!/^(?:[ \t]*>>> ?|In \[\d*\]:)/m.test(text)) return text;
  const sessions = text.replace(/^[A-Z][\w ]*:[ \t]*(?=\n[ \t]*>>> )/gm, blank);
  const plain = sessions.replace(/^(?:>>> ?|\.{3,4}(?: |$)|In \[\d*\]: ?| *\.\.\.: ?)/gm, blank);
  // Below an indented prompt, `...` continues its statement; elsewhere it is a statement of its own.
  return plain.replace(
    /^([ \t]+)(>>>(?: |$).*(?:\n\1\.\.\.(?: .*|$))*)/gm,
    (_, indent: string, lines: string) => indent + lines.replace(/^(?:>>> ?|[ \t]+\.\.\. ?)/gm, blank),
  );
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}
