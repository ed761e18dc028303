-- A recurrent network over words (Elman), unrolled by hand for truncated back-propagation.

require 'nn'

local Model = {}
Model.__index = Model

-- One step: {words, previous state} -> {log probabilities of the next words, new state}.
local function build_step(vocabulary_size, hidden)
  local state = nn.Sequential()
    :add(nn.ParallelTable()
      :add(nn.LookupTable(vocabulary_size, hidden))
      :add(nn.Linear(hidden, hidden)))
    :add(nn.CAddTable())
    :add(nn.Tanh())
  local output = nn.Sequential()
    :add(nn.Linear(hidden, vocabulary_size))
    :add(nn.LogSoftMax())
  return nn.Sequential()
    :add(state)
    :add(nn.ConcatTable():add(output):add(nn.Identity()))
end

function Model.new(vocabulary_size, hidden, steps)
  local self = setmetatable({ hidden = hidden, steps = {}, criteria = {} }, Model)
  self.step = build_step(vocabulary_size, hidden)
  -- Moves the weights into one tensor: before cloning, so that the clones share it.
  self.parameters, self.gradients = self.step:getParameters()
  self.parameters:uniform(-0.1, 0.1)
  for t = 1, steps do
    self.steps[t] = self.step:clone('weight', 'bias', 'gradWeight', 'gradBias')
    self.criteria[t] = nn.ClassNLLCriterion()
  end
  return self
end

-- The state before the first word, for a batch of `columns`.
function Model:start(columns)
  return torch.zeros(columns, self.hidden)
end

-- Reads the rows of `input`, at most as many as there are steps, and compares with `target`.
-- Returns the mean loss per word and the last state.
function Model:forward(input, target, state)
  self.states = { [0] = state }
  self.outputs = {}
  local loss = 0
  for t = 1, input:size(1) do
    local result = self.steps[t]:forward({ input[t], self.states[t - 1] })
    self.outputs[t], self.states[t] = result[1], result[2]
    loss = loss + self.criteria[t]:forward(result[1], target[t])
  end
  return loss / input:size(1), self.states[input:size(1)]
end

-- The gradients of the last forward call's loss, into self.gradients.
function Model:backward(input, target)
  self.gradients:zero()
  local rows = input:size(1)
  local state_gradient = self.states[rows]:clone():zero()
  for t = rows, 1, -1 do
    local output_gradient = self.criteria[t]:backward(self.outputs[t], target[t]):div(rows)
    local input_gradient = self.steps[t]:backward(
      { input[t], self.states[t - 1] }, { output_gradient, state_gradient })
    state_gradient = input_gradient[2]
  end
end

return Model
