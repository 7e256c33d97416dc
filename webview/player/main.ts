/** The entry of an exported page: reads its data and plays them in the theme of the system. */
import { unpackPlayerData } from '../../core/export/player/PlayerData';
import { loadBundle } from '../l10n';
import { StepPlayer } from './StepPlayer';

const light = window.matchMedia('(prefers-color-scheme: light)');
const setTheme = (): void => void document.body.classList.toggle('vscode-light', light.matches);

setTheme();
loadBundle(document);
const player = new StepPlayer(unpackPlayerData(document.getElementById('data')!.textContent), document.body);
light.addEventListener('change', () => {
  setTheme();
  player.redraw();
});
