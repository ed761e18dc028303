/*
 * How a signal reaches the thread that runs its handler in Java, for CSunMiscSignal of the image
 * generator: the handler here counts it and wakes that thread, and does nothing else, for little is
 * allowed in a handler (POSIX, "async-signal-safe").
 */
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <errno.h>

static atomic_int pending[NSIG];
static atomic_bool in_use;
static sem_t wakeup;

static void count(int number) {
  int saved = errno;
  if (number > 0 && number < NSIG) {
    atomic_fetch_add(&pending[number], 1);
    sem_post(&wakeup);
  }
  errno = saved;
}

/* Returns 0; 1 where somebody has opened it already; -1, with errno, where it cannot be opened. */
int cSunMiscSignal_open(void) {
  if (atomic_exchange(&in_use, true)) {
    return 1;
  }
  for (int i = 0; i < NSIG; i++) {
    atomic_store(&pending[i], 0);
  }
  return sem_init(&wakeup, 0, 0);
}

int cSunMiscSignal_close(void) {
  int status = sem_destroy(&wakeup);
  atomic_store(&in_use, false);
  return status;
}

/* Waits until there is a signal, or somebody calls cSunMiscSignal_signalSemaphore. */
int cSunMiscSignal_awaitSemaphore(void) {
  int status;
  do {
    status = sem_wait(&wakeup);
  } while (status != 0 && errno == EINTR);
  return status;
}

int cSunMiscSignal_signalSemaphore(void) {
  return sem_post(&wakeup);
}

bool cSunMiscSignal_signalRangeCheck(int number) {
  return number > 0 && number < NSIG;
}

/* Takes one signal that waits and returns its number; -1 where none does. */
int cSunMiscSignal_checkPendingSignal(void) {
  for (int i = 1; i < NSIG; i++) {
    int waiting = atomic_load(&pending[i]);
    while (waiting > 0) {
      if (atomic_compare_exchange_weak(&pending[i], &waiting, waiting - 1)) {
        return i;
      }
    }
  }
  return -1;
}

void (*cSunMiscSignal_signalHandlerFunctionPointer(void))(int) {
  return count;
}
