/** Text that shows whether a filter is turned by 180°. */

/** Text that turns the filter, or states that it is turned. */
export const TURNED = /::-1|flip|rot90|rotat|true convolution|turned|mirror/i;

/** Text that turns the filter, reads it from its end: `k[rows - 1 - i][cols - 1 - j]`, or calls a function that turns it. */
export const LIKELY_TURNED = new RegExp(
  String.raw`${TURNED.source}|(?:\b(?:np|numpy|sp|scipy|signal|ndimage)\.|(?<!def )\b)(?:fft)?convolve(?:2d)?\(|\b(?:[kwgf]|ker\w*|filt\w*|weights?)(?:\[[^\]]*\])?\[[^\]:]*-\s*[a-z]`,
  'i',
);

const UNTURNED = /\b(?:not|never|without|no|un-?)[ -]?(?:being )?(?:flip|turn|rotat|mirror)\w*/gi;

/** The product that does not turn the filter, also in German, Spanish, French and Chinese; the framework whose layer it is. */
const CORRELATION =
  /cross-? ?correlat|kreuz-?korrelation|correlaci[oó]n cruzada|corr[ée]lation crois[ée]e|hu_?xiang_?guan|互相关|\b(?:py)?torch\b/i;

/** Whether text names the layer of frameworks, and no turned filter. */
function isUnturned(text: string): boolean {
  return CORRELATION.test(text) && !TURNED.test(text.replace(UNTURNED, ''));
}

/** Whether a text, or its comments alone, name the layer of frameworks and no turned filter. */
export function statesCorrelation(text: string): boolean {
  return isUnturned(text) || isUnturned((text.match(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g) ?? []).join('\n'));
}
