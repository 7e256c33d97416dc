/** Values that a text states without printing them: `dA_mean = 1.45`, `Z's mean = 0.69`. */

/** Appends a print call for every labelled value of the output where the code prints nothing. */
export function addLabelledPrints(code: string, output: string): string {
  if (/\bprint\s*\(/.test(code)) return code;
  const prints = [...output.matchAll(/^[ \t]*([A-Za-z_][^=\n]*?)\s*=\s*/gm)].flatMap(([, label]) => {
    const expression = label && expressionOf(label.trim());
    return expression ? [`print(${JSON.stringify(`${label.trim()} =`)}, ${expression})`] : [];
  });
  if (prints.length > 0) return `${code.trimEnd()}\n${prints.join('\n')}\n`;
  const target = /(?:^|\n)(\w+)\s*=[^\n]*$/.exec(code.trimEnd())?.[1];
  return target ? `${code.trimEnd()}\nprint(${target})\n` : code;
}

function expressionOf(label: string): string | undefined {
  const mean = /^mean of (\w+)$/.exec(label) ?? /^(\w+)['’]s mean$/.exec(label) ?? /^(\w+)_mean$/.exec(label);
  if (mean) return `np.mean(${mean[1]!})`;
  return /^\w+(?:\[[\d\s,:\][]+\])*(?:\.shape)?$/.test(label) ? label : undefined;
}
