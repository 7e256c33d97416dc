/** Space for the stage: a function of the panel's size alone, so that no header, error or popup changes the layout. */
import { narrowWidth } from '../layout/stageMetrics';
import type { Room } from './StageView';

/** Height of the header as it opens and of the space around the rows, in CSS pixels. */
const narrowHeader = 160;
const wideHeader = 128;

/** Left and right of the rows, the same as in stage.css. */
const narrowInset = 10;
const wideInset = 16;

export function stageRoom(width: number, height: number, timeline: number): Room {
  const narrow = width < narrowWidth;
  return {
    width: width - 2 * (narrow ? narrowInset : wideInset),
    height: height - timeline - (narrow ? narrowHeader : wideHeader),
  };
}
