-- Runs docs/editors/neovim.lua in a real Neovim. $WML_COMMAND starts the server, one word in each
-- line, $WML_ROOT is the project, $WML_WORK an empty folder.

local work = os.getenv('WML_WORK')
vim.g.wml_lint_command = vim.split(os.getenv('WML_COMMAND'), '\n')
vim.cmd('filetype on')
vim.api.nvim_set_current_dir(work)
dofile(os.getenv('WML_ROOT') .. '/docs/editors/neovim.lua')

local check = dofile(os.getenv('WML_ROOT') .. '/.ci/editors/neovim-check.lua')
local test, expect = check.test, check.expect

local function codes()
  return vim.tbl_map(function(d)
    return d.code or d.user_data.lsp.code
  end, vim.diagnostic.get(0))
end

local function wait_for_codes(wanted)
  vim.wait(20000, function()
    return vim.deep_equal(wanted, codes())
  end, 20)
  expect(wanted, codes())
end

local function find(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      return number, column - 1
    end
  end
  error('not in the buffer: ' .. words)
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  local _, answer = next(answers or {})
  return answer and answer.result
end

local function replace(from, to)
  local line, column = find(from)
  vim.api.nvim_buf_set_text(0, line - 1, column, line - 1, column + #from, { to })
end

test('a manifest with a mistake shows it where it is', function()
  vim.cmd('edit job.yaml')
  wait_for_codes({ 'unsupported-resource', 'legacy-key' })
  local found = vim.diagnostic.get(0)[1]
  local line, column = find('tiny')
  expect({ line - 1, column, 'wml-lint', vim.diagnostic.severity.ERROR },
    { found.lnum, found.col, found.source, found.severity })
end)

test('a hover says what a value means', function()
  vim.api.nvim_win_set_cursor(0, { find('tiny') })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  expect(true, hover.contents.value:find('1 GPU', 1, true) ~= nil)
end)

test('a command word is known from the zip', function()
  vim.api.nvim_win_set_cursor(0, { find('train.py') })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  expect(true, hover.contents.value:find('tf-model.zip', 1, true) ~= nil)
end)

test('all safe fixes are applied', function()
  vim.cmd('WmlFixAll')
  find('training_data_reference:')
  wait_for_codes({ 'unsupported-resource' })
end)

test('a mistake that is mended goes', function()
  replace('tiny', 'small')
  wait_for_codes({})
end)

test('typing in any alphabet keeps the two texts the same', function()
  replace('mnist', 'é漢😀 mnist')
  replace('small', 'huge')
  wait_for_codes({ 'unsupported-resource' })
  local line, column = find('huge')
  expect({ line - 1, column }, { vim.diagnostic.get(0)[1].lnum, vim.diagnostic.get(0)[1].col })
end)

test('the outline has the keys', function()
  local symbols = ask('textDocument/documentSymbol',
    { textDocument = vim.lsp.util.make_text_document_params() })
  expect('model_definition', symbols[1].name)
end)

test('the sizes are proposed', function()
  local line, column = find('huge')
  local params = vim.lsp.util.make_position_params()
  params.position = { line = line - 1, character = column }
  local labels = vim.tbl_map(function(item)
    return item.label
  end, ask('textDocument/completion', params).items)
  expect({ 'small', 'medium', 'large' }, labels)
end)

test('a zip that was replaced is read again when the manifest is saved', function()
  replace('huge', 'large')
  wait_for_codes({})
  os.execute('mv train.py other.py && jar -cMf tf-model.zip other.py')
  vim.cmd('write')
  wait_for_codes({ 'command-file-missing' })
end)

-- Neovim says nothing on indentation, and inserts plain text literally.
test('a proposal of several lines is indented right', function()
  vim.fn.writefile({ 'model_definition:', '  name: x', '  framew' }, 'half.yaml')
  vim.cmd('edit! half.yaml')
  local params = vim.lsp.util.make_position_params()
  params.position = { line = 2, character = 8 }
  local item = ask('textDocument/completion', params).items[1]
  expect('framework', item.label)
  vim.lsp.util.apply_text_edits({ item.textEdit }, 0, 'utf-16')
  expect({
    'model_definition:',
    '  name: x',
    '  framework:',
    '    name: "<name>"',
    '    version: "<version>"',
  }, vim.api.nvim_buf_get_lines(0, 0, -1, false))
end)

test('other YAML stays untouched', function()
  vim.cmd('edit! other.yaml')
  vim.wait(600, function()
    return false
  end)
  expect({}, codes())
end)

test('the server ends with its client', function()
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  local ended = vim.wait(10000, function()
    return #vim.lsp.get_active_clients() == 0
  end, 20)
  expect(true, ended)
end)

vim.cmd('qall!')
