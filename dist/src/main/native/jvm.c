/*
 * libjvm.so: what the JDK's libraries ask of the JVM that they think they run in. The program has
 * its own ways for nearly all of it, so that only these few are ever called; the build adds, for
 * every other name that the libraries mention, a function that ends the process and says the name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Called by the functions that the build adds. */
void jvm_function_missing(const char *name) {
  fprintf(stderr, "wml-lint: internal error: %s is not part of this program\n", name);
  _exit(3);
}

/* Called once, before any other: there is nothing to prepare. */
void initialize(void) {
}

jint JVM_ActiveProcessorCount(void) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
    return CPU_COUNT(&allowed);
  }
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (jint)online : 1;
}

static jlong nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (jlong)now.tv_sec * 1000000000 + now.tv_nsec;
}

jlong JVM_NanoTime(JNIEnv *env, jclass ignored) {
  (void)env;
  (void)ignored;
  return nanoseconds(CLOCK_MONOTONIC);
}

jlong JVM_CurrentTimeMillis(JNIEnv *env, jclass ignored) {
  (void)env;
  (void)ignored;
  return nanoseconds(CLOCK_REALTIME) / 1000000;
}

jboolean JVM_IsSupportedJNIVersion(jint version) {
  return version >= JNI_VERSION_1_1 && version <= JNI_VERSION_24;
}

/* The end of the process, when all that is to run before it has run. */
void JVM_BeforeHalt(void) {
}

void JVM_Halt(jint status) {
  _exit(status);
}

void *JVM_FindLibraryEntry(void *library, const char *name) {
  return dlsym(library, name);
}

/* Paths of Unix are native as they are. */
char *JVM_NativePath(char *path) {
  return path;
}

void *JVM_RawMonitorCreate(void) {
  pthread_mutex_t *monitor = malloc(sizeof *monitor);
  if (monitor != NULL && pthread_mutex_init(monitor, NULL) != 0) {
    free(monitor);
    monitor = NULL;
  }
  return monitor;
}

void JVM_RawMonitorDestroy(void *monitor) {
  pthread_mutex_destroy(monitor);
  free(monitor);
}

jint JVM_RawMonitorEnter(void *monitor) {
  return pthread_mutex_lock(monitor);
}

void JVM_RawMonitorExit(void *monitor) {
  pthread_mutex_unlock(monitor);
}

/* Differs from vsnprintf of libc where the text does not fit: -1, not the length it would have. */
int jio_vsnprintf(char *text, size_t size, const char *format, va_list values) {
  if ((long)size <= 0) {
    return -1;
  }
  int length = vsnprintf(text, size, format, values);
  return length < 0 || (size_t)length >= size ? -1 : length;
}

int jio_snprintf(char *text, size_t size, const char *format, ...) {
  va_list values;
  va_start(values, format);
  int length = jio_vsnprintf(text, size, format, values);
  va_end(values);
  return length;
}

int jio_vfprintf(FILE *out, const char *format, va_list values) {
  return vfprintf(out, format, values);
}

int jio_fprintf(FILE *out, const char *format, ...) {
  va_list values;
  va_start(values, format);
  int length = vfprintf(out, format, values);
  va_end(values);
  return length;
}
