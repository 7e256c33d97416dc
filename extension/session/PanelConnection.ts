/** What the panel is sent: whole states, each with a new generation, the frames of its generation, and the keyboard focus. */
import type { HostMessage } from '../../core/panel/protocol';
import { contentOf, lessonOf, noticeOf } from './content';
import { FrameStream } from './picture/FrameStream';
import type { LayerPicture } from './picture/LayerPicture';
import type { SessionPorts } from './ports';
import { mementoOf } from './state/mementoOf';
import type { SessionModel } from './state/SessionModel';

export class PanelConnection {
  private readonly stream = new FrameStream();
  private connected = false;
  private wantsFocus = false;
  /** Number of the panel's last seek. */
  private lastSeek = 0;
  /** Number of the panel's last change of a field. */
  private lastField = 0;

  /** `updated` is called for each state that is posted, or would be if there were a page. */
  constructor(
    private readonly model: SessionModel,
    private readonly ports: Pick<SessionPorts, 'post' | 'isActive' | 'preferences'>,
    private readonly progress: () => number | undefined,
    private readonly updated: () => void,
  ) {}

  /** A page was loaded: it counts its seeks and changes from the beginning. */
  connect(): void {
    this.connected = true;
    this.lastSeek = 0;
    this.lastField = 0;
  }

  close(): void {
    this.connected = false;
  }

  countSeek(number: number): void {
    this.lastSeek = number;
  }

  countField(number: number): void {
    this.lastField = number;
  }

  get generation(): number {
    return this.stream.generation;
  }

  /** The layer, for an intent about what the panel now has. */
  layerOf(generation: number): LayerPicture | undefined {
    return generation === this.generation ? this.model.layer : undefined;
  }

  /** Posts a message, where there is a page. */
  post(message: HostMessage): void {
    if (this.connected) this.ports.post(message);
  }

  /** Posts the whole state; frames sent earlier are invalid. */
  postState(): void {
    this.updated();
    const { state, problems, layer } = this.model;
    // A panel that is restored keeps its memento, and what it draws, until there is something else.
    const restoring = state.kind === 'loading' && state.restored && !state.source;
    if (!this.connected || restoring) return;
    this.stream.startGeneration();
    const { generation } = this.stream;
    const notice = noticeOf(this.model);
    const lesson = lessonOf(state);
    const progress = this.progress();
    this.ports.post({
      type: 'state',
      generation,
      lastSeek: this.lastSeek,
      lastField: this.lastField,
      content: contentOf(state, problems),
      ...(notice && { error: notice }),
      ...(progress !== undefined && { progress }),
      preferences: this.ports.preferences.read(),
      ...(lesson && { lesson }),
      memento: mementoOf(state),
    });
    if (layer) this.postFrames({ generation, from: layer.t, to: layer.t });
    this.postFocus();
  }

  /** Posts those of the frames that the panel does not have, both ends included. */
  postFrames({ generation, from, to }: { generation: number; from: number; to: number }): void {
    const layer = this.layerOf(generation);
    const frames = layer && this.stream.framesOf(layer, from, to);
    if (frames) this.ports.post(frames);
  }

  /** Gives the keyboard focus to the timeline as soon as there is one and the panel is active. */
  takeFocus(): void {
    this.wantsFocus = true;
    this.postFocus();
  }

  /** The panel became active or inactive. */
  activated(active: boolean): void {
    if (active) this.postFocus();
    else this.wantsFocus = false;
  }

  private postFocus(): void {
    if (!this.wantsFocus || !this.connected || !this.model.picture || !this.ports.isActive()) return;
    this.wantsFocus = false;
    this.post({ type: 'focus', generation: this.generation });
  }
}
