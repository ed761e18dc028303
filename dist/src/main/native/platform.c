/*
 * Small things that the image generator expects of its C library: functions of libc that take a
 * variable number of arguments, which it cannot call itself; the thread, the locale, the time zone.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "include/svm_locale.h"

extern char **environ;

int openSII(const char *path, int flags, int mode) {
  return open(path, flags, mode);
}

int fprintfSD(FILE *out, const char *format, const char *text, int number) {
  return fprintf(out, format, text, number);
}

void *mremapP(void *old, size_t old_size, size_t new_size, int flags, void *new) {
  return mremap(old, old_size, new_size, flags, new);
}

int getThreadId(void) {
  return (int)syscall(SYS_gettid);
}

char **getEnviron(void) {
  return environ;
}

/* The program speaks English, and writes numbers and times as every machine reads them. */
static const svm_locale_props_t english = {"en", "", "", "", "en", "", "", ""};

int svm_initialize_locale(void) {
  return SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}

const svm_locale_props_t *svm_get_locale(void) {
  return &english;
}

/*
 * The name of the time zone, such as Europe/Berlin, for the caller to free: what TZ says, else where
 * /etc/localtime leads; NULL, which Java takes for UTC, where neither says it.
 */
char *SVM_FindJavaTZmd(const char *mappings, int length) {
  (void)mappings;
  (void)length;
  const char *said = getenv("TZ");
  if (said != NULL && *said != '\0') {
    return strdup(*said == ':' ? said + 1 : said);
  }
  char target[PATH_MAX];
  ssize_t size = readlink("/etc/localtime", target, sizeof target - 1);
  if (size <= 0) {
    return NULL;
  }
  target[size] = '\0';
  char *zone = strstr(target, "zoneinfo/");
  return zone == NULL ? NULL : strdup(zone + strlen("zoneinfo/"));
}
