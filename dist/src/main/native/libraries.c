/*
 * A program of the image generator has the JDK's libraries inside, and calls JNI_OnLoad_NAME where a
 * JVM would load lib<NAME>.so and call its JNI_OnLoad. Here the libraries are shared ones, linked to
 * the program and so loaded already; their own JNI_OnLoad is called. What it answers is raised to
 * JNI 1.8, the first version with libraries that are part of a program (JEP 178).
 */
#include <dlfcn.h>
#include <jni.h>
#include <stddef.h>

static jint on_load(const char *library, JavaVM *vm, void *reserved) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_NOLOAD);
  if (handle == NULL) {
    return JNI_VERSION_1_8;
  }
  jint (*own)(JavaVM *, void *) = (jint(*)(JavaVM *, void *))dlsym(handle, "JNI_OnLoad");
  jint version = own == NULL ? JNI_VERSION_1_8 : own(vm, reserved);
  dlclose(handle); /* it stays: the program itself holds it */
  return version != JNI_ERR && version < JNI_VERSION_1_8 ? JNI_VERSION_1_8 : version;
}

#define ON_LOAD(name)                                         \
  jint JNI_OnLoad_##name(JavaVM *vm, void *reserved) {        \
    return on_load("lib" #name ".so", vm, reserved);          \
  }

ON_LOAD(java)
ON_LOAD(net)
ON_LOAD(nio)
ON_LOAD(zip)
