/** The keys of the panel while a layer is shown: each part of the page takes its own, then the letters are tried. */
import type { CellLinks } from './cells/CellLinks';
import type { HeaderView } from './header/HeaderView';
import type { Presentation } from './present/Presentation';
import type { StepQuestions } from './quiz/StepQuestions';
import { isLetterKey, isPageKey } from './timeline/isPageKey';
import type { TimelineView } from './timeline/TimelineView';
import type { KeyHelp } from './ui/KeyHelp';

export interface KeyedParts {
  readonly presentation: Presentation;
  readonly questions: StepQuestions;
  readonly timeline: TimelineView;
  readonly links: CellLinks;
  readonly help: KeyHelp;
  readonly header: HeaderView;
  readonly editNote: () => void;
}

export class LayerKeys {
  private readonly listener = (event: KeyboardEvent): void => this.key(event);

  constructor(private readonly parts: KeyedParts) {
    document.addEventListener('keydown', this.listener);
  }

  dispose(): void {
    document.removeEventListener('keydown', this.listener);
  }

  private key(event: KeyboardEvent): void {
    const { presentation, questions, timeline, links, help, header, editNote } = this.parts;
    if (presentation.key(event) || questions.key(event)) event.preventDefault();
    else if (isPageKey(event, timeline.element) && timeline.key(event)) event.preventDefault();
    else if (event.key === 'Escape') links.release();
    else if (isLetterKey(event, '?')) help.toggle();
    else if (isLetterKey(event, 'p')) presentation.toggle();
    else if (isLetterKey(event, 'q')) questions.toggleQuiz();
    else if (isLetterKey(event, 't')) questions.toggleTour();
    else if (isLetterKey(event, 'n')) editNote();
    else if (isLetterKey(event, 'h')) header.toggleFold();
  }
}
