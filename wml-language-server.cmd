@echo off
rem Runs the language server from a source checkout, and builds it on first use.
call "%~dp0wml-lint.cmd" lsp %*
