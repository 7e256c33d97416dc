/** Prompts of an interactive session, `>>> ` and `In [3]: `, are no code: blanked, so that all offsets stay. */

export function blankPrompts(text: string): string {
  if (!/^(?:>>> ?|In \[\d*\]:)/m.test(text)) return text;
  return text.replace(/^(?:>>> ?|\.\.\.(?: |$)|In \[\d*\]: ?| *\.\.\.: ?)/gm, (prompt) => ' '.repeat(prompt.length));
}
