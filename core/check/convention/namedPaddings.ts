/** What the padding 'same' can mean where the stride is above 1 or the window has an even size. */
import { msg } from '../../message';
import { expectedOf } from '../cases/expected';
import type { Sides } from '../../layer/options';
import type { LayerCase } from '../cases/LayerCase';
import { sidesAsInTensorFlow, split } from '../cases/sides';
import type { Convention } from './Convention';
import { convWith, poolWith, turnedFilter } from './layerWith';

/** One cell less than the window, whatever the stride. */
function sidesOfWindow({ kernel: [rows, cols], dilation = 1 }: LayerCase): Sides {
  return split(dilation * (rows - 1), dilation * (cols - 1));
}

function turned({ top, bottom, left, right }: Sides): Sides {
  return { top: bottom, bottom: top, left: right, right: left };
}

/** As many cells on both sides. */
function even({ top, left }: Sides): Sides {
  return { top, bottom: top, left, right: left };
}

const DETAIL = msg('padding “same” by another rule than in TensorFlow');

const RULES: readonly ((layerCase: LayerCase) => Sides)[] = [
  sidesOfWindow,
  (layerCase) => turned(sidesAsInTensorFlow(layerCase)),
  (layerCase) => turned(sidesOfWindow(layerCase)),
  (layerCase) => even(sidesOfWindow(layerCase)),
  (layerCase) => even(turned(sidesOfWindow(layerCase))),
];

/** Of a true convolution too. */
const CONVOLUTIONS = [false, true].flatMap((isTurned) =>
  (isTurned ? [sidesAsInTensorFlow, ...RULES] : RULES).map((rule): Convention => {
    const given = (layerCase: LayerCase): LayerCase =>
      isTurned ? { ...layerCase, w: turnedFilter(layerCase.w!) } : layerCase;
    return {
      id: 'same-padding-rule',
      detail: DETAIL,
      operations: ['conv_forward'],
      isMeant: (text) => /same/i.test(text),
      expected: (layerCase) => convWith(given(layerCase), layerCase.sides ? { padding: rule(layerCase) } : {}),
    };
  }),
);

const POOLINGS = RULES.map((rule): Convention => ({
  id: 'same-padding-rule',
  detail: DETAIL,
  operations: ['pool_forward'],
  isMeant: (text) => /same/i.test(text),
  expected: (layerCase) =>
    layerCase.sides ? poolWith(layerCase, { padding: rule(layerCase) }) : expectedOf(layerCase),
}));

export const NAMED: readonly Convention[] = [...CONVOLUTIONS, ...POOLINGS];
