/** A step that gives all of an example: padding, and the helpers that return a window. */
import { msg } from '../../message';
import type { StageRow } from '../../step/Frame';
import { line, say, text } from '../../step/shared/words/spans';
import { glyphs } from '../../step/shared/stage';
import { activationPlane, resultMaps } from './planes';
import { inputMaps, nameOf, type ComparisonScene } from './scene';

export function exampleRows(scene: ComparisonScene): readonly StageRow[] {
  const { comparison, base, view, channel } = scene;
  const { main, loop } = comparison;
  const { i } = base.position;
  const plane = activationPlane(i, channel, loop.helper);
  const results = main ? resultMaps('', main, plane, view, { own: [], layer: [] }) : [];
  const counts = comparison.differingIn(i);
  return [
    {
      id: 'yours',
      title: [
        say(msg('step {0}', base.t + 1), 'plain'),
        ...(main ? [text(': '), text(loop.helper ? nameOf(main) : `${nameOf(main)}[${i}]`)] : []),
      ],
      aside: [say(msg('final values'))],
      items: [...inputMaps(scene), ...(results.length > 0 ? [glyphs.arrow] : []), ...results],
      lines: main ? [line(say(msg('{0}: {1} of {2} value{2||s} differ{1|s|}', nameOf(main), ...counts)))] : [],
    },
  ];
}
