/**
 * The gallery's entry: a script of its own, without the toolkit and chart.js, which only the panel needs. What tests and scripts
 * may rely on: `body[data-page=gallery]`, `[data-scene=<id>]` opens a scene, `[data-code=<id>]` its code, `[data-action=search]`.
 */
import { appRoot } from '../appRoot';
import { connectGallery } from '../host';
import { loadBundle } from '../l10n';
import { GalleryPage } from './GalleryPage';

loadBundle(document);
const gallery = connectGallery();
const page = new GalleryPage(gallery.post, appRoot());
gallery.onMessage((message) => page.show(message));
gallery.post({ type: 'ready' });
