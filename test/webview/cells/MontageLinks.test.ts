import { expect, test } from 'vitest';
import type { Montage } from '../../../core/step/shared/montage';
import { MontageLinks } from '../../../webview/cells/MontageLinks';
import type { MapFigure } from '../../../webview/heatmap/MapFigure';

/** The steps that were asked for, and those whose planes were shown. */
function montages() {
  const [asked, shown]: [number[], number[]] = [[], []];
  const state = { isOpen: false, generation: 1, request: 0 };
  const figure = {
    get hasMontage() {
      return state.isOpen;
    },
    showMontage: ({ selected }: Montage) => void (shown.push(selected), (state.isOpen = true)),
  } as MapFigure;
  const links = new MontageLinks({
    post: (message) => {
      if (message.type !== 'montage') return;
      asked.push(message.t);
      state.request = message.request;
    },
    generation: () => state.generation,
    figure: () => figure,
  });
  const answer = (): void => {
    const montage = { map: 'z', axis: 'filter', selected: asked.at(-1), planes: [] } as unknown as Montage;
    links.receive({ type: 'montage', generation: state.generation, request: state.request, montage });
  };
  return { links, asked, shown, state, answer };
}

test('all planes follow the steps while they are shown, one request at a time', () => {
  const { links, asked, shown, state, answer } = montages();
  links.setStep(3);
  expect(asked).toEqual([]);
  links.open('z');
  answer();
  for (const step of [4, 5, 6]) links.setStep(step);
  expect(asked).toEqual([3, 4]);
  answer();
  expect(asked).toEqual([3, 4, 6]);
  answer();
  expect(shown).toEqual([3, 4, 6]);
  state.isOpen = false;
  links.setStep(7);
  expect(asked).toEqual([3, 4, 6]);
});

test('after a change of the layer the planes are asked for again, although a request is open', () => {
  const { links, asked, state, answer } = montages();
  links.open('z');
  answer();
  links.setStep(1);
  state.generation = 2;
  links.setStep(1);
  expect(asked).toEqual([0, 1, 1]);
});
