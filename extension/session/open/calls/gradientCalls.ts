/** Calls that give gradients of calls above. */
import type { LayerCall } from '../../../../core/read/ParseResult';
import { lastLayer } from '../../../../core/setup/readIntent';
import type { TextSource } from '../../source/LensSource';
import { overlap } from '../../source/overlap';
import { textInSegments } from '../../source/textInSegments';

/** `torch.autograd.grad(`, `vjp_fun(`. */
export const ASKS_GRADIENT = /(?:\b\w*grad|\bvjp\w*|\.backward|\.gradients?)[ \t]*\(/;

/** `p.backward(`, `p.sum().backward(`. */
const DIFFERENTIATED = /(?<![\w.])([A-Za-z_]\w*)(?:\.(?:sum|mean)\([^()\n]*\))?\.backward\(/;

/**
 * The gradients that a line computes, in the order in which they open: the last is that of the layer whose result the line
 * differentiates, `p.sum().backward()` below `p = pool(conv(x))`, not that of the layer nearest to the input.
 */
export function resultLast(
  here: readonly LayerCall[],
  recorded: readonly LayerCall[],
  { line, segments }: TextSource,
): readonly LayerCall[] {
  const [, name] = (line && DIFFERENTIATED.exec(textInSegments(segments, line))) ?? [];
  if (!line || name === undefined || here.length < 2) return here;
  const assigns = new RegExp(`^[ \\t]*${name}[ \\t]*=(?!=).*$`, 'gm');
  const assigned = segments
    .flatMap(({ offset, text }) =>
      [...text.matchAll(assigns)].map(({ index, 0: written }) => ({ at: offset + index, written })),
    )
    .filter(({ at }) => at < line[0])
    .at(-1);
  const places = assigned && ([assigned.at, assigned.at + assigned.written.length] as const);
  const made = places && lastLayer(recorded.filter(({ range }) => overlap(range, places)));
  const own = made && here.find(({ operation }) => operation === made.operation.replace('forward', 'backward'));
  return own ? [...here.filter((call) => call !== own), own] : here;
}
