/** Red marks over the timeline's slider at the steps that differ. */
import { el } from '../ui/el';
import { sectionsOf } from './marks';

export class MarksView {
  readonly element = el('div', { class: 'marks', 'aria-hidden': 'true', 'data-part': 'marks', hidden: true });

  update(marks: readonly number[], count: number): void {
    this.element.hidden = marks.length === 0;
    this.element.replaceChildren(
      ...sectionsOf(marks, count).map(({ start, end }) => {
        const mark = el('span', { class: 'step-mark' });
        mark.style.insetInlineStart = `${start * 100}%`;
        mark.style.width = `max(2px, ${(end - start) * 100}%)`;
        return mark;
      }),
    );
  }
}
