/** The elements of the page of a layer, from top to bottom; the middle scrolls. */
import type { CellLinks } from './cells/CellLinks';
import { linkNames } from './cells/linkNames';
import type { Presentation } from './present/Presentation';
import type { StepQuestions } from './quiz/StepQuestions';
import { pageContext } from './heatmap/menuContext';
import { el } from './ui/el';

interface Part {
  readonly element: HTMLElement;
}

export interface LayerParts {
  readonly header: Part;
  readonly yours: Part;
  readonly body: Part;
  readonly links: CellLinks;
  readonly presentation: Presentation;
  readonly explanation: Part;
  readonly questions: StepQuestions;
  readonly timeline: Part;
}

export function layerElements(parts: LayerParts): { readonly page: HTMLElement; readonly scroll: HTMLElement } {
  const { header, yours, body, links, presentation, explanation, questions, timeline } = parts;
  const scroll = el('main', { class: 'scroll' }, header.element, yours.element, body.element, links.tooltipElement);
  linkNames(scroll);
  const page = el(
    'div',
    { class: 'page layer-page', 'data-vscode-context': pageContext() },
    presentation.head,
    scroll,
    explanation.element,
    ...questions.noteElements,
    presentation.foot,
    questions.quizElement,
    timeline.element,
    presentation.blank,
    presentation.pointer,
  );
  return { page, scroll };
}
