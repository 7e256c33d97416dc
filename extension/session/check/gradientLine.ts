/** The result of a gradient check as one sentence. */
import { toFourDigits } from '../../../core/check/compare/describeDifference';
import type { GradientCheck } from '../../../core/check/gradient/checkGradients';
import { msg, type Message } from '../../../core/message';

/** Names the worst cell of the array that differs most, with the ratio of its gradient to the central difference. `lineInPart`: the number of a line as its editor shows it. */
export function gradientLine(
  { name, arrays, agrees, error, layerCase }: GradientCheck,
  lineInPart = (line: number): number => line,
): Message {
  const kinks = arrays.reduce((sum, array) => sum + array.kinks, 0);
  if (error) return msg('{0}: stops at line {1}: {2}', name, lineInPart(error.line), error.message);
  const cells = arrays.reduce((sum, array) => sum + array.cells, 0);
  if (agrees && cells === 0) {
    return msg('{0}: no cell of the input has a derivative (equal maxima): nothing was compared', name);
  }
  if (agrees) {
    const agreement = msg(
      '{0}: {1} gradient{1||s} agree{1|s|} with central differences ({2})',
      name,
      cells,
      layerCase.label,
    );
    return kinks === 0
      ? agreement
      : msg('{0}; {1} cell{1||s} without a derivative (equal maxima) {1|is|are} not compared', agreement, kinks);
  }
  const [wrong] = [...arrays].sort((a, b) => b.differing / Math.max(1, b.cells) - a.differing / Math.max(1, a.cells));
  const { worst } = wrong!;
  const counted = msg(
    '{0}: {1} of {2} gradient{2||s} in {3} differ{1|s|}',
    name,
    wrong!.differing,
    wrong!.cells,
    wrong!.name,
  );
  if (!worst || Number.isNaN(worst.own)) return counted;
  return msg(
    '{0}; worst cell [{1}]: yours {2}, central difference {3}, ratio {4}',
    counted,
    worst.index.join(', '),
    toFourDigits(worst.own),
    toFourDigits(worst.numeric),
    toFourDigits(worst.ratio),
  );
}
