/** Messages between the extension host and the gallery page. The page sends `ready` first. */
import type { MapView } from '../step/Frame';
import type { Preferences } from './protocol';

export type Topic = 'forward' | 'pooling' | 'backward' | 'mistake';

export interface GalleryScene {
  readonly id: string;
  /** In the display language. */
  readonly title: string;
  readonly text: string;
  readonly topic: Topic;
  /** The scene's main map at its step; absent where the scene cannot be computed. */
  readonly map?: MapView;
  /** Whether the scene has code that can be opened in an editor. */
  readonly hasCode: boolean;
}

export interface GalleryLesson {
  readonly id: string;
  /** In the display language. */
  readonly title: string;
  readonly text: string;
  readonly minutes?: number;
  readonly parts: number;
}

export interface GalleryMessage {
  readonly type: 'gallery';
  readonly lessons: readonly GalleryLesson[];
  readonly scenes: readonly GalleryScene[];
  readonly preferences: Pick<Preferences, 'precision' | 'colorMap'>;
}

export type GalleryIntent =
  | { readonly type: 'ready' }
  | { readonly type: 'openScene'; readonly id: string }
  | { readonly type: 'openLesson'; readonly id: string }
  | { readonly type: 'openCode'; readonly id: string };
