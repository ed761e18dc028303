// Maven, as it downloads for this project.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, folder, run } from '../project.mjs';

const PARENT = `<project><modelVersion>4.0.0</modelVersion><groupId>some</groupId><artifactId>parent</artifactId>
<version>1</version><packaging>pom</packaging></project>`;

/** Builds a project whose parent comes from a repository that names this checksum for it. */
function build(context, checksum) {
  const work = folder(context);
  const there = join(work, 'repository/some/parent/1');
  mkdirSync(there, { recursive: true });
  writeFileSync(join(there, 'parent-1.pom'), PARENT);
  writeFileSync(join(there, 'parent-1.pom.sha1'), checksum);
  const project = join(work, 'project');
  mkdirSync(project);
  cpSync(at('.mvn'), join(project, '.mvn'), { recursive: true });
  writeFileSync(
    join(project, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><parent><groupId>some</groupId><artifactId>parent</artifactId>
    <version>1</version><relativePath/></parent><artifactId>child</artifactId><packaging>pom</packaging></project>`,
  );
  writeFileSync(
    join(work, 'settings.xml'),
    `<settings><mirrors><mirror><id>own</id><mirrorOf>*</mirrorOf><url>file://${work}/repository</url></mirror></mirrors></settings>`,
  );
  return run('mvn', ['-q', '-B', '-s', join(work, 'settings.xml'), `-Dmaven.repo.local=${work}/local`, 'validate'], {
    cwd: project,
  });
}

test('what has another checksum than its repository says is not used', (context) => {
  const sum = createHash('sha1').update(PARENT).digest('hex');
  const good = build(context, sum);
  assert.equal(good.status, 0, good.both);
  const { status, both } = build(context, sum.replace(/./, (digit) => (digit === '0' ? '1' : '0')));
  assert.equal(status, 1);
  assert.match(both, /Checksum validation failed/);
});
