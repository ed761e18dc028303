;;; Runs docs/editors/emacs.el in a real Emacs with eglot. -*- lexical-binding: t -*-
;;; $WML_COMMAND starts the server, one word in each line, $WML_ROOT is the project, $WML_WORK an
;;; empty folder.

(require 'cl-lib)
(require 'eglot)

(load (expand-file-name "docs/editors/emacs.el" (getenv "WML_ROOT")) nil t t)
(push (cons '(yaml-mode) (split-string (getenv "WML_COMMAND") "\n")) eglot-server-programs)

;; Debian's Emacs has no mode for YAML; this one stands in for the package yaml-mode.
(unless (fboundp 'yaml-mode)
  (define-derived-mode yaml-mode text-mode "YAML"))
(add-to-list 'auto-mode-alist '("\\.ya?ml\\'" . yaml-mode))

(setq eglot-sync-connect 20
      eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil
      eglot-send-changes-idle-time 0.05
      flymake-no-changes-timeout 0.1
      create-lockfiles nil
      make-backup-files nil)

(defvar wml-work (file-name-as-directory (getenv "WML_WORK")))

(defmacro wml-test (name &rest body)
  "Run BODY as the test NAME; what it signals is its failure."
  (declare (indent 1))
  `(condition-case why
       (progn ,@body (message "ok %s" ,name))
     (error (message "FAILED %s: %S" ,name why))))

(defun wml-wait (what check)
  "Wait until CHECK gives non-nil, or fail with WHAT."
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall check)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or (funcall check) (error "Waited in vain for %s" what))))

(defun wml-findings ()
  "What flymake shows, as a list of texts."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun wml-shows (words)
  "Whether some finding has WORDS."
  (cl-some (lambda (text) (string-match-p (regexp-quote words) text)) (wml-findings)))

(defun wml-open (file)
  "Visit FILE of the test's folder under eglot."
  (find-file (expand-file-name file wml-work))
  (unless (eglot-managed-p) (apply #'eglot--connect (eglot--guess-contact)))
  (wml-wait "the server" #'eglot-managed-p)
  (flymake-mode 1))

(defun wml-replace (from to)
  "Replace the first FROM of the buffer by TO."
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t)
  (run-hooks 'post-command-hook)
  (eglot--signal-textDocument/didChange))

(wml-test "a manifest with a mistake shows it where it is"
  (wml-open "job.yaml")
  (wml-wait "the finding" (lambda () (wml-shows "tiny")))
  (let* ((found (cl-find-if (lambda (d) (string-match-p "tiny" (flymake-diagnostic-text d)))
                            (flymake-diagnostics)))
         (under (buffer-substring (flymake-diagnostic-beg found) (flymake-diagnostic-end found))))
    (cl-assert (equal "tiny" under) t)))

(wml-test "a hover says what a value means"
  (goto-char (point-min))
  (search-forward "tiny")
  (let* ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                 (eglot--TextDocumentPositionParams)))
         (text (plist-get (plist-get hover :contents) :value)))
    (cl-assert (string-match-p "1 GPU" text) t)))

(wml-test "all safe fixes are applied"
  (wml-lint-fix-all)
  (goto-char (point-min))
  (search-forward "training_data_reference:"))

(wml-test "a mistake that is mended goes"
  (wml-replace "tiny" "small")
  (wml-wait "silence" (lambda () (null (wml-findings)))))

(wml-test "typing in any alphabet keeps the two texts the same"
  (wml-replace "mnist" "é漢😀 mnist")
  (wml-replace "small" "huge")
  (wml-wait "the finding" (lambda () (wml-shows "huge"))))

;; Eglot inserts plain text literally, so each further line has to bring its whole indentation.
(wml-test "a proposal of several lines is indented right"
  (let ((job (current-buffer)))
    (write-region "model_definition:\n  name: x\n  framew\n" nil
                  (expand-file-name "half.yaml" wml-work))
    (wml-open "half.yaml")
    (goto-char (point-min))
    (search-forward "framew")
    (let* ((capf (eglot-completion-at-point))
           (choice (car (all-completions "framew" (nth 2 capf))))
           (exit (plist-get (nthcdr 3 capf) :exit-function)))
      (cl-assert (equal "framework" (substring-no-properties choice)) t)
      (delete-region (nth 0 capf) (nth 1 capf))
      (insert choice)
      (funcall exit choice 'finished))
    (cl-assert (equal (concat "model_definition:\n  name: x\n  framework:\n"
                              "    name: \"<name>\"\n    version: \"<version>\"\n")
                      (buffer-string))
               t)
    (set-buffer-modified-p nil)
    (kill-buffer)
    (set-buffer job)))

(wml-test "other YAML stays untouched"
  (let ((job (current-buffer)))
    (wml-open "other.yaml")
    (sleep-for 0.6)
    (cl-assert (null (wml-findings)) t)
    (set-buffer-modified-p nil)
    (kill-buffer)
    (set-buffer job)))

(wml-test "the server ends with its client"
  (let ((process (jsonrpc--process (eglot-current-server))))
    (eglot-shutdown (eglot-current-server) nil 10)
    (wml-wait "its end" (lambda () (not (process-live-p process))))))

(set-buffer-modified-p nil)
(kill-emacs 0)
