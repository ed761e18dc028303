// What the details page of the packaged extension shows: where it is from, and the README.
/**
 * The public repository that a package is made for: on GitHub Actions that of the run.
 *
 * @param {Record<string, string | undefined>} env WML_REPOSITORY, such as https://github.com/owner/name, comes first
 * @returns {string | undefined}
 */
export function repositoryIn(env) {
  const { WML_REPOSITORY: given, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  const address = given || (server && name ? `${server}/${name}` : undefined);
  return address?.replace(/(\.git)?\/*$/, '');
}

/** package.json with the links that the details page shows. */
export function withLinks(manifest, repository) {
  return repository === undefined
    ? manifest
    : {
        ...manifest,
        homepage: `${repository}#readme`,
        bugs: { url: `${repository}/issues` },
        repository: { type: 'git', url: `${repository}.git`, directory: 'vscode-extension' },
      };
}

const PICTURE = /^!\[[^\]]*\]\(images\/[^)]+\.png\)\n\n?/gm;

/**
 * The README for a package without a repository. The details page of an extension loads pictures over https, and
 * takes none from the package: there would be marks of broken pictures.
 */
export function withoutPictures(readme) {
  return readme.replace(PICTURE, '');
}
