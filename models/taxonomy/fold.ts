/**
 * A surface as the check compares it: without case, accents and apostrophes; hyphens and runs of blanks are one blank.
 * The matcher's own folding (`extractors/characters.ts`) is finer; what it holds equal is equal here.
 */
export const foldSurface = (surface: string): string =>
  surface
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015-]+/g, " ")
    .trim();
