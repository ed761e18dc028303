;;; wml-lint in Emacs with eglot, which comes with Emacs 29. Put it into your init file.

(defvar wml-lint-command '("wml-language-server")
  "How to start the language server of wml-lint.")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons '(yaml-mode yaml-ts-mode json-mode js-json-mode json-ts-mode)
                     wml-lint-command)))

(dolist (hook '(yaml-mode-hook yaml-ts-mode-hook))
  (add-hook hook 'eglot-ensure))

(defun wml-lint-fix-all ()
  "Apply all safe fixes of wml-lint to the current buffer."
  (interactive)
  (eglot-code-actions (point-min) (point-max) "source.fixAll.wml" t))
