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

/**
 * A name at a prompt with the array that it shows: `>>> x`, below it `array([1, 2])`, or `Out[1]: tensor([1., 2.])`; printed,
 * `>>> print(x)`, also `[[1 2]]`.
 */
const SHOWN =
  /^([ \t]*)((?:>>> ?|In \[\d*\]: ?)(?:print\(([A-Za-z_]\w*)\)|([A-Za-z_]\w*))[ \t]*)\n(Out ?\[\d*\]:[ \t]*\n?|)(?:((?:array|tensor)\(\[(?:(?!\.{3})[^()])*\])(,\s*\w+=[^()]*|)\)|(\[(?:(?!\.{3})[-+\d.,\seE[\]])*\])[ \t]*$)/gm;

/**
 * What names show that the text uses below and does not define, or draws or reads, is assigned to them: `x = array([1, 2])`. All
 * offsets stay.
 */
export function assignShown(text: string): string {
  return text.replace(SHOWN, (whole, ...groups: (string | undefined)[]) => {
    const [indent = '', typed = '', printed, name = printed!, out = '', value, rest = '', list = ''] = groups;
    const at = Number(groups[8]);
    const above = text.slice(0, at);
    const defines = new RegExp(
      `(?<![\\w.])${name}[ \\t]*(?:,[\\w ,]*)?=(?!=).*|\\b(?:import|def|for|as)\\b.*\\b${name}\\b`,
      'g',
    );
    const defined = above.match(defines)?.at(-1);
    const isOther = defined !== undefined && ELSEWHERE.test(defined) && !/seed\(/.test(above);
    const use = new RegExp(`${isOther ? '[(,=][ \\t]*' : ''}\\b${name}\\b`);
    if ((defined !== undefined && !isOther) || !use.test(text.slice(at + whole.length))) return whole;
    // NumPy prints without commas.
    const isPrinted = value === undefined && !list.includes(',');
    const sign = isPrinted ? '=array(0)+\\' : ' = \\';
    if (name.length + sign.length > typed.length) return whole;
    const head = `${indent}${name}${sign.padStart(typed.length - name.length)}\n`;
    const shown = value === undefined ? withCommas(list) : `${value})${blank(rest)}`;
    return (head + blank(out).replace(/ (?=\n)/, '\\') + shown).padEnd(whole.length);
  });
}

/** Numbers that the text does not give. */
const ELSEWHERE = /(?:random|torch)\.(?:rand|normal|uniform)|load|read/;

function withCommas(list: string): string {
  return list.replace(/(?<=[\d.])(\s*)[ \t](?=[-+\d.])|(?<=\])(\s*)[ \t](?=\[)/g, (gap) => `${gap.slice(0, -1)},`);
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
