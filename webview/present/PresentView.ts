/** What a presentation shows around the stage: the layer's name, one formula, one line, and the steps as dots. */
import { msg } from '../../core/message';
import type { LayerState } from '../../core/panel/protocol';
import type { Frame, Span } from '../../core/step/Frame';
import { mapsOf } from '../../core/step/shared/stage';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { decimalsOf } from '../../core/step/shared/decimalsOf';
import { plainText } from '../words/plainText';

/** More steps than these are shown as a bar. */
const mostDots = 60;

export class PresentView {
  private readonly operation = el('h1', { class: 'present-operation' });
  private readonly options = el('span', { class: 'present-options' });
  readonly head = el('header', { class: 'present-head' }, this.operation, ' ', this.options);
  private readonly formula = el('p', { class: 'present-formula', 'data-part': 'presentFormula' });
  private readonly words = el('p', { class: 'present-words' });
  private readonly dots = el('div', { class: 'present-dots', 'aria-hidden': 'true' });
  readonly foot = el('footer', { class: 'present-foot' }, this.formula, this.words, this.dots);
  /** A black or white page: B, as presenters send it. */
  readonly blank = el('div', { class: 'present-blank', hidden: true, 'data-part': 'blank' });
  /** A ring around the mouse that the last row can see. */
  readonly pointer = el('div', { class: 'present-pointer', hidden: true, 'aria-hidden': 'true' });
  private count = 0;

  movePointer({ clientX, clientY, pointerType }: PointerEvent): void {
    this.pointer.hidden = pointerType !== 'mouse';
    this.pointer.style.translate = `${clientX}px ${clientY}px`;
  }

  setState(state: LayerState, precision: number): void {
    const name = state.sentence.find((span) => span.kind === 'text' && span.tone === 'operation');
    setText(this.operation, name ? plainText({ spans: [name] }, precision) : '');
    const shown = ['mode', 'kernel', 'stride', 'pad', 'dilation', 'groups'];
    const usual: Readonly<Record<string, string>> = { dilation: '1', groups: '1' };
    const fields = state.fields.filter(({ id, value }) => shown.includes(id) && usual[id] !== value);
    setText(this.options, fields.map(({ label, value }) => `${t(label)} ${value}`).join(', '));
    this.count = state.timeline.count;
    const dots = this.count <= mostDots ? this.count : 0;
    if (this.dots.childElementCount !== dots) this.dots.replaceChildren(...Array.from({ length: dots }, () => el('i')));
    this.dots.classList.toggle('bar', dots === 0);
  }

  /** `note`: of a scene, instead of the equation. */
  setStep({ t: step, announcement, stage, question }: Frame, note: string | undefined, most: number): void {
    const precision = decimalsOf(mapsOf(stage), most);
    setText(this.formula, plainText(announcement, precision));
    const equation = stage.flatMap(({ lines }) => lines)[0];
    const line: readonly Span[] = question ? [] : (equation?.spans ?? stage[0]?.aside ?? []);
    setText(this.words, note ?? plainText({ spans: line }, precision));
    [...this.dots.children].forEach((dot, index) => {
      dot.className = index < step ? 'past' : index === step ? 'now' : '';
    });
    this.dots.style.setProperty('--done', `${(100 * (step + 1)) / Math.max(1, this.count)}%`);
  }

  toggleBlank(): void {
    this.blank.hidden = !this.blank.hidden;
    this.blank.setAttribute('aria-label', t(msg('blank page; B shows the step again')));
  }
}
