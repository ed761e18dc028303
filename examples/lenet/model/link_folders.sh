#!/bin/bash
# Caffe does not expand variables in a prototxt: the nets say `data/...` and `result/...`, and
# these links lead there.
set -eu
mkdir -p "${RESULT_DIR}/model"
ln -sfn "${DATA_DIR}" data
ln -sfn "${RESULT_DIR}/model" result
