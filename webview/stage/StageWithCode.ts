/** The stage, with the code below it or, where the page is wide, next to it. */
import type { LayerState } from '../../core/panel/protocol';
import { mapsOf } from '../../core/step/shared/stage';
import type { Frame } from '../../core/step/Frame';
import { CodeView } from '../code/CodeView';
import { sharedScale } from '../heatmap/histogram/distribution';
import type { Appearance } from '../heatmap/MapEvents';
import { columnsOf, type Columns } from '../layout/columns';
import { el } from '../ui/el';
import { stageSpace } from './stageSpace';
import type { StageSpace, StageView } from './StageView';

/** Sizes around the stage in CSS pixels. */
export interface Surroundings {
  /** Width of the page's scrolled part. */
  readonly width: number;
  readonly panel: { readonly width: number; readonly height: number };
  /** Heights of what is shown above the stage and at the bottom of the page. */
  readonly above: number;
  readonly below: number;
  /** Whether some lines of the code are seen with the stage, also where the code is below it. */
  readonly showsOwnCode: boolean;
}

/** Pixels of the head of a listing and a line: where less of it would be seen below the stage, none is. */
const leastCode = 77;

/** Fields whose values are in the titles of maps. */
const indexFields = ['example', 'filter', 'channel'];

export class StageWithCode {
  private readonly code: CodeView;
  readonly element: HTMLElement;
  /** All maps but the mask have one colour scale. */
  sharesScale = false;
  /** Of the listing that the steps mark. */
  private lines = 0;
  private indexDigits = 1;

  constructor(
    private readonly stage: StageView,
    copy: (text: string) => void,
  ) {
    this.code = new CodeView(copy);
    this.element = el('div', { class: 'layer-body' }, stage.element, this.code.element);
  }

  setLayer({ listings, fields, yours }: LayerState): void {
    this.code.setListings(listings, yours?.mistakes);
    const largest = fields.filter(({ id }) => indexFields.includes(id)).map(({ max = 0 }) => max);
    this.indexDigits = String(Math.max(0, ...largest)).length;
    this.lines = listings[0]?.text.split('\n').length ?? 0;
  }

  drawStage(frame: Frame, appearance: Appearance, surroundings: Surroundings): void {
    const { width, panel, above, below, showsOwnCode } = surroundings;
    const spaceOf = (each: Columns): StageSpace => ({
      ...stageSpace(panel, each.stage, below + each.below, above, each.whole),
      indexDigits: this.indexDigits,
    });
    const columns = columnsOf(width, showsOwnCode, this.lines, (each, isSeen) =>
      this.stage.smallestCell(frame.stage, appearance, spaceOf(each), isSeen),
    );
    this.element.classList.toggle('beside', columns.code > 0);
    this.element.style.setProperty('--code-width', `${columns.code}px`);
    const space = spaceOf(columns);
    const shared = this.sharesScale ? sharedScale(mapsOf(frame.stage)) : undefined;
    this.stage.update(frame.stage, appearance, space, ({ id, scale }) => (id === 'mask' ? scale : (shared ?? scale)));
    const rest = space.height - this.stage.height;
    this.element.style.setProperty('--rest', `${rest > 0 && rest + columns.below < leastCode ? rest : 0}px`);
  }

  drawCode({ code }: Frame, precision: number): void {
    this.code.update(code, precision);
  }
}
