/** Gives each message of the host, other than the state, to the part of a layer's page that it is for. */
import type { HostMessage, StateMessage } from '../core/panel/protocol';
import type { CellLinks } from './cells/CellLinks';
import type { Presentation } from './present/Presentation';
import type { StepQuestions } from './quiz/StepQuestions';
import type { Steps } from './steps/Steps';
import type { TimelineView } from './timeline/TimelineView';
import { t } from './l10n';
import { whenFocused } from './ui/whenFocused';

interface Receivers {
  readonly steps: Steps;
  readonly links: CellLinks;
  readonly timeline: TimelineView;
  readonly questions: StepQuestions;
  readonly presentation: Presentation;
  readonly say: (text: string) => void;
}

export function receiveLayerMessage(
  message: Exclude<HostMessage, StateMessage>,
  { steps, links, timeline, questions, presentation, say }: Receivers,
): void {
  switch (message.type) {
    case 'frames':
      return steps.receive(message);
    case 'explanation':
      return links.receive(message);
    case 'cursor':
      return links.setCursor(message.element);
    case 'montage':
      return links.montages?.receive(message);
    case 'focus':
      return whenFocused(() => timeline.focus());
    case 'verdict':
      return questions.receive(message);
    case 'tour':
      return questions.toggleTour();
    case 'present':
      return presentation.toggle();
    case 'editNote':
      return questions.editNote(message.t, message.note);
    case 'navigate':
      return timeline.navigate(message.to);
    case 'copied':
      return say(t(message.text));
  }
}
