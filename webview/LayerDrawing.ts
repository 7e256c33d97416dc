/** Draws a step on the page of a layer. The order matters: sizes are read before anything is written. */
import type { Frame } from '../core/step/Frame';
import { mapsOf } from '../core/step/shared/stage';
import type { Appearance } from './heatmap/MapEvents';
import type { Presentation } from './present/Presentation';
import { quizAppearance } from './quiz/quizAppearance';
import type { StepQuestions } from './quiz/StepQuestions';
import type { CellLinks } from './cells/CellLinks';
import { restingHeight } from './stage/stageSpace';
import type { StageWithCode } from './stage/StageWithCode';
import { decimalsOf } from '../core/step/shared/decimalsOf';
import type { YoursView } from './yours/YoursView';

/** What is drawn, and what surrounds it. */
interface Parts {
  readonly explanation: HTMLElement;
  /** The scrolled part of the page. */
  readonly scroll: HTMLElement;
  readonly header: HTMLElement;
  readonly stage: StageWithCode;
  readonly links: CellLinks;
  readonly presentation: Presentation;
  readonly questions: StepQuestions;
  readonly timeline: HTMLElement;
  readonly yours: YoursView;
  /** Height of what the panel shows above the page, in CSS pixels. */
  readonly above: () => number;
}

export class LayerDrawing {
  /** Nothing is drawn without. */
  appearance: Appearance | undefined;
  /** In CSS pixels. */
  private headerHeight = 0;

  constructor(private readonly parts: Parts) {}

  measureHeader(): void {
    this.headerHeight = restingHeight(this.parts.header);
    this.parts.explanation.style.setProperty('--header-height', `${this.headerHeight}px`);
  }

  draw(frame: Frame): void {
    if (!this.appearance) return;
    const { links, presentation, questions, stage } = this.parts;
    const appearance = quizAppearance(this.appearance, frame.question !== undefined || questions.isQuizOpen);
    const maps = mapsOf(frame.stage);
    const decimals = decimalsOf(maps, appearance.precision);
    links.setMaps(maps, decimals, frame.t);
    if (presentation.isOn) this.drawPresentation(frame, appearance);
    else this.drawPage(frame, appearance);
    links.mark();
    if (!presentation.isOn) stage.drawCode(frame, decimals);
  }

  private drawPresentation(frame: Frame, appearance: Appearance): void {
    const { presentation, questions } = this.parts;
    const below = questions.quizElement.offsetHeight;
    presentation.draw(frame, appearance, questions.noteText, below);
    this.keepBelow(below + presentation.foot.offsetHeight);
  }

  private drawPage(frame: Frame, appearance: Appearance): void {
    const { yours, questions, timeline, stage, scroll, above } = this.parts;
    const below = questions.height + timeline.offsetHeight;
    const surroundings = {
      width: scroll.clientWidth,
      panel: { width: window.innerWidth, height: window.innerHeight - above() },
      above: this.headerHeight + yours.height,
      below,
      showsOwnCode: yours.isShown,
    };
    this.keepBelow(below);
    stage.drawStage(frame, appearance, surroundings);
  }

  /** The explanation is shown above what is at the bottom of the page: `height` in CSS pixels. */
  private keepBelow(height: number): void {
    this.parts.explanation.style.setProperty('--timeline-height', `${height}px`);
  }
}
