/*
 * The image generator reads the fields of this for every processor, also where it builds for x86-64
 * alone, as here. The names are those of RISCV64LibCHelper.CPUFeatures.
 */
#ifndef WML_LINT_RISCV64_CPU_FEATURES_H
#define WML_LINT_RISCV64_CPU_FEATURES_H

typedef struct {
  char
      fI, fM, fA, fF, fD, fC, fV;
} CPUFeatures;

#endif
