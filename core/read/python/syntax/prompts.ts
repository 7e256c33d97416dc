/** Blanks the prompts of an interactive session, `>>> ` and `In [3]: `, and a heading above them, so that all offsets stay. */

export function blankPrompts(text: string): string {
  if (!/^(?:>>> ?|In \[\d*\]:)/m.test(text)) return text;
  const sessions = text.replace(/^[A-Z][\w ]*:[ \t]*(?=\n>>> )/gm, (heading) => ' '.repeat(heading.length));
  return sessions.replace(/^(?:>>> ?|\.\.\.(?: |$)|In \[\d*\]: ?| *\.\.\.: ?)/gm, (prompt) =>
    ' '.repeat(prompt.length),
  );
}
