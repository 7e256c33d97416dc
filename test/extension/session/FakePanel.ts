/** Replaces the panel: keeps what it is sent and decodes frames as the panel does. */
import { Session } from '../../../extension/session/Session';
import { nameMistakes } from '../../../core/check/numbers/nameMistakes';
import type { Purpose } from '../../../extension/session/source/Purpose';
import type { EditorPort, SessionPorts } from '../../../extension/session/ports';
import type { LensSource } from '../../../extension/session/source/LensSource';
import type { LayerJob, LayerResult } from '../../../core/layer/job/LayerJob';
import type { HostMessage, InspectState, LayerState, PanelMessage, StateMessage } from '../../../core/panel/protocol';
import type { Frame, MapView } from '../../../core/step/Frame';
import { FrameDecoder } from '../../../core/panel/wire';
import { stageItems } from '../../../core/step/shared/stage';

interface FakeJob {
  readonly job: LayerJob;
  cancelled: boolean;
  readonly finish: (result: LayerResult) => void;
  readonly fail: (error: Error) => void;
}

export class FakePanel {
  private seeks = 0;
  private fields = 0;
  readonly received: HostMessage[] = [];
  readonly frames = new Map<number, Frame>();
  readonly editorCalls: unknown[][] = [];
  readonly logged: string[] = [];
  readonly copied: string[] = [];
  readonly openedFiles: string[] = [];
  /** Computations that the session waits for. */
  readonly jobs: FakeJob[] = [];
  readonly documents: Record<string, string> = {};
  /** Replaces the files of a folder. */
  readFiles: SessionPorts['readFiles'] = () => Promise.reject(new Error('gone'));
  /** Replaces the reading of a lesson. */
  openPart: SessionPorts['openPart'] = () => Promise.reject(new Error('gone'));
  /** Replaces the worker that reads texts. */
  readText: SessionPorts['readText'] = () => Promise.resolve();
  reopenCheck: SessionPorts['reopenCheck'] = () => Promise.reject(new Error('gone'));
  readonly session: Session;
  active = true;
  private t = 0;
  private decoder = new FrameDecoder();
  private preferences = {
    precision: 2,
    speed: 2,
    colorMap: 'lens',
    showPadding: true,
    headerFolded: false,
    showResult: false,
  };

  constructor() {
    const editor: EditorPort = {
      reveal: (...call) => void this.editorCalls.push(['reveal', ...call]),
      outline: (...call) => void this.editorCalls.push(['outline', ...call]),
      replace: (...call) => void this.editorCalls.push(['replace', ...call]),
    };
    this.session = new Session({
      post: (message) => this.hear(message),
      isActive: () => this.active,
      preferences: {
        read: () => this.preferences,
        write: (change) => void (this.preferences = { ...this.preferences, ...change }),
      },
      editor: () => editor,
      compute: (job, progress) => {
        progress(0.5);
        const { promise, resolve, reject } = deferred();
        const running: FakeJob = { job, cancelled: false, finish: resolve, fail: reject };
        this.jobs.push(running);
        return { result: promise, cancel: () => void (running.cancelled = true) };
      },
      reopenCheck: (kept) => this.reopenCheck(kept),
      nameMistakes: (request) => Promise.resolve(nameMistakes(request)),
      copy: (text) => void this.copied.push(text),
      readFiles: (files) => this.readFiles(files),
      log: (_level, text) => void this.logged.push(text),
      openPart: (...call) => this.openPart(...call),
      openFile: (uri) => void this.openedFiles.push(uri),
      readText: (source) => this.readText(source),
      openDocument: (uri) => {
        const text = this.documents[uri];
        return text === undefined ? Promise.reject(new Error('gone')) : Promise.resolve({ text, languageId: 'python' });
      },
    });
  }

  /** A panel whose page has loaded, showing `text`. */
  static showing(text: string, purpose: Purpose): FakePanel {
    const panel = new FakePanel();
    panel.session.open(textSource(text), purpose);
    panel.post({ type: 'ready' });
    return panel;
  }

  post(message: PanelMessage): void {
    this.session.receive(structuredClone(message));
  }

  set(id: string, value: string): void {
    this.post({ type: 'setField', id, value, number: ++this.fields });
  }

  seek(t: number): Frame {
    this.t = t;
    this.post({ type: 'seek', generation: this.generation, t, number: ++this.seeks });
    return this.frame;
  }

  get state(): StateMessage {
    return this.received.filter((message) => message.type === 'state').at(-1);
  }

  get generation(): number {
    return this.state.generation;
  }

  get layer(): LayerState {
    const { content } = this.state;
    if (content.kind !== 'layer') throw new Error(`the panel shows ${content.kind}`);
    return content;
  }

  get inspect(): InspectState {
    const { content } = this.state;
    if (content.kind !== 'inspect') throw new Error(`the panel shows ${content.kind}`);
    return content;
  }

  /** The frame of the step that is shown. */
  get frame(): Frame {
    const frame = this.frames.get(this.t);
    if (!frame) throw new Error(`step ${this.t} was not sent`);
    return frame;
  }

  map(id: string): MapView {
    const maps = stageItems(this.frame.stage).flatMap((item) => (item.kind === 'map' ? [item.map] : []));
    const found = maps.find((map) => map.id === id);
    if (!found) throw new Error(`no map ${id} among ${maps.map((map) => map.id).join(', ')}`);
    return found;
  }

  field(id: string) {
    const inAssumptions = this.layer.assumptions.flatMap(({ field }) => (field ? [field] : []));
    return [...this.layer.fields, ...inAssumptions].find((field) => field.id === id);
  }

  private hear(message: HostMessage): void {
    this.received.push(message);
    if (message.type === 'state') {
      this.decoder = new FrameDecoder();
      this.frames.clear();
      if (message.content.kind === 'layer') this.t = message.content.t;
    }
    if (message.type !== 'frames' || message.generation !== this.generation) return;
    for (const wire of message.frames) {
      const frame = this.decoder.decode(wire);
      this.frames.set(frame.t, frame);
    }
  }
}

export function textSource(text: string, offset = 0): LensSource {
  return { kind: 'text', name: 'cell.py', uri: 'file:///cell.py', languageId: 'python', segments: [{ offset, text }] };
}

function deferred() {
  let resolve!: (result: LayerResult) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<LayerResult>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
