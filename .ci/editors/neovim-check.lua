-- What the tests of the set-ups for Neovim have in common.

local function test(name, check)
  local ok, why = pcall(check)
  print(ok and 'ok ' .. name or 'FAILED ' .. name .. ': ' .. tostring(why))
  print('\n')
end

local function expect(wanted, got)
  if not vim.deep_equal(wanted, got) then
    error('wanted ' .. vim.inspect(wanted) .. ', got ' .. vim.inspect(got), 2)
  end
end

return { test = test, expect = expect }
