/** The language of documents that are manifests by their name. */
export const MANIFEST_LANGUAGE = 'wml-manifest';

/** The languages of documents that may be manifests by their content. */
export const OTHER_LANGUAGES: readonly string[] = ['yaml', 'json', 'jsonc'];

/** As many UTF-16 units as the server reads of a document. */
const MAX_LENGTH = 1 << 20;

const YAML_KEY =
  /^(?:\{\s*)?["']?(?:model_definition|training_data_reference|training_references|data_stores)["']?\s*:/m;
const JSON_KEY = /"(?:model_definition|training_data_reference|training_references|data_stores)"\s*:/;

/**
 * Whether a document is worth starting the server for: a look at the text, without reading it as
 * YAML. The server, once it runs, decides exactly, and says nothing about other documents.
 */
export function looksLikeManifest(languageId: string, text: string): boolean {
  if (languageId === MANIFEST_LANGUAGE) {
    return true;
  }
  if (!OTHER_LANGUAGES.includes(languageId) || text.length > MAX_LENGTH) {
    return false;
  }
  return (languageId === 'yaml' ? YAML_KEY : JSON_KEY).test(text);
}

const BEGINNING = /^(?:[ \t]*(?:#.*|---[ \t]*)?\r?\n)*[A-Za-z_]*\s*$/;
const LONGEST_BEGINNING = 4_000;

/** Whether a manifest may be begun in a document: YAML with no more than a word in it. */
export function isBeginning(languageId: string, text: string): boolean {
  return languageId === 'yaml' && text.length <= LONGEST_BEGINNING && BEGINNING.test(text);
}

/** Whether a file's name says that it is about training. */
export function isAboutTraining(name: string): boolean {
  return /manifest|train|job/i.test(name);
}

/** Whether a file is what a manifest runs, or a zip of it. */
export function isProgram(name: string): boolean {
  return /\.(?:zip|py|lua|prototxt)$/i.test(name);
}

/** Whether the linter checks such a document: a manifest that is no other version's, as one side of a diff is. */
export function isChecked(scheme: string, languageId: string, text: string): boolean {
  return (scheme === 'file' || scheme === 'untitled') && looksLikeManifest(languageId, text);
}
