/**
 * Replaces VS Code in a plain page: the extension's own session on the core's own arithmetic behind acquireVsCodeApi,
 * with a delay on every message each way. `window.harness` holds what to open.
 */
import type { LayerResult } from '../../../core/layer/job/LayerJob';
import { runJob } from '../../../core/layer/job/runJob';
import { checkCode } from '../../../core/check/checkCode';
import { traceCode } from '../../../core/check/trace/traceCode';
import { LensError } from '../../../core/message';
import type { HostMessage, PanelMessage, Preferences } from '../../../core/panel/protocol';
import { findingsOf } from '../../../extension/session/check/Finding';
import { JoinedText } from '../../../extension/session/check/JoinedText';
import { Session } from '../../../extension/session/Session';
import { checkSource } from '../../../extension/session/source/checkSource';
import type { LensSource } from '../../../extension/session/source/LensSource';
import type { GalleryMessage } from '../../../core/panel/gallery';
import { readScene } from '../../../core/scene/readScene';
import { localizedText, type Localized } from '../../../core/scene/Scene';
import forwardLesson from '../../../lessons/forward.layerlens-lesson.json';
import poolingLesson from '../../../lessons/pooling.layerlens-lesson.json';
import type { ResolvedLesson } from '../../../core/lesson/Lesson';
import { mementoOfPart } from '../../../extension/session/lesson/LessonRun';
import { mementoOfScene } from '../../../extension/session/scene/sceneMemento';
import { sceneMap } from '../../../extension/session/scene/sceneMap';
import type { Purpose } from '../../../extension/session/source/Purpose';
import type { SessionPorts } from '../../../extension/session/ports';
import type { ThemeVariables } from './themes';

export interface HarnessOptions {
  readonly text: string;
  readonly purpose: Purpose;
  readonly theme: ThemeVariables;
  /** Milliseconds that a message takes, each way. */
  readonly delay: number;
  readonly preferences?: Partial<Preferences>;
  /** Name of a function of the text that is shown next to its layer. */
  readonly check?: string;
  /** The text of a scene to open instead of `text`. */
  readonly scene?: string;
  /** A lesson to play instead of `text`. */
  readonly lesson?: ResolvedLesson;
  /** Display language of scenes and lessons; default: English. */
  readonly language?: string;
  /** Texts of the scenes of a gallery, by id; the page is then the gallery. */
  readonly gallery?: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    harness: HarnessOptions;
    /** Everything that the panel has posted. */
    posted: PanelMessage[];
    applyTheme: (theme: ThemeVariables) => void;
  }
}

const {
  text,
  purpose,
  theme,
  delay,
  preferences: chosen,
  scene,
  gallery,
  check: checked,
  lesson,
  language = 'en',
} = window.harness;
let preferences: Preferences = {
  precision: 2,
  speed: 2,
  colorMap: 'lens',
  showPadding: true,
  headerFolded: false,
  showResult: false,
  ...chosen,
};

window.posted = [];
window.applyTheme = ({ style, className }) => {
  document.documentElement.style.cssText = style;
  document.body.className = className;
};
window.applyTheme(theme);

const ports: SessionPorts = {
  post: (message: HostMessage) => {
    const copy = structuredClone(message);
    setTimeout(() => window.postMessage(copy, '*'), delay);
  },
  isActive: () => document.hasFocus(),
  preferences: { read: () => preferences, write: (change) => (preferences = { ...preferences, ...change }) },
  editor: (uri) => ({
    reveal: () => undefined,
    outline: () => undefined,
    replace: ([start, end], changed) =>
      session.checkedTextChanged(uri, [{ offset: start, length: end - start, text: changed }]),
  }),
  compute: (job) => ({ result: Promise.resolve().then(() => finished(runJob(job))), cancel: () => undefined }),
  reopenCheck: () => Promise.reject(new LensError({ text: 'no check', args: [] })),
  nameMistakes: () => Promise.resolve([]),
  copy: (copied) => void navigator.clipboard.writeText(copied).catch(() => undefined),
  log: (level, message) => {
    if (level === 'error') console.error(message);
  },
  readFiles: () => Promise.reject(new LensError({ text: 'no files', args: [] })),
  openPart: (uri, part, before) =>
    lesson
      ? Promise.resolve(mementoOfPart(uri, lesson, part, language, before))
      : Promise.reject(new LensError({ text: 'no lesson', args: [] })),
  openFile: () => undefined,
  readText: () => Promise.resolve(),
  openDocument: () => Promise.reject(new LensError({ text: 'no document', args: [] })),
};

const session = new Session(ports);
const stateKey = 'layer-lens-state';

// After a reload the panel brings what it kept, as after a reload of the window.
if (sessionStorage.getItem(stateKey) !== null) {
  // Nothing to open.
} else if (lesson) {
  void session.restore(mementoOfPart('lesson', lesson, 0, language));
} else if (scene !== undefined) {
  void session.restore(mementoOfScene(readScene(scene), language));
} else {
  session.open(checked ? ownSource(text, checked) : textSource(), purpose);
}
Object.assign(window, {
  acquireVsCodeApi: () => ({
    postMessage: (message: PanelMessage) => {
      window.posted.push(message);
      // As in a panel, the session does not receive what the drawer of pictures does.
      if (/^picture/.test(message.type)) return;
      if (gallery) answerGallery(message, gallery);
      else setTimeout(() => session.receive(structuredClone(message)), delay);
    },
    getState: () => JSON.parse(sessionStorage.getItem(stateKey) ?? 'null') as unknown,
    setState: (state: unknown) => sessionStorage.setItem(stateKey, JSON.stringify(state ?? null)),
  }),
});

function textSource(): LensSource {
  return { kind: 'text', name: 'case.py', languageId: 'python', segments: [{ offset: 0, text }] };
}

function ownSource(source: string, name: string): LensSource {
  const joined = new JoinedText([{ uri: 'file:///student.py', text: source }]);
  const check = checkCode(source, { budget: 20_000 }).find((each) => each.name === name)!;
  const repaired = check.mistakes.find(({ verified }) => verified)?.repaired;
  const run = traceCode(source, name, repaired === undefined ? {} : { repaired })!;
  return checkSource({ check, text: joined, findings: findingsOf([check], joined), run, pathOf: () => 'student.py' })!;
}

const lessons: GalleryMessage['lessons'] = [
  { id: 'package:forward', ...textsOf(forwardLesson), minutes: 10, parts: 6 },
  { id: 'package:pooling', ...textsOf(poolingLesson), parts: 7 },
];

function textsOf({ title, text: words }: Record<'title' | 'text', Localized>): { title: string; text: string } {
  return { title: localizedText(title, language), text: localizedText(words, language) };
}

function answerGallery({ type }: PanelMessage, texts: Readonly<Record<string, string>>): void {
  if (type !== 'ready') return;
  const cards = Object.entries(texts).map(([id, each]) => {
    const { title, text: words = '', topic = 'forward', code, ...rest } = readScene(each);
    const map = sceneMap({ title, topic, ...(code && { code }), ...rest });
    const hasCode = code?.text !== undefined;
    return { id, title: localizedText(title, language), text: localizedText(words, language), topic, map, hasCode };
  });
  const message: GalleryMessage = { type: 'gallery', lessons, scenes: cards, preferences };
  window.postMessage(message, '*');
}

/** In place: the harness has no worker. */
function finished(job: Generator<number, LayerResult>): LayerResult {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}
