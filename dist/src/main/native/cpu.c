/* Which processor this is, for AMD64LibCHelper of the image generator. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "include/amd64cpufeatures.h"

#define ASK(name, word) features->f##name = __builtin_cpu_supports(word) != 0;

/* Fills a struct that the caller has set to zero. */
void determineCPUFeatures(CPUFeatures *features) {
  __builtin_cpu_init();
  KNOWN_CPU_FEATURES(ASK)
  features->fCX8 = 1; /* every x86-64 processor has it */
}

/*
 * Each byte of `required` is 0xfe where the program needs the feature of that place, and 0xff where
 * it does not. Returns 0 when all is there, else 1.
 */
int checkCPUFeatures(const unsigned char *required) {
  CPUFeatures features;
  const unsigned char *present = (const unsigned char *)&features;
  memset(&features, 0, sizeof features);
  determineCPUFeatures(&features);
  for (size_t i = 0; i < sizeof features; i++) {
    if ((required[i] | present[i]) != 0xff) {
      return 1;
    }
  }
  return 0;
}

int checkCPUFeaturesOrExit(const unsigned char *required, const char *message) {
  if (checkCPUFeatures(required) != 0) {
    fputs(message, stderr);
    exit(3);
  }
  return 0;
}
