/** Animates rectangles from the cells that a step reads to the cells that it writes. Only transforms and opacity change. */
import type { StageRow } from '../../core/step/Frame';
import { el } from '../ui/el';
import type { Rectangle } from '../heatmap/paint/boxParts';
import { flowMoves, type Move } from './flowMoves';
import { flowsOf, type FlowEnd } from './flows';

/** Time between the starts of two flows, as a share of the duration of one. */
const overlap = 0.55;

const reduced = '(prefers-reduced-motion: reduce)';

export class FlowLayer {
  readonly element = el('div', { class: 'flow-layer', 'aria-hidden': 'true' });
  private running: Animation[] = [];

  /** `placeOf`: an end's rectangle in the window, undefined where it is not shown. */
  constructor(private readonly placeOf: (end: FlowEnd) => DOMRect | undefined) {}

  /** Shows a step's flows one after the other within `duration` ms. */
  play(stage: readonly StageRow[], duration: number): void {
    this.stop();
    if (duration <= 0 || matchMedia(reduced).matches) return;
    const flows = flowsOf(stage).flatMap(({ from, to, cells }) => {
      const [start, end] = [this.placeOf(from), this.placeOf(to)];
      return start && end ? [flowMoves(start, end, cells)] : [];
    });
    if (flows.length === 0) return;
    const each = duration / (1 + (flows.length - 1) * overlap);
    const origin = this.element.getBoundingClientRect();
    flows.forEach((moves, index) => {
      for (const move of moves) this.move(move, origin, each, index * each * overlap);
    });
  }

  stop(): void {
    for (const animation of this.running.splice(0)) animation.cancel();
    this.element.replaceChildren();
  }

  /** `time`: ms of the flow, which starts after `begin` ms. */
  private move({ start, end, ...when }: Move, origin: DOMRect, time: number, begin: number): void {
    const ghost = el('i');
    ghost.style.width = `${start.width}px`;
    ghost.style.height = `${start.height}px`;
    this.element.append(ghost);
    const at = ({ left, top, width, height }: Rectangle): string =>
      `translate(${left - origin.left}px, ${top - origin.top}px) scale(${width / start.width}, ${height / start.height})`;
    const animation = ghost.animate(
      [
        { transform: at(start), opacity: 0 },
        { transform: at(start), opacity: 0.85, offset: 0.15 },
        { transform: at(end), opacity: 0.6, offset: 0.85 },
        { transform: at(end), opacity: 0 },
      ],
      { duration: time * when.duration, delay: begin + time * when.delay, easing: 'ease-in-out', fill: 'both' },
    );
    animation.onfinish = () => ghost.remove();
    this.running.push(animation);
  }
}
