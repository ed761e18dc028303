/*
 * The image generator reads the fields of this for every processor, also where it builds for x86-64
 * alone, as here. The names are those of AArch64LibCHelper.CPUFeatures.
 */
#ifndef WML_LINT_AARCH64_CPU_FEATURES_H
#define WML_LINT_AARCH64_CPU_FEATURES_H

typedef struct {
  char
      fFP, fASIMD, fEVTSTRM, fAES, fPMULL, fSHA1, fSHA2, fCRC32, fLSE, fDCPOP, fSHA3, fSHA512,
      fSVE, fSVE2, fSTXR_PREFETCH, fA53MAC, fDMB_ATOMICS, fPACA, fSVEBITPERM, fFPHP, fASIMDHP;
} CPUFeatures;

#endif
