-- wml-lint in Neovim 0.11 and later, without plugins. Put it into your init.lua.

vim.lsp.config('wml_lint', {
  cmd = { 'wml-language-server' },
  filetypes = { 'yaml', 'json', 'wml-manifest' },
  root_markers = { '.wml-lint.yaml', '.git' },
  -- The server's own settings; see "Settings" in docs/editors.md.
  settings = { wmlLint = {} },
})

vim.lsp.enable('wml_lint')

-- Applies all safe fixes before a file is saved.
vim.api.nvim_create_autocmd('BufWritePre', {
  pattern = { '*.yaml', '*.yml' },
  callback = function()
    local clients = vim.lsp.get_clients({ bufnr = 0, name = 'wml_lint' })
    if #clients > 0 then
      local params = vim.lsp.util.make_range_params(0, clients[1].offset_encoding)
      params.context = { diagnostics = {}, only = { 'source.fixAll.wml' } }
      local answer = clients[1]:request_sync('textDocument/codeAction', params, 2000, 0)
      for _, action in ipairs(answer and answer.result or {}) do
        vim.lsp.util.apply_workspace_edit(action.edit, clients[1].offset_encoding)
      end
    end
  end,
})
