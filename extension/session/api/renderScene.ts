/** A scene as pictures and as a page, for the command line. */
import { packPlayerData, playerData } from '../../../core/export/player/PlayerData';
import { notebookOf } from '../../../core/export/player/notebook';
import { needsScripts, playerPage, type PlayerPageParts } from '../../../core/export/player/playerPage';
import { mapSvg } from '../../../core/export/svg/mapSvg';
import { readScene } from '../../../core/scene/readScene';
import { stepPictures } from '../export/sceneSteps';
import { readRange } from '../export/stepRange';
import { sceneMap } from '../scene/sceneMap';
import { sceneLayer } from '../scene/sceneLayer';
import { sceneState } from '../scene/sceneState';

export interface RenderOptions {
  readonly dark: boolean;
  readonly colorMap: string;
  readonly precision: number;
  /** VS Code's locale. */
  readonly language: string;
  /** English template → translation. */
  readonly bundle: Readonly<Record<string, string>>;
}

export interface RenderedScene {
  readonly title: string;
  /** The step that the scene shows. */
  readonly step: number;
  readonly count: number;
  /** SVG of a step. */
  readonly svg: (t: number) => string;
  /** SVG of the map that the gallery shows. */
  readonly map: () => string;
  /** 0-based steps of `3-40`, at most 500; undefined unless the scene has them. */
  readonly range: (text: string) => { from: number; to: number } | undefined;
  /** A page as a notebook with a cell that shows it, and a picture of step `first`. */
  readonly notebook: (page: string, first: number) => string;
  /** A page that plays the steps. */
  readonly page: (
    range: { readonly from: number; readonly to: number },
    code: Pick<PlayerPageParts, 'script' | 'styles'>,
  ) => string;
}

/** Throws a LensError that names what is wrong with the scene. */
export function renderScene(text: string, options: RenderOptions): RenderedScene {
  const { language, bundle, precision, colorMap } = options;
  const { picture, scene } = sceneLayer(readScene(text), language);
  const { stepper, view, t: step } = picture;
  const { title } = scene;
  const { notes } = sceneState(scene, picture);
  const look = { ...options, translate: (template: string) => bundle[template] ?? template };
  const { count, draw: svg } = stepPictures(stepper, view, title, notes, look);
  return {
    title,
    step,
    count,
    svg,
    map: () => mapSvg(sceneMap(readScene(text)), options),
    range: (given) => readRange(given, count, 500),
    notebook: (page, first) => notebookOf(page, title, svg(first)),
    page: (range, code) => {
      const data = packPlayerData(playerData(stepper, view, range, { title, notes, precision, colorMap }));
      const withoutScripts = bundle[needsScripts.text] ?? needsScripts.text;
      return playerPage({ title, language, data, bundle, withoutScripts, ...code });
    },
  };
}
