-- Trains a language model on words: th main.lua -data FOLDER -save FOLDER
-- The data folder holds train.txt and valid.txt, one sentence on a line.

require 'torch'
require 'optim'
require 'paths'

local data = require 'data'
local Model = require 'model'

local command = torch.CmdLine()
command:text('Trains a recurrent language model on words')
command:option('-data', '', 'folder with train.txt and valid.txt')
command:option('-save', '', 'folder for the model')
command:option('-hidden', 200, 'size of the hidden state')
command:option('-steps', 20, 'words that an error is carried back over')
command:option('-batch', 20, 'sequences read at the same time')
command:option('-epochs', 10, 'passes over the text')
command:option('-rate', 0.002, 'learning rate')
command:option('-clip', 5, 'largest norm of the gradients')
command:option('-minimum', 2, 'occurrences that a word needs for a place in the vocabulary')
command:option('-seed', 1, 'random seed')
local options = command:parse(arg)
assert(options.data ~= '' and options.save ~= '', 'both -data and -save are needed')

torch.manualSeed(options.seed)
torch.setdefaulttensortype('torch.FloatTensor')

local vocabulary = data.vocabulary(paths.concat(options.data, 'train.txt'), options.minimum)
local train = data.load(paths.concat(options.data, 'train.txt'), vocabulary, options.batch)
local valid = data.load(paths.concat(options.data, 'valid.txt'), vocabulary, options.batch)
print(('%d words in the vocabulary'):format(vocabulary.size))

local model = Model.new(vocabulary.size, options.hidden, options.steps)

-- Walks over a text in windows; `visit` gets input, target and state, and returns loss and state.
-- Returns the perplexity.
local function walk(text, visit)
  local state = model:start(text:size(2))
  local total, words = 0, 0
  for first = 1, text:size(1) - 1, options.steps do
    local rows = math.min(options.steps, text:size(1) - first)
    local input = text:narrow(1, first, rows)
    local target = text:narrow(1, first + 1, rows)
    local loss, last = visit(input, target, state)
    -- The next window goes on from here; the clone keeps the next call from writing over it.
    state = last:clone()
    total, words = total + loss * rows, words + rows
  end
  return math.exp(total / words)
end

local adam = { learningRate = options.rate }

local function learn(input, target, state)
  local last
  local function evaluate()
    local loss
    loss, last = model:forward(input, target, state)
    model:backward(input, target)
    local norm = model.gradients:norm()
    if norm > options.clip then
      model.gradients:mul(options.clip / norm)
    end
    return loss, model.gradients
  end
  local _, losses = optim.adam(evaluate, model.parameters, adam)
  return losses[1], last
end

local function measure(input, target, state)
  return model:forward(input, target, state)
end

paths.mkdir(options.save)
local best = math.huge
for epoch = 1, options.epochs do
  local train_perplexity = walk(train, learn)
  local valid_perplexity = walk(valid, measure)
  print(('epoch %d: perplexity %.2f, on unseen text %.2f')
    :format(epoch, train_perplexity, valid_perplexity))
  if valid_perplexity < best then
    best = valid_perplexity
    torch.save(paths.concat(options.save, 'model.t7'), {
      step = model.step:clearState(),
      words = vocabulary.words,
      hidden = options.hidden,
    })
  else
    adam.learningRate = adam.learningRate / 2
  end
end
