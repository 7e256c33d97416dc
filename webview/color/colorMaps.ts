/** The colour maps to choose from: the core's, which draws thumbnails with them too. */
export * from '../../core/color/colorMaps';
