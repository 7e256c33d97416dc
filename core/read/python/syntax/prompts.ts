/** Blanks the prompts of an interactive session, `>>> ` and `In [3]: `, so that all offsets stay. */

export function blankPrompts(text: string): string {
  if (!/^(?:>>> ?|In \[\d*\]:)/m.test(text)) return text;
  return text.replace(/^(?:>>> ?|\.\.\.(?: |$)|In \[\d*\]: ?| *\.\.\.: ?)/gm, (prompt) => ' '.repeat(prompt.length));
}
