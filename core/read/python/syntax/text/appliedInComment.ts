/** A layer that a line only makes, with its input in the line's comment: `nn.AvgPool2d(2)  # input torch.arange(16.)`. */

const LINE =
  /^([ \t]*(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Pool|Conv)\w*\([^#\n]*\))[ \t]+#[ \t]*(?:with[ \t]+)?(?:inputs?|x|on|applied to|for|given)[ \t]*[:=]?[ \t]+([A-Za-z_][\w.]*\([^#\n[]*\))[ \t]*$/gm;

/** The text with such layers applied to their inputs; its length and its lines stay. */
export function applyInputsInComments(text: string): string {
  if (!/(?:Pool|Conv)\w*\(.*#/.test(text)) return text;
  return text.replace(LINE, (line: string, layer: string, input: string) => `${layer}(${input})`.padEnd(line.length));
}
