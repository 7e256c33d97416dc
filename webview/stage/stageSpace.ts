/** Space for the stage: a function of the case and of the panel's size; no error, popup or option changes the layout. */
import { narrowWidth, shortHeight } from '../layout/stageMetrics';
import type { StageSpace } from './StageView';

/** Space around the rows, the same as in stage.css. */
const narrowInset = { horizontal: 10, vertical: 8 };
const wideInset = { horizontal: 16, vertical: 12 };
const shortVertical = 4;

export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** All in CSS pixels. `width`: of the stage, without the code next to it; `header`: height without the options that are opened for a while; `code`: of the listing below, or 0. */
export function stageSpace(
  panel: PanelSize,
  width: number,
  timeline: number,
  header: number,
  code: number,
): StageSpace {
  const { height } = panel;
  const isNarrow = panel.width < narrowWidth;
  const { horizontal, vertical: usual } = isNarrow ? narrowInset : wideInset;
  const vertical = height < shortHeight ? shortVertical : usual;
  return {
    width: width - 2 * horizontal,
    height: height - timeline - header - 2 * vertical,
    isNarrow,
    code,
  };
}

/** Height of the header with its options closed, whether or not they are open now. */
export function restingHeight(header: HTMLElement): number {
  const opened = header.querySelector('.expanded');
  opened?.classList.remove('expanded');
  const height = header.offsetHeight;
  opened?.classList.add('expanded');
  return height;
}
