/*
 * The features of an x86-64 processor, one byte each, as AMD64LibCHelper.CPUFeatures of the image
 * generator names them. The second word is what GCC's __builtin_cpu_supports calls the feature; a
 * feature that GCC has no word for counts as absent, which is always safe: code that needs it is
 * then not chosen.
 */
#ifndef WML_LINT_AMD64_CPU_FEATURES_H
#define WML_LINT_AMD64_CPU_FEATURES_H

#define KNOWN_CPU_FEATURES(F)          \
  F(CMOV, "cmov")                      \
  F(FXSR, "fxsave")                    \
  F(MMX, "mmx")                        \
  F(SSE, "sse")                        \
  F(SSE2, "sse2")                      \
  F(SSE3, "sse3")                      \
  F(SSSE3, "ssse3")                    \
  F(SSE4A, "sse4a")                    \
  F(SSE4_1, "sse4.1")                  \
  F(SSE4_2, "sse4.2")                  \
  F(POPCNT, "popcnt")                  \
  F(LZCNT, "lzcnt")                    \
  F(AVX, "avx")                        \
  F(AVX2, "avx2")                      \
  F(AES, "aes")                        \
  F(CLMUL, "pclmul")                   \
  F(BMI1, "bmi")                       \
  F(BMI2, "bmi2")                      \
  F(ADX, "adx")                        \
  F(AVX512F, "avx512f")                \
  F(AVX512DQ, "avx512dq")              \
  F(AVX512PF, "avx512pf")              \
  F(AVX512ER, "avx512er")              \
  F(AVX512CD, "avx512cd")              \
  F(AVX512BW, "avx512bw")              \
  F(AVX512VL, "avx512vl")              \
  F(SHA, "sha")                        \
  F(FMA, "fma")                        \
  F(F16C, "f16c")                      \
  F(AVX512_VPOPCNTDQ, "avx512vpopcntdq") \
  F(AVX512_VPCLMULQDQ, "vpclmulqdq")   \
  F(AVX512_VAES, "vaes")               \
  F(AVX512_VNNI, "avx512vnni")         \
  F(AVX512_VBMI, "avx512vbmi")         \
  F(AVX512_VBMI2, "avx512vbmi2")       \
  F(AVX512_BITALG, "avx512bitalg")     \
  F(AVX512_IFMA, "avx512ifma")         \
  F(GFNI, "gfni")                      \
  F(FLUSHOPT, "clflushopt")            \
  F(CLWB, "clwb")                      \
  F(RDPID, "rdpid")                    \
  F(SERIALIZE, "serialize")            \
  F(PKU, "pku")

#define OTHER_CPU_FEATURES(F)                                                          \
  F(CX8) F(HT) F(RDTSCP) F(AMD_3DNOW_PREFETCH) F(TSC) F(TSCINV) F(TSCINV_BIT) F(ERMS) F(RTM)     \
  F(VZEROUPPER) F(FLUSH) F(HV) F(FSRM) F(OSPKE) F(CET_IBT) F(CET_SS) F(AVX_IFMA)       \
  F(APX_F) F(SHA512) F(AVX512_FP16) F(AVX10_1) F(AVX10_2)

#define KNOWN_FIELD(name, word) char f##name;
#define OTHER_FIELD(name) char f##name;
typedef struct {
  KNOWN_CPU_FEATURES(KNOWN_FIELD)
  OTHER_CPU_FEATURES(OTHER_FIELD)
} CPUFeatures;

#endif
