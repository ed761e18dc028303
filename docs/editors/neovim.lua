-- wml-lint in Neovim 0.7 to 0.10, without plugins. Put it into your init.lua.

local client_id
local root_markers = { '.wml-lint.yaml', '.git' }

-- The nearest parent folder with a marker; an earlier marker takes precedence.
local function root(file)
  for _, marker in ipairs(root_markers) do
    local folder = vim.fn.fnamemodify(file, ':p:h')
    while folder ~= vim.fn.fnamemodify(folder, ':h') do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
      folder = vim.fn.fnamemodify(folder, ':h')
    end
  end
  return vim.fn.getcwd()
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'yaml', 'json', 'wml-manifest' },
  callback = function(event)
    client_id = client_id or vim.lsp.start_client({
      name = 'wml-lint',
      cmd = vim.g.wml_lint_command or { 'wml-language-server' },
      root_dir = root(vim.api.nvim_buf_get_name(event.buf)),
      -- The server's own settings; see "Settings" in docs/editors.md.
      init_options = vim.g.wml_lint_settings or vim.empty_dict(),
      on_exit = function()
        client_id = nil
      end,
    })
    vim.lsp.buf_attach_client(event.buf, client_id)
  end,
})

-- Applies all safe fixes of the current file.
vim.api.nvim_create_user_command('WmlFixAll', function()
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { 'source.fixAll.wml' } }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 2000)
  for id, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      local encoding = vim.lsp.get_client_by_id(id).offset_encoding
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    end
  end
end, { desc = 'Apply all safe fixes of wml-lint' })
