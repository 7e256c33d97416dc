/** Presentation mode: one equation as large as the page allows, and the keys that presenters send. */
import { msg } from '../../core/message';
import type { LayerState, Navigation } from '../../core/panel/protocol';
import type { Frame } from '../../core/step/Frame';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import { leastPresented, narrowPresentMetrics, presentMetrics } from '../layout/stageMetrics';
import type { StageView } from '../stage/StageView';
import { presentedStage } from './presentedStage';
import { PresentView } from './PresentView';

/** CSS pixels on both sides of the equation, and below it. */
const inset = 28;
const gap = 12;

export interface PresentationEvents {
  navigate(to: Navigation): void;
  /** The open question of the step is answered. */
  reveal(): void;
  say(text: string): void;
  /** The mode has begun or ended. */
  changed(): void;
}

export class Presentation {
  private readonly view = new PresentView();
  readonly head = this.view.head;
  readonly foot = this.view.foot;
  readonly blank = this.view.blank;
  readonly pointer = this.view.pointer;
  private question = false;
  /** What had the focus before. */
  private opener: Element | null = null;

  constructor(
    private readonly stage: StageView,
    private readonly events: PresentationEvents,
  ) {}

  get isOn(): boolean {
    return document.body.classList.contains('presenting');
  }

  /** The mouse was moved over the page. */
  point(event: PointerEvent): void {
    if (this.isOn) this.view.movePointer(event);
  }

  setState(state: LayerState, precision: number): void {
    this.view.setState(state, precision);
  }

  toggle(): void {
    this.set(!this.isOn);
  }

  set(on: boolean): void {
    if (on) this.opener = document.activeElement;
    document.body.classList.toggle('presenting', on);
    this.blank.hidden = true;
    this.pointer.hidden = true;
    if (!on) this.stage.setMetrics(undefined);
    this.events.say(
      on ? t(msg('presentation: Space and Page Down step, B blanks, Escape ends')) : t(msg('presentation ended')),
    );
    this.events.changed();
    if (!on && this.opener instanceof HTMLElement) this.opener.focus();
  }

  /** `below`: height of what the page shows below the equation, in CSS pixels, without the presentation's own line. */
  draw(frame: Frame, appearance: Appearance, note: string | undefined, below: number): void {
    this.question = frame.question !== undefined;
    this.view.setStep(frame, note, appearance.precision);
    const isNarrow = window.innerWidth < leastPresented;
    this.stage.setMetrics(isNarrow ? narrowPresentMetrics : presentMetrics);
    const space = {
      width: window.innerWidth - 2 * inset,
      height: window.innerHeight - this.head.offsetHeight - this.foot.offsetHeight - below - gap,
      isNarrow,
      code: 0,
    };
    this.stage.update(presentedStage(frame.stage), { ...appearance, large: !isNarrow }, space, ({ scale }) => scale);
  }

  /** Keys that presenters send: one key a step. A covered answer is revealed first. True where the key has a meaning. */
  key({ key, shiftKey, target }: KeyboardEvent): boolean {
    if (!this.isOn || (target instanceof Element && target.closest('input, textarea'))) return false;
    if (key === 'Escape') this.set(false);
    else if (key.toLowerCase() === 'b' || key === '.') this.view.toggleBlank();
    else if (key === 'PageUp' || key === 'ArrowLeft' || (key === ' ' && shiftKey)) this.events.navigate('previous');
    else if (key === 'PageDown' || key === 'ArrowRight' || key === ' ') this.revealOrStep();
    else return false;
    return true;
  }

  private revealOrStep(): void {
    if (!this.blank.hidden) this.view.toggleBlank();
    else if (this.question) this.events.reveal();
    else this.events.navigate('next');
  }
}
