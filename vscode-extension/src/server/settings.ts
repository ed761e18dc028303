/** What the user can set, as far as the server is concerned. */
export interface UserSettings {
  readonly rules?: unknown;
  readonly inlayHints?: unknown;
  readonly leaveYamlToOthers?: unknown;
}

/** The settings as the server takes them; see docs/editors.md. */
export interface ServerSettings {
  readonly rules: unknown;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly leaveYamlToOthers: boolean;
}

/**
 * The server's settings. Code lenses are always on for it: the status bar tells what they say, and
 * whether they are shown is decided here.
 *
 * @param othersValidate whether another extension tells what is wrong with the YAML
 */
export function serverSettings(user: UserSettings, othersValidate: boolean): ServerSettings {
  return {
    rules: user.rules ?? {},
    inlayHints: user.inlayHints !== false,
    codeLens: true,
    leaveYamlToOthers:
      user.leaveYamlToOthers === 'always' ||
      (user.leaveYamlToOthers !== 'never' && othersValidate),
  };
}
