-- Text files as sequences of word numbers.

local data = {}

local UNKNOWN = '<unk>'
local END_OF_LINE = '<eos>'

-- Calls `visit` with every word of a file, and with <eos> at the end of every line.
local function each_word(path, visit)
  local file = assert(io.open(path, 'r'))
  for line in file:lines() do
    for word in line:gmatch('%S+') do
      visit(word)
    end
    visit(END_OF_LINE)
  end
  file:close()
end

-- The words of a file that occur at least `minimum` times, numbered from 1 in order of appearance;
-- all others share the number of <unk>.
function data.vocabulary(path, minimum)
  local counts, order = {}, {}
  each_word(path, function(word)
    if not counts[word] then
      counts[word] = 0
      table.insert(order, word)
    end
    counts[word] = counts[word] + 1
  end)
  local numbers, words = { [UNKNOWN] = 1 }, { UNKNOWN }
  for _, word in ipairs(order) do
    if not numbers[word] and counts[word] >= minimum then
      table.insert(words, word)
      numbers[word] = #words
    end
  end
  return { numbers = numbers, words = words, size = #words }
end

-- A file as a matrix of word numbers, one column for each of `columns` equal parts of the text:
-- the network reads all columns at the same time, row by row.
function data.load(path, vocabulary, columns)
  local numbers = {}
  each_word(path, function(word)
    table.insert(numbers, vocabulary.numbers[word] or vocabulary.numbers[UNKNOWN])
  end)
  local rows = math.floor(#numbers / columns)
  assert(rows > 1, path .. ' is too short for a batch of ' .. columns)
  local text = torch.LongTensor(numbers):narrow(1, 1, rows * columns)
  return text:view(columns, rows):t():contiguous()
end

return data
