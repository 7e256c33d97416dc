/** Sizes of images and filters that a text names one by one. */
import { mapTuple } from '../../../tuples';

/** Sizes that are named one by one: `inputChannels = 3, inputHeight = 2, kernelWidth: 3`. */
export function namedShapes(text: string): number[][] {
  const found: number[][] = [];
  let named = new Map<string, number>();
  const close = (): void => {
    const [depth, rows, cols] = mapTuple(['inc', 'inh', 'inw'], (key) => named.get(key));
    const [count, height, width] = mapTuple(['outc', 'kh', 'kw'], (key) => named.get(key));
    const plane = depth !== undefined && rows !== undefined && cols !== undefined;
    if (plane) found.push([depth, rows, cols], [rows, cols, depth]);
    if (depth !== undefined && height !== undefined && width !== undefined)
      found.push([count ?? 1, depth, height, width], [height, width, depth, count ?? 1]);
  };
  for (const [, part = '', axis = '', size] of text.matchAll(NAMED_SIZE)) {
    const key = `${/^in|im/i.test(part) ? 'in' : /^out/i.test(part) ? 'out' : 'k'}${axis[0]!.toLowerCase()}`;
    if (named.has(key)) {
      close();
      named = new Map();
    }
    named.set(key, Number(size));
  }
  close();
  return found;
}

const NAMED_SIZE =
  /\b(in(?:put)?|image|out(?:put)?|kernel|filter)_?(c(?:h(?:annels?)?)?|h(?:eight)?|w(?:idth)?)\s*[:=]\s*(\d{1,3})\b/gi;
