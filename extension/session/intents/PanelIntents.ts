/** Messages of the panel: each is validated, then handled. */
import { defined } from '../../../core/defined';
import { LensError, msg } from '../../../core/message';
import { actOnFinding } from '../actOnFinding';
import type { PanelConnection } from '../PanelConnection';
import { readPanelMessage, type CheckedMessage } from '../panelMessage';
import type { ArrayElement } from '../picture/links';
import type { SessionPorts } from '../ports';
import type { Loader } from '../state/Loader';
import type { ResultComparison } from '../state/ResultComparison';
import type { SessionModel } from '../state/SessionModel';
import { filesOf, sourceOfState } from '../state/SessionState';
import type { Sources } from '../state/Sources';
import type { TextLinks } from '../TextLinks';
import type { NoteIntents } from './NoteIntents';
import type { PictureIntents } from './PictureIntents';
import { setField } from './setField';

/** The parts of a session that intents change. */
export interface IntentTargets {
  readonly model: SessionModel;
  readonly loader: Loader;
  readonly sources: Sources;
  readonly comparison: ResultComparison;
  readonly panel: PanelConnection;
  readonly picture: PictureIntents;
  readonly notes: NoteIntents;
  readonly links: TextLinks;
}

export class PanelIntents {
  constructor(
    private readonly to: IntentTargets,
    private readonly ports: SessionPorts,
  ) {}

  receive(message: unknown): void {
    const checked = readPanelMessage(message);
    if (checked) this.handle(checked);
    else this.ports.log('error', `invalid message from the panel: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  private handle(message: CheckedMessage): void {
    const { model, loader, sources, comparison, panel, picture, notes, links } = this.to;
    switch (message.type) {
      case 'ready':
      case 'restore':
        panel.connect();
        return this.show(message.type === 'restore' ? message.memento : undefined);
      case 'seek':
        return picture.seek(message);
      case 'wantFrames':
        return panel.postFrames(message);
      case 'setField':
        panel.countField(message.number);
        setField(model, loader, message.id, message.value);
        return panel.postState();
      case 'setPreferences':
        return this.ports.preferences.write(defined(message.preferences));
      case 'explain':
        return picture.explain(message);
      case 'montage':
        return picture.montage(message);
      case 'revealSource':
        return links.reveal(links.rangeOf(message));
      case 'focusElement': {
        const { role, index } = message;
        return links.outline(index === undefined ? undefined : { role, index });
      }
      case 'editElement':
        return this.editElement(message, message.text);
      case 'quiz':
        return picture.quiz(message.on);
      case 'answer':
        return picture.answer(message);
      case 'answerNote':
        return notes.answer(message);
      case 'editNote':
        return notes.editAt(message);
      case 'writeNote':
        return notes.write(message);
      case 'openPart':
        return void sources.openPart(message.part);
      case 'revealError':
        return links.reveal(model.problems.notice?.range);
      case 'checkAction':
        return this.actOnCheck(message);
      case 'endComparison':
        comparison.end();
        return panel.postState();
      case 'errorAction':
        return this.actOnError(message.action);
      case 'copyCells':
        return picture.copyCells(message);
      case 'copyMapCells':
        return picture.copyMapCells(message);
      case 'copy':
        return this.ports.copy(message.text);
      case 'log':
        return this.ports.log(message.level, message.text);
    }
  }

  /** A page has loaded: it gets the present state; without one, what its memento or its custom editor names. */
  private show(memento: unknown): void {
    const { model, panel, sources } = this.to;
    if (model.state.kind !== 'empty' || !sources.restore(memento)) panel.postState();
  }

  private actOnCheck({ action, index }: Extract<CheckedMessage, { type: 'checkAction' }>): void {
    const source = sourceOfState(this.to.model.state);
    if (source?.kind === 'check') actOnFinding(source.findings[index], action, this.ports);
  }

  private editElement(element: ArrayElement, text: string): void {
    const { links, model, panel } = this.to;
    if (links.edit(element, text)) return;
    model.problems.failed(new LensError(msg('“{0}” is not a number', text.trim())), true);
    panel.postState();
  }

  /** Way out of an error of the files. */
  private actOnError(action: 'retry' | 'openWith'): void {
    const { model, sources } = this.to;
    const uri = model.document?.uri ?? filesOf(model.state)?.uris[0];
    if (action === 'retry') void sources.retry();
    else if (uri !== undefined) this.ports.openFile(uri);
  }
}
