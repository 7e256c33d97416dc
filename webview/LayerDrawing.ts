/** Draws a step on the page of a layer. The order matters: sizes are read before anything is written. */
import type { Frame } from '../core/step/Frame';
import { mapsOf } from '../core/step/shared/stage';
import type { Appearance } from './heatmap/MapEvents';
import type { LayerParts } from './layerElements';
import { quizAppearance } from './quiz/quizAppearance';
import { restingHeight } from './stage/stageSpace';
import type { StageWithCode, Surroundings } from './stage/StageWithCode';
import { decimalsOf } from '../core/step/shared/decimalsOf';
import type { YoursView } from './yours/YoursView';

/** What is drawn, and what surrounds it. */
interface Parts extends LayerParts {
  /** The scrolled part of the page. */
  readonly scroll: HTMLElement;
  readonly body: StageWithCode;
  readonly yours: YoursView;
  /** Height of what the panel shows above the page, in CSS pixels. */
  readonly above: () => number;
}

export class LayerDrawing {
  /** Nothing is drawn without. */
  appearance: Appearance | undefined;
  /** In CSS pixels. */
  private headerHeight = 0;
  /** The sizes that the page was drawn for. */
  private drawnFor = '';

  constructor(private readonly parts: Parts) {}

  measureHeader(): void {
    this.headerHeight = restingHeight(this.parts.header.element);
  }

  draw(frame: Frame): void {
    if (!this.appearance) return;
    const { links, presentation, questions, body } = this.parts;
    const appearance = quizAppearance(this.appearance, frame.question !== undefined || questions.isQuizOpen);
    const maps = mapsOf(frame.stage);
    const decimals = decimalsOf(maps, appearance.precision);
    links.setMaps(maps, decimals, frame.t);
    if (presentation.isOn) this.drawPresentation(frame, appearance);
    else this.drawPage(frame, appearance);
    links.mark();
    if (!presentation.isOn) body.drawCode(frame, decimals);
  }

  private drawPresentation(frame: Frame, appearance: Appearance): void {
    this.drawnFor = '';
    const { presentation, questions } = this.parts;
    const below = questions.quizElement.offsetHeight;
    presentation.draw(frame, appearance, questions.noteText, below);
    this.keepBelow(below + presentation.foot.offsetHeight);
  }

  /** Whether the page is drawn for the sizes that it has now. */
  get isCurrent(): boolean {
    return this.drawnFor === JSON.stringify(this.surroundings(restingHeight(this.parts.header.element)));
  }

  private drawPage(frame: Frame, appearance: Appearance): void {
    const surroundings = this.surroundings(this.headerHeight);
    this.drawnFor = JSON.stringify(surroundings);
    this.keepBelow(surroundings.below);
    this.parts.body.drawStage(frame, appearance, surroundings);
  }

  private surroundings(headerHeight: number): Surroundings {
    const { yours, questions, timeline, scroll, above } = this.parts;
    return {
      width: scroll.clientWidth,
      panel: { width: window.innerWidth, height: window.innerHeight - above() },
      above: headerHeight + yours.height,
      below: questions.height + timeline.element.offsetHeight,
      showsOwnCode: yours.isShown,
    };
  }

  /** The explanation is shown above what is at the bottom of the page: `height` in CSS pixels. */
  private keepBelow(height: number): void {
    this.parts.explanation.element.style.setProperty('--timeline-height', `${height}px`);
  }
}
