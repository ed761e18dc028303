import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aliasIn, anchorIn, replaced } from '../../src/commands/connectionText';
import { doubtsIn, globOf } from '../../src/commands/packReport';
import { fitting, sentence } from '../../src/words';

const SWIFT = [
  { key: 'auth_url', value: 'https://identity/v3' },
  { key: 'password', value: '"p: #w"' },
];
const FLOW = '{auth_url: "https://identity/v3", password: "p: #w"}';

function lines(...all: string[]): string {
  return all.join('\n');
}

describe('a connection', () => {
  it('keeps its anchor and its comments, and has the new keys alone', () => {
    const before = lines(
      'connection: &store  # shared by both',
      '    # of the project',
      '    endpoint_url: https://s3  # the old one',
      '    password: old  # changes each month',
      '    note: |',
      '      two',
      '      lines',
    );
    assert.equal(
      replaced(before, 2, SWIFT, FLOW),
      lines(
        'connection: &store # shared by both',
        '    # of the project',
        '    password: "p: #w"  # changes each month',
        '    auth_url: https://identity/v3',
      ),
    );
  });
  it('is indented as it was, and two further than its key where it was empty', () => {
    assert.equal(
      replaced(lines('connection:', '      auth_url: x'), 2, SWIFT, FLOW),
      lines('connection:', '      auth_url: https://identity/v3', '      password: "p: #w"'),
    );
    assert.equal(
      replaced('connection:', 2, SWIFT, FLOW),
      lines('connection:', '    auth_url: https://identity/v3', '    password: "p: #w"'),
    );
  });
  it('stays in braces, with its anchor', () => {
    const before = 'connection: &store {endpoint_url: x, password: y}';
    assert.equal(replaced(before, 2, SWIFT, FLOW), `connection: &store ${FLOW}`);
  });
  it('takes the place of an alias', () => {
    assert.equal(
      replaced('connection: *store # as above', 2, SWIFT, FLOW),
      lines('connection: # as above', '    auth_url: https://identity/v3', '    password: "p: #w"'),
    );
  });
  it('keeps a comment after a quoted value with a number sign', () => {
    assert.equal(
      replaced(lines('connection:', "  'password': 'a # b' # c"), 0, SWIFT.slice(1), FLOW),
      lines('connection:', '  password: "p: #w" # c'),
    );
  });
  it('has lines with Windows ends', () => {
    assert.equal(
      replaced('connection: &a\r\n  password: x # y\r\n', 0, SWIFT.slice(1), FLOW),
      lines('connection: &a', '  password: "p: #w" # y', ''),
    );
  });
  it('knows the name that it has, and the one that it means', () => {
    assert.equal(anchorIn('connection: &store\n  a: &other 1'), 'store');
    assert.equal(anchorIn('connection: !!map &store {a: b}'), 'store');
    assert.equal(anchorIn('connection: # &no'), undefined);
    assert.equal(aliasIn('connection: *store # shared'), 'store');
    assert.equal(aliasIn('connection:\n  a: *b'), undefined);
  });
});

describe('before a folder is packed', () => {
  const out = lines(
    '      20 B  key.json',
    '   1.2 MiB  old model.zip',
    '       9 B  run.sh  (executable)',
    '  left out  junk.zip  (excluded by a glob)',
    'm/tf.zip: 3 files, 1.2 MiB',
    '',
  );
  it('secrets and archives are named', () => {
    const said = "warning: 'key.json' may hold secrets; everyone with the zip can read them";
    assert.deepEqual(doubtsIn(out, said), [
      "'key.json' may hold secrets; everyone with the zip can read them.",
      "'old model.zip' is an archive, perhaps of an earlier run.",
    ]);
  });
  it('nothing is said of a folder without any', () => {
    assert.deepEqual(doubtsIn('       9 B  train.py\nx.zip: 1 file, 9 B\n', ''), []);
  });
  it('the zip that is replaced is one file, whatever its name', () => {
    assert.equal(globOf('out/a[1]{b}.zip'), '/out/a?1??b?.zip');
  });
});

describe('a message', () => {
  const messages: [string, string][] = [
    ['no such file', 'No such file.'],
    ['key.json: there is no JSON in it', 'key.json: there is no JSON in it.'],
    ["'key.json' may hold secrets", "'key.json' may hold secrets."],
    ['It is said.', 'It is said.'],
    ['', ''],
  ];
  for (const [said, shown] of messages) {
    it(`'${said}' is a sentence`, () => {
      assert.equal(sentence(said), shown);
    });
  }
});

describe('a description beside a label', () => {
  it('is whole where there is room', () => {
    assert.equal(fitting('small', '1 GPU'), '1 GPU');
  });
  it('is cut between words, so that the label is not', () => {
    const label = 'unsupported-framework-version';
    assert.equal(fitting(label, 'A version that the service does not have'), 'A version that…');
  });
  it('goes where there is no room', () => {
    assert.equal(fitting('a'.repeat(60), 'one two'), '');
    assert.equal(fitting('a'.repeat(40), 'incomprehensible'), 'incom…');
  });
});
