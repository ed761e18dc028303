-- Runs docs/editors/neovim-0.11.lua in an older Neovim, which is what Debian has: the functions of
-- 0.11 that it calls are made of those of 0.7. Needs what neovim-test.lua needs.

local root = os.getenv('WML_ROOT')
local work = os.getenv('WML_WORK')
vim.cmd('filetype on')
vim.api.nvim_set_current_dir(work)

local configs = {}
local enabled = {}
local client

-- https://neovim.io/doc/user/lsp.html: vim.lsp.config(), vim.lsp.enable(), vim.lsp.get_clients()
vim.lsp.config = function(name, config)
  configs[name] = config
end

vim.lsp.enable = function(name)
  table.insert(enabled, name)
end

vim.lsp.get_clients = function(filter)
  assert(filter.name == 'wml_lint' and filter.bufnr == 0)
  return {
    {
      offset_encoding = client.offset_encoding,
      request_sync = function(_, method, params, timeout, buffer)
        return client.request_sync(method, params, timeout, buffer)
      end,
    },
  }
end

local check = dofile(os.getenv('WML_ROOT') .. '/.ci/editors/neovim-check.lua')
local test, expect = check.test, check.expect

-- What the file for the older Neovim starts, and for which kinds of files.
local function older()
  local seen = {}
  local create = vim.api.nvim_create_autocmd
  local start, attach = vim.lsp.start_client, vim.lsp.buf_attach_client
  vim.api.nvim_create_autocmd = function(_, options)
    seen.filetypes = options.pattern
    seen.callback = options.callback
  end
  vim.lsp.start_client = function(options)
    seen.cmd = options.cmd
    seen.root_dir = options.root_dir
  end
  vim.lsp.buf_attach_client = function() end
  dofile(root .. '/docs/editors/neovim.lua')
  seen.callback({ buf = vim.api.nvim_get_current_buf() })
  vim.api.nvim_create_autocmd = create
  vim.lsp.start_client, vim.lsp.buf_attach_client = start, attach
  return seen
end

test('it is configured and enabled under one name', function()
  dofile(root .. '/docs/editors/neovim-0.11.lua')
  expect({ 'wml_lint' }, enabled)
  expect({ 'wml_lint' }, vim.tbl_keys(configs))
end)

test('it starts what the older file starts, for the same files', function()
  expect({ configs.wml_lint.cmd, configs.wml_lint.filetypes }, { older().cmd, older().filetypes })
end)

test('both files have the same idea of a project', function()
  for number, marker in ipairs(configs.wml_lint.root_markers) do
    local project = work .. '/project ' .. number
    vim.fn.mkdir(project .. '/jobs', 'p')
    vim.fn.writefile({}, project .. '/' .. marker)
    vim.cmd('edit ' .. vim.fn.fnameescape(project .. '/jobs/new.txt'))
    expect(project, older().root_dir)
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(work .. '/new.txt'))
  expect(work, older().root_dir)
end)

test('saving applies all safe fixes', function()
  vim.cmd('edit job.yaml')
  local id = vim.lsp.start_client({
    cmd = vim.split(os.getenv('WML_COMMAND'), '\n'),
    root_dir = work,
    settings = configs.wml_lint.settings,
  })
  vim.lsp.buf_attach_client(0, id)
  vim.wait(20000, function()
    return #vim.diagnostic.get(0) > 0
  end, 20)
  client = vim.lsp.get_client_by_id(id)
  vim.cmd('write')
  local saved = table.concat(vim.fn.readfile('job.yaml'), '\n')
  expect(true, saved:find('training_data_reference:', 1, true) ~= nil)
end)

test('the server ends with its client', function()
  client.stop()
  local ended = vim.wait(10000, function()
    return #vim.lsp.get_active_clients() == 0
  end, 20)
  expect(true, ended)
end)

vim.cmd('qall!')
