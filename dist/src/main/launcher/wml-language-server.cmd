@"%~dp0wml-lint.exe" lsp %*
